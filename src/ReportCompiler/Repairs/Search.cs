using ReportCompiler.Forms;

namespace ReportCompiler.Repairs;

/// <summary>
/// Finds all smallest sets of cells whose change makes every equation of a component hold (Fellegi and Holt 1976). It deepens by
/// one cell at a time. An equation that does not hold needs one of its cells changed; each is tried in turn and the equations are
/// reduced by it, as in Gauss' elimination, so that no set is seen twice and none is missed.
/// </summary>
internal sealed class Search
{
    private const int WorkOfRepair = 200;

    private readonly Component _component;
    private readonly BestRepairs _best;
    private readonly Solver _solver;
    private readonly ulong[] _atZero;
    private readonly List<Level> _levels;
    private readonly int[] _chosen;
    private long _work;

    private Search(Component component, BestRepairs best, long work)
    {
        _component = component;
        _best = best;
        _work = work;
        _chosen = new int[component.Sums.Length];
        _atZero = component.AtZero();
        _levels = [Level.Root(component)];
        _solver = new Solver(component);
    }

    /// <summary>Fills <paramref name="best"/>; takes what it does off <paramref name="work"/>. False if that did not suffice.</summary>
    public static bool Run(Component component, BestRepairs best, ref long work)
    {
        var search = new Search(component, best, work);
        for (var size = 1; size <= component.Sums.Length && best.Count == 0 && search._work > 0; size++)
        {
            search._levels[0].Taken.AsSpan().Clear();
            search.Descend(0, size);
        }
        work = search._work;
        if (work > 0) return true;
        if (best.Count == 0) Dive.Run(component, best);
        return false;
    }

    private Level LevelAt(int depth)
    {
        if (_levels.Count <= depth) _levels.Add(new Level(_component.Unknowns.Length, _component.Sums.Length));
        return _levels[depth];
    }

    /// <summary>Tries every set that has <paramref name="budget"/> more cells than were chosen.</summary>
    private void Descend(int depth, int budget)
    {
        var level = _levels[depth];
        var words = level.Taken.Length;
        Span<ulong> movers = stackalloc ulong[words];
        Span<ulong> used = stackalloc ulong[words];
        Span<ulong> common = stackalloc ulong[words];
        common.Fill(ulong.MaxValue);
        var (row, fewest, apart) = (-1, int.MaxValue, 0);
        for (var i = 0; i < level.Rows.Length; i++)
        {
            if (level.Rows[i].Basic >= 0 || level.Rows[i].Gap == 0) continue;
            _work -= 4 * words;
            var count = level.Movers(level.Rows[i], _atZero, movers);
            if (count < fewest) (row, fewest) = (i, count);
            var isApart = true;
            for (var w = 0; w < words; w++)
            {
                isApart &= (movers[w] & used[w]) == 0;
                common[w] &= movers[w];
            }
            // Broken equations without a common cell need a cell each.
            if (isApart)
            {
                apart++;
                for (var w = 0; w < words; w++) used[w] |= movers[w];
            }
            if (count == 0 || apart > budget) return;
        }
        if (row < 0) Settle(depth, budget);
        else if (budget == 1) TryLast(depth, row, common);
        else Branch(depth, budget, row, fewest);
    }

    /// <summary>Tries the cells of a broken equation, those first that mend most: where the work is bounded, order matters.</summary>
    private void Branch(int depth, int budget, int row, int count)
    {
        var level = _levels[depth];
        Span<ulong> movers = stackalloc ulong[level.Taken.Length];
        Span<(int Mended, int Cell)> cells = stackalloc (int, int)[count];
        level.Movers(level.Rows[row], _atZero, movers);
        var n = 0;
        foreach (var cell in CellBits.In(movers))
        {
            var mended = level.Mended(row, cell);
            var at = n++;
            for (; at > 0 && cells[at - 1].Mended < mended; at--) cells[at] = cells[at - 1];
            cells[at] = (mended, cell);
        }
        _work -= count * level.Rows.Length;
        for (var i = 0; i < n && _work > 0; i++) Try(depth, budget, row, cells[i].Cell);
    }

    /// <summary>Tries all sets with a cell; after that it is no choice any more.</summary>
    private void Try(int depth, int budget, int row, int cell)
    {
        Enter(depth, row, cell);
        Descend(depth + 1, budget - 1);
        CellBits.Add(_levels[depth].Taken, cell);
    }

    /// <summary>With one cell left, it must be one that can move every broken equation, and by the right amount.</summary>
    private void TryLast(int depth, int row, ReadOnlySpan<ulong> common)
    {
        foreach (var cell in CellBits.In(common))
        {
            _work -= _levels[depth].Rows.Length;
            if (!_levels[depth].MendsAll(row, cell)) continue;
            Enter(depth, row, cell);
            Settle(depth + 1, 0);
        }
    }

    /// <summary>Every equation holds; now every figure must be one the form can hold, or more cells must change.</summary>
    private void Settle(int depth, int budget)
    {
        var level = _levels[depth];
        if (_solver.Solve(level, _chosen.AsSpan(0, depth), out var wrong))
        {
            _best.Add(_component, _chosen.AsSpan(0, depth), _solver);
            _work -= WorkOfRepair;
            return;
        }
        if (budget == 0) return;
        var others = new ulong[level.Taken.Length];
        foreach (var row in level.Rows)
            for (var w = 0; w < others.Length; w++)
                if (row.Basic >= 0 && (wrong is null || wrong == row)) others[w] |= (row.Positive[w] | row.Negative[w]) & ~level.Taken[w];
        foreach (var cell in CellBits.In(others))
            if (_work > 0) Try(depth, budget, -1, cell);
    }

    /// <summary>Chooses a cell by a row; if none is given, by any open equation that has the cell, or else as a free one.</summary>
    private void Enter(int depth, int row, int cell)
    {
        var level = _levels[depth];
        if (row < 0) row = level.OpenRowOf(cell);
        _chosen[depth] = cell;
        if (row < 0) LevelAt(depth + 1).ChooseFree(level, cell);
        else _work -= LevelAt(depth + 1).Choose(level, row, cell);
        _work -= level.Rows.Length;
    }
}
