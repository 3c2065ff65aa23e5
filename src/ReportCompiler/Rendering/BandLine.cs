using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>A line of a band in a plain table.</summary>
/// <param name="Label">Its label, indented by its depth.</param>
/// <param name="Unit">The counting word where the table is a list; else null.</param>
/// <param name="Cells">Its cells; none for a group.</param>
internal sealed record BandLine(string Label, string? Unit, ImmutableArray<Cell> Cells);
