using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Workbooks;

namespace ReportCompiler.Rendering.Sheets;

/// <summary>A table of the form as it stands on a sheet: which cell is where, and how wide and high all must be to be read.</summary>
public sealed class SheetTable
{
    /// <summary>A heading.</summary>
    public static readonly CellStyle Heading = new() { IsLined = true, Alignment = Alignment.Centre };

    private const double PointsOfALine = 14.5;
    private const double LowestRow = 20;

    private readonly ImmutableArray<GridCell> _grid;
    private readonly bool[] _hasFigures;
    private readonly double[] _widths;
    private readonly double[] _heights;
    private readonly Dictionary<Cell, GridCell> _places;

    private SheetTable(Table table)
    {
        Table = table;
        _grid = Grid.Of(table);
        Rows = _grid.Max(c => c.Row + c.Rows);
        Columns = _grid.Max(c => c.Column + c.Columns);
        _hasFigures = new bool[Columns];
        foreach (var cell in _grid.Where(c => c.Figure is not null)) _hasFigures[cell.Column] = true;
        _widths = [.. Enumerable.Range(0, Columns).Select(WidthOf)];
        _heights = Heights();
        _places = _grid.Where(c => c.Figure is not null).ToDictionary(c => c.Figure!);
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }

    /// <summary>How many columns it has.</summary>
    public int Columns { get; }

    /// <summary>How wide its columns are, in digits.</summary>
    public IReadOnlyList<double> Widths => _widths;

    /// <summary>How wide it is altogether, in digits.</summary>
    public double Width => _widths.Sum();

    /// <summary>How high it is altogether, in points.</summary>
    public double Height => _heights.Sum();

    /// <summary>Whether it goes better on paper that lies.</summary>
    public bool IsLandscape => ScaleOn(LongSide, ShortSide) > ScaleOn(ShortSide, LongSide);

    /// <summary>Lays a table out.</summary>
    public static SheetTable Of(Table table) => new(table);

    /// <summary>How many lines a text takes in so many digits, and a Chinese character is two of them wide.</summary>
    public static int Lines(string text, double digits) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(WidthOf(line) / Math.Max(1, digits - 1))));

    // What the margins leave of a page of A4, in points, less the lines above the table.
    private const double ShortSide = 480;
    private const double LongSide = 700;
    private const double PointsOfADigit = 5.5;

    /// <summary>How much of its usual size is left on paper of a width and a height.</summary>
    private double ScaleOn(double width, double height) => Math.Min(1, Math.Min(width / (Width * PointsOfADigit), height / Height));

    /// <summary>Writes it on a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="at">Its first cell.</param>
    /// <param name="figure">What stands in a cell of the form, and how.</param>
    /// <param name="rowOf">The row of the sheet for a row of the table, where others stand between.</param>
    /// <param name="columnOf">
    /// The column of the sheet with which a column of the table begins, or behind the last ends, where one of these spans several of
    /// those; their widths are then told elsewhere.
    /// </param>
    public void Write(
        Worksheet sheet, Place at, Func<Cell, (CellValue Value, CellStyle Style)> figure, Func<int, int>? rowOf = null,
        Func<int, int>? columnOf = null)
    {
        rowOf ??= row => at.Row + row;
        for (var column = 0; column < Columns && columnOf is null; column++) sheet.Width(at.Column + column, _widths[column]);
        columnOf ??= column => at.Column + column;
        for (var row = 0; row < Rows; row++) sheet.Height(rowOf(row), _heights[row]);
        foreach (var cell in _grid)
        {
            var (value, style) = cell.Figure is { } of ? figure(of) : (CellValue.Of(cell.Text), Heading);
            var (top, bottom) = (rowOf(cell.Row), rowOf(cell.Row + cell.Rows - 1));
            var (left, end) = (columnOf(cell.Column), columnOf(cell.Column + cell.Columns));
            sheet.Set(new Area(new Place(top, left), bottom - top + 1, end - left), value, style);
        }
    }

    /// <summary>The row and the column of a cell within the table.</summary>
    public (int Row, int Column) PlaceOf(Cell cell) => (_places[cell].Row, _places[cell].Column);

    /// <summary>The cells of a row from left to right; none for a row of headings.</summary>
    public IEnumerable<Cell> CellsOf(int row) => _grid.Where(c => c.Row == row).Select(c => c.Figure).OfType<Cell>();

    private double WidthOf(int column)
    {
        var figures = _hasFigures.Count(f => f);
        if (_hasFigures[column]) return figures <= 4 ? 20 : figures <= 8 ? 9.5 : 7.5;
        // Beside figures stand the labels of rows, and groups left of them.
        var labels = _grid.Where(c => c.Figure is null && c.Column == column && c is { Columns: 1, Rows: 1 }).Select(c => WidthOf(c.Text));
        var wanted = Math.Clamp(labels.DefaultIfEmpty().Max() * 0.62, 8, 36);
        return _hasFigures.Count(f => !f) == 1 ? Math.Max(20, wanted) : wanted;
    }

    private double[] Heights()
    {
        var heights = new double[Rows];
        foreach (var cell in _grid.Where(c => c.Rows == 1)) heights[cell.Row] = Math.Max(heights[cell.Row], HeightOf(cell));
        foreach (var cell in _grid.Where(c => c.Rows > 1))
        {
            var (first, last) = (cell.Row, cell.Row + cell.Rows - 1);
            for (var row = first; row <= last; row++) heights[row] = Math.Max(heights[row], LowestRow);
            heights[last] += Math.Max(0, HeightOf(cell) - heights[first..(last + 1)].Sum());
        }
        return heights;
    }

    private double HeightOf(GridCell cell) => cell.Figure is not null ? LowestRow
        : Math.Max(LowestRow, (Lines(cell.Text, _widths[cell.Column..(cell.Column + cell.Columns)].Sum()) * PointsOfALine) + 5);

    private static int WidthOf(string text) => text.Sum(c => c < '\u1100' ? 1 : 2);
}
