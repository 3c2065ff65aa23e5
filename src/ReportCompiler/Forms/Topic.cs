using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>What a section of a report has to speak of (国办公开办函〔2021〕30 号: the contents of 总体情况).</summary>
/// <param name="Section">The section's ordinal.</param>
/// <param name="Name">The topic.</param>
/// <param name="Words">Words one of which stands there if it is spoken of.</param>
public sealed record Topic(string Section, string Name, ImmutableArray<string> Words);
