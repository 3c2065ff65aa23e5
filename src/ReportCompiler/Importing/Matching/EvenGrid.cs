using ReportCompiler.Grids;

namespace ReportCompiler.Importing.Matching;

/// <summary>
/// A table as it was meant: columns and rows that no cell begins in are not there, nor is a column of running numbers; headings broken
/// over two rows are whole, halves printed side by side stand one below the other, and rows of the form that are printed as columns are
/// rows. What stands in a cell, and where that is in the document, stays as it was.
/// </summary>
internal sealed class EvenGrid
{
    /// <summary>Beside each other so many parts of a list are printed at most.</summary>
    private const int MostParts = 4;

    private const int LongestNumber = 4;

    private static readonly string[] Numbering = ["序号", "编号", "代码", "指标代码", "行次", "行号", "栏次"];

    private readonly FormLabels _labels;
    private Dictionary<PageCell, PageCell> _origins = new(ReferenceEqualityComparer.Instance);

    private EvenGrid(FormLabels labels, TableGrid grid) => (_labels, Grid) = (labels, grid);

    /// <summary>Makes a table even: each part of it, where headings of sections stand between them as on a sheet.</summary>
    public static List<EvenGrid> Of(FormLabels labels, TableGrid grid)
    {
        var ends = Enumerable.Range(1, Math.Max(0, grid.Rows - 1)).Where(r => IsSection(labels, grid, r)).Append(grid.Rows).ToList();
        return [.. ends.Select((end, i) => Of(labels, grid, i == 0 ? 0 : ends[i - 1], end))];
    }

    /// <summary>The table.</summary>
    public TableGrid Grid { get; private set; }

    private static EvenGrid Of(FormLabels labels, TableGrid grid, int from, int to)
    {
        var even = new EvenGrid(labels, grid);
        if (to - from < grid.Rows) even.Rebuild(Cells(grid, from, to), c =>
            c with { Row = c.Row - from, Rows = Math.Min(c.Rows, to - c.Row) });
        even.Clip();
        even.LeaveOutNumbering();
        even.StackParts();
        even.Turn();
        even.JoinHeads();
        return even;
    }

    /// <summary>Whether nothing stands in a row but the heading of a section.</summary>
    private static bool IsSection(FormLabels labels, TableGrid grid, int row)
    {
        PageCell? only = null;
        for (var column = 0; column < grid.Columns; column++)
        {
            if (grid[row, column] is not { } cell || ReferenceEquals(cell, only)) continue;
            if (cell.Row != row || (only is not null && cell.Text.Trim().Length > 0)) return false;
            if (cell.Text.Trim().Length > 0) only = cell;
        }
        return only is not null && LabelText.Of(only.Text) is { Number.IsChinese: true } label && labels.IsOther(label)
            && labels.RowsOf(label).Count == 0;
    }

    /// <summary>The cell as it stands in the document.</summary>
    public PageCell Origin(PageCell cell) => _origins.GetValueOrDefault(cell, cell);

    private IEnumerable<PageCell> Cells() => Cells(Grid, 0, Grid.Rows);

    /// <summary>The cells that begin in some rows.</summary>
    private static IEnumerable<PageCell> Cells(TableGrid grid, int from, int to)
    {
        for (var row = from; row < to; row++)
            for (var column = 0; column < grid.Columns; column++)
                if (grid[row, column] is { } cell && cell.Row == row && cell.Column == column) yield return cell;
    }

    /// <summary>Puts every cell on another place, or on none; as it was if cells would lie over each other.</summary>
    private void Rebuild(Func<PageCell, PageCell?> place) => Rebuild(Cells(), place);

    private void Rebuild(IEnumerable<PageCell> cells, Func<PageCell, PageCell?> place)
    {
        var (grid, origins) = (new TableGrid(), new Dictionary<PageCell, PageCell>(ReferenceEqualityComparer.Instance));
        foreach (var cell in cells)
        {
            if (place(cell) is not { } placed) continue;
            // Cells may be equal and none the other.
            if (ReferenceEquals(placed, cell)) placed = cell with { };
            grid.Begin(placed.Row);
            if (!grid.Place(placed)) return;
            origins[placed] = Origin(cell);
        }
        (Grid, _origins) = (grid, origins);
    }

