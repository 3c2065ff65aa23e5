using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReportCompiler.Forms;

namespace ReportCompiler.Importing.Matching;

/// <summary>The labels of an edition, as texts of a document are looked up among them.</summary>
internal sealed class FormLabels
{
    private static readonly ConditionalWeakTable<Edition, FormLabels> Known = [];

    private readonly Dictionary<string, List<FormRow>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FormColumn>> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _headings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    private List<string>? _all;

    private FormLabels(Edition edition)
    {
        Edition = edition;
        foreach (var table in edition.Tables)
        {
            foreach (var text in new[] { table.Caption, table.Note, table.Key }) Other(text);
            foreach (var band in table.Bands)
            {
                Other(band.Title);
                Other(band.Stub);
                foreach (var column in band.Columns) Add(table, column, []);
                foreach (var row in band.Rows) Add(table, row, null);
            }
        }
        foreach (var section in edition.Sections)
            foreach (var heading in section.OtherHeadings.Prepend(section.Heading)) Other(heading);
        foreach (var unit in edition.Cells.Select(c => c.Unit)) Units.Add(unit);
    }

    /// <summary>The labels of an edition.</summary>
    public static FormLabels Of(Edition edition) => Known.GetValue(edition, static e => new FormLabels(e));

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>All rows and groups, table by table, from top to bottom.</summary>
    public List<FormRow> Rows { get; } = [];

    /// <summary>All columns with cells.</summary>
    public List<FormColumn> Columns { get; } = [];

    /// <summary>The counting words of the cells.</summary>
    public HashSet<string> Units { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows and groups of a label.</summary>
    public IReadOnlyList<FormRow> RowsOf(LabelText label) => Find(_rows, label);

    /// <summary>The columns of a label.</summary>
    public IReadOnlyList<FormColumn> ColumnsOf(LabelText label) => Find(_columns, label);

    /// <summary>Whether a text is a heading over several columns.</summary>
    public bool IsHeading(LabelText label) => Has(_headings, label);

    /// <summary>Whether a text is printed in tables and names neither a row nor a column: a title, a stub, a note.</summary>
    public bool IsOther(LabelText label) => Has(_others, label);

    /// <summary>Whether a label of the form goes on after a text.</summary>
    public bool Begins(string text) => (_all ??= [.. _rows.Keys, .. _columns.Keys, .. _headings, .. _others])
        .Exists(n => n.Length > text.Length && n.StartsWith(text, StringComparison.Ordinal));

    /// <summary>Whether a text is any label of the form.</summary>
    public bool IsLabel(LabelText label) =>
        label.Name.Length > 0 && (RowsOf(label).Count > 0 || ColumnsOf(label).Count > 0 || IsHeading(label) || IsOther(label));

    private static List<T> Find<T>(Dictionary<string, List<T>> known, LabelText label) =>
        label.Name.Length == 0 ? [] : known.GetValueOrDefault(label.Name)
            ?? (label.IsQualified ? null : known.GetValueOrDefault(label.Bare)) ?? [];

    private static bool Has(HashSet<string> known, LabelText label) =>
        label.Name.Length > 0 && (known.Contains(label.Name) || (!label.IsQualified && known.Contains(label.Bare)));

    private void Other(string? text)
    {
        if (text is null) return;
        var label = LabelText.Of(text);
        if (label.Name.Length > 0) _others.Add(label.Name);
    }

    private void Add(Table table, Column column, ImmutableArray<ImmutableArray<string>> above)
    {
        var names = NamesOf(column.Key, column.Label);
        if (column.Children.IsEmpty)
        {
            var entry = new FormColumn(column, table, names, above);
            Columns.Add(entry);
            foreach (var name in names) Take(_columns, name, entry);
        }
        else _headings.UnionWith(names);
        foreach (var child in column.Children) Add(table, child, above.Add(names));
    }

    private void Add(Table table, Row row, FormRow? parent)
    {
        if (row.IsOwnValue) return;
        var entry = new FormRow(row, table, Rows.Count, NamesOf(row.Key, row.Label), LabelText.Of(row.Label).Number, parent);
        Rows.Add(entry);
        foreach (var name in entry.Names) Take(_rows, name, entry);
        foreach (var child in row.Children) Add(table, child, entry);
    }

    private static void Take<T>(Dictionary<string, List<T>> known, string name, T entry)
    {
        if (!known.TryGetValue(name, out var entries)) known.Add(name, entries = []);
        entries.Add(entry);
    }

    private static ImmutableArray<string> NamesOf(string? key, string label)
    {
        var text = LabelText.Of(label);
        var names = new List<string> { text.Name, text.Bare };
        if (key is not null) names.Add(LabelText.Of(key).Name);
        return [.. names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>A column of the form with the headings over it, outermost first.</summary>
internal sealed record FormColumn(Column Column, Table Table, ImmutableArray<string> Names, ImmutableArray<ImmutableArray<string>> Above);

/// <summary>A row or group of the form.</summary>
/// <param name="Row">The row.</param>
/// <param name="Table">Its table.</param>
/// <param name="Place">Its place among all rows and groups of the edition.</param>
/// <param name="Names">What it is called.</param>
/// <param name="Number">The number printed before its label.</param>
/// <param name="Parent">The group it stands in; null for a row of the table itself.</param>
internal sealed record FormRow(Row Row, Table Table, int Place, ImmutableArray<string> Names, LabelNumber? Number, FormRow? Parent)
{
    /// <summary>The groups it stands in, the nearest first.</summary>
    public IEnumerable<FormRow> Above
    {
        get
        {
            for (var row = Parent; row is not null; row = row.Parent) yield return row;
        }
    }

    /// <summary>The row with the cells of its line; null for a group without a value of its own.</summary>
    public Row? Cells => Row.IsGroup ? Row.OwnValue : Row;

    public override string ToString() => Row.Path;
}
