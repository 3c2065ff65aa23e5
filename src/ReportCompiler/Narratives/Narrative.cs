using System.Buffers;
using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Manuscripts;
using ReportCompiler.Syntax;

namespace ReportCompiler.Narratives;

/// <summary>The narrative taken apart: the preamble, and the prose of each section of the form.</summary>
/// <param name="Preamble">What stands before the first section.</param>
/// <param name="Sections">The form's sections, those that the narrative leaves out too.</param>
/// <param name="Attachments">The images and files that the prose names.</param>
internal sealed record Narrative(Passage Preamble, ImmutableArray<SectionProse> Sections, Attachments Attachments)
{
    /// <summary>What is known of the figures of its prose; none where it was not held to the tables.</summary>
    public IReadOnlyList<ProseFigure> Figures { get; init; } = [];

    /// <summary>Where the report's own year stands in the text, in four digits, as far as that is sure.</summary>
    public IReadOnlyList<int> OwnYears { get; init; } = [];

    /// <summary>The text that these stand in; null where it was not held to the tables.</summary>
    public Rendered? Rendered { get; init; }

    private const string HeadingMark = "## ";
    private const string Numerals = "一二三四五六七八九十";

    private static readonly SearchValues<char> Numbering = SearchValues.Create(Numerals + "0123456789");

    /// <summary>A section as it was written: its heading, and the stretches of its text.</summary>
    private sealed record Part(ManuscriptHeading Heading, List<(int Start, int End)> Stretches);

    /// <summary>Takes a narrative apart by its level-2 headings; a section is placed by its ordinal.</summary>
    public static Narrative Split(Findings findings, Edition edition, Manuscript manuscript, Attachments attachments)
    {
        var parts = new Dictionary<string, Part>(StringComparer.Ordinal);
        var preamble = new List<(int Start, int End)>();
        var (into, from) = (preamble, 0);
        string? current = null;
        foreach (var heading in manuscript.Headings)
        {
            if (SectionAt(findings, edition, heading, current) is not { } section) continue;
            into.Add((from, heading.Start));
            from = heading.End;
            current = section.Ordinal;
            if (parts.TryGetValue(current, out var there)) findings.Add(Errors.Templates.SectionTwice(heading.At, current));
            else parts[current] = there = new Part(heading, []);
            into = there.Stretches;
        }
        into.Add((from, manuscript.Rendered.Text.Length));
        HeadingCheck.Check(findings, edition, parts.ToDictionary(p => p.Key, p => p.Value.Heading, StringComparer.Ordinal));
        return new Narrative(new Passage(manuscript, [.. preamble]), [.. edition.Sections.Select(Prose)], attachments);

        SectionProse Prose(Section section) => parts.GetValueOrDefault(section.Ordinal) is { } part
            ? Section(edition, manuscript, section, part)
            : new SectionProse(section, section.Heading, new Passage(manuscript, []), new Passage(manuscript, []));
    }

    /// <summary>The section a heading opens, by its ordinal or else by its wording; null if it opens none.</summary>
    public static Section? SectionOf(Edition edition, string heading) =>
        edition.Sections.FirstOrDefault(s => HasNumber(edition, s, heading))
            ?? edition.Sections.FirstOrDefault(s => Matches(s, heading));

    /// <summary>Whether a heading begins with the number of a section.</summary>
    private static bool HasNumber(Edition edition, Section section, string heading) =>
        edition.NumberOf(section) is { Length: > 0 } number && heading.StartsWith(number, StringComparison.Ordinal);

    /// <summary>Whether a heading is the section's, in one of its accepted wordings, whatever its number.</summary>
    public static bool Matches(Section section, string heading)
    {
        var folded = Names.Fold(heading);
        return folded == Names.Fold(section.Heading) || section.OtherHeadings.Any(o => folded == Names.Fold(o));
    }

    /// <summary>A heading's words without the ordinal, and without a second numbering: 一、1、总体情况.</summary>
    public static string WordsOf(Edition edition, string heading)
    {
        var own = edition.Sections.FirstOrDefault(s => HasNumber(edition, s, heading));
        var words = heading.AsSpan(own is null ? 0 : edition.NumberOf(own).Length).Trim();
        while (words.IndexOf('、') is > 0 and var end && !words[..end].ContainsAnyExcept(Numbering)) words = words[(end + 1)..].Trim();
        return words.ToString();
    }

    /// <summary>The text of a heading's line.</summary>
    public static string HeadingOf(string line) => line[HeadingMark.Length..].Trim().TrimEnd('#').Trim();

    private static Section? SectionAt(Findings findings, Edition edition, ManuscriptHeading heading, string? current)
    {
        var section = SectionOf(edition, heading.Text);
        if (section is not null && (HasNumber(edition, section, heading.Text) || edition.NumberOf(section).Length == 0
            || heading.Text.StartsWith(section.Ordinal, StringComparison.Ordinal))) return section;
        findings.Add(section is null && NumeralOf(heading.Text) is { } numeral
            ? Errors.Templates.NoSuchSection(heading.At, numeral, edition.Sections[^1].Ordinal, current)
            : Errors.Templates.NotASection(heading.At, heading.Text, section?.Ordinal ?? current ?? edition.Sections[0].Ordinal));
        return section;
    }

    private static SectionProse Section(Edition edition, Manuscript manuscript, Section section, Part part)
    {
        var notes = section.Table is null ? [] : manuscript.Notes(part.Stretches, edition.Wording.Label("注")).ToImmutableArray();
        var prose = Without(part.Stretches, notes);
        var words = WordsOf(edition, part.Heading.Text);
        return new SectionProse(
            section, words.Length > 0 ? words : section.Heading, new Passage(manuscript, [.. prose]), new Passage(manuscript, notes));
    }

    /// <summary>Stretches without the notes in them, both in order.</summary>
    private static IEnumerable<(int Start, int End)> Without(List<(int Start, int End)> stretches,
        ImmutableArray<(int Start, int End)> notes)
    {
        var next = 0;
        foreach (var (start, end) in stretches)
        {
            var from = start;
            for (; next < notes.Length && notes[next].Start < end; next++)
            {
                yield return (from, notes[next].Start);
                from = notes[next].End;
            }
            yield return (from, end);
        }
    }

    /// <summary>The Chinese numeral a heading begins with; null if it begins with none.</summary>
    private static string? NumeralOf(string heading)
    {
        var end = heading.IndexOf('、');
        return end > 0 && heading[..end].All(Numerals.Contains) ? heading[..end] : null;
    }
}
