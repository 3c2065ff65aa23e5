using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Aggregation;

/// <summary>Makes the district's totals, cell by cell, of its units' figures.</summary>
public static class Aggregator
{
    /// <summary>Sums the filings that count. A sum beyond 64 bits is a finding that names the cell.</summary>
    public static Figures Sum(Findings findings, Project project, int year, Edition edition, IReadOnlyList<Filing> units, Filing? own)
    {
        var cells = new Figure[edition.Cells.Length];
        foreach (var cell in edition.Cells)
            if (!cell.IsTotal) cells[cell.Index] = AddUp(cell);
        var totals = new Figures(edition, cells, [.. project.Indicators.Select(i => Summarise(i, units.Select(u => u.Figures.Indicators[i.Index]), own))]);
        foreach (var cell in edition.Cells)
            if (cell.IsTotal && totals.Value(cell) > long.MaxValue) findings.Add(TooLarge(cell.Path, totals.Value(cell)));
        return totals;

        Figure AddUp(Cell cell)
        {
            var sum = 0m;
            var state = FigureState.Absent;
            for (var i = 0; i < units.Count; i++)
            {
                var figure = units[i].Figures[cell];
                if (figure.State == FigureState.Absent) continue;
                sum += figure.Value;
                if (figure.IsUsable && figure.State > state) state = figure.State;
            }
            if (Math.Abs(sum) > long.MaxValue) findings.Add(TooLarge(cell.Path, sum));
            return new Figure(state, sum, default);
        }

        Figure Add(IEnumerable<Figure> figures, string path)
        {
            var sum = 0m;
            var state = FigureState.Absent;
            foreach (var figure in figures)
            {
                sum += figure.Value;
                if (figure.IsUsable && figure.State > state) state = figure.State;
            }
            if (Math.Abs(sum) > long.MaxValue) findings.Add(TooLarge(path, sum));
            return new Figure(state, sum, default);
        }

        Figure Summarise(Indicator indicator, IEnumerable<Figure> figures, Filing? own) => indicator.Summary switch
        {
            Summary.Sum => Add(figures, indicator.Path),
            Summary.Largest => figures.Where(f => f.State == FigureState.Number).Select(f => f with { Span = default }).DefaultIfEmpty().MaxBy(f => f.Value),
            _ => own?.Figures.Indicators[indicator.Index] ?? (project.IsOwnUnit && units.Count == 1 ? units[0].Figures.Indicators[indicator.Index] : default),
        };

        Diagnostic TooLarge(string path, decimal sum) => Errors.Totals.TooLarge(path, Figure.Format(sum)) with { Unit = project.Authority, Year = year, OfDistrict = true };
    }
}
