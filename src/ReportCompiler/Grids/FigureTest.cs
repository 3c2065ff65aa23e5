using ReportCompiler.Forms;

namespace ReportCompiler.Grids;

/// <summary>Judges what a page prints for a cell.</summary>
/// <param name="cell">The cell.</param>
/// <param name="text">What stands there.</param>
internal delegate bool FigureTest(Cell cell, ReadOnlySpan<char> text);
