using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>What a path leads to: one cell, or the rows of a group in one column.</summary>
/// <param name="Path">The path by keys.</param>
/// <param name="Gloss">Its English meaning.</param>
/// <param name="Cells">The cells; of a group those of the rows below it, but not of its own value.</param>
public sealed record PathCells(string Path, string Gloss, ImmutableArray<Cell> Cells);
