namespace ReportCompiler.Diagnostics;

/// <summary>A cell that takes part in a broken rule, and where its figure was written.</summary>
/// <param name="Cell">The cell path.</param>
/// <param name="Value">The figure, without trailing zeros.</param>
/// <param name="Location">Where it is written; null for a figure nobody wrote (derived, or left out).</param>
/// <param name="Unit">The unit whose figure it is, where the finding itself spans several.</param>
public sealed record Related(string Cell, string Value, Location? Location, string? Unit = null);
