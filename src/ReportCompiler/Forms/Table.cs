using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>A statutory table: bands of rows and columns.</summary>
public sealed class Table
{
    private Lookup<Row>? _byName;
    private Dictionary<Row, Band>? _bandOf;

    /// <summary>A table whose cells know it.</summary>
    /// <param name="bands">Makes its bands.</param>
    internal Table(Func<Table, ImmutableArray<Band>> bands)
    {
        Bands = bands(this);
        var leaves = ImmutableArray.CreateBuilder<Row>();
        foreach (var band in Bands)
            foreach (var row in band.Rows) row.AddLeaves(leaves);
        Leaves = leaves.DrainToImmutable();
    }

    /// <summary>The short name, first step of its cell paths.</summary>
    public required string Key { get; init; }

    /// <summary>The English meaning.</summary>
    public required string Gloss { get; init; }

    /// <summary>The caption.</summary>
    public required string Caption { get; init; }

    /// <summary>The note printed in the corner cell; null if there is none.</summary>
    public string? Note { get; init; }

    /// <summary>The words that are printed beside those of the table.</summary>
    public Wording Wording { get; init; } = Wording.OfForm;

    /// <summary>How it is printed.</summary>
    public Arrangement Arrangement { get; init; }

    /// <summary>Whether the rows are printed side by side over their columns, as one line of figures.</summary>
    public bool IsAcross => Arrangement == Arrangement.Across;

    /// <summary>The bands from top to bottom.</summary>
    public ImmutableArray<Band> Bands { get; }

    /// <summary>The rows and groups that are the first step below the table.</summary>
    public IEnumerable<Row> KeyedRows => Bands.SelectMany(b => b.Rows).SelectMany(r => r.Key is null ? r.KeyedRows : [r]);

    /// <summary>The rows with cells, top to bottom.</summary>
    public ImmutableArray<Row> Leaves { get; }

    /// <summary>The row of this key or label directly below the table; null if there is none.</summary>
    public Row? Find(string name) => (_byName ??= new Lookup<Row>([.. KeyedRows], static r => r.Names)).Find(name);

    /// <summary>The row or group of a path below the table, each step a key or label; null if there is none.</summary>
    public Row? FindRow(string path)
    {
        var steps = path.Split('.');
        var row = Find(steps[0]);
        foreach (var step in steps.Skip(1)) row = row?.Find(step);
        return row;
    }

    /// <summary>The band a row with cells stands in.</summary>
    public Band BandOf(Row leaf) => (_bandOf ??= BandsOfRows())[leaf];

    private Dictionary<Row, Band> BandsOfRows() =>
        Bands.SelectMany(b => b.Rows.SelectMany(r => r.Leaves), (b, r) => (b, r)).ToDictionary(p => p.r, p => p.b);
}

/// <summary>A part of a table with columns of its own, under a printed title where it has one.</summary>
/// <param name="Title">Such as <c>第二十条第（一）项</c>; null if the table is one band.</param>
/// <param name="Stub">The heading over the row labels; null if the table prints none.</param>
/// <param name="Columns">The column tree.</param>
/// <param name="Rows">The row tree.</param>
/// <param name="IsSingle">Whether the one column is the value itself and no step of a cell path.</param>
public sealed record Band(string? Title, string? Stub, ImmutableArray<Column> Columns, ImmutableArray<Row> Rows, bool IsSingle)
{
    /// <summary>The columns with cells, left to right.</summary>
    public ImmutableArray<Column> Leaves { get; } = [.. Columns.SelectMany(c => c.Leaves)];

    private Lookup<Column>? _columns;

    /// <summary>The column of this key or label; null if there is none.</summary>
    public Column? FindColumn(string name) =>
        (_columns ??= new Lookup<Column>([.. Leaves], static c => c.Key is null ? [c.Label] : [c.Key, c.Label])).Find(name);
}
