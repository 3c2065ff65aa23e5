using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>What a line of a data file may be the name of: a field, a table, a group, a row or a column, below another.</summary>
internal sealed class FormNode
{
    private readonly Func<FormNode, string, FormNode?> _find;
    private readonly Dictionary<object, FormNode> _children = new(ReferenceEqualityComparer.Instance);

    private FormNode(string name, FormNode? parent, Func<FormNode, string, FormNode?> find) => (Name, Parent, _find) = (name, parent, find);

    /// <summary>The key.</summary>
    public string Name { get; }

    /// <summary>What it stands below; null for the file itself.</summary>
    public FormNode? Parent { get; }

    /// <summary>The row or group; null for anything else.</summary>
    public Row? Row { get; private init; }

    /// <summary>The table it is, or stands in; null for anything else.</summary>
    public Table? Table { get; private init; }

    /// <summary>Whether lines may stand below it.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>Whether it is a column of a row.</summary>
    public bool IsColumn { get; private init; }

    /// <summary>Whether it holds one figure.</summary>
    public bool IsSingle => IsColumn || Row is { IsGroup: false, HasColumns: false };

    /// <summary>Whether any name may stand below it, so that a name alone says nothing.</summary>
    public bool TakesAny { get; private init; }

    /// <summary>The cell of what holds one figure; null for anything else.</summary>
    public Cell? Cell => !IsSingle || Row is null ? null
        : IsColumn ? Row.Cells.First(c => c.Column.Key == Name) : Row.Cells[0];

    /// <summary>The columns of a row that has several; empty for anything else.</summary>
    public ImmutableArray<Column> Columns =>
        Row is { IsGroup: false, HasColumns: true } row && !IsColumn ? Table!.BandOf(row).Leaves : [];

    /// <summary>What a name means directly below it; null for nothing.</summary>
    public FormNode? Find(string name) => _find(this, name);

    /// <summary>The file itself.</summary>
    public static FormNode Root(Edition edition, ImmutableArray<Indicator>? indicators)
    {
        var fields = new[] { FileKeys.Unit, FileKeys.Year, FileKeys.Submitted, FileKeys.Notes, Indicator.Group }
            .Concat(Signers.Keys).ToList();
        return new FormNode("", null, Below) { IsOpen = true };

        FormNode? Below(FormNode root, string name) => edition.FindTable(name) is { } table ? root.Child(table, () => OfTable(root, table))
            : fields.Find(f => f == name) is { } field ? root.Child(field, () => OfField(root, field)) : null;

        FormNode OfField(FormNode root, string field) => field switch
        {
            FileKeys.Notes => OfAny(field, root, edition.Find),
            Indicator.Group => OfAny(field, root, name => indicators?.FirstOrDefault(i => i.Key == name || i.Label == name)),
            _ => Leaf(field, root),
        };
    }

    private static FormNode OfAny(string field, FormNode root, Func<string, object?> find) =>
        new(field, root, (node, name) => find(name) is { } thing ? node.Child(thing, () => Leaf(name, node)) : null)
        {
            IsOpen = true,
            TakesAny = true,
        };

    private static FormNode Leaf(string name, FormNode parent) => new(name, parent, static (_, _) => null);

    private static FormNode OfTable(FormNode root, Table table) =>
        new(table.Key, root, (node, name) => table.Find(name) is { } row ? node.Child(row, () => OfRow(node, row)) : null)
        {
            Table = table,
            IsOpen = true,
        };

    private static FormNode OfRow(FormNode parent, Row row) => new(row.Key!, parent, Below)
    {
        Row = row,
        Table = parent.Table,
        IsOpen = row.IsGroup || row.HasColumns,
    };

    private static FormNode? Below(FormNode node, string name)
    {
        var row = node.Row!;
        if (row.IsGroup) return row.Find(name) is { } below ? node.Child(below, () => OfRow(node, below)) : null;
        if (!row.HasColumns || node.Table!.BandOf(row).FindColumn(name) is not { } column) return null;
        return node.Child(column, () => OfColumn(node, column));
    }

    private static FormNode OfColumn(FormNode row, Column column) =>
        new(column.Key!, row, static (_, _) => null) { Row = row.Row, Table = row.Table, IsColumn = true };

    private FormNode Child(object thing, Func<FormNode> make)
    {
        if (!_children.TryGetValue(thing, out var child)) _children[thing] = child = make();
        return child;
    }

    /// <summary>All rows of all tables of a name, wherever they stand.</summary>
    public static IEnumerable<FormNode> Everywhere(FormNode root, Edition edition, string name)
    {
        var open = new Queue<FormNode>(edition.Tables.Select(t => root.Find(t.Key)!));
        while (open.TryDequeue(out var node))
        {
            if (node.Find(name) is { } found) yield return found;
            foreach (var row in node.Row?.KeyedRows ?? node.Table!.KeyedRows)
                if (row.IsGroup) open.Enqueue(node.Find(row.Key!)!);
        }
    }

    /// <summary>The name as a printed heading shows it: what heads columns, bands and tables, but names no line of a data file.</summary>
    public static HashSet<string> Headings(Edition edition)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in edition.Tables)
        {
            Add(table.Caption);
            Add(table.Note);
            foreach (var band in table.Bands)
            {
                Add(band.Title);
                Add(band.Stub);
                foreach (var column in band.Columns) AddColumn(column);
                foreach (var row in table.IsAcross ? band.Rows : []) AddRow(row);
            }
        }
        return words;

        void Add(string? word)
        {
            if (word is { Length: > 0 }) words.Add(Names.Fold(word));
        }

        void AddColumn(Column column)
        {
            Add(column.Label);
            Add(column.Key);
            foreach (var below in column.Children) AddColumn(below);
        }

        void AddRow(Row row)
        {
            Add(row.Label);
            foreach (var below in row.Children) AddRow(below);
        }
    }
}
