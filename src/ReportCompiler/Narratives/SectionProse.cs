using ReportCompiler.Forms;
using ReportCompiler.Manuscripts;

namespace ReportCompiler.Narratives;

/// <summary>A section's prose, under the heading it is printed with.</summary>
/// <param name="Section">The section of the form.</param>
/// <param name="Heading">The heading's words, without the ordinal.</param>
/// <param name="Prose">What stands before the section's table.</param>
/// <param name="Notes">What stands below it.</param>
internal sealed record SectionProse(Section Section, string Heading, Passage Prose, Passage Notes);
