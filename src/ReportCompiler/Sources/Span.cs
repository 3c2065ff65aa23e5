namespace ReportCompiler.Sources;

/// <summary>
/// A stretch of a file. Lines and columns are 1-based; columns count Unicode code points, as an editor's status bar does;
/// the end is the place after the last character.
/// </summary>
public readonly record struct Span(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The first character of a file.</summary>
    public static Span Start { get; } = new(1, 1, 1, 1);

    /// <summary>A stretch within one line.</summary>
    public static Span OnLine(int line, int column, int length) => new(line, column, line, column + length);
}
