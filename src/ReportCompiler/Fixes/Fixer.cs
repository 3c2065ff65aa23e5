using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Fixes;

/// <summary>
/// Fixes what the keyboard, the editor or the encoding did to a file, and nothing else: every edit belongs to a finding, at its
/// exact place, and all around it stays byte for byte. What takes a decision stays a finding.
/// </summary>
public static class Fixer
{
    // One fix may lay another open (a control character within a figure): a second look nearly always finds nothing.
    private const int MostRounds = 8;

    /// <summary>A data file of a year's folder.</summary>
    /// <param name="source">The file.</param>
    /// <param name="edition">The form of that year.</param>
    /// <param name="indicators">The authority's own figures; null to accept any.</param>
    /// <param name="year">The folder's year.</param>
    /// <param name="totals">Whether totals that their details contradict are made anew.</param>
    public static FixedFile Data(Source source, Edition edition, ImmutableArray<Indicator>? indicators, int year, bool totals = false) =>
        Fix(source, (findings, s) => FilingReader.Read(findings, s, edition, indicators, year), totals);

    /// <summary>A data file of no project: the year it states decides on the form.</summary>
    /// <param name="source">The file.</param>
    /// <param name="totals">Whether totals that their details contradict are made anew.</param>
    public static FixedFile Data(Source source, bool totals = false)
    {
        var year = FilingReader.YearOf(source);
        var edition = Editions.OfForm.For(year ?? int.MaxValue) ?? Editions.OfForm.For(int.MaxValue)!;
        return Data(source, edition, null, year ?? edition.From, totals);
    }

    /// <summary>A file of YAML that is no data file: what the input method did to it.</summary>
    public static FixedFile Yaml(Source source) =>
        Fix(source, static (findings, s) => NoFiling(YamlReader.Read(findings, s)), totals: false);

    /// <summary>Any other text: its encoding.</summary>
    public static FixedFile Text(Source source) =>
        Fix(source, static (findings, s) => NoFiling(Decoder.Decode(findings, s)), totals: false);

    private static Filing? NoFiling(object? _) => null;

    private static FixedFile Fix(Source source, Func<Findings, Source, Filing?> read, bool totals)
    {
        var edits = new List<Edit>();
        var (now, filing) = (Editing.WithoutMark(source, edits), (Filing?)null);
        for (var round = 0; round < MostRounds; round++)
        {
            var findings = new Findings { IsExhaustive = true };
            filing = read(findings, now);
            var sure = Editing.Apart(findings.All.SelectMany(f => f.Edits));
            if (sure.Count == 0) break;
            edits.AddRange(sure);
            now = Editing.Apply(now, sure);
        }
        ImmutableArray<TotalChange> changes = totals && filing is not null ? [.. TotalsFixer.Changes(filing)] : [];
        if (changes.Length > 0) now = Editing.Apply(now, Editing.Apart(changes.Select(c => c.Edit)));
        var doubt = changes.Length > 0 ? DetailInstead(filing!, changes) : null;
        return new FixedFile(source, now, [.. edits.OrderBy(e => e.At.Span.Line)], changes, doubt);
    }

    /// <summary>A smallest repair that changes a detail: as good an explanation as a wrong total.</summary>
    private static Repair? DetailInstead(Filing filing, ImmutableArray<TotalChange> remade) =>
        Localiser.Find(filing).Repairs.FirstOrDefault(r => r.Edits.All(e => remade.All(t => t.Cell != e.Cell))
            && r.Edits.Any(e => filing.Figures.Edition.Find(e.Cell) is { IsTotal: false }));
}
