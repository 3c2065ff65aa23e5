using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>A section of the report.</summary>
/// <param name="Ordinal">一, 二, …</param>
/// <param name="Heading">Without the ordinal.</param>
/// <param name="Gloss">The English meaning.</param>
/// <param name="OtherHeadings">Wordings that are accepted too.</param>
/// <param name="Table">The key of the table printed in it; null for prose alone.</param>
public sealed record Section(string Ordinal, string Heading, string Gloss, ImmutableArray<string> OtherHeadings, string? Table);
