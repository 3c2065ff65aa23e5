using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Input;

/// <summary>
/// What is written of the cells of a form: arrays over the cells, for a year of a district has some ten thousand. Most say nothing, or
/// nothing but a state, and sums pass over those without looking at the number.
/// </summary>
/// <remarks>
/// Numbers are <c>decimal</c> throughout. Counts as <c>long</c> beside amounts would save a quarter of a million instructions in the
/// build of a year of 40 units, half a percent, for a second way of adding up in every sum.
/// </remarks>
/// <param name="cells">How many cells the form has.</param>
internal sealed class FigureArray(int cells)
{
    private const byte Inherited = 0x80;
    private const byte StateBits = 0x7F;
    private const byte Nothing = (byte)FigureState.None | Inherited;

    /// <summary>How many entries most units have.</summary>
    private const int Usual = 48;

    private readonly byte[] _states = new byte[cells];

    // Where the entry of a cell is; the first is of those that have none. Most cells of a filing share one, that of the 无 above them.
    private readonly int[] _at = new int[cells];
    private Entry[] _entries = new Entry[Usual];
    private int _count = 1;
    private ulong[]? _said;
    private ulong[]? _numbers;

    /// <summary>A number and its place on one line, as all figures have; line 0 if there is none.</summary>
    /// <param name="Value">The number.</param>
    /// <param name="Line">The line.</param>
    /// <param name="Column">Where it begins there.</param>
    /// <param name="Length">How long it is.</param>
    /// <param name="Cells">How many cells it was set for.</param>
    private record struct Entry(decimal Value, int Line, int Column, int Length, int Cells);

    /// <summary>The figure of a cell, by its index.</summary>
    public Figure this[int cell]
    {
        get => new(State(cell), Value(cell), SpanOf(cell), (_states[cell] & Inherited) != 0);
        set => Set(cell, 1, value);
    }

    /// <summary>How many cells there are.</summary>
    public int Length => _states.Length;

    /// <summary>What is said of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FigureState State(int cell) => (FigureState)(_states[cell] & StateBits);

    /// <summary>Where the next of some cells stands that says something itself, from a place on; their number if none does.</summary>
    public int NextSaid(ImmutableArray<Cell> cells, int from)
    {
        var states = _states;
        var all = cells.AsSpan();
        while (from < all.Length && states[all[from].Index] is (byte)FigureState.Absent or Nothing) from++;
        return from;
    }

    /// <summary>The cells that say something themselves, as bits.</summary>
    public ReadOnlySpan<ulong> Said
    {
        get
        {
            if (_said is null) FindSaid();
            return _said;
        }
    }

    /// <summary>The cells that have a number or should have one, as bits.</summary>
    public ReadOnlySpan<ulong> Numbers
    {
        get
        {
            if (_numbers is null) FindSaid();
            return _numbers;
        }
    }

    [MemberNotNull(nameof(_said), nameof(_numbers))]
    private void FindSaid()
    {
        var said = CellBits.For(_states.Length);
        var numbers = CellBits.For(_states.Length);
        for (var cell = 0; cell < _states.Length; cell++)
        {
            var state = _states[cell];
            if (state is (byte)FigureState.Absent or Nothing) continue;
            CellBits.Add(said, cell);
            if ((state & StateBits) > (byte)FigureState.None) CellBits.Add(numbers, cell);
        }
        (_said, _numbers) = (said, numbers);
    }

    /// <summary>Whether one of some cells has a number.</summary>
    public bool HasNumber(ImmutableArray<Cell> cells)
    {
        var states = _states;
        foreach (var cell in cells.AsSpan())
            if ((states[cell.Index] & StateBits) > (byte)FigureState.None) return true;
        return false;
    }

    /// <summary>Whether the cell itself is written, not only the 无 of the row, group or table above.</summary>
    public bool IsExplicit(int cell) => _states[cell] is (byte)FigureState.Number or (byte)FigureState.None;

    /// <summary>The number of a cell; 0 if there is none.</summary>
    public decimal Value(int cell) => _entries[_at[cell]].Value;

    /// <summary>Gives cells that follow each other the same figure.</summary>
    public void Set(int first, int count, in Figure figure)
    {
        var state = (byte)((byte)figure.State | (figure.IsInherited ? Inherited : 0));
        _states.AsSpan(first, count).Fill(state);
        (_said, _numbers) = (null, null);
        var span = figure.Span;
        Enter(first, count, new Entry(figure.Value, span.Line, span.Column, span.EndColumn - span.Column, count));
    }

    /// <summary>Where a figure is written.</summary>
    public Span SpanOf(int cell) =>
        _entries[_at[cell]] is { Line: > 0 } entry ? Span.OnLine(entry.Line, entry.Column, entry.Length) : default;

    /// <summary>Adds the details of other figures to these, which are sums without places.</summary>
    /// <param name="edition">The form.</param>
    /// <param name="others">The figures.</param>
    /// <param name="last">The last state that is taken into account; the number is, whatever the state.</param>
    public void Add(Edition edition, FigureArray others, FigureState last)
    {
        (_said, _numbers) = (null, null);
        for (var cell = 0; cell < _states.Length; cell++)
        {
            var state = others.State(cell);
            if (state == FigureState.Absent || edition.Cells[cell].IsTotal) continue;
            if (state != FigureState.None && others.Value(cell) is not 0 and var value)
            {
                var sum = _entries[_at[cell]];
                if (_at[cell] > 0 && sum.Cells == 1) _entries[_at[cell]].Value += value;
                else Enter(cell, 1, sum with { Value = sum.Value + value, Cells = 1 });
            }
            if (state <= last && state > State(cell)) _states[cell] = (byte)state;
        }
    }

    private void Enter(int first, int count, in Entry entry)
    {
        var at = _at[first];
        // Set again, as a total is that was made up: in the same place, unless others share it.
        if (at == 0 || count > 1 || _entries[at].Cells > 1)
        {
            if (_count == _entries.Length) Array.Resize(ref _entries, _count * 2);
            at = _count++;
            _at.AsSpan(first, count).Fill(at);
        }
        _entries[at] = entry;
    }
}
