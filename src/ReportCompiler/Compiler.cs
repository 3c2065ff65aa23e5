using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Repairs;
using ReportCompiler.Rules;
using ReportCompiler.Sources;

namespace ReportCompiler;

/// <summary>The whole compiler: sources in, compilation out. Parse, aggregate, check, render; each stage over all units.</summary>
/// <param name="project">The project.</param>
/// <param name="sources">Gives the files of a year; null if the project has no folder for it.</param>
/// <param name="templates">The templates.</param>
/// <param name="children">Gives the totals of the nested authorities for a year; null if there are none.</param>
public sealed class Compiler(
    Project project, Func<int, YearSources?> sources, Templates templates, Func<int, ImmutableArray<ChildTotals>>? children = null)
{
    /// <summary>All years the project has: a report links those beside its own.</summary>
    public IReadOnlyCollection<int> Years { get; init; } = [];

    /// <summary>What was found in the project before any year was looked at: the review page of every year shows it.</summary>
    public IReadOnlyCollection<Diagnostic> Beside { get; init; } = [];

    private readonly Reading _reading = new(project, sources, children);

    /// <summary>Compiles a year, on any thread. Without draft nothing is rendered where there is an error.</summary>
    /// <param name="year">The report's year.</param>
    /// <param name="formats">What to render.</param>
    /// <param name="draft">Whether to render in spite of errors.</param>
    /// <param name="withProse">Whether the narrative is read too; without it nothing is rendered.</param>
    /// <param name="beside">
    /// Has work done on another thread, in whatever time: pages are made there, and by the caller what is not begun when it is needed. Null
    /// where every processor has something to do.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The project has no folder for the year.</exception>
    public Compilation Compile(
        int year, ImmutableArray<ReportFormat> formats, bool draft, bool withProse = true, Action<Action>? beside = null)
    {
        var findings = new Findings(project.Weigh);
        if (project.EditionFor(year) is null)
        {
            findings.Add(Errors.Projects.NoEdition(Location.AtStart(project.Source), year, project.Editions.Keys) with { Year = year });
            return new Compilation(year, findings.Sorted(), 0, 0, default, []);
        }
        var (district, found, narrative, named) = _reading.Of(year) ?? throw new ArgumentOutOfRangeException(nameof(year));
        findings.AddRange(found);
        var before = _reading.Of(year - 1);
        var last = before?.District;
        // Nobody's figures are no zeros to compare with, and totals in doubt are not printed: a report says nothing of such a year.
        var shown = last is { Units.IsEmpty: false } ? last : null;
        var units = new List<UnitCheck>();
        var tally = Checker.Check(findings, project, district, last, units);
        var checkedYear = new CheckedYear(project, district, shown)
        {
            LastNarrative = before?.Narrative,
            IsDraft = draft,
            Beside = Beside,
            Years = Years,
            Files = [.. ReportFormats.All.Select(f => f.File)],
            Named = named,
            Repairs = UnitRepairs.Of(units),
            Tally = tally,
            Tallies = units.SelectMany(u => u.Now, (u, f) => KeyValuePair.Create(f.Unit, u.Tally)).ToDictionary(StringComparer.Ordinal),
        };
        var (outputs, prose) = withProse ? Renderer.Render(findings, templates, checkedYear, narrative, formats, beside) : ([], default);
        // The next year compares with this one; nobody with the one before.
        _reading.LetGo(year - 1);
        var published = findings.HasErrors && !draft ? [] : outputs;
        return new Compilation(year, findings.Sorted(), district.Files, district.Units.Length, tally, published)
        {
            Prose = prose,
            Tallies = checkedYear.Tallies,
            Repairs = checkedYear.Repairs,
        };
    }

    /// <summary>
    /// Makes what all reports of a year's edition have in common, on any thread: beside the reading of the year. Who needs it first makes
    /// it otherwise.
    /// </summary>
    /// <param name="year">The report's year.</param>
    /// <param name="formats">What will be rendered.</param>
    public void Prepare(int year, ImmutableArray<ReportFormat> formats)
    {
        if (project.EditionFor(year) is { } edition) Renderer.Prepare(templates, edition, formats);
    }

    /// <summary>
    /// Makes expressions of what a year's narrative states of its totals, where that is certain; null if it has no narrative, or, with
    /// findings, if it cannot be rendered.
    /// </summary>
    public BoundNarrative? Bind(Findings findings, int year)
    {
        if (_reading.Of(year) is not { Narrative: { } narrative } read) return null;
        var last = _reading.Of(year - 1)?.District;
        var checkedYear = new CheckedYear(project, read.District, last is { Units.IsEmpty: false } ? last : null)
        {
            Years = Years,
            Files = [.. ReportFormats.All.Select(f => f.File)],
            Named = read.Named,
        };
        return Binder.Bind(findings, templates, checkedYear, narrative);
    }

    /// <summary>A year's totals as the parent authority takes them; without totals if there is no folder or an error.</summary>
    /// <param name="year">The report's year.</param>
    /// <param name="hasErrors">Whether the year's compilation has errors.</param>
    public ChildTotals Totals(int year, bool hasErrors)
    {
        var totals = hasErrors ? null : _reading.TotalsOf(year)?.Totals;
        return new(project.Authority, year, project.Source, totals, project.Indicators, hasErrors) { Span = project.AuthorityAt.Span };
    }

    /// <summary>The page over several years; null, with findings, where its template fails, or if there is no year to show.</summary>
    /// <param name="findings">Takes faults of the template.</param>
    /// <param name="years">The years to show; of those whose figures are in doubt only the year is told.</param>
    /// <param name="isSound">Whether nothing is known against a year.</param>
    /// <param name="hasReport">Whether there is a report of a year to link.</param>
    public OutputFile? Index(Findings findings, IEnumerable<int> years, Func<int, bool> isSound, Func<int, bool> hasReport)
    {
        var districts = years.Order().Select(y => (y, isSound(y) ? _reading.TotalsOf(y) : null)).ToList();
        return IndexPage.Render(findings, templates, project, districts, hasReport);
    }

    /// <summary>A year's units and totals as they stand, right or wrong; null if the project has no folder or no form for it.</summary>
    public District? DistrictOf(int year) => _reading.Of(year)?.District;

    /// <summary>Who files for a year, in the order of the roster; if there is none, who filed the year before.</summary>
    public ImmutableArray<string> Due(int year) => Drafter.Due(project, year, _reading.Of(year - 1)?.District);

    /// <summary>Drafts the data files of a year that has an edition: what the year before gives is filled in, the rest is 待填.</summary>
    /// <param name="findings">Takes what is missing or faulty in the year before.</param>
    /// <param name="year">The year.</param>
    /// <param name="units">The units; none for all that are due.</param>
    public ImmutableArray<Draft> Draft(Findings findings, int year, IReadOnlyList<string> units) =>
        Drafter.Draft(findings, project, project.EditionFor(year)!, year, units, PastsOf(year), sources(year)?.Data ?? []);

    /// <summary>Drafts the same as forms to be filled in as spreadsheets.</summary>
    /// <param name="findings">Takes what is missing or faulty in the year before.</param>
    /// <param name="year">The year.</param>
    /// <param name="units">The units; none for all that are due.</param>
    /// <param name="there">The names of the files that are there already: they stay as they are.</param>
    public ImmutableArray<DraftedForm> DraftForms(
        Findings findings, int year, IReadOnlyList<string> units, IReadOnlySet<string> there) =>
        Drafter.Forms(findings, project, project.EditionFor(year)!, year, units, PastsOf(year), there);

    private Pasts PastsOf(int year)
    {
        var last = _reading.Of(year - 1)?.District;
        var found = last is null ? [] : Compile(year - 1, [], draft: false).Diagnostics;
        var faulty = found.Where(d => d is { Severity: Severity.Error, Unit: not null, OfDistrict: false })
            .Select(d => d.Unit!).ToHashSet(StringComparer.Ordinal);
        return new Pasts(project, year, last, faulty);
    }

    /// <summary>Checks a data file outside any project by the rules that need no other file.</summary>
    public static Compilation CheckFile(Source file)
    {
        var findings = new Findings();
        var year = FilingReader.YearOf(file);
        var edition = Editions.OfForm.For(year ?? int.MaxValue) ?? Editions.OfForm.For(int.MaxValue)!;
        var filing = FilingReader.Read(findings, file, edition, null, year ?? edition.From, Editions.OfForm);
        var check = filing is null ? null : Checker.CheckAlone(findings, filing);
        return new Compilation(year ?? edition.From, findings.Sorted(), 1, filing is null ? 0 : 1, check?.Tally ?? default, [])
        {
            Repairs = check is null ? [] : UnitRepairs.Of([check]),
        };
    }
}
