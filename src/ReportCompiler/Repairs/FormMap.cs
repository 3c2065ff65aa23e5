using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReportCompiler.Forms;

namespace ReportCompiler.Repairs;

/// <summary>What the search asks of an edition again and again: computed once and kept as long as the edition.</summary>
internal sealed class FormMap
{
    private static readonly ConditionalWeakTable<Edition, FormMap> Known = [];

    private readonly int[] _lines;
    private readonly int[] _columns;

    private FormMap(Edition edition)
    {
        _lines = new int[edition.Cells.Length];
        _columns = new int[edition.Cells.Length];
        foreach (var table in edition.Tables)
        {
            foreach (var (line, row) in table.Leaves.Index())
                foreach (var (column, cell) in row.Cells.Index()) (_lines[cell.Index], _columns[cell.Index]) = (line, column);
        }
        Equations = [.. edition.Rules.SelectMany(r => r.Equations).Where(e => e.Relation == Relation.Equal)];
    }

    /// <summary>The equations; inequalities are no part of the search: a repair makes sums hold.</summary>
    public ImmutableArray<Equation> Equations { get; }

    /// <summary>The map of an edition.</summary>
    public static FormMap Of(Edition edition) => Known.GetValue(edition, static e => new FormMap(e));

    /// <summary>How many columns lie between two cells of one row; 0 if they are not in one row.</summary>
    public int ColumnsBetween(Cell a, Cell b) => a.Row == b.Row ? Math.Abs(_columns[a.Index] - _columns[b.Index]) : 0;

    /// <summary>How many printed rows lie between two cells of one column; 0 if they are not in one column.</summary>
    public int RowsBetween(Cell a, Cell b) =>
        a.Table == b.Table && a.Column == b.Column ? Math.Abs(_lines[a.Index] - _lines[b.Index]) : 0;
}
