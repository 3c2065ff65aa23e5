using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler;

/// <summary>The first half of the compiler: reads and aggregates years, each once, however many reports compare with it.</summary>
/// <param name="project">The project.</param>
/// <param name="sources">Gives the files of a year; null if the project has no folder for it.</param>
/// <param name="children">Gives the totals of the nested authorities for a year; null if there are none.</param>
internal sealed class Reading(Project project, Func<int, YearSources?> sources, Func<int, ImmutableArray<ChildTotals>>? children)
{
    private readonly ConcurrentDictionary<int, Lazy<YearRead?>> _read = [];
    private readonly ConcurrentDictionary<int, District> _totals = [];
    private readonly Lock _below = new();

    /// <summary>Reads and aggregates a year, once, whoever asks first; null if the project has no folder or no form for it.</summary>
    public YearRead? Of(int year) => _read.GetOrAdd(year, y => new Lazy<YearRead?>(() => Read(y))).Value;

    /// <summary>A year's totals, with or without its units; null if the project has no folder or no form for it.</summary>
    public District? TotalsOf(int year) => _totals.TryGetValue(year, out var totals) ? totals : Of(year)?.District;

    /// <summary>
    /// Keeps no more of a year than its totals: memory grows with the units of the years that are worked on, however many are made.
    /// Whoever asks for the units again has them read again.
    /// </summary>
    public void LetGo(int year)
    {
        if (!_read.TryGetValue(year, out var read) || read is not { IsValueCreated: true, Value: { } whole }) return;
        _totals[year] = whole.District.TotalsAlone();
        _read.TryRemove(year, out _);
    }

    private YearRead? Read(int year)
    {
        if (project.EditionFor(year) is not { } edition || sources(year) is not { } files) return null;
        var findings = new Findings();
        var district = ReadDistrict(findings, edition, files);
        return new YearRead(district, [.. findings.All], files.Narrative, files.Named);
    }

    private District ReadDistrict(Findings findings, Edition edition, YearSources files)
    {
        Unread.Find(findings, files.Others, files.Data, ImportedDocument.SourceOf, files.Year);
        var filings = files.Data
            .Select(f => FilingReader.Read(findings, f, edition, project.Indicators, files.Year, project.Editions)).ToList();
        var below = Below(files.Year);
        var (nested, absent) = Children.Read(findings, project, edition, below);
        var unreadable = filings.Count(f => f is null) + below.Count(c => c.HasErrors);
        var listed = below.Select(c => c.Authority).ToHashSet(StringComparer.Ordinal);
        var (units, own, complete) = Roster.Sort(findings, project, files.Year, [.. filings.OfType<Filing>()], nested, listed, unreadable);
        var sound = complete && absent.IsEmpty && filings.All(f => f is { IsSound: true });
        return new District
        {
            Authority = project.Authority,
            Year = files.Year,
            Edition = edition,
            Units = [.. units],
            Own = own,
            Totals = Aggregator.Sum(findings, project, files.Year, edition, units, own),
            Absent = absent,
            IsComplete = sound,
            Files = files.Data.Length,
            Unreadable = unreadable,
        };
    }

    /// <summary>The totals of the nested authorities, of one year after the other: whoever gives them reads whole projects.</summary>
    private ImmutableArray<ChildTotals> Below(int year)
    {
        if (children is null) return [];
        lock (_below) return children(year);
    }
}
