using ReportCompiler.Sources;

namespace ReportCompiler.Diagnostics;

/// <summary>A place in a source file, from the first character to the one after the last.</summary>
public sealed record Location(SourceText Source, Span Span)
{
    /// <summary>The start of a file: the place of what is wrong with it as a whole.</summary>
    public static Location AtStart(SourceText source) => new(source, Span.Start);

    /// <summary>The path as it is shown, with <c>/</c>.</summary>
    public string File => Source.Path;
}

/// <summary>A cell that takes part in a broken rule, and where its figure was written.</summary>
/// <param name="Cell">The cell path.</param>
/// <param name="Value">The figure, without trailing zeros.</param>
/// <param name="Location">Where it is written; null for a figure nobody wrote (derived, or left out).</param>
/// <param name="Unit">The unit whose figure it is, where the finding itself spans several.</param>
public sealed record Related(string Cell, string Value, Location? Location, string? Unit = null);
