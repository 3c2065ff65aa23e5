namespace ReportCompiler.Diagnostics;

/// <summary>What a message says of a cell.</summary>
/// <param name="Path">The cell path.</param>
/// <param name="Gloss">The English meaning.</param>
/// <param name="Unit">The counting word.</param>
public sealed record CellName(string Path, string Gloss, string Unit);
