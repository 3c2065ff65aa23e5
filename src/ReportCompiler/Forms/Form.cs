using System.Collections.Immutable;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>The tables of an edition and their cells, found by path.</summary>
public class Form
{
    private readonly Lookup<Table> _tables;
    private Dictionary<string, Cell>? _cells;
    private HashSet<string>? _steps;

    internal Form(ImmutableArray<Table> tables, ImmutableArray<Cell> cells)
    {
        Tables = tables;
        Cells = cells;
        _tables = new Lookup<Table>([.. tables], static t => [t.Key, t.Caption]);
    }

    /// <summary>The same form, for a type that adds to it.</summary>
    protected Form(Form form)
    {
        (Tables, Cells, _tables) = (form.Tables, form.Cells, form._tables);
    }

    /// <summary>The tables in order.</summary>
    public ImmutableArray<Table> Tables { get; }

    /// <summary>All cells by index.</summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>The cell of a path; null if the form has none.</summary>
    public Cell? Find(string path) => (_cells ??= CellsByPath()).GetValueOrDefault(path);

    /// <summary>Whether cell paths go on below this path.</summary>
    public bool IsStep(string path) => (_steps ??= Steps()).Contains(path);

    /// <summary>The next steps of the cell paths below this path, in the order of the form.</summary>
    public IEnumerable<string> StepsBelow(string path) =>
        Cells.Where(c => c.Path.Length > path.Length && c.Path.StartsWith(path, StringComparison.Ordinal) && c.Path[path.Length] == '.')
            .Select(c => c.Path[(path.Length + 1)..].Split('.')[0]).Distinct(StringComparer.Ordinal);

    /// <summary>The table of a key or caption; null if the form has none.</summary>
    public Table? FindTable(string name) => _tables.Find(name);

    /// <summary>The row or group of a path that begins with a table; null if the form has none.</summary>
    public Row? FindRow(string path) =>
        path.IndexOf('.') is > 0 and var dot ? FindTable(path[..dot])?.FindRow(path[(dot + 1)..]) : null;

    /// <summary>The nearest cell path to one that is not known.</summary>
    public string? Nearest(string path) => Nearest(path, Cells.Select(c => c.Path));

    /// <summary>The nearest path of a group or row to one that is not known.</summary>
    internal string? NearestRow(string path) => Nearest(path, RowPaths);

    /// <summary>The nearest path of a group, row or cell to one that is not known.</summary>
    internal string? NearestOfAny(string path) => Nearest(path, RowPaths.Concat(Cells.Select(c => c.Path)));

    private IEnumerable<string> RowPaths => Tables.SelectMany(t => t.Bands).SelectMany(b => b.Rows).SelectMany(WithBelow)
        .Where(r => r.Key is not null).Select(r => r.Path);

    private static IEnumerable<Row> WithBelow(Row row) => row.Children.SelectMany(WithBelow).Prepend(row);

    /// <summary>A path with a step left out is near, however long the step: the one that begins and ends as it does.</summary>
    private static string? Nearest(string path, IEnumerable<string> known)
    {
        var (first, last) = (path.IndexOf('.'), path.LastIndexOf('.'));
        if (first < 0) return Names.Nearest(path, known);
        var paths = known.ToList();
        var alike = paths.Where(p => p.Length > path.Length && p.StartsWith(path[..(first + 1)], StringComparison.Ordinal)
            && p.EndsWith(path[last..], StringComparison.Ordinal)).Take(2).ToList();
        return alike is [var only] ? only : Names.Nearest(path, paths);
    }

    // Two threads may both make an index when it is first needed; they make the same.
    private Dictionary<string, Cell> CellsByPath()
    {
        var cells = new Dictionary<string, Cell>(Cells.Length, StringComparer.Ordinal);
        foreach (var cell in Cells) cells.TryAdd(cell.Path, cell);
        return cells;
    }

    private HashSet<string> Steps()
    {
        var steps = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in Cells)
            for (var dot = cell.Path.LastIndexOf('.'); dot > 0; dot = cell.Path.LastIndexOf('.', dot - 1)) steps.Add(cell.Path[..dot]);
        return steps;
    }
}
