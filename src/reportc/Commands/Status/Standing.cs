using Reportc.Projects;
using ReportCompiler;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Input;
using ReportCompiler.Sources;

namespace Reportc.Commands.Status;

/// <summary>How a unit stands with its file: the first that holds.</summary>
internal enum Filed
{
    /// <summary>Due, and there is no file.</summary>
    Missing,

    /// <summary>Nothing is filled in yet.</summary>
    Untouched,

    /// <summary>Something is 待填 or 待核.</summary>
    Partial,

    /// <summary>Filled in, with errors.</summary>
    Failing,

    /// <summary>Filled in, without error.</summary>
    Filed,

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
/// <param name="Errors">How many errors it has, what is not filled in among them.</param>
/// <param name="Warnings">How many warnings it has.</param>
internal sealed record UnitStanding(string? Unit, Filed State, DateOnly? Submitted, string? File, int Errors, int Warnings)
{
    /// <summary>How many places are 待填 or 待核.</summary>
    public int Open { get; init; }

    /// <summary>Whether the deadline is past and the file is missing or not all filled in.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whether there is no data file, but a form that has to be imported, or could not be read.</summary>
    public bool HasForm { get; init; }

    /// <summary>Who answers for the file.</summary>
    public Signers Signers { get; init; } = Signers.None;
}

/// <summary>Who has filed for a year, who has not, who fails, who is late, on a day.</summary>
internal sealed class Standing
{
    private readonly Compilation _compilation;
    private readonly Fillings _fillings;

    private Standing(SingleProject project, Compilation compilation, DateOnly asOf)
    {
        (Project, _compilation, AsOf) = (project, compilation, asOf);
        _fillings = new Fillings(project.Project);
        var deadlines = project.Project.Deadlines;
        (UnitsDue, ReportDue) = (deadlines.Units.In(Year + 1), deadlines.Report.In(Year + 1));
        Published = project.Project.Published.TryGetValue(Year, out var published) ? published.Date : null;
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

    /// <summary>The forms that lie in the data folder and ask for something.</summary>
    public List<WaitingForm> Forms { get; } = [];

    /// <summary>How many errors there are.</summary>
    public int Errors => _compilation.Diagnostics.Count(d => d.Severity == Severity.Error);

    /// <summary>How many of them say that something is not filled in.</summary>
    public int Unfilled => _compilation.Diagnostics.Count(d => d.Rule == Catalogue.Unfilled);

    public int Warnings => _compilation.Diagnostics.Count(d => d.Severity == Severity.Warning);

    /// <summary>How many units are due.</summary>
    public int Due => Units.Count(u => u.State <= Filed.Filed);

    /// <summary>The project as the command named it; null if it did not.</summary>
    public string? Named { get; init; }

    public int Count(Filed state) => Units.Count(u => u.State == state);

    /// <summary>Looks at a year of a project.</summary>
    public static Standing Of(SingleProject look, int year, DateOnly asOf, string? named)
    {
        var district = look.District(year);
        var standing = new Standing(look, look.Compiler.Compile(year, [], draft: false), asOf) { Named = named };
        var filings = district.Units.ToDictionary(f => f.Unit, StringComparer.Ordinal);
        var due = look.Project.Due(year)?.Select(e => e.Name).ToList() ?? [];
        var absent = district.Absent.DistinctBy(c => c.Authority, StringComparer.Ordinal).Where(c => !filings.ContainsKey(c.Authority))
            .ToDictionary(c => c.Authority, StringComparer.Ordinal);
        standing.Forms.AddRange(new FormLook(look, district, standing._fillings).Waiting());
        foreach (var unit in due.Union(filings.Keys, StringComparer.Ordinal).Union(absent.Keys, StringComparer.Ordinal))
        {
            if (absent.TryGetValue(unit, out var child)) standing.Add(child);
            else if (unit == district.Own?.Unit) standing.Add(unit, district.Own, states: true);
            else standing.Add(unit, filings.GetValueOrDefault(unit), states: false);
        }
        standing.AddOthers(look.Project.Authority, [.. filings.Values.Select(f => f.Source.Path), district.Own?.Source.Path ?? ""]);
        return standing;
    }

    private void Add(string unit, Filing? filing, bool states)
    {
        if (filing is null)
        {
            Units.Add(new UnitStanding(unit, Filed.Missing, null, null, 0, 0)
            {
                IsLate = AsOf > UnitsDue,
                HasForm = Forms.Exists(f => f.State is FormState.New or FormState.Unread && f.Unit == unit),
            });
            return;
        }
        var (errors, warnings) = Found(d => d.Unit == unit);
        var open = _compilation.Diagnostics.Count(d => d.Rule == Catalogue.Unfilled && d.Location?.File == filing.Source.Path);
        var state = _fillings.Of(filing, open, states) switch
        {
            Filling.Untouched => Filed.Untouched,
            Filling.Partial => Filed.Partial,
            _ => errors > 0 ? Filed.Failing : Filed.Filed,
        };
        Units.Add(new UnitStanding(unit, state, filing.Submitted, filing.Source.Path, errors, warnings)
        {
            Open = open,
            IsLate = state < Filed.Failing && AsOf > UnitsDue,
            Signers = filing.Signers,
        });
    }

    /// <summary>Adds a nested authority whose totals are not there; what is wrong with them is told of its reportc.yaml.</summary>
    private void Add(ChildTotals child)
    {
        var (errors, warnings) = Found(d => d.Location?.File == child.Source.Path);
        if (child.HasYear) Units.Add(new UnitStanding(child.Authority, Filed.Failing, null, child.Source.Path, errors, warnings));
        else Units.Add(new UnitStanding(child.Authority, Filed.Missing, null, null, 0, 0) { IsLate = AsOf > UnitsDue });
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
            Units.Add(new UnitStanding(unit, unit is null ? Filed.Unreadable : Filed.Unexpected, null, file.Key, errors, warnings));
        }
    }

    private (int Errors, int Warnings) Found(Func<Diagnostic, bool> wanted)
    {
        var found = _compilation.Diagnostics.Where(d => !d.OfDistrict && wanted(d)).ToList();
        return (found.Count(d => d.Severity == Severity.Error), found.Count(d => d.Severity == Severity.Warning));
    }
}
