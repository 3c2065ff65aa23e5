using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Input;

/// <summary>The figures of one unit, or of the district: what is stated, and the totals that follow from it.</summary>
public sealed class Figures
{
    private readonly Figure[] _stated;
    private readonly Figure[] _values;

    /// <summary>Takes the stated figures, by cell index, and derives the totals that are not stated.</summary>
    public Figures(Edition edition, Figure[] stated, ImmutableArray<Figure> indicators)
    {
        Edition = edition;
        Indicators = indicators;
        _stated = stated;
        _values = [.. stated];
        foreach (var derivation in edition.Derivations)
            if (stated[derivation.Total.Index].State == FigureState.Absent)
                _values[derivation.Total.Index] = Derive(derivation);
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
    public Figures WithIndicators(ImmutableArray<Figure> indicators) => new(Edition, _stated, indicators);

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
    public Figure Stated(Cell cell) => _stated[cell.Index];

    /// <summary>The cell's figure: what is stated, else what follows from the cells it is the total of.</summary>
    public Figure this[Cell cell] => _values[cell.Index];

    /// <summary>The number of a cell; 0 where there is none.</summary>
    public decimal Value(Cell cell) => _values[cell.Index].Value;

    /// <summary>The sum of an operand's cells, without its sign.</summary>
    public decimal Value(Operand operand)
    {
        var sum = 0m;
        foreach (var cell in operand.Cells) sum += _values[cell.Index].Value;
        return sum;
    }

    /// <summary>The number a total would have, were it not stated; null for a cell that is no total.</summary>
    public decimal? Derived(Cell cell)
    {
        foreach (var derivation in Edition.Derivations)
            if (derivation.Total == cell) return Derive(derivation).Value;
        return null;
    }

    private Figure Derive(Derivation derivation)
    {
        var sum = 0m;
        var state = FigureState.Absent;
        foreach (var operand in derivation.Operands)
        {
            foreach (var cell in operand.Cells)
            {
                var figure = _values[cell.Index];
                sum += operand.Sign * figure.Value;
                if (figure.State > state) state = figure.State;
            }
        }
        return new Figure(state, sum, FirstStated(derivation).Span);
    }

    /// <summary>A derived figure has the place of its first stated part.</summary>
    private Figure FirstStated(Derivation derivation)
    {
        foreach (var operand in derivation.Operands)
            foreach (var cell in operand.Cells)
                if (_values[cell.Index] is { State: FigureState.Number or FigureState.None } figure && figure.Span.Line > 0) return figure;
        return default;
    }
}
