using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Fixes;

/// <summary>
/// Finds the stated totals that their details contradict. Only details decide: where one is missing, unreadable or itself a total
/// without details, the total stands. The balance of two totals is nobody's total and is never made to hold.
/// </summary>
internal sealed class TotalsFixer
{
    private static readonly Text Reason = new("总计", "total");

    private readonly Filing _filing;
    private readonly ILookup<Cell, Equation> _equations;
    private readonly Dictionary<Cell, decimal?> _known = [];
    private readonly List<TotalChange> _changes = [];

    private TotalsFixer(Filing filing)
    {
        _filing = filing;
        _equations = filing.Figures.Edition.Rules.Where(r => r.Derives).SelectMany(r => r.Equations).ToLookup(e => e.Subject);
    }

    /// <summary>The totals of a file that are to be written anew, in the order of the lines.</summary>
    public static IEnumerable<TotalChange> Changes(Filing filing)
    {
        var fixer = new TotalsFixer(filing);
        // A detail that stands under the wrong name, or twice, is missing from the sum.
        foreach (var cell in filing.Figures.Edition.Cells)
            if (!filing.Doubtful.Contains(cell.Table.Key)) fixer.Know(cell);
        return fixer._changes.OrderBy(c => c.Edit.At.Span.Line).ThenBy(c => c.Edit.At.Span.Column);
    }

    /// <summary>What a cell comes to by its details; null if that is in doubt.</summary>
    private decimal? Know(Cell cell)
    {
        if (_known.TryGetValue(cell, out var known)) return known;
        // A cell that would need itself is in doubt for as long as it is looked at.
        _known[cell] = null;
        return _known[cell] = _equations[cell].Any() ? OfTotal(cell) : OfDetail(cell);
    }

    private decimal? OfDetail(Cell cell) => _filing.Figures[cell] is { IsUsable: true } figure ? figure.Value : null;

    private decimal? OfTotal(Cell cell)
    {
        var stated = _filing.Figures.Stated(cell);
        var sums = _equations[cell].Select(Sum).Distinct().ToList();
        if (sums is not [{ } sum] || !stated.IsUsable) return null;
        if (!stated.IsExplicit || stated.Value == sum) return sum;
        if (!_equations[cell].Any(e => Parts(e).Any(c => _filing.Figures[c].IsStated))) return null;
        _changes.Add(Change(cell, stated, sum));
        return sum;
    }

    private decimal? Sum(Equation equation)
    {
        var side = equation.SubjectIsLeft ? equation.Right : equation.Left;
        return side.SelectMany(o => o.Cells.Select(c => (o.Sign, Value: Know(c))))
            .Aggregate((decimal?)0, (sum, p) => sum + (p.Sign * p.Value));
    }

    private static IEnumerable<Cell> Parts(Equation equation) => equation.Cells.Where(c => c != equation.Subject);

    private TotalChange Change(Cell cell, Figure stated, decimal sum)
    {
        var raw = _filing.Source.Slice(stated.Span);
        var quote = raw is ['"' or '\'', ..] ? raw[..1] : "";
        var to = Figure.Format(sum);
        return new TotalChange(cell.Path, stated.State == FigureState.None ? FigureReader.Nothing : Figure.Format(stated.Value), to,
            new Edit(new Location(_filing.Source, stated.Span), quote + to + quote, Reason));
    }
}
