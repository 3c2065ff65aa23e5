using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Input;

/// <summary>The figures of one unit, or of the district: what is stated, and the totals that follow from it.</summary>
public sealed class Figures
{
    // Half the memory of two arrays: a figure is what is stated, unless its total was derived.
    private readonly Figure[] _values;
    private readonly bool[] _isDerived;

    /// <summary>Takes over the stated figures, by cell index, and derives the totals that are not stated.</summary>
    public Figures(Edition edition, Figure[] stated, ImmutableArray<Figure> indicators)
    {
        Edition = edition;
        Indicators = indicators;
        _values = stated;
        _isDerived = new bool[stated.Length];
        foreach (var derivation in edition.Derivations)
        {
            var total = derivation.Total.Index;
            if (stated[total].State != FigureState.Absent) continue;
            _values[total] = Derive(derivation);
            _isDerived[total] = true;
        }
    }

    /// <summary>The figures of several units together: details are added, totals follow from them.</summary>
    public static Figures Sum(Edition edition, IReadOnlyList<Figures> parts)
    {
        var cells = new Figure[edition.Cells.Length];
        foreach (var cell in edition.Cells)
            if (!cell.IsTotal) cells[cell.Index] = Add(parts, cell);
        return new Figures(edition, cells, []);
    }

    /// <summary>The same figures with other indicators.</summary>
    public Figures WithIndicators(ImmutableArray<Figure> indicators) =>
        new(Edition, [.. _values.Select((v, i) => _isDerived[i] ? default : v)], indicators);

    private static Figure Add(IReadOnlyList<Figures> parts, Cell cell)
    {
        var sum = 0m;
        var state = FigureState.Absent;
        foreach (var part in parts)
        {
            var figure = part._values[cell.Index];
            sum += figure.Value;
            if (figure.State > state) state = figure.State;
        }
        return new Figure(state, sum, default);
    }

    /// <summary>The form they are figures of.</summary>
    public Edition Edition { get; }

    /// <summary>The figures of the authority's own indicators, by index.</summary>
    public ImmutableArray<Figure> Indicators { get; }

    /// <summary>What is written of a cell.</summary>
    public Figure Stated(Cell cell) => _isDerived[cell.Index] ? default : _values[cell.Index];

    /// <summary>The cell's figure: what is stated, else what follows from the cells it is the total of.</summary>
    public Figure this[Cell cell] => _values[cell.Index];

    /// <summary>The number of a cell; 0 if there is none.</summary>
    public decimal Value(Cell cell) => _values[cell.Index].Value;

    /// <summary>The sum of several cells.</summary>
    public decimal Value(ImmutableArray<Cell> cells)
    {
        var sum = 0m;
        foreach (var cell in cells) sum += Value(cell);
        return sum;
    }

    private Figure Derive(Derivation derivation)
    {
        var sum = 0m;
        var state = FigureState.Absent;
        // A derived figure has the place of its first stated part.
        Span place = default;
        foreach (var operand in derivation.Operands)
        {
            foreach (var cell in operand.Cells)
            {
                ref readonly var figure = ref _values[cell.Index];
                if (figure.State == FigureState.Absent) continue;
                sum += operand.Sign * figure.Value;
                if (figure.State > state) state = figure.State;
                if (place.Line == 0 && figure.IsStated) place = figure.Span;
            }
        }
        return new Figure(state, sum, place);
    }
}
