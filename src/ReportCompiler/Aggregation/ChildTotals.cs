using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Aggregation;

/// <summary>A year of a nested authority as its parent sees it: its totals alone: the depth of the tree bounds the memory.</summary>
/// <param name="Authority">The nested authority.</param>
/// <param name="Year">The report's year.</param>
/// <param name="Source">Its reportc.yaml.</param>
/// <param name="Totals">Its totals; null if it has errors, or no folder for the year.</param>
/// <param name="Indicators">Its own indicators.</param>
/// <param name="HasErrors">Whether it has errors.</param>
public sealed record ChildTotals(
    string Authority, int Year, SourceText Source, Figures? Totals, ImmutableArray<Indicator> Indicators, bool HasErrors)
{
    /// <summary>Whether there is anything of the year, right or wrong.</summary>
    public bool HasYear => Totals is not null || HasErrors;

    /// <summary>Where findings about it are.</summary>
    public Location At => new(Source, Span);

    /// <summary>Where reportc.yaml names it.</summary>
    public Span Span { get; init; } = Span.Start;

    /// <summary>The totals as a unit's filing; null, with a finding, if there are none or they are of another form.</summary>
    public Filing? AsFiling(Findings findings, Project parent, Edition edition)
    {
        if (Fault(edition) is { } fault)
        {
            findings.Add(fault with { Year = Year });
            return null;
        }
        return new Filing
        {
            Unit = Authority,
            Year = Year,
            Submitted = null,
            Source = Source,
            UnitSpan = At.Span,
            IsSound = true,
            Notes = ImmutableDictionary<string, Note>.Empty,
            Figures = Totals!.WithIndicators([.. parent.Indicators.Select(Mapped)]),
        };
    }

    private Diagnostic? Fault(Edition edition)
    {
        if (HasErrors && Totals is null) return Errors.Roster.ChildFailed(At, Authority, Year);
        if (Totals is null) return Errors.Roster.ChildMissing(At, Authority, Year);
        return Totals.Edition.Key == edition.Key ? null : Errors.Roster.ChildOfOtherEdition(At, Authority, Totals.Edition.Key, edition.Key);
    }

    private Figure Mapped(Indicator indicator) =>
        Indicators.FirstOrDefault(i => i.Key == indicator.Key) is { } own ? Totals!.Indicators[own.Index] : default;
}
