using ReportCompiler.Aggregation;

namespace ReportCompiler.Tracing;

/// <summary>A nested authority: what its parent sees of it, and where its own figure comes from.</summary>
/// <param name="Totals">Its totals as the parent takes them.</param>
/// <param name="Origin">Null if it could not be opened, or has no such figure.</param>
public sealed record Nested(ChildTotals Totals, Origin? Origin);
