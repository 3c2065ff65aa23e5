using System.Collections.Immutable;

namespace ReportCompiler.Workbooks;

/// <summary>Colours for cells as long as a formula holds.</summary>
/// <param name="Areas">The cells.</param>
/// <param name="Formula">The formula, as the first cell of the first area sees it.</param>
/// <param name="Ground">The ground as RRGGBB.</param>
/// <param name="Colour">The colour of the text; null to leave it.</param>
public sealed record Condition(ImmutableArray<Area> Areas, string Formula, string Ground, string? Colour = null);
