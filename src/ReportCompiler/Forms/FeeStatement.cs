using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>A section that must say what fee was collected.</summary>
/// <param name="Section">The ordinal of the section.</param>
/// <param name="Words">Words that say it.</param>
/// <param name="Limit">The cell the fee is part of.</param>
public sealed record FeeStatement(string Section, ImmutableArray<string> Words, Cell Limit);
