using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>What a sum is made of, through the totals among its parts.</summary>
internal sealed class Reach
{
    private readonly Dictionary<Cell, int> _counted = [];
    private readonly HashSet<Cell> _totals = [];
    private readonly IReadOnlyDictionary<Cell, Reach> _of;

    /// <summary>The sum of some parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="totals">What the totals among them are made of.</param>
    public Reach(ImmutableArray<Operand> parts, IReadOnlyDictionary<Cell, Reach> totals)
    {
        _of = totals;
        foreach (var cell in parts.SelectMany(p => p.Cells))
        {
            if (!totals.TryGetValue(cell, out var total))
            {
                Count(cell, 1);
                continue;
            }
            _totals.Add(cell);
            _totals.UnionWith(total._totals);
            foreach (var (counted, times) in total._counted) Count(counted, times);
        }
    }

    /// <summary>A counted cell that is added more than once; null if there is none.</summary>
    public Cell? Repeated { get; private set; }

    /// <summary>Whether a cell is in the sum: by itself, through a total, or as a total all of whose parts are in it.</summary>
    public bool Holds(Cell cell) => _counted.ContainsKey(cell) || _totals.Contains(cell)
        || (_of.TryGetValue(cell, out var own) && own._counted.Keys.All(_counted.ContainsKey));

    /// <summary>Whether the sum goes through a total.</summary>
    public bool Includes(Cell total) => _totals.Contains(total);

    /// <summary>A counted cell that one of two sums has and the other has not; null if they are the same sum.</summary>
    public Cell? Difference(Reach other) => Lacks(other) ?? other.Lacks(this);

    private Cell? Lacks(Reach other) => other._counted.Keys.FirstOrDefault(c => !_counted.ContainsKey(c));

    private void Count(Cell cell, int times)
    {
        var all = Math.Min(2, _counted.GetValueOrDefault(cell) + times);
        _counted[cell] = all;
        if (all > 1) Repeated ??= cell;
    }
}
