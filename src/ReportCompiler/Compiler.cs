using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Repairs;
using ReportCompiler.Rules;
using ReportCompiler.Sources;

namespace ReportCompiler;

/// <summary>The files of one year of a project.</summary>
/// <param name="Year">The report's year.</param>
/// <param name="Data">The units' data files, in the order of their names.</param>
/// <param name="Narrative">The clerk's Markdown; null where there is none.</param>
public sealed record YearSources(int Year, ImmutableArray<Source> Data, Source? Narrative);

/// <summary>What became of a year: everything that was found, and the files of the report where it may be published.</summary>
public sealed record Compilation(int Year, ImmutableArray<Diagnostic> Diagnostics, int Files, int Units, Tally Tally, ImmutableArray<OutputFile> Outputs)
{
    /// <summary>How many equations were evaluated on each unit.</summary>
    public ImmutableDictionary<string, Tally> Tallies { get; init; } = ImmutableDictionary<string, Tally>.Empty;

    /// <summary>For every unit whose equations are broken, the smallest sets of cells that mend them.</summary>
    public ImmutableArray<UnitRepairs> Repairs { get; init; } = [];

    /// <summary>Whether anything stops the report.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>The whole compiler: sources in, compilation out. Parse, aggregate, check, render; each stage over all units.</summary>
/// <param name="project">The project.</param>
/// <param name="sources">Gives the files of a year; null where the project has no folder for it.</param>
/// <param name="templates">The templates.</param>
/// <param name="children">Gives the totals of the nested authorities for a year; null where there are none.</param>
public sealed class Compiler(Project project, Func<int, YearSources?> sources, Templates templates, Func<int, ImmutableArray<ChildTotals>>? children = null)
{
    /// <summary>All years the project has: a report links those beside its own.</summary>
    public IReadOnlyCollection<int> Years { get; init; } = [];

    private readonly Dictionary<int, (District District, ImmutableArray<Diagnostic> Found, Source? Narrative)?> _read = [];

    /// <summary>Compiles a year. Without draft nothing is rendered where there is an error.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The project has no folder for the year.</exception>
    public Compilation Compile(int year, OutputFormats formats, bool draft)
    {
        var findings = new Findings(project.Weigh);
        if (project.EditionFor(year) is null)
        {
            findings.Add(Errors.Projects.NoEdition(new Location(project.Source, new Span(1, 1, 1, 1)), year, project.Editions.Keys) with { Year = year });
            return new Compilation(year, findings.Sorted(), 0, 0, default, []);
        }
        var (district, found, narrative) = Read(year) ?? throw new ArgumentOutOfRangeException(nameof(year));
        findings.AddRange(found);
        var last = Read(year - 1)?.District;
        var units = new List<UnitCheck>();
        var tally = Checker.Check(findings, project, district, last, units);
        var outputs = Renderer.Render(findings, templates, project, district, last, narrative, formats, () => DraftErrors(findings, draft), Years);
        return new Compilation(year, findings.Sorted(), district.Files, district.Units.Length, tally, findings.HasErrors && !draft ? [] : outputs)
        {
            Tallies = units.SelectMany(u => u.Now, (u, f) => KeyValuePair.Create(f.Unit, u.Tally)).ToImmutableDictionary(StringComparer.Ordinal),
            Repairs = UnitRepairs.Of(units),
        };
    }

    /// <summary>A year's totals as the parent authority takes them; without totals where there is no folder or an error.</summary>
    /// <param name="year">The report's year.</param>
    /// <param name="hasErrors">Whether the year's compilation has errors.</param>
    public ChildTotals Totals(int year, bool hasErrors) =>
        new(project.Authority, year, project.Source, hasErrors ? null : Read(year)?.District.Totals, project.Indicators, hasErrors);

    /// <summary>The page over several years; null, with findings, where its template fails, or where there is no year to show.</summary>
    /// <param name="findings">Takes faults of the template.</param>
    /// <param name="years">The years to show; of those whose figures are in doubt only the year is told.</param>
    /// <param name="isSound">Whether nothing is known against a year.</param>
    /// <param name="hasReport">Whether there is a report of a year to link.</param>
    public OutputFile? Index(Findings findings, IEnumerable<int> years, Func<int, bool> isSound, Func<int, bool> hasReport)
    {
        var districts = years.Order().Select(y => (y, isSound(y) ? Read(y)?.District : null)).ToList();
        return IndexPage.Render(findings, templates, project, districts, hasReport);
    }

    /// <summary>A year's units and totals as they stand, right or wrong; null where the project has no folder or no form for it.</summary>
    public District? DistrictOf(int year) => Read(year)?.District;

    /// <summary>Checks a data file outside any project by the rules that need no other file.</summary>
    public static Compilation CheckFile(Source file)
    {
        var findings = new Findings();
        var year = FilingReader.YearOf(file);
        var edition = Editions.OfForm.For(year ?? int.MaxValue) ?? Editions.OfForm.For(int.MaxValue)!;
        var filing = FilingReader.Read(findings, file, edition, null, year ?? edition.From, Editions.OfForm);
        var check = filing is null ? null : Checker.CheckAlone(findings, filing);
        return new Compilation(year ?? edition.From, findings.Sorted(), 1, filing is null ? 0 : 1, check?.Tally ?? default, []) { Repairs = check is null ? [] : UnitRepairs.Of([check]) };
    }

    /// <summary>Reads and aggregates a year, once; null where the project has no folder or no form for it.</summary>
    private (District District, ImmutableArray<Diagnostic> Found, Source? Narrative)? Read(int year)
    {
        if (_read.TryGetValue(year, out var read)) return read;
        if (project.EditionFor(year) is { } edition && sources(year) is { } files)
        {
            var findings = new Findings();
            read = (ReadDistrict(findings, edition, files), [.. findings.All], files.Narrative);
        }
        return _read[year] = read;
    }

    private District ReadDistrict(Findings findings, Edition edition, YearSources files)
    {
        var filings = files.Data.Select(f => FilingReader.Read(findings, f, edition, project.Indicators, files.Year, project.Editions)).ToList();
        var below = children?.Invoke(files.Year) ?? [];
        var nested = below.Select(c => c.AsFiling(findings, project, edition)).OfType<Filing>().ToList();
        var (units, own, complete) = Roster.Sort(findings, project, files.Year, [.. filings.OfType<Filing>()], nested, filings.Count(f => f is null));
        var sound = complete && nested.Count == below.Length && filings.All(f => f is { IsSound: true });
        return new District
        {
            Authority = project.Authority,
            Year = files.Year,
            Edition = edition,
            Units = [.. units],
            Own = own,
            Totals = Aggregator.Sum(findings, project, files.Year, edition, units, own),
            IsComplete = sound,
            Files = files.Data.Length,
            Unreadable = filings.Count(f => f is null) + below.Count(c => c.HasErrors),
        };
    }

    private static List<string>? DraftErrors(Findings findings, bool draft) =>
        draft ? [.. findings.Sorted().Where(d => d.Severity == Severity.Error).Select(d => $"{d.Rule.Code} {(d.Unit is null ? "" : d.Unit + "：")}{d.Message.Chinese}")] : null;
}
