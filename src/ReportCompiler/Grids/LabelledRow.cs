using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Grids;

/// <summary>A row or group of the form, as it is found by its label.</summary>
/// <param name="Row">The row.</param>
/// <param name="Place">Its place among all rows and groups of the table, from top to bottom.</param>
/// <param name="Above">The labels of the groups that it stands in.</param>
internal sealed record LabelledRow(Row Row, int Place, ImmutableArray<string> Above);
