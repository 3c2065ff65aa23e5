using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReportCompiler.Forms;
using ReportCompiler.Syntax;

namespace ReportCompiler.Grids;

/// <summary>The labels of a table of the form, folded: what is one, and what it names.</summary>
internal sealed class TableLabels
{
    private static readonly ConditionalWeakTable<Table, TableLabels> Known = [];

    private readonly Dictionary<string, List<LabelledRow>> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<Row, List<(string Column, Cell Cell)>> _cells = [];
    private int _count;

    private TableLabels(Table table)
    {
        Table = table;
        var others = table.Bands.SelectMany(b => (string?[])[b.Title, b.Stub]).Append(table.Caption).Append(table.Note).Append(table.Key)
            .Append(table.Wording["项目"]).Append(table.Arrangement == Arrangement.List ? table.Wording["计量"] : null);
        Unit = table.Arrangement == Arrangement.List ? Names.Fold(table.Wording["计量"]) : null;
        foreach (var text in others.OfType<string>()) _others.Add(Names.Fold(text));
        foreach (var band in table.Bands)
        {
            foreach (var column in band.Columns) Add(column);
            foreach (var row in band.Rows) Add(row, []);
        }
    }

    /// <summary>The labels of a table.</summary>
    public static TableLabels Of(Table table) => Known.GetValue(table, static t => new TableLabels(t));

    /// <summary>Makes the labels of all tables of an edition.</summary>
    public static void Prepare(Edition edition)
    {
        foreach (var table in edition.Tables) Of(table);
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>What heads the counting words of a list; null of another table.</summary>
    public string? Unit { get; }

    /// <summary>Whether a text is a label of the table.</summary>
    public bool IsLabel(string name) => _rows.ContainsKey(name) || IsColumn(name) || _others.Contains(name);

    /// <summary>Whether a text is the label of a column, or of a heading over several.</summary>
    public bool IsColumn(string name) => _columns.Contains(name);

    /// <summary>The cell of a row under the label of its column; null if it has none.</summary>
    public Cell? Find(Row row, string column)
    {
        if (!_cells.TryGetValue(row, out var cells)) return null;
        foreach (var (name, cell) in cells)
            if (name == column) return cell;
        return null;
    }

    /// <summary>The rows and groups of a label, in the order of the form.</summary>
    public IReadOnlyList<LabelledRow> Rows(string name) => _rows.TryGetValue(name, out var rows) ? rows : [];

    private void Add(Column column)
    {
        foreach (var name in NamesOf(column.Key, column.Label)) _columns.Add(name);
        foreach (var child in column.Children) Add(child);
    }

    private void Add(Row row, ImmutableArray<string> above)
    {
        var names = NamesOf(row.IsOwnValue ? Row.OwnValueKey : row.Key, row.IsOwnValue ? Table.Wording["总计"] : row.Label);
        var labelled = new LabelledRow(row, _count++, above);
        foreach (var name in names)
        {
            if (!_rows.TryGetValue(name, out var rows)) _rows.Add(name, rows = []);
            if (!rows.Contains(labelled)) rows.Add(labelled);
        }
        _cells.Add(row, [.. row.Cells.SelectMany(c => NamesOf(c.Column.Key, c.Column.Label).Select(n => (n, c)))]);
        foreach (var child in row.Children) Add(child, above.AddRange(names));
    }

    /// <summary>A key and a label as they are looked up, once where they are the same.</summary>
    private static ImmutableArray<string> NamesOf(string? key, string label) =>
        key is null || key == label ? [Names.Fold(label)] : [Names.Fold(key), Names.Fold(label)];
}
