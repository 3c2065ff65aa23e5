using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>A row of a table, or a group of rows.</summary>
public sealed class Row
{
    /// <summary>The key under which a group with a value of its own writes it.</summary>
    public const string OwnValueKey = "总计";

    private Lookup<Row>? _byName;

    /// <summary>A row whose cells know it, or a group.</summary>
    /// <param name="path">The cell path of the row, without a column.</param>
    /// <param name="children">The rows of a group; empty for a row with cells.</param>
    /// <param name="cells">Makes the cells of a row.</param>
    internal Row(string path, ImmutableArray<Row> children, Func<Row, ImmutableArray<Cell>> cells)
    {
        Path = path;
        Children = children;
        Cells = IsGroup ? [] : cells(this);
    }

    /// <summary>The short name; null for a printed heading that is no step of a cell path.</summary>
    public required string? Key { get; init; }

    /// <summary>As printed.</summary>
    public required string Label { get; init; }

    /// <summary>Other wordings of the label that are accepted where it is read: 又作.</summary>
    public ImmutableArray<string> OtherLabels { get; init; } = [];

    /// <summary>The English meaning.</summary>
    public required string Gloss { get; init; }

    /// <summary>The counting word of a row with one column; empty if the column has it.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What the cells of the row hold if it is not what the column says; null if the column says it.</summary>
    public ValueKind? Kind { get; init; }

    /// <summary>The rows of a group; empty for a row with cells.</summary>
    public ImmutableArray<Row> Children { get; }

    /// <summary>Whether this row is the value of the group it stands in (printed in the group's own line).</summary>
    public bool IsOwnValue { get; init; }

    /// <summary>Whether the totals beside it leave it out (不计入).</summary>
    public bool IsUncounted { get; init; }

    /// <summary>The row of the group's own value; null if it has none.</summary>
    public Row? OwnValue => Children is [{ IsOwnValue: true } own, ..] ? own : null;

    /// <summary>Whether the group's own value stands in the group's line, and not in a line of its own below it.</summary>
    public bool IsInGroupLine { get; init; }

    /// <summary>Whether a table prints a figure in the line of this group.</summary>
    public bool PrintsOwnValue(Table table) => OwnValue is { } own && (own.IsInGroupLine || table.Arrangement == Arrangement.List);

    /// <summary>The cells from left to right; empty for a group.</summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>The cell path of the row, without a column.</summary>
    public string Path { get; }

    /// <summary>Whether it is a group.</summary>
    public bool IsGroup => !Children.IsEmpty;

    /// <summary>Whether its cells are named by their columns; a row of one value has none.</summary>
    public bool HasColumns => Cells.Length > 0 && Cells[0].Path != Path;

    /// <summary>The rows with cells, top to bottom.</summary>
    public IEnumerable<Row> Leaves => IsGroup ? Children.SelectMany(r => r.Leaves) : [this];

    /// <summary>Adds the rows with cells, top to bottom.</summary>
    internal void AddLeaves(ImmutableArray<Row>.Builder leaves)
    {
        if (!IsGroup) leaves.Add(this);
        else
            foreach (var row in Children) row.AddLeaves(leaves);
    }

    /// <summary>The rows a group stands for in an equation: all with cells below it but its totals; a row with cells is itself.</summary>
    public IEnumerable<Row> Details => IsGroup ? Leaves.Where(r => r.Key != OwnValueKey) : [this];

    /// <summary>The rows below that are a step of a cell path, headings passed through.</summary>
    public IEnumerable<Row> KeyedRows => Children.SelectMany(r => r.Key is null ? r.KeyedRows : [r]);

    /// <summary>All cells of the row or group.</summary>
    public IEnumerable<Cell> AllCells => Leaves.SelectMany(r => r.Cells);

    /// <summary>The names by which it is found: its key, its label and the label's other wordings.</summary>
    internal string[] Names => [Key!, Label, .. OtherLabels];

    /// <summary>The row below of this key or label, numbering, spaces, quotes and width ignored; null if there is none.</summary>
    public Row? Find(string name) => (_byName ??= new Lookup<Row>([.. KeyedRows], static r => r.Names)).Find(name);
}