    /// <summary>A span that reaches where no cell begins says nothing, nor do blank columns at the edges.</summary>
    private void Clip()
    {
        var rows = Cells().Select(c => c.Row).Distinct().Order().ToList();
        var filled = Cells().Where(c => c.Text.Trim().Length > 0 || c.Doubt is not null).Select(c => c.Column).DefaultIfEmpty(-1);
        var (first, last) = (filled.Min(), filled.Max());
        var columns = Cells().Select(c => c.Column).Distinct().Where(c => first <= c && c <= last).Order().ToList();
        if (rows.Count == Grid.Rows && columns.Count == Grid.Columns) return;
        Rebuild(cell =>
        {
            var (row, column) = (rows.BinarySearch(cell.Row), columns.BinarySearch(cell.Column));
            return column < 0 ? null : cell with
            {
                Row = row,
                Column = column,
                Rows = Before(rows, cell.Row + cell.Rows) - row,
                Columns = Before(columns, cell.Column + cell.Columns) - column,
            };
        });
    }

    /// <summary>How many of some lines come before a place.</summary>
    private static int Before(List<int> lines, int end) => lines.BinarySearch(end) is >= 0 and var at ? at : ~lines.BinarySearch(end);

    private void LeaveOutNumbering()
    {
        var numbering = Cells().Where(c => c.Columns == 1 && c.Text.Trim().Length > 0).GroupBy(c => c.Column).Where(IsNumbering)
            .Select(g => g.Key).Order().ToList();
        if (numbering.Count == 0) return;
        Rebuild(cell =>
        {
            var (before, within) = (Before(numbering, cell.Column), Before(numbering, cell.Column + cell.Columns));
            return cell.Columns == within - before ? null
                : cell with { Column = cell.Column - before, Columns = cell.Columns - (within - before) };
        });
    }

    /// <summary>Whether a column holds running numbers and says so.</summary>
    private static bool IsNumbering(IEnumerable<PageCell> column) => column.ToList() is [var head, _, ..] cells
        && Numbering.Contains(LabelText.Of(head.Text).Name, StringComparer.Ordinal) && cells.Skip(1).All(IsNumber);

    private static bool IsNumber(PageCell cell) => cell.Text.Trim() is { Length: <= LongestNumber } text
        && (text.All(char.IsAsciiDigit) || text is "甲" or "乙" or "丙" or "丁");

    /// <summary>Puts the parts of a list that stand side by side, each under the same headings, below each other.</summary>
    private void StackParts()
    {
        // By columns, the last row that is named as one of the form.
        Dictionary<int, int>? named = null;
        for (var row = 0; row < Grid.Rows; row++)
            for (var parts = 2; parts <= MostParts && Grid.Columns / parts > 1; parts++)
            {
                var (head, width) = (row, Grid.Columns / parts);
                if (width * parts != Grid.Columns || !IsSaidAgain(head, width)) continue;
                // Columns that are said again below other headings are those of rows printed side by side: here each part has its own rows.
                named ??= Cells().Where(c => _labels.RowsOf(LabelText.Of(c.Text)).Count > 0).GroupBy(c => c.Column)
                    .ToDictionary(g => g.Key, g => g.Max(c => c.Row));
                if (!Enumerable.Range(0, parts).All(p => named.GetValueOrDefault(p * width) > head)) continue;
                if (Cells().All(c => c.Row < head || c.Column / width == (c.Column + c.Columns - 1) / width)) Stack(head, width);
                return;
            }
    }

    private void Stack(int head, int width)
    {
        var (rows, below) = (Grid.Rows, Grid.Rows - head);
        Rebuild(cell => cell.Row < head ? cell with { Columns = Math.Min(cell.Columns, Math.Max(1, width - cell.Column)) }
            : cell with
            {
                Row = cell.Column < width ? cell.Row : rows + (((cell.Column / width) - 1) * below) + cell.Row - head,
                Column = cell.Column % width,
            });
    }

