using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rules;

/// <summary>Compares two years of a project cell by cell.</summary>
public static class Difference
{
    /// <summary>The district's totals: every cell of either form in the order of the later one, then the indicators.</summary>
    public static ImmutableArray<Change> OfTotals(Project project, District before, District after) =>
    [
        .. Cells(before.Edition, after.Edition, before.Totals, after.Totals, (of, cell) => of.IsComplete && of.Totals[cell].IsStated, before, after),
        .. project.Indicators.Select(i => OfIndicator(i, before.Totals.Indicators[i.Index], after.Totals.Indicators[i.Index])),
    ];

    /// <summary>The units, those linked by 前身 between the two years together, in the order of the roster.</summary>
    public static ImmutableArray<LineChange> OfUnits(Project project, District before, District after)
    {
        var lines = Succession.Between(project, before, after);
        return [.. lines.Select(l => new LineChange([.. l.Before.Select(f => f.Unit)], [.. l.After.Select(f => f.Unit)], OfLine(project, before.Edition, after.Edition, l)))];
    }

    private static ImmutableArray<Change> OfLine(Project project, Edition before, Edition after, (List<Filing> Before, List<Filing> After) line) =>
    [
        .. Cells(before, after, Together(before, line.Before), Together(after, line.After), (filings, cell) => filings.TrueForAll(f => f.Figures.Stated(cell).IsExplicit), line.Before, line.After),
        .. project.Indicators.Select(i => OfIndicator(i, Together(i, line.Before), Together(i, line.After))),
    ];

    private static Figures? Together(Edition edition, List<Filing> filings) => filings.Count == 0 ? null : Figures.Sum(edition, [.. filings.Select(f => f.Figures)]);

    /// <summary>Several units' figure of an indicator as its summary makes it; null where there is no unit, or none is made of several.</summary>
    private static Figure? Together(Indicator indicator, List<Filing> filings)
    {
        var figures = filings.ConvertAll(f => f.Figures.Indicators[indicator.Index]);
        if (figures.Count <= 1) return figures.Count == 0 ? null : figures[0];
        return indicator.Summary switch
        {
            Summary.Sum => new Figure(figures.Exists(f => f.IsStated) ? FigureState.Number : FigureState.Absent, figures.Sum(f => f.Value), default),
            Summary.Largest => figures.Where(f => f.State == FigureState.Number).DefaultIfEmpty().MaxBy(f => f.Value),
            _ => null,
        };
    }

    private static IEnumerable<Change> Cells<T>(Edition before, Edition after, Figures? then, Figures? now, Func<T, Cell, bool> isStated, T beforeOf, T afterOf)
    {
        foreach (var pair in Lineage.Of(after, before).Pairings)
        {
            var (was, value) = (pair.Before.IsEmpty ? null : then?.Value(pair.Before), pair.Now.IsEmpty ? null : now?.Value(pair.Now));
            var jumps = was is { } a && value is { } b && pair.Before.Any(c => isStated(beforeOf, c)) && pair.Now.Any(c => isStated(afterOf, c)) && Jump.Is(pair.Any.Kind, a, b);
            yield return new Change(pair.Path, pair.Gloss, pair.Any.Unit, was, value, jumps, pair.IsJoined ? pair : null);
        }
    }

    private static Change OfIndicator(Indicator indicator, Figure? then, Figure? now) => new(indicator.Path, indicator.Label, indicator.Unit, then?.Value, now?.Value,
        then is { IsStated: true } a && now is { IsStated: true } b && Jump.Is(indicator.Kind, a.Value, b.Value));
}
