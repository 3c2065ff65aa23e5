using Reportc.Projects;
using ReportCompiler;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Sources;

namespace Reportc.Commands.Status;

/// <summary>How a unit stands with its file.</summary>
internal enum Filed
{
    /// <summary>Filed, without error.</summary>
    Sound,

    /// <summary>Filed, with errors.</summary>
    Failing,

    /// <summary>Due, and not filed.</summary>
    Missing,

    /// <summary>Filed, but not due: not on the roster, or not in this year.</summary>
    Unexpected,

    /// <summary>A file of which the unit cannot be read.</summary>
    Unreadable,
}

/// <summary>A unit of the status.</summary>
/// <param name="Unit">The unit; null if the file does not tell.</param>
/// <param name="State">How it stands.</param>
/// <param name="Submitted">When it was sent in, by the file; null if it does not say.</param>
/// <param name="File">Its file, relative to the project; null if there is none.</param>
/// <param name="IsLate">Whether it was sent in after the deadline, or is missing on a day after it.</param>
internal sealed record UnitStanding(string? Unit, Filed State, DateOnly? Submitted, string? File, int Errors, int Warnings, bool IsLate);

/// <summary>Who has filed for a year, who has not, who fails, who is late, on a day.</summary>
internal sealed class Standing
{
    private readonly Compilation _compilation;

    private Standing(SingleProject project, Compilation compilation, DateOnly asOf)
    {
        (Project, _compilation, AsOf) = (project, compilation, asOf);
        var deadlines = project.Project.Deadlines;
        (UnitsDue, ReportDue) = (deadlines.Units.In(Year + 1), deadlines.Report.In(Year + 1));
        Published = project.Project.Published.TryGetValue(Year, out var published) ? published : null;
    }

    /// <summary>The project.</summary>
    public SingleProject Project { get; }

    public int Year => _compilation.Year;

    public DateOnly AsOf { get; }

    public DateOnly UnitsDue { get; }

    public DateOnly ReportDue { get; }

    /// <summary>When the report was published, by reportc.yaml.</summary>
    public DateOnly? Published { get; }

    /// <summary>Whether the report was published after its deadline, or is not on a day after it.</summary>
    public bool IsReportLate => (Published ?? AsOf) > ReportDue;

    /// <summary>The units due in the order of the roster, then what else was filed.</summary>
    public List<UnitStanding> Units { get; } = [];

    public int Errors => _compilation.Diagnostics.Count(d => d.Severity == Severity.Error);

    public int Warnings => _compilation.Diagnostics.Count(d => d.Severity == Severity.Warning);

    public int Count(Filed state) => Units.Count(u => u.State == state);

    /// <summary>Looks at a year of a project.</summary>
    public static Standing Of(SingleProject look, int year, DateOnly asOf)
    {
        var district = look.District(year);
        var standing = new Standing(look, look.Compiler.Compile(year, [], draft: false), asOf);
        var filings = district.Units.ToDictionary(f => f.Unit, StringComparer.Ordinal);
        var due = look.Project.Due(year)?.Select(e => e.Name).ToList() ?? [];
        var absent = district.Absent.DistinctBy(c => c.Authority, StringComparer.Ordinal).Where(c => !filings.ContainsKey(c.Authority))
            .ToDictionary(c => c.Authority, StringComparer.Ordinal);
        foreach (var unit in due.Union(filings.Keys, StringComparer.Ordinal).Union(absent.Keys, StringComparer.Ordinal))
        {
            if (absent.TryGetValue(unit, out var child)) standing.Add(child);
            else if (unit == district.Own?.Unit) standing.Add(unit, district.Own);
            else standing.Add(unit, filings.GetValueOrDefault(unit));
        }
        standing.AddOthers(look.Project.Authority, [.. filings.Values.Select(f => f.Source.Path), district.Own?.Source.Path ?? ""]);
        return standing;
    }

    private void Add(string unit, Filing? filing)
    {
        var (errors, warnings) = Found(d => d.Unit == unit);
        var state = filing is null ? Filed.Missing : errors > 0 ? Filed.Failing : Filed.Sound;
        // A file without its date was sent in on a day nobody knows: not late for all that is known.
        var late = (filing is null ? AsOf : filing.Submitted ?? DateOnly.MinValue) > UnitsDue;
        Units.Add(new UnitStanding(unit, state, filing?.Submitted, filing?.Source.Path, filing is null ? 0 : errors,
            filing is null ? 0 : warnings, late));
    }

    /// <summary>Adds a nested authority whose totals are not there; what is wrong with them is told of its reportc.yaml.</summary>
    private void Add(ChildTotals child)
    {
        var (errors, warnings) = Found(d => d.Location?.File == child.Source.Path);
        if (child.HasYear) Units.Add(
            new UnitStanding(child.Authority, Filed.Failing, null, child.Source.Path, errors, warnings, IsLate: false));
        else Units.Add(new UnitStanding(child.Authority, Filed.Missing, null, null, 0, 0, AsOf > UnitsDue));
    }

    /// <summary>Files that are no due unit's: of a unit not on the roster, filed a second time, or not to be read.</summary>
    private void AddOthers(string authority, IReadOnlyCollection<string> known)
    {
        var others = _compilation.Diagnostics.Where(d =>
            d.Severity == Severity.Error && !d.OfDistrict && d.Location is { } at && ProjectLayout.YearOf(at.File) == Year
            && ProjectLayout.IsIn(at.File, ProjectLayout.Data) && !known.Contains(at.File, StringComparer.Ordinal))
                .GroupBy(d => d.Location!.File, StringComparer.Ordinal);
        foreach (var file in others.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var unit = file.Select(d => d.Unit).FirstOrDefault(u => u is not null && u != authority);
            var (errors, warnings) = Found(d => d.Location?.File == file.Key);
            Units.Add(new UnitStanding(unit, unit is null ? Filed.Unreadable : Filed.Unexpected, null, file.Key, errors, warnings,
                IsLate: false));
        }
    }

    private (int Errors, int Warnings) Found(Func<Diagnostic, bool> wanted)
    {
        var found = _compilation.Diagnostics.Where(d => !d.OfDistrict && wanted(d)).ToList();
        return (found.Count(d => d.Severity == Severity.Error), found.Count(d => d.Severity == Severity.Warning));
    }
}
