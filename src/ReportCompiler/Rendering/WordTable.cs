using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Forms;
using ReportCompiler.Manuscripts;

namespace ReportCompiler.Rendering;

/// <summary>
/// A table of the form for Word: every line with all its cells, also those that a cell above reaches into. The proportions are those of
/// the printed form, scaled to the width of the text.
/// </summary>
internal sealed class WordTable
{
    /// <summary>A table of more lines is not kept on one page: it would begin a new one and break all the same.</summary>
    private const int MostKept = 36;

    /// <summary>The printed form's width, and what a figure and the first columns of labels have of it, in twentieths of a point.</summary>
    private const int FormWidth = 9741;
    private const int FigureWidth = 685;
    private const int FirstWidth = 754;
    private const int SecondWidth = 921;

    private readonly ImmutableArray<GridCell> _cells;

    /// <summary>How many columns of labels stand left of the figures.</summary>
    private readonly int _labels;

    /// <summary>Lays a table out.</summary>
    public WordTable(Table table)
    {
        _cells = Grid.Of(table);
        _labels = table.IsAcross ? 0 : _cells.Where(c => c.Figure is not null).Min(c => c.Column);
        Widths = WidthsOf(table);
        Layout = LayoutOf(table);
    }

    /// <summary>The widths of the columns; together they are the width of the text.</summary>
    public ImmutableArray<int> Widths { get; }

    /// <summary>The lines. What opens a cell, up to its text, stands in the place of attributes.</summary>
    public TableLayout Layout { get; }

    private ImmutableArray<int> WidthsOf(Table table)
    {
        var columns = _cells.Max(c => c.Column + c.Columns);
        var labels = _labels;
        var isList = !table.IsAcross && table.Arrangement == Arrangement.List;
        var last = FormWidth - FigureWidth * (columns - labels) - FirstWidth - SecondWidth * (labels - 2);
        // One column of labels is as wide as the others, but for a list's; of more the last has what the others leave.
        var parts = Enumerable.Range(0, columns).Select(column => isList ? (column == 0 ? 5 : 1)
            : labels < 2 ? 1
            : column >= labels ? FigureWidth
            : column == labels - 1 ? Math.Max(SecondWidth, last) : column == 0 ? FirstWidth : SecondWidth).ToList();
        return Scaled(parts, WordWriter.TextWidth);
    }

    /// <summary>Whole numbers in the proportions of others; what rounding leaves has the last.</summary>
    /// <param name="parts">The proportions.</param>
    /// <param name="width">Their sum.</param>
    public static ImmutableArray<int> Scaled(IReadOnlyList<int> parts, int width)
    {
        var sum = parts.Sum();
        var widths = parts.Select(p => p * width / sum).ToArray();
        widths[^1] += width - widths.Sum();
        return [.. widths];
    }

    private TableLayout LayoutOf(Table table)
    {
        var (rows, heads) = (_cells.Max(c => c.Row + c.Rows), TableLayout.Of(table, 0).Head.Length);
        // Labels of a tree, and of a list, are read from their left; those of few lines stand in the middle as their columns do.
        var labels = table.Arrangement == Arrangement.List || _labels > 1 ? _labels : 0;
        var lines = Enumerable.Range(0, rows).Select(row =>
        {
            var isKept = rows <= MostKept && row < rows - 1;
            return Line(row, c => Opening(c, row, c.Column < labels && c.Rows == 1, isKept));
        }).ToList();
        return new TableLayout([.. lines.Take(heads)], [new TablePart("", "", [.. lines.Skip(heads)])]);
    }

    private ImmutableArray<PrintedCell> Line(int row, Func<GridCell, string> opening) =>
    [
        .. from cell in _cells
           where cell.Row <= row && row < cell.Row + cell.Rows
           orderby cell.Column
           select new PrintedCell(cell.Row == row ? cell.Text : "", cell.Figure, opening(cell), cell.Figure is null),
    ];

    private string Opening(GridCell cell, int row, bool isLabel, bool isKept)
    {
        var width = Widths.Skip(cell.Column).Take(cell.Columns).Sum();
        var style = cell.Figure is not null ? "TableFigure" : isLabel ? "TableLabel" : "TableHead";
        return string.Create(CultureInfo.InvariantCulture, $"<w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>")
            + (cell.Columns > 1 ? string.Create(CultureInfo.InvariantCulture, $"<w:gridSpan w:val=\"{cell.Columns}\"/>") : "")
            + (cell.Rows == 1 ? "" : cell.Row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>")
            + $"</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{(isKept ? "<w:keepNext/>" : "")}</w:pPr>";
    }
}
