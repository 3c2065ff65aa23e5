using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Aggregation;

/// <summary>Makes the district's totals, cell by cell, of its units' figures.</summary>
public static class Aggregator
{
    /// <summary>How many of the figures of a sum that is too large are named.</summary>
    private const int MostNamed = 3;

    /// <summary>Sums the filings that count. A sum beyond 64 bits is a finding that names the cell.</summary>
    public static Figures Sum(Findings findings, Project project, int year, Edition edition, IReadOnlyList<Filing> units, Filing? own)
    {
        var cells = new FigureArray(edition.Cells.Length);
        foreach (var unit in units) unit.Figures.AddTo(cells);
        var indicators = project.Indicators.Select(i => Summarise(i, units.Select(u => u.Figures.Indicators[i.Index]), own));
        var totals = new Figures(edition, cells, [.. indicators]);
        foreach (var cell in edition.Cells)
            if (totals.State(cell) != FigureState.Absent && Math.Abs(totals.Value(cell)) > long.MaxValue)
                findings.Add(TooLarge(cell.Path, totals.Value(cell), u => u.Figures[cell]));
        return totals;

        Figure Add(IEnumerable<Figure> figures, Indicator indicator)
        {
            var all = figures.ToList();
            var sum = all.Sum(f => f.Value);
            var state = all.Where(f => f.IsUsable).Select(f => f.State).DefaultIfEmpty().Max();
            if (Math.Abs(sum) > long.MaxValue) findings.Add(TooLarge(indicator.Path, sum, u => u.Figures.Indicators[indicator.Index]));
            return new Figure(state, sum, default);
        }

        Figure Summarise(Indicator indicator, IEnumerable<Figure> figures, Filing? own) => indicator.Summary switch
        {
            Summary.Sum => Add(figures, indicator),
            Summary.Largest => Largest(figures) with { Span = default },
            _ => (own ?? OnlyUnit())?.Figures.Indicators[indicator.Index] ?? default,
        };

        static Figure Largest(IEnumerable<Figure> figures) =>
            figures.Where(f => f.State == FigureState.Number).DefaultIfEmpty().MaxBy(f => f.Value);

        Filing? OnlyUnit() => units is [var only] && only.Unit == project.Authority ? only : null;

        Diagnostic TooLarge(string path, decimal sum, Func<Filing, Figure> figure) =>
            Errors.Totals.TooLarge(path, Figure.Format(sum), LargestOf(path, units, figure)) with
            {
                Unit = project.Authority,
                Year = year,
                OfDistrict = true,
            };
    }

    private static IEnumerable<Related> LargestOf(string path, IEnumerable<Filing> units, Func<Filing, Figure> figure) =>
        units.Select(u => (Unit: u, Figure: figure(u))).OrderByDescending(p => Math.Abs(p.Figure.Value)).Take(MostNamed)
            .Select(p => new Related(path, Figure.Format(p.Figure.Value), At(p.Unit, p.Figure), p.Unit.Unit));

    private static Location? At(Filing unit, Figure figure) =>
        figure.Span is { Line: > 0 } span ? new Location(unit.Source, span) : null;
}
