namespace ReportCompiler.Grids;

/// <summary>A table as a page or document has it: every place with the cell that covers it.</summary>
internal sealed class TableGrid
{
    private readonly List<List<PageCell?>> _rows = [];

    /// <summary>Its page and where it stands there; null where that is not kept.</summary>
    public (string Page, int Start, int End)? Source { get; set; }

    /// <summary>How many rows it has.</summary>
    public int Rows => _rows.Count;

    /// <summary>How many columns it has.</summary>
    public int Columns { get; private set; }

    /// <summary>The cell over a place; null for a place that none covers.</summary>
    public PageCell? this[int row, int column] => column < _rows[row].Count ? _rows[row][column] : null;

    /// <summary>Begins the next row; one that cells of rows above reach into is there already.</summary>
    /// <returns>Its number.</returns>
    public int Begin(int row)
    {
        while (_rows.Count <= row) _rows.Add([]);
        return row;
    }

    /// <summary>Puts a cell on the first free place of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="isHead">Whether it is a heading.</param>
    /// <param name="rows">How many rows it spans.</param>
    /// <param name="columns">How many columns it spans.</param>
    /// <param name="at">Where its text begins in the page, if it stands there as it is; else -1.</param>
    /// <returns>False if another cell stands on one of its places.</returns>
    public bool Put(int row, string text, bool isHead, int rows, int columns, int at = -1)
    {
        var line = _rows[row];
        var column = 0;
        while (column < line.Count && line[column] is not null) column++;
        return Place(new PageCell(row, column, text, isHead) { Rows = rows, Columns = columns, At = at });
    }

    /// <summary>Puts a cell on its place.</summary>
    /// <returns>False if another cell stands on one of its places.</returns>
    public bool Place(PageCell cell)
    {
        for (var r = cell.Row; r < cell.Row + cell.Rows; r++)
        {
            var line = _rows[Begin(r)];
            while (line.Count < cell.Column + cell.Columns) line.Add(null);
            for (var c = cell.Column; c < cell.Column + cell.Columns; c++)
            {
                if (line[c] is not null) return false;
                line[c] = cell;
            }
        }
        Columns = Math.Max(Columns, cell.Column + cell.Columns);
        return true;
    }
}
