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
        .. Cells(Of(before), Of(after)),
        .. project.Indicators.Select(i => OfIndicator(i, before.Totals.Indicators[i.Index], after.Totals.Indicators[i.Index])),
    ];

    /// <summary>The units, those linked by 前身 between the two years together, in the order of the roster.</summary>
    public static ImmutableArray<LineChange> OfUnits(Project project, District before, District after)
    {
        return [.. Succession.Between(project, before, after).Select(l => Of(l.Before, l.After))];

        LineChange Of(List<Filing> then, List<Filing> now) =>
            new([.. then.Select(f => f.Unit)], [.. now.Select(f => f.Unit)], OfLine(project, (before.Edition, then), (after.Edition, now)));
    }

    private static ImmutableArray<Change> OfLine(
        Project project, (Edition Edition, List<Filing> Filings) before, (Edition Edition, List<Filing> Filings) after) =>
    [
        .. Cells(Of(before.Edition, before.Filings), Of(after.Edition, after.Filings)),
        .. project.Indicators.Select(i => OfIndicator(i, Together(i, before.Filings), Together(i, after.Filings))),
    ];

    private static Compared Of(District district) =>
        new(district.Edition, district.Totals, cell => district.IsComplete && district.Totals[cell].IsStated);

    private static Compared Of(Edition edition, List<Filing> filings) =>
        new(edition, Together(edition, filings), cell => filings.TrueForAll(f => f.Figures.Stated(cell).IsExplicit));

    private static Figures? Together(Edition edition, List<Filing> filings) =>
        filings.Count == 0 ? null : Figures.Sum(edition, [.. filings.Select(f => f.Figures)]);

    /// <summary>Several units' figure of an indicator as its summary makes it; null without a unit, or if several make none.</summary>
    private static Figure? Together(Indicator indicator, List<Filing> filings)
    {
        var figures = filings.ConvertAll(f => f.Figures.Indicators[indicator.Index]);
        if (figures.Count <= 1) return figures.Count == 0 ? null : figures[0];
        var state = figures.Exists(f => f.IsStated) ? FigureState.Number : FigureState.Absent;
        return indicator.Summary switch
        {
            Summary.Sum => new Figure(state, figures.Sum(f => f.Value), default),
            Summary.Largest => figures.Where(f => f.State == FigureState.Number).DefaultIfEmpty().MaxBy(f => f.Value),
            _ => null,
        };
    }

    /// <summary>What is compared of a year.</summary>
    private sealed record Compared(Edition Edition, Figures? Figures, Func<Cell, bool> IsStated);

    private static IEnumerable<Change> Cells(Compared before, Compared after)
    {
        foreach (var pair in Lineage.Of(after.Edition, before.Edition).Pairings)
        {
            var was = pair.Before.IsEmpty ? null : before.Figures?.Value(pair.Before);
            var value = pair.Now.IsEmpty ? null : after.Figures?.Value(pair.Now);
            var isStated = pair.Before.Any(before.IsStated) && pair.Now.Any(after.IsStated);
            var jumps = isStated && was is { } a && value is { } b && Jump.Is(pair.Any.Kind, a, b);
            yield return new Change(pair.Path, pair.Gloss, pair.Any.Unit, was, value, jumps, pair.IsJoined ? pair : null);
        }
    }

    private static Change OfIndicator(Indicator indicator, Figure? then, Figure? now)
    {
        var jumps = then is { IsStated: true } a && now is { IsStated: true } b && Jump.Is(indicator.Kind, a.Value, b.Value);
        return new(indicator.Path, indicator.Label, indicator.Unit, then?.Value, now?.Value, jumps);
    }
}
