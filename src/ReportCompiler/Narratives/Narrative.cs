using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Narratives;

/// <summary>The narrative taken apart: the preamble, and the prose of each section of the form.</summary>
internal sealed record Narrative(string Preamble, ImmutableArray<SectionProse> Sections)
{
    private const string HeadingMark = "## ";

    private static readonly string[] Fences = ["```", "~~~"];

    /// <summary>Takes rendered Markdown apart by its level-2 headings; a section is placed by its ordinal.</summary>
    public static Narrative Split(Findings findings, Edition edition, string markdown, SourceText source)
    {
        var parts = new Dictionary<string, (string Heading, StringBuilder Text)>(StringComparer.Ordinal);
        var preamble = new StringBuilder();
        var into = preamble;
        string? current = null;
        string? fence = null;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.TrimStart();
            if (fence is null ? Fences.Any(trimmed.StartsWith) : trimmed.StartsWith(fence, StringComparison.Ordinal))
                fence = fence is null ? trimmed[..3] : null;
            if (fence is not null || !line.StartsWith(HeadingMark, StringComparison.Ordinal))
            {
                into.Append(line).Append('\n');
                continue;
            }
            var heading = HeadingOf(line);
            var nth = seen[heading] = seen.GetValueOrDefault(heading) + 1;
            var section = SectionOf(edition, heading);
            if (section is null || !heading.StartsWith(section.Ordinal, StringComparison.Ordinal))
                findings.Add(section is null && NumeralOf(heading) is { } numeral
                    ? Errors.Templates.NoSuchSection(At(source, heading, nth), numeral, edition.Sections[^1].Ordinal, current)
                    : Errors.Templates.NotASection(
                        At(source, heading, nth), heading, section?.Ordinal ?? current ?? edition.Sections[0].Ordinal));
            if (section is null)
            {
                into.Append("### ").Append(heading).Append('\n');
                continue;
            }
            current = section.Ordinal;
            if (parts.TryGetValue(current, out var there)) findings.Add(Errors.Templates.SectionTwice(At(source, heading, nth), current));
            else parts[current] = there = (PrintedHeading(section, heading), new StringBuilder());
            into = there.Text;
        }
        return new Narrative(preamble.ToString().Trim(), [.. edition.Sections.Select(s =>
            parts.TryGetValue(s.Ordinal, out var part)
                ? new SectionProse(s, part.Heading, part.Text.ToString().Trim())
                : new SectionProse(s, s.Heading, ""))]);
    }

    /// <summary>The section a heading opens, by its ordinal or else by its wording; null where it opens none.</summary>
    public static Section? SectionOf(Edition edition, string heading) =>
        edition.Sections.FirstOrDefault(s => heading.StartsWith(s.Ordinal + "、", StringComparison.Ordinal))
            ?? edition.Sections.FirstOrDefault(s => Matches(s, heading));

    private static string PrintedHeading(Section section, string heading) =>
        Matches(section, heading) ? heading[(heading.IndexOf('、') + 1)..] : section.Heading;

    /// <summary>The Chinese numeral a heading begins with; null where it begins with none.</summary>
    private static string? NumeralOf(string heading)
    {
        var end = heading.IndexOf('、');
        return end > 0 && heading[..end].All("一二三四五六七八九十".Contains) ? heading[..end] : null;
    }

    /// <summary>Whether a heading is the section's, in one of its accepted wordings, whatever its number.</summary>
    private static bool Matches(Section section, string heading)
    {
        var folded = Names.Fold(heading);
        return folded == Names.Fold(section.Heading) || section.OtherHeadings.Any(o => folded == Names.Fold(o));
    }

    /// <summary>The text of a heading's line.</summary>
    public static string HeadingOf(string line) => line[HeadingMark.Length..].Trim().TrimEnd('#').Trim();

    /// <summary>The nth line of the clerk's own text with this heading; the top where an expression made it.</summary>
    private static Location At(SourceText source, string heading, int nth)
    {
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.Line(number);
            if (!line.StartsWith(HeadingMark, StringComparison.Ordinal) || HeadingOf(line) != heading || --nth > 0) continue;
            var offset = line.IndexOf(heading, StringComparison.Ordinal);
            var column = source.CodePointColumn(number, offset);
            return new Location(source, new Span(number, column, number, source.CodePointColumn(number, offset + heading.Length)));
        }
        return Location.AtStart(source);
    }
}
