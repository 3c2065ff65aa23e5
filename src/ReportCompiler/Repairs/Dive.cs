using ReportCompiler.Forms;

namespace ReportCompiler.Repairs;

/// <summary>
/// A repair where the bound on work is reached before the smallest is found: always the cell that mends most equations and whose
/// change a slip of the hand explains, and never back. It need not be a smallest one, and is said not to be.
/// </summary>
internal static class Dive
{
    /// <summary>How much a mended equation counts against the slip's cost; tried in turn, the smallest repair is taken.</summary>
    private static readonly int[] Weights = [100, 20, 0, 1000];

    /// <summary>Adds the repair it comes to, if any, to <paramref name="best"/>.</summary>
    public static void Run(Component component, BestRepairs best)
    {
        var found = new BestRepairs();
        foreach (var weight in Weights) Run(component, found, weight);
        if (found.All.MinBy(r => r.Cells.Length) is { } smallest) best.Add(smallest);
    }

    private static void Run(Component component, BestRepairs best, int weight)
    {
        var atZero = component.AtZero();
        var solver = new Solver(component);
        var chosen = new List<int>();
        var level = Level.Root(component);
        for (var steps = 0; steps < 2 * component.Sums.Length; steps++)
        {
            var (row, cell) = Next(component, level, atZero, weight);
            if (row < 0)
            {
                if (solver.Solve(level, [.. chosen], out var wrong))
                {
                    best.Add(component, [.. chosen], solver);
                    return;
                }
                // A cell that would fall below 0 gives its place to another of its row.
                row = Array.IndexOf(level.Rows, wrong);
                cell = Cheapest(component, level, row, Others(level, wrong!), weight, out _);
                chosen.Remove(wrong!.Basic);
            }
            if (cell < 0) return;
            var next = new Level(component.Unknowns.Length, component.Sums.Length);
            next.Choose(level, row, cell);
            if (level.Rows[row].Basic is >= 0 and var left) CellBits.Remove(next.Taken, left);
            chosen.Add(cell);
            level = next;
        }
    }

    /// <summary>The best cell of all broken equations and the row that gives its change; -1 where all hold.</summary>
    private static (int Row, int Cell) Next(Component component, Level level, ulong[] atZero, int weight)
    {
        var movers = new ulong[level.Taken.Length];
        var (row, cell, least) = (-1, -1, int.MaxValue);
        for (var i = 0; i < level.Rows.Length; i++)
        {
            if (level.Rows[i].Basic >= 0 || level.Rows[i].Gap == 0) continue;
            level.Movers(level.Rows[i], atZero, movers);
            var found = Cheapest(component, level, i, movers, weight, out var cost);
            if (row < 0 || cost < least) (row, cell, least) = (i, found, cost);
        }
        return (row, cell);
    }

    private static int Cheapest(Component component, Level level, int row, ulong[] cells, int weight, out int least)
    {
        var best = -1;
        least = int.MaxValue;
        foreach (var cell in CellBits.In(cells))
        {
            var unknown = component.Unknowns[cell];
            var (change, rest) = Int128.DivRem(level.Rows[row].Gap, level.Rows[row][cell]);
            var fits = rest == 0 && Solver.Holds(unknown, change);
            var cost = fits ? Likelihood.CostOf(unknown, unknown.Value + change) - weight * level.Mended(row, cell) : int.MaxValue - 1;
            if (cost < least) (best, least) = (cell, cost);
        }
        return best;
    }

    private static ulong[] Others(Level level, ReducedRow row)
    {
        var others = new ulong[level.Taken.Length];
        for (var w = 0; w < others.Length; w++) others[w] = (row.Positive[w] | row.Negative[w]) & ~level.Taken[w];
        return others;
    }
}
