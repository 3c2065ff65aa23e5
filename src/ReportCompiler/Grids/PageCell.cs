using ReportCompiler.Syntax;

namespace ReportCompiler.Grids;

/// <summary>A cell of a table as a page or document has it.</summary>
/// <param name="Row">Its first row, from 0.</param>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Text">What stands in it, marks of the format taken off.</param>
/// <param name="IsHead">Whether the format calls it a heading.</param>
internal sealed record PageCell(int Row, int Column, string Text, bool IsHead)
{
    /// <summary>The text as a label is looked up; empty for a figure or a blank.</summary>
    public string Name => field ??= Text.Any(c => c > '9' && !char.IsWhiteSpace(c)) ? Names.Fold(Text) : "";
}
