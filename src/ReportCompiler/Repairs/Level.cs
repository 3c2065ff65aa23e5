using System.Numerics;
using ReportCompiler.Forms;

namespace ReportCompiler.Repairs;

/// <summary>The state at one depth of the search: the rows after the cells chosen so far, and the cells that are no choice now.</summary>
internal sealed class Level
{
    private readonly ReducedRow?[] _buffers;
    private readonly int _unknowns;

    public Level(int unknowns, int rows)
    {
        _unknowns = unknowns;
        _buffers = new ReducedRow?[rows];
        Rows = new ReducedRow[rows];
        Taken = CellBits.For(unknowns);
    }

    /// <summary>The rows; one that the last choice does not touch is the same object as a level above.</summary>
    public ReducedRow[] Rows { get; }

    /// <summary>The cells chosen, and those whose turn is over: every set with them was seen already.</summary>
    public ulong[] Taken { get; }

    /// <summary>A row of this level's own to write into.</summary>
    public ReducedRow Buffer(int row) => _buffers[row] ??= new ReducedRow(_unknowns);

    /// <summary>Becomes the level above after choosing a cell, which row <paramref name="by"/> gives. Returns the work done.</summary>
    public int Choose(Level above, int by, int cell)
    {
        var work = 0;
        above.Taken.CopyTo(Taken, 0);
        CellBits.Add(Taken, cell);
        var solved = Buffer(by);
        solved.Solve(above.Rows[by], cell);
        for (var i = 0; i < Rows.Length; i++)
        {
            if (i == by) Rows[i] = solved;
            else if (above.Rows[i][cell] == 0) Rows[i] = above.Rows[i];
            else work += (Rows[i] = Buffer(i)).Eliminate(above.Rows[i], solved, cell);
        }
        return work;
    }

    /// <summary>Becomes the level above after choosing a cell that no equation left open binds.</summary>
    public void ChooseFree(Level above, int cell)
    {
        above.Taken.CopyTo(Taken, 0);
        CellBits.Add(Taken, cell);
        above.Rows.CopyTo(Rows, 0);
    }

    /// <summary>
    /// Which cells can move a row's sum towards its gap: those at 0 only in one direction. At least one of them is in every set
    /// that mends the row. Returns how many there are.
    /// </summary>
    public int Movers(ReducedRow row, ulong[] atZero, Span<ulong> movers)
    {
        var up = row.Gap > 0;
        var count = 0;
        for (var w = 0; w < movers.Length; w++)
        {
            var (with, against) = up ? (row.Positive[w], row.Negative[w]) : (row.Negative[w], row.Positive[w]);
            movers[w] = (with | (against & ~atZero[w])) & ~Taken[w];
            count += BitOperations.PopCount(movers[w]);
        }
        return count;
    }

    /// <summary>A row not used up yet that has a cell; -1 if there is none.</summary>
    public int OpenRowOf(int cell) => Array.FindIndex(Rows, r => r.Basic < 0 && r[cell] != 0);

    /// <summary>How many other broken equations hold after a change of a cell by which a row holds.</summary>
    public int Mended(int row, int cell)
    {
        var (gap, coefficient) = (Rows[row].Gap, Rows[row][cell]);
        var mended = 0;
        foreach (var other in Rows)
            if (other[cell] is not 0 and var own && other.Basic < 0 && other.Gap * coefficient == own * gap) mended++;
        return mended;
    }

    /// <summary>Whether every equation holds after a change of a cell by which a row holds.</summary>
    public bool MendsAll(int row, int cell)
    {
        var (gap, coefficient) = (Rows[row].Gap, Rows[row][cell]);
        foreach (var other in Rows)
        {
            if (other.Basic >= 0) continue;
            var own = other[cell];
            if ((own == 0) != (other.Gap == 0) || (own != 0 && other.Gap * coefficient != own * gap)) return false;
        }
        return true;
    }

    /// <summary>The equations as they are, before any choice.</summary>
    public static Level Root(Component component)
    {
        var root = new Level(component.Unknowns.Length, component.Sums.Length);
        for (var i = 0; i < root.Rows.Length; i++)
        {
            var sum = component.Sums[i];
            var row = root.Rows[i] = root.Buffer(i);
            for (var j = 0; j < sum.Unknowns.Length; j++) row.Set(sum.Unknowns[j], sum.Coefficients[j]);
            row.Gap = sum.Gap;
        }
        return root;
    }
}
