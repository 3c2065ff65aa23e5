using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>A cell of a printed table at its place, for formats that count rows and columns.</summary>
/// <param name="Row">The first row, from 0.</param>
/// <param name="Column">The first column, from 0.</param>
/// <param name="Rows">How many rows it spans.</param>
/// <param name="Columns">How many columns it spans.</param>
/// <param name="Text">The heading; empty for a figure.</param>
/// <param name="Figure">The figure's cell; null for a heading.</param>
public sealed record GridCell(int Row, int Column, int Rows, int Columns, string Text, Cell? Figure);
