using ReportCompiler.Forms;
using ReportCompiler.Grids;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Matching;

/// <summary>
/// Reads a table of a document by the labels of an edition: blocks of headings first, then the rows below each, then the figure of each
/// row under each heading. Where labels, or the geometry of the table, do not settle what a figure is, it is claimed with its doubt.
/// </summary>
internal sealed class GridReading
{
    private static readonly string[] UnitLines = ["单位", "计量单位", "金额单位", "计价单位", "数量单位"];

    private readonly SeenTable _table;
    private readonly bool[] _isHead;

    private GridReading(FormLabels labels, EvenGrid grid)
    {
        _table = new SeenTable(labels, grid);
        _isHead = new bool[_table.Grid.Rows];
        FindHeads();
    }

    /// <summary>The parts of a table that are read each for itself, their headings found.</summary>
    public static List<GridReading> PartsOf(FormLabels labels, TableGrid grid) =>
        EvenGrid.Of(labels, grid).ConvertAll(even => new GridReading(labels, even));

    /// <summary>Reads a table.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="money">The unit of money that a line above it states; null if none does.</param>
    public static GridClaims Read(List<GridReading> parts, string? money)
    {
        var claims = new GridClaims();
        foreach (var part in parts) part.Read(claims, money);
        return claims;
    }

    /// <summary>Whether it has headings of the form; a table that is continued after a page has none.</summary>
    public bool HasHeadings => Array.IndexOf(_isHead, true) >= 0;

    /// <summary>Whether a table has rows of the form.</summary>
    public static bool HasRows(FormLabels labels, TableGrid grid)
    {
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
                if (grid[row, column] is { } cell && cell.Name.Length > 0 && labels.RowsOf(LabelText.Of(cell.Text)).Count > 0) return true;
        return false;
    }

    /// <summary>The unit of money that a line states for a whole table, such as 单位：件、元; null for any other text.</summary>
    public static string? MoneyOf(string text)
    {
        const int Longest = 30;
        if (text.Length > Longest || !text.Contains('元') || !text.Contains("单位", StringComparison.Ordinal)) return null;
        var line = text.Trim().TrimStart('（', '(', '【', '[');
        return UnitLines.Any(u => line.StartsWith(u, StringComparison.Ordinal)) ? LabelText.Of(line).Money : null;
    }

    private void Read(GridClaims claims, string? money)
    {
        var blocks = new List<TableBlock>();
        var said = 0;
        for (var row = 0; row < _table.Grid.Rows;)
        {
            if (!_isHead[row])
            {
                row++;
                continue;
            }
            var head = row;
            while (row < _table.Grid.Rows && _isHead[row]) row++;
            var data = row;
            while (row < _table.Grid.Rows && !_isHead[row]) row++;
            // What the last row above its end says that says it.
            for (; said < row; said++)
                money = _table.Starting(said).Select(c => MoneyOf(c.There.Text)).FirstOrDefault(m => m is not null) ?? money;
            if (TableOf(head, data, row) is { } table) blocks.Add(new TableBlock(_table, claims, table, head, data, row, money));
        }
        foreach (var block in blocks) block.Read();
        foreach (var block in blocks) Propose(block, claims.Rows);
    }

    /// <summary>
    /// Finds the rows of headings: those with the name of a column and no figure, and what belongs to them above and below.
    /// </summary>
    private void FindHeads()
    {
        for (var row = 0; row < _table.Grid.Rows; row++)
        {
            var cells = _table.Starting(row).ToList();
            if (cells.Count == 0 || cells.Exists(c => c.IsFigure)) continue;
            _isHead[row] = cells.Exists(c => c.IsColumnAlone) || (row > 0 && _isHead[row - 1] && Continues(row, cells));
        }
        for (var row = _table.Grid.Rows - 2; row >= 0; row--)
            if (_isHead[row + 1] && !_isHead[row] && _table.Starting(row).ToList() is { Count: > 0 } cells)
                _isHead[row] = cells.TrueForAll(Heads) || (
                    cells.Exists(c => c.IsHeading) && cells.TrueForAll(c => Heads(c) || c.Columns.Count > 0));
    }

    /// <summary>Whether a row goes on with the headings above it: 总计 or 其他 alone, right of where the columns begin.</summary>
    private bool Continues(int row, List<SeenCell> cells)
    {
        var first = _table.Cells(row - 1, 0).Find(c => c.IsColumnAlone)?.There.Column;
        return cells.TrueForAll(c => c.Columns.Count > 0 && c.There.Column >= first);
    }

    /// <summary>Whether a cell above headings belongs to them: a title, a heading over several, a row printed beside others.</summary>
    private static bool Heads(SeenCell cell) =>
        !cell.IsFigure && (cell.IsHeading || (cell.Rows.Count > 0 ? cell.Rows.All(r => r.Table.IsAcross) : cell.IsOther));

    /// <summary>The table of the form whose columns a block of headings has; null if it is not one alone.</summary>
    private Table? TableOf(int head, int data, int end)
    {
        var columns = _table.Range(head, data)
            .SelectMany(c => c.Columns.DistinctBy(k => k.Table).Select(k => (k.Table, c.Label.Name))).Distinct();
        var rows = _table.Range(head, end).SelectMany(c => c.Rows.DistinctBy(r => r.Table).Select(r => (r.Table, c.Label.Name))).Distinct();
        var votes = columns.GroupBy(c => c.Table, (t, c) => (Table: t, Count: c.Count())).OrderByDescending(v => v.Count).ToList();
        if (votes.Count == 0) return null;
        var best = votes.Where(v => v.Count == votes[0].Count).Select(v => v.Table).ToList();
        var byRows = best.OrderByDescending(t => rows.Count(r => r.Table == t)).ToList();
        return byRows.Count == 1 || rows.Count(r => r.Table == byRows[0]) > rows.Count(r => r.Table == byRows[1]) ? byRows[0] : null;
    }

    /// <summary>Claims the figures of rows with unknown labels for the rows those are like, as long as no other row has these.</summary>
    private void Propose(TableBlock block, IReadOnlySet<Row> taken)
    {
        foreach (var row in block.Unknown)
        {
            var free = _table.Labels.Rows.Where(r => r.Table == block.Table && r.Cells is { } cells && !taken.Contains(cells));
            if (Likeness.Nearest(row.Label.Label.Name, free.Where(row.Fits), r => r.Names) is { } meant)
                block.Claim(row.Row, meant, Doubts.RowNamed(SeenTable.OneLine(row.Label.There.Text)), isProposed: true);
            else block.Leave(row.Row);
        }
    }
}
