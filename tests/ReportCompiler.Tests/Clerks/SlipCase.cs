namespace ReportCompiler.Tests.Clerks;

/// <summary>A slip: what stands in the right file, and what the clerk wrote instead.</summary>
/// <param name="Old">What is right.</param>
/// <param name="New">What stands there.</param>
/// <param name="Says">What the Chinese remedy must say; null if it is no fault at all.</param>
/// <param name="Name">What it is called where the change does not say it.</param>
internal sealed record SlipCase(string? Old, string? New, string? Says, string? Name = null)
{
    /// <summary>The change where it is no replacement.</summary>
    public Func<string, string>? Change { get; init; }

    /// <summary>How many findings it is: one of each table whose indentation is lost.</summary>
    public int Findings { get; init; } = 1;

    /// <summary>The file with the slip.</summary>
    public string Text => Change is { } change ? change(SlipTable.Right) : SlipTable.Right.Replace(Old!, New, StringComparison.Ordinal);

    /// <summary>The same with a second change that belongs to it.</summary>
    public SlipCase And(string old, string with) =>
        this with { Change = text => text.Replace(Old!, New, StringComparison.Ordinal).Replace(old, with, StringComparison.Ordinal) };

    /// <inheritdoc/>
    public override string ToString() => Name
        ?? (New!.Length == 0 ? $"without {Old}" : New).ReplaceLineEndings("⏎").Replace('\t', '→').Replace(' ', '·');
}
