using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Manuscripts;

namespace ReportCompiler.Narratives;

/// <summary>
/// narrative-heading: a section's heading has the words of the section with its ordinal. Words of a section that lacks its own are an
/// error: the text below them belongs there, and would be published under another's table.
/// </summary>
internal static class HeadingCheck
{
    /// <summary>Checks the headings of a narrative, given by their ordinals.</summary>
    public static void Check(Findings findings, Edition edition, IReadOnlyDictionary<string, ManuscriptHeading> headings)
    {
        foreach (var section in edition.Sections)
        {
            if (headings.GetValueOrDefault(section.Ordinal) is not { } heading || HasItsOwn(section)) continue;
            var words = Narrative.WordsOf(edition, heading.Text);
            if (words.Length == 0) continue;
            var others = edition.Sections.Where(s => Narrative.Matches(s, words)).ToList();
            var other = others is [var only] ? only : null;
            findings.Add(Errors.Prose.Heading(heading.At, section.Ordinal, words, section.Heading, other?.Ordinal) with
            {
                Severity = other is not null && !HasItsOwn(other) ? Severity.Error : Severity.Warning,
            });
        }

        bool HasItsOwn(Section section) =>
            headings.GetValueOrDefault(section.Ordinal) is { } heading
            && Narrative.Matches(section, Narrative.WordsOf(edition, heading.Text));
    }
}
