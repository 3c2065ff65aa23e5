using System.Runtime.CompilerServices;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Input;

/// <summary>How the totals of an edition follow from other cells, as indexes: every filing has all of them computed.</summary>
internal sealed class TotalSums
{
    private static readonly ConditionalWeakTable<Edition, TotalSums> Known = [];

    // Each after those that it needs.
    private readonly (int Total, int[] Plus, int[] Minus)[] _sums;

    private TotalSums(Edition edition)
    {
        _sums = new (int, int[], int[])[edition.Derivations.Length];
        for (var i = 0; i < _sums.Length; i++)
        {
            var derivation = edition.Derivations[i];
            _sums[i] = (derivation.Total.Index, Cells(derivation, sign: 1), Cells(derivation, sign: -1));
        }
    }

    private static int[] Cells(Derivation derivation, int sign)
    {
        var cells = new List<int>();
        foreach (var operand in derivation.Operands)
        {
            if (operand.Sign != sign) continue;
            foreach (var cell in operand.Cells) cells.Add(cell.Index);
        }
        return [.. cells];
    }

    /// <summary>The sums of an edition.</summary>
    public static TotalSums Of(Edition edition) => Known.GetValue(edition, static e => new TotalSums(e));

    /// <summary>Computes the totals that are not stated; says which.</summary>
    public bool[] Derive(FigureArray figures)
    {
        var isDerived = new bool[figures.Length];
        foreach (var (total, plus, minus) in _sums)
        {
            if (figures.State(total) != FigureState.Absent) continue;
            var (sum, state, place) = (0m, FigureState.Absent, default(Span));
            foreach (var cell in plus)
                if (Says(figures, cell, ref state, ref place)) sum += figures.Value(cell);
            foreach (var cell in minus)
                if (Says(figures, cell, ref state, ref place)) sum -= figures.Value(cell);
            isDerived[total] = true;
            // Of what nothing is said nothing follows: most totals of most units.
            if (state != FigureState.Absent) figures[total] = new Figure(state, sum, place);
        }
        return isDerived;
    }

    /// <summary>Takes in what a cell says; whether it may have a number. A derived figure has the place of its first part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Says(FigureArray figures, int cell, ref FigureState state, ref Span place)
    {
        var part = figures.State(cell);
        if (part == FigureState.Absent) return false;
        if (part > state) state = part;
        if (place.Line == 0 && part < FigureState.Unfilled) place = figures.SpanOf(cell);
        return part != FigureState.None;
    }
}
