using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>A section's prose, under the heading it is printed with.</summary>
internal sealed record SectionProse(Section Section, string Heading, string Markdown);
