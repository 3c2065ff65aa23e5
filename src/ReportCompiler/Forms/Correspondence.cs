using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>What a row, group or cell of an edition compares with in a former one: 其他处理, now three rows, was one.</summary>
/// <param name="Former">The name of the former edition.</param>
/// <param name="Path">The path in this edition.</param>
/// <param name="Cells">The cells it stands for: itself, or all rows below a group in one column.</param>
/// <param name="Before">The cell paths of the former edition that are added.</param>
/// <param name="FormerAt">Where the name of the former edition is written.</param>
/// <param name="At">Where those paths are written.</param>
internal sealed record Correspondence(
    string Former, string Path, ImmutableArray<Cell> Cells, ImmutableArray<string> Before, Location FormerAt, Location At);
