using ReportCompiler.Grids;

namespace ReportCompiler.Importing.Matching;

/// <summary>A table of a document whose cells are looked at by the names of an edition.</summary>
/// <param name="labels">The names of the form.</param>
/// <param name="even">The table.</param>
internal sealed class SeenTable(FormLabels labels, EvenGrid even)
{
    private readonly TableGrid _grid = even.Grid;
    private readonly Dictionary<PageCell, SeenCell> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>The names of the form.</summary>
    public FormLabels Labels => labels;

    /// <summary>The table.</summary>
    public TableGrid Grid => _grid;

    /// <summary>What stands at a place; null where the table has no cell.</summary>
    public SeenCell? At(int row, int column)
    {
        if (_grid[row, column] is not { } there) return null;
        if (!_seen.TryGetValue(there, out var seen)) _seen.Add(there, seen = new SeenCell(there, even.Origin(there), labels));
        return seen;
    }

    /// <summary>The cells over a row from a column on, each once; those that reach in from the left or from above too.</summary>
    public List<SeenCell> Cells(int row, int from)
    {
        var cells = new List<SeenCell>();
        for (var column = from; column < _grid.Columns; column++)
            if (At(row, column) is { } cell && (cells.Count == 0 || !ReferenceEquals(cells[^1], cell))) cells.Add(cell);
        return cells;
    }

    /// <summary>The cells that begin in a row and are not blank.</summary>
    public IEnumerable<SeenCell> Starting(int row) => Cells(row, 0).Where(c => c.There.Row == row && !c.IsBlank);

    /// <summary>The cells that begin in some rows and are not blank.</summary>
    public IEnumerable<SeenCell> Range(int from, int to) => Enumerable.Range(from, to - from).SelectMany(Starting);

    /// <summary>A text on one line.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
