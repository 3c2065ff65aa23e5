using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rules;

/// <summary>Compares every figure of the authority's own file with the computed total.</summary>
internal static class StatedTotals
{
    public static Tally Check(Findings findings, Project project, District district, Filing own)
    {
        var tally = default(Tally);
        var isListed = project.Roster?.Any(e => e.Name == project.Authority) ?? false;
        foreach (var cell in district.Edition.Cells)
        {
            var stated = own.Figures.Stated(cell);
            if (!stated.IsStated) continue;
            var units = district.Contributors(cell).Where(c => c.Figure.Value != 0)
                .Select(c => new Related(cell.Path, Figure.Format(c.Figure.Value), c.Unit.At(cell), c.Unit.Unit));
            Compare(cell.Path, cell.Gloss, stated, district.Totals.Value(cell), units);
        }
        foreach (var indicator in project.Indicators.Where(i => i.Summary != Summary.None))
        {
            var stated = own.Figures.Indicators[indicator.Index];
            if (!stated.IsStated) continue;
            var units = district.Units.Select(u => (u, Figure: u.Figures.Indicators[indicator.Index])).Where(u => u.Figure.Value != 0)
                .Select(u => new Related(indicator.Path, Figure.Format(u.Figure.Value), new Location(u.u.Source, u.Figure.Span), u.u.Unit));
            Compare(indicator.Path, indicator.Label, stated, district.Totals.Indicators[indicator.Index].Value, units);
        }
        return tally;

        void Compare(string path, string gloss, Figure stated, decimal computed, IEnumerable<Related> units)
        {
            tally += new Tally(1, stated.Value == computed ? 0 : 1);
            if (stated.Value == computed) return;
            var (actual, expected) = (Figure.Format(stated.Value), Figure.Format(computed));
            findings.Add(Errors.Totals.Stated(path, gloss, actual, expected, district.Units.Length, isListed) with
            {
                Unit = district.Authority,
                Year = district.Year,
                OfDistrict = true,
                Cell = path,
                Expected = expected,
                Actual = actual,
                Location = new Location(own.Source, stated.Span),
                Related = [.. units],
            });
        }
    }
}
