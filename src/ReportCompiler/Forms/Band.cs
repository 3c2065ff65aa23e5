using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>A part of a table with columns of its own, under a printed title where it has one.</summary>
/// <param name="Title">Such as <c>第二十条第（一）项</c>; null where the table is one band.</param>
/// <param name="Stub">The heading over the row labels; null where the table prints none.</param>
/// <param name="Columns">The column tree.</param>
/// <param name="Rows">The row tree.</param>
/// <param name="IsSingle">Whether the one column is the value itself and no step of a cell path.</param>
public sealed record Band(string? Title, string? Stub, ImmutableArray<Column> Columns, ImmutableArray<Row> Rows, bool IsSingle)
{
    /// <summary>The columns with cells, left to right.</summary>
    public ImmutableArray<Column> Leaves { get; } = [.. Columns.SelectMany(c => c.Leaves)];

    /// <summary>The column of this key or label; null where there is none.</summary>
    public Column? FindColumn(string name) => Lookup.Find(_columns, name);

    private readonly Dictionary<string, Column> _columns =
        Lookup.Index(Columns.SelectMany(c => c.Leaves), c => c.Key is null ? [c.Label] : [c.Key, c.Label]);
}
