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
    public string? Nearest(string path) => Names.Nearest(path, Cells.Select(c => c.Path));

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