    private bool IsSaidAgain(int head, int width)
    {
        for (var column = 0; column < Grid.Columns; column++)
        {
            if (Grid[head, column] is not { Columns: 1 } cell || cell.Name.Length == 0) return false;
            var label = LabelText.Of(cell.Text);
            if (column % width == 0 && _labels.ColumnsOf(label).Count > 0) return false;
            if (column >= width && label.Name != LabelText.Of(Grid[head, column - width]!.Text).Name) return false;
        }
        return true;
    }

    private static T? First<T>(IReadOnlyList<T> found) where T : class => found.Count > 0 ? found[0] : null;

    /// <summary>Exchanges rows and columns where more rows of the form stand beside each other than below, and columns likewise.</summary>
    private void Turn()
    {
        var (down, turned) = (0, 0);
        var labels = Cells().Where(c => c.Name.Length > 0).Select(c => (Cell: c, Label: LabelText.Of(c.Text)))
            .Select(c => (c.Cell, Row: First(_labels.RowsOf(c.Label)), Column: First(_labels.ColumnsOf(c.Label))))
            .Where(c => c.Row is not null || c.Column is not null).ToList();
        foreach (var line in labels.GroupBy(c => c.Cell.Row))
        {
            down = Math.Max(down, line.Select(c => c.Column).OfType<FormColumn>().Distinct().Count());
            turned = Math.Max(turned, line.Select(c => c.Row).OfType<FormRow>().Distinct().Count());
        }
        var (rows, columns) = (0, 0);
        foreach (var line in labels.GroupBy(c => c.Cell.Column))
        {
            rows = Math.Max(rows, line.Select(c => c.Row).OfType<FormRow>().Distinct().Count());
            columns = Math.Max(columns, line.Select(c => c.Column).OfType<FormColumn>().Distinct().Count());
        }
        if (turned + columns <= down + rows || turned == 0 || columns == 0) return;
        Rebuild(cell => cell with { Row = cell.Column, Column = cell.Row, Rows = cell.Columns, Columns = cell.Rows });
    }

    /// <summary>Puts headings together that begin in one row and go on in the next.</summary>
    private void JoinHeads()
    {
        var joined = new Dictionary<PageCell, PageCell>(ReferenceEqualityComparer.Instance);
        for (var row = 0; row + 1 < Grid.Rows; row++)
            if (Halves(row) is { Count: > 0 } halves)
            {
                foreach (var (first, next) in halves) joined.Add(first, next);
                row++;
            }
        if (joined.Count == 0) return;
        var dropped = joined.Values.ToHashSet<PageCell>(ReferenceEqualityComparer.Instance);
        Rebuild(cell => dropped.Contains(cell) ? null
            : joined.TryGetValue(cell, out var next) ? cell with { Rows = 2, Text = cell.Text + next.Text } : cell);
    }

    /// <summary>The headings of a row, each with the cell below that it goes on in; none if no two name a column together.</summary>
    private List<(PageCell First, PageCell Next)> Halves(int row)
    {
        var (halves, isNamed) = (new List<(PageCell, PageCell)>(), false);
        for (var column = 0; column < Grid.Columns; column++)
        {
            if (Grid[row, column] is not { } first || first.Row != row || first.Column != column) continue;
            if (CellText.IsFigure(first.Text)) return [];
            if (Grid[row + 1, column] is not { Rows: 1 } next || next.Row != row + 1 || next.Column != column
                || next.Columns != first.Columns || first.Rows > 1) continue;
            if (CellText.IsFigure(next.Text)) return [];
            var isWhole = _labels.IsLabel(LabelText.Of(first.Text));
            if (isWhole && next.Text.Trim().Length > 0) continue;
            isNamed |= !isWhole && !_labels.IsLabel(LabelText.Of(next.Text))
                && _labels.ColumnsOf(LabelText.Of(first.Text + next.Text)).Count > 0;
            halves.Add((first, next));
        }
        return isNamed ? halves : [];
    }
}
