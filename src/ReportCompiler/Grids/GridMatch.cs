using ReportCompiler.Forms;

namespace ReportCompiler.Grids;

/// <summary>
/// Finds the cells of a table of the form in a table of a page, by labels alone: the row by what stands left of a place, or above it
/// where rows stand side by side, the column by the nearest headings above it. A place under or beside a heading that is none of the
/// form's is another table's. Nothing is guessed: where labels do not settle, there is no match.
/// </summary>
/// <param name="labels">The table of the form.</param>
/// <param name="grid">The table of the page.</param>
internal sealed class GridMatch(TableLabels labels, TableGrid grid)
{
    /// <summary>How many rows of headings a table has at most before its first figure.</summary>
    public const int HighestHead = 8;

    private readonly List<PageCell>?[] _heads = new List<PageCell>?[grid.Columns];
    private readonly bool[] _isOpen = new bool[grid.Columns];
    private readonly bool[] _isOwn = new bool[grid.Columns];
    private readonly List<MatchedCell> _found = [];
    private readonly List<PageCell> _left = [];
    private int _last = -1;

    /// <summary>The cells of a table of the form that a table of a page has, from top to bottom.</summary>
    public static IReadOnlyList<MatchedCell> Of(Table table, TableGrid grid)
    {
        var labels = TableLabels.Of(table);
        if (!HasColumn(labels, grid)) return [];
        var match = new GridMatch(labels, grid);
        for (var row = 0; row < grid.Rows; row++) match.Row(row);
        return match._found;
    }

    /// <summary>Whether the first rows of a table, which may be all that is read of it yet, look like a table of a form's.</summary>
    public static bool MayBeOf(Edition edition, TableGrid grid)
    {
        foreach (var table in edition.Tables)
            if (HasColumn(TableLabels.Of(table), grid)) return true;
        return false;
    }

    /// <summary>Whether one of the first rows has a column's label: tables of something else are many, and long.</summary>
    private static bool HasColumn(TableLabels labels, TableGrid grid)
    {
        for (var row = 0; row < Math.Min(grid.Rows, HighestHead); row++)
            for (var column = 0; column < grid.Columns; column++)
                if (grid[row, column] is { Name: { Length: > 0 } name } && labels.IsColumn(name)) return true;
        return false;
    }

    private void Row(int row)
    {
        _left.Clear();
        var left = _left;
        var isForeign = false;
        Row? own = null;
        for (var column = 0; column < grid.Columns; column++)
        {
            var cell = grid[row, column];
            // A counting word may be the name of a row: pages, counted in pages.
            if (cell is not null && IsCountingWord(column, cell)) continue;
            if (cell is not null && IsHeading(cell))
            {
                Head(column, cell);
                // A heading that is none of the form's, and heads no column of it, names a row that is none.
                if (labels.Rows(cell.Name).Count > 0) AddOnce(left, cell);
                else isForeign |= left.Count == 0 && column == 0 && !labels.IsLabel(cell.Name);
                continue;
            }
            _isOpen[column] = false;
            if (isForeign || cell is null || cell.Row != row || cell.Column != column) continue;
            own ??= left.Count > 0 ? Find(left) : null;
            if ((left.Count > 0 ? own : Across(column)) is { } found) Match(found, column, cell);
        }
    }

    private bool IsCountingWord(int column, PageCell cell) => labels.Unit is { } unit && column > 0 && cell.Name != unit
        && _heads[column] is [.., var head] && head.Name == unit;

    private bool IsHeading(PageCell cell) => cell.Name.Length > 0 && (cell.IsHead || labels.IsLabel(cell.Name));

    /// <summary>Takes a heading over a column: below a figure a new block of headings begins.</summary>
    private void Head(int column, PageCell cell)
    {
        var heads = _heads[column] ??= [];
        if (!_isOpen[column])
        {
            heads.Clear();
            _isOwn[column] = true;
        }
        _isOpen[column] = true;
        if (AddOnce(heads, cell)) _isOwn[column] &= labels.IsLabel(cell.Name);
    }

    private static bool AddOnce(List<PageCell> cells, PageCell cell)
    {
        if (cells.Count > 0 && ReferenceEquals(cells[^1], cell)) return false;
        cells.Add(cell);
        return true;
    }

    /// <summary>The row that headings above a place name, the last of them left out, which names the column.</summary>
    private Row? Across(int column) => _heads[column] is { Count: > 1 } heads ? Find(heads[..^1]) : null;

    /// <summary>The row of some labels, outermost first; of several rows of a label the next one below the last that was found.</summary>
    private Row? Find(List<PageCell> path)
    {
        var candidates = labels.Rows(path[^1].Name);
        var fitting = 0;
        LabelledRow? first = null;
        LabelledRow? next = null;
        foreach (var candidate in candidates)
        {
            if (!Fits(candidate, path)) continue;
            fitting++;
            first ??= candidate;
            if (candidate.Place > _last) next ??= candidate;
        }
        var found = fitting == 1 ? first : next;
        if (found is null) return null;
        _last = found.Place;
        return found.Row;
    }

    private static bool Fits(LabelledRow row, List<PageCell> path)
    {
        for (var i = 0; i < path.Count - 1; i++)
            if (!row.Above.Contains(path[i].Name, StringComparer.Ordinal)) return false;
        return true;
    }

    private void Match(Row found, int column, PageCell there)
    {
        var row = found.IsGroup ? found.OwnValue : found;
        // Where a group's own value has a line of its own, the group's may be blank.
        if (found.IsGroup && there.Text.Length == 0 && !found.PrintsOwnValue(labels.Table)) return;
        if (row is null || _heads[column] is not [.., var head] || !_isOwn[column]) return;
        if (labels.Find(row, head.Name) is { } cell) _found.Add(new MatchedCell(cell, there));
    }
}
