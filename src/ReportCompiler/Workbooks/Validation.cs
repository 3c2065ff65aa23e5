using System.Collections.Immutable;

namespace ReportCompiler.Workbooks;

/// <summary>What may be written into cells, and what is said of them.</summary>
/// <param name="Kind">What may be written.</param>
/// <param name="Areas">The cells.</param>
public sealed record Validation(ValidationKind Kind, ImmutableArray<Area> Areas)
{
    /// <summary>What must be true; it names the first of the cells, and is about each in its turn.</summary>
    public string? Formula { get; init; }

    /// <summary>The texts of a list.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What is said when anything else is written: at most 32 and 255 characters.</summary>
    public (string Title, string Text)? Refusal { get; init; }

    /// <summary>What is said when such a cell is chosen.</summary>
    public (string Title, string Text)? Hint { get; init; }
}

/// <summary>What may be written into a cell.</summary>
public enum ValidationKind
{
    /// <summary>Anything: there is only something to be said of it.</summary>
    Any,

    /// <summary>What makes a formula true.</summary>
    Formula,

    /// <summary>One of some texts.</summary>
    List,
}
