using System.Collections.Immutable;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>The tables of an edition and their cells, found by path.</summary>
public class Form
{
    private readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Table> _tables;
    private readonly HashSet<string> _steps = new(StringComparer.Ordinal);

    internal Form(ImmutableArray<Table> tables, ImmutableArray<Cell> cells)
    {
        Tables = tables;
        Cells = cells;
        foreach (var cell in cells)
        {
            _cells.TryAdd(cell.Path, cell);
            for (var dot = cell.Path.LastIndexOf('.'); dot > 0; dot = cell.Path.LastIndexOf('.', dot - 1)) _steps.Add(cell.Path[..dot]);
        }
        _tables = Lookup.Index(tables, t => [t.Key, t.Caption]);
    }

    /// <summary>The same form, for a type that adds to it.</summary>
    protected Form(Form form)
    {
        (Tables, Cells, _cells, _tables, _steps) = (form.Tables, form.Cells, form._cells, form._tables, form._steps);
    }

    /// <summary>The tables in order.</summary>
    public ImmutableArray<Table> Tables { get; }

    /// <summary>All cells by index.</summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>The cell of a path; null if the form has none.</summary>
    public Cell? Find(string path) => _cells.GetValueOrDefault(path);

    /// <summary>Whether cell paths go on below this path.</summary>
    public bool IsStep(string path) => _steps.Contains(path);

    /// <summary>The next steps of the cell paths below this path, in the order of the form.</summary>
    public IEnumerable<string> StepsBelow(string path) =>
        Cells.Where(c => c.Path.Length > path.Length && c.Path.StartsWith(path, StringComparison.Ordinal) && c.Path[path.Length] == '.')
            .Select(c => c.Path[(path.Length + 1)..].Split('.')[0]).Distinct(StringComparer.Ordinal);

    /// <summary>The table of a key or caption; null if the form has none.</summary>
    public Table? FindTable(string name) => Lookup.Find(_tables, name);

    /// <summary>The row or group of a path that begins with a table; null if the form has none.</summary>
    public Row? FindRow(string path) =>
        path.IndexOf('.') is > 0 and var dot ? FindTable(path[..dot])?.FindRow(path[(dot + 1)..]) : null;

    /// <summary>The nearest cell path to one that is not known.</summary>
    public string? Nearest(string path) => Names.Nearest(path, Cells.Select(c => c.Path));
}
