using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>
/// The cells that stand beside a total: those of the smallest group of rows, and of columns, that holds it and its parts. A total
/// of one row has the columns of that row beside it, a total of one column the rows.
/// </summary>
internal sealed class Scope
{
    private readonly Cell _total;
    private readonly Tree<Row> _rows;
    private readonly Tree<Column> _columns;
    private readonly Dictionary<string, Column> _byKey;

    /// <summary>The cells beside the total of an equation.</summary>
    public Scope(Equation equation)
    {
        _total = equation.Subject;
        var parts = equation.Parts.SelectMany(p => p.Cells).Where(c => c.Table == _total.Table).ToList();
        // Bands that are added up have the same columns, each its own.
        var band = _total.Table.BandOf(_total.Row);
        var bands = parts.Select(c => c.Table.BandOf(c.Row)).Append(band).Distinct().ToList();
        _rows = new Tree<Row>(bands.SelectMany(b => b.Rows), r => r.Children, parts.Select(c => c.Row).Append(_total.Row));
        var columns = parts.Select(c => band.Leaves.FirstOrDefault(l => l.Key == c.Column.Key)).OfType<Column>();
        _columns = new Tree<Column>(band.Columns, c => c.Children, columns.Append(_total.Column));
        _byKey = _columns.Leaves.ToDictionary(c => c.Key ?? "", StringComparer.Ordinal);
        // Of a total whose parts are all in another table nothing stands beside it.
        Cells = parts.Count == 0 ? [] : [.. _rows.Leaves.SelectMany(r => r.Cells).Where(c => c != _total && ColumnOf(c) is not null)];
        IsInRow = parts.Count > 0 && _rows.IsOne;
    }

    /// <summary>The cells beside the total.</summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>Whether the total is one of columns within its row.</summary>
    public bool IsInRow { get; }

    /// <summary>Whether a cell's row or column, or a group that it is part of, says that the totals beside it leave it out.</summary>
    public bool IsUncounted(Cell cell) =>
        (!_rows.IsOne && _rows.Below(cell.Row).Any(r => r.IsUncounted)) ||
        (!_columns.IsOne && ColumnOf(cell) is { } column && _columns.Below(column).Any(c => c.IsUncounted));

    /// <summary>What is named of a missing cell: its column, or its row, or the largest group of rows that is missing as a whole.</summary>
    public object NameOf(Cell cell, IReadOnlySet<Row> missing)
    {
        if (cell.Row == _total.Row) return cell.Column;
        return _rows.Below(cell.Row).FirstOrDefault(r => r.Key is not null && r.Details.All(missing.Contains)) ?? cell.Row;
    }

    private Column? ColumnOf(Cell cell) => _byKey.GetValueOrDefault(cell.Column.Key ?? "");

    /// <summary>A tree of rows or columns, cut down to the smallest part that holds some of its leaves.</summary>
    private sealed class Tree<T> where T : class
    {
        private readonly Dictionary<T, ImmutableArray<T>> _paths = new(ReferenceEqualityComparer.Instance);
        private readonly int _depth;

        public Tree(IEnumerable<T> roots, Func<T, ImmutableArray<T>> children, IEnumerable<T> held)
        {
            foreach (var root in roots) Walk(root, []);
            var paths = held.Distinct<T>(ReferenceEqualityComparer.Instance).Select(h => _paths[h]).ToList();
            IsOne = paths.Count == 1;
            var first = paths[0];
            while (paths.TrueForAll(p => p.Length > _depth && ReferenceEquals(p[_depth], first[_depth]))) _depth++;
            Leaves = [.. _paths.Values.Where(p => p.Take(_depth).SequenceEqual(first.Take(_depth))).Select(p => p[^1])];

            void Walk(T node, ImmutableArray<T> above)
            {
                var path = above.Add(node);
                if (children(node).IsEmpty) _paths[node] = path;
                foreach (var child in children(node)) Walk(child, path);
            }
        }

        /// <summary>Whether it is one leaf alone.</summary>
        public bool IsOne { get; }

        /// <summary>Its leaves.</summary>
        public ImmutableArray<T> Leaves { get; }

        /// <summary>A leaf and what it is part of, from the top of what is left.</summary>
        public IEnumerable<T> Below(T leaf) => _paths[leaf].Skip(_depth);
    }
}
