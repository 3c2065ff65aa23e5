using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rules;

namespace ReportCompiler.Rendering.Review;

/// <summary>The figures of the year before, cell by cell of this year's form.</summary>
internal sealed class LastYearFigures
{
    private readonly District _last;
    private readonly ImmutableArray<Cell>[] _before;
    private readonly Dictionary<Filing, Figures> _units = [];

    public LastYearFigures(Project project, District now, District last)
    {
        _last = last;
        var lineage = Lineage.Of(now.Edition, last.Edition);
        _before = [.. now.Edition.Cells.Select(c => now.Edition == last.Edition ? [c] : lineage.Before([c]))];
        // Where several units took over from others together, no part of last year's figures is one unit's.
        foreach (var (before, after) in Succession.Between(project, last, now))
        {
            if (after.Count != 1 || before.Count == 0) continue;
            var figures = before.Select(f => f.Figures).ToList();
            _units[after[0]] = figures.Count == 1 ? figures[0] : Figures.Sum(last.Edition, figures);
        }
    }

    /// <summary>A unit's figures, or those of its predecessors together; null if there are none.</summary>
    public Figures? Of(Filing unit) => _units.GetValueOrDefault(unit);

    /// <summary>The district's.</summary>
    public Figures Totals => _last.Totals;

    /// <summary>The figure that compares with a cell of this year; null if last year's form has none.</summary>
    public decimal? Value(Figures last, Cell cell)
    {
        var cells = _before[cell.Index];
        if (cells.IsDefaultOrEmpty) return null;
        var sum = 0m;
        foreach (var before in cells) sum += last.Value(before);
        return sum;
    }

    /// <summary>Whether a total of the district jumps.</summary>
    public bool Jumps(District now, Cell cell)
    {
        if (!now.IsComplete || !_last.IsComplete || !now.Totals[cell].IsStated || !IsStated(cell)) return false;
        return Value(_last.Totals, cell) is { } then && Jump.Is(cell.Kind, then, now.Totals.Value(cell));
    }

    private bool IsStated(Cell cell)
    {
        foreach (var before in _before[cell.Index])
            if (!_last.Totals[before].IsStated) return false;
        return true;
    }
}
