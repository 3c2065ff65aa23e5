using System.Collections.Immutable;

namespace ReportCompiler.Tracing;

/// <summary>A cell that a total is made of.</summary>
/// <param name="Path">The cell path.</param>
/// <param name="Gloss">Its English meaning.</param>
/// <param name="Sign">1, or -1 where it is taken away.</param>
/// <param name="Value">The authority's figure, without the sign.</param>
/// <param name="Shares">The shares of it that are not 0.</param>
public sealed record Part(string Path, string Gloss, int Sign, decimal Value, ImmutableArray<Share> Shares);
