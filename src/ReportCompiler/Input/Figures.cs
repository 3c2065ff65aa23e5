using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReportCompiler.Forms;

namespace ReportCompiler.Input;

/// <summary>The figures of one unit, or of the district: what is stated, and the totals that follow from it.</summary>
public sealed class Figures
{
    // A figure is what is stated, unless its total was derived.
    private readonly FigureArray _cells;
    private readonly bool[] _isDerived;

    /// <summary>The stated figures, by cell index; the totals that are not stated are derived.</summary>
    public Figures(Edition edition, Figure[] stated, ImmutableArray<Figure> indicators) : this(edition, ArrayOf(stated), indicators)
    {
    }

    /// <summary>Takes over the stated figures and derives the totals that are not stated.</summary>
    internal Figures(Edition edition, FigureArray stated, ImmutableArray<Figure> indicators)
    {
        Edition = edition;
        Indicators = indicators;
        _cells = stated;
        _isDerived = TotalSums.Of(edition).Derive(stated);
    }

    private Figures(Figures other, ImmutableArray<Figure> indicators)
    {
        (Edition, Indicators) = (other.Edition, indicators);
        (_cells, _isDerived) = (other._cells, other._isDerived);
    }

    /// <summary>The figures of several units together: details are added, totals follow from them.</summary>
    public static Figures Sum(Edition edition, IReadOnlyList<Figures> parts)
    {
        var cells = new FigureArray(edition.Cells.Length);
        foreach (var part in parts) cells.Add(edition, part._cells, FigureState.Faulty);
        return new Figures(edition, cells, []);
    }

    /// <summary>Adds these figures' details to sums; what is unfilled or faulty is passed over.</summary>
    internal void AddTo(FigureArray sums) => sums.Add(Edition, _cells, FigureState.Number);

    /// <summary>The same figures with other indicators.</summary>
    public Figures WithIndicators(ImmutableArray<Figure> indicators) => new(this, indicators);

    private static FigureArray ArrayOf(Figure[] figures)
    {
        var cells = new FigureArray(figures.Length);
        for (var i = 0; i < figures.Length; i++) cells[i] = figures[i];
        return cells;
    }

    /// <summary>The form they are figures of.</summary>
    public Edition Edition { get; }

    /// <summary>The figures of the authority's own indicators, by index.</summary>
    public ImmutableArray<Figure> Indicators { get; }

    /// <summary>What is written of a cell.</summary>
    public Figure Stated(Cell cell) => _isDerived[cell.Index] ? default : _cells[cell.Index];

    /// <summary>The cell's figure: what is stated, else what follows from the cells it is the total of.</summary>
    public Figure this[Cell cell] => _cells[cell.Index];

    /// <summary>What the cell's figure is, without the figure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FigureState State(Cell cell) => _cells.State(cell.Index);

    /// <summary>Where the next of some cells stands that says more than the 无 above it; their number if none does.</summary>
    internal int NextSaid(ImmutableArray<Cell> cells, int from) => _cells.NextSaid(cells, from);

    /// <summary>The cells that say more than the 无 above them, as bits.</summary>
    internal ReadOnlySpan<ulong> Said => _cells.Said;

    /// <summary>The cells that have a number, or should have one, as bits.</summary>
    internal ReadOnlySpan<ulong> Numbers => _cells.Numbers;

    /// <summary>Whether one of some cells has a number, or should have one.</summary>
    internal bool HasNumber(ImmutableArray<Cell> cells) => _cells.HasNumber(cells);

    /// <summary>Whether the file says something of the cell, be it only by the 无 of the row, group or table above.</summary>
    internal bool IsStated(Cell cell) =>
        !_isDerived[cell.Index] && _cells.State(cell.Index) is FigureState.Number or FigureState.None;

    /// <summary>Whether the cell itself is written.</summary>
    internal bool IsExplicit(Cell cell) => !_isDerived[cell.Index] && _cells.IsExplicit(cell.Index);

    /// <summary>Whether not all of some cells are left out, with everything above them.</summary>
    internal bool StatesAny(ImmutableArray<Cell> cells)
    {
        foreach (var cell in cells.AsSpan())
            if (!_isDerived[cell.Index] && _cells.State(cell.Index) != FigureState.Absent) return true;
        return false;
    }

    /// <summary>The number of a cell; 0 if there is none.</summary>
    public decimal Value(Cell cell) => _cells.Value(cell.Index);

    /// <summary>The sum of several cells.</summary>
    public decimal Value(ImmutableArray<Cell> cells)
    {
        if (cells.Length == 1) return Value(cells[0]);
        var sum = 0m;
        foreach (var cell in cells)
            if (_cells.State(cell.Index) > FigureState.None) sum += Value(cell);
        return sum;
    }
}
