using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Grids;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Projects;

namespace ReportCompiler.Importing.Matching;

/// <summary>
/// The authority's own figures in a document: those of a form by their paths, those of tables by the names that the project gives them.
/// </summary>
/// <param name="indicators">The indicators of the project; null outside any, where those of a form are taken as they are.</param>
internal sealed class OwnFigures(IReadOnlyList<Indicator>? indicators)
{
    private static readonly string[] Totals = ["合计", "总计", "总数", "小计"];

    private readonly List<(string Key, ImportedFigure Figure, string Said)> _claims = [];

    /// <summary>Rows and cells with such figures that were left.</summary>
    public List<LeftRow> Left { get; } = [];

    /// <summary>What the document says of each, by keys, in the order of the project; several that differ are not settled.</summary>
    public IReadOnlyList<(string Key, ImportedFigure Figure)> Figures() =>
    [
        .. _claims.GroupBy(c => c.Key, StringComparer.Ordinal).OrderBy(g => Find(g.Key)?.Index).Select(g => (g.Key, Settle([.. g]))),
    ];

    /// <summary>Takes what stands in the place of a path of a form; whether it is one of these.</summary>
    public bool Take(string path, PageCell there)
    {
        if (!path.StartsWith(Indicator.Group + ".", StringComparison.Ordinal)) return false;
        var key = path[(Indicator.Group.Length + 1)..];
        var (known, at) = (Find(key), there.Where ?? Text.Same(path));
        if (known is null && (indicators is not null || !key.All(char.IsLetterOrDigit)))
        {
            if (there.Text.Trim().Length > 0) Left.Add(new LeftRow(at, Text.Same($"{key} {SeenTable.OneLine(there.Text)}")));
            return true;
        }
        var figure = ImportedFigure.Of(there, at, null, known?.Kind ?? ValueKind.Amount, known?.Unit ?? "");
        if (figure.State == CellState.Blank) figure = figure with { IsToFill = true };
        _claims.Add((key, figure, there.Text));
        return true;
    }

    /// <summary>Looks for them in a table: beside their names, or below them in the row of the total.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="table">What it is called.</param>
    /// <param name="labels">The form, whose labels are never those of an indicator.</param>
    /// <param name="taken">The rows that hold figures of the form.</param>
    /// <returns>The rows that hold figures of indicators.</returns>
    public IReadOnlySet<int> Look(TableGrid grid, Text table, FormLabels labels, IReadOnlySet<int> taken)
    {
        var rows = new HashSet<int>();
        if (indicators is not { Count: > 0 }) return rows;
        for (var row = 0; row < grid.Rows; row++)
        {
            if (taken.Contains(row)) continue;
            var cells = Cells(grid, row);
            foreach (var cell in cells)
                if (cell.Row == row && Named(cell, labels) is { } indicator && Place(grid, table, cells, cell) is { } there)
                {
                    rows.Add(there.Row);
                    var at = Places.In(table, Places.Cell(there.Row, there.Column));
                    _claims.Add((indicator.Key, Read(there, at, cell, indicator), there.Text));
                }
        }
        return rows;
    }

    private static ImportedFigure Read(PageCell there, Text at, PageCell label, Indicator indicator)
    {
        var doubt = there.Columns > 1 && there.Column != label.Column ? Doubts.OverColumns : null;
        if (LabelText.Of(label.Text).Money is { } stated && indicator.Unit.EndsWith('元') && stated != indicator.Unit)
            doubt = Doubts.TableUnit(stated);
        return ImportedFigure.Of(there, at, doubt, indicator.Kind, indicator.Unit);
    }

    /// <summary>
    /// The cell with the figure of a name: the only one beside it, or, where it heads a column, that of the total, or the only one below.
    /// </summary>
    private PageCell? Place(TableGrid grid, Text table, List<PageCell> cells, PageCell label)
    {
        var below = cells.Exists(c => CellText.IsFigure(c.Text)) ? [] : Below(grid, label);
        if (below.Exists(c => CellText.IsFigure(c.Text)))
        {
            if (below.Find(c => Totals.Contains(LabelText.Of(Cells(grid, c.Row)[0].Text).Name, StringComparer.Ordinal)) is { } total)
                return total;
            if (below is [var only]) return only;
            Left.Add(new LeftRow(Places.In(table, Places.Cell(label.Row, label.Column)),
                Doubts.NoTotal(SeenTable.OneLine(label.Text))));
            return null;
        }
        var beside = cells.FindAll(c => c.Column > label.Column && c.Text.Trim().Length > 0 && !IsUnit(c.Text));
        if (beside is [var one]) return one;
        if (beside.Count > 1) Left.Add(new LeftRow(Places.In(table, Places.Row(label.Row)),
            Text.Same(SeenTable.OneLine(string.Join(' ', beside.Prepend(label).Select(c => c.Text))))));
        return null;
    }

    private static List<PageCell> Below(TableGrid grid, PageCell head)
    {
        var below = new List<PageCell>();
        for (var row = head.Row + head.Rows; row < grid.Rows; row++)
            if (grid[row, head.Column] is { } cell && cell.Row == row && cell.Column == head.Column && cell.Text.Trim().Length > 0)
                below.Add(cell);
        return below;
    }

    private static List<PageCell> Cells(TableGrid grid, int row)
    {
        var cells = new List<PageCell>();
        for (var column = 0; column < grid.Columns; column++)
            if (grid[row, column] is { } cell && (cells.Count == 0 || !ReferenceEquals(cells[^1], cell))) cells.Add(cell);
        return cells;
    }

    private Indicator? Named(PageCell cell, FormLabels labels)
    {
        if (cell.Name.Length == 0) return null;
        var label = LabelText.Of(cell.Text);
        if (label.Name.Length == 0 || labels.IsLabel(label)) return null;
        var named = indicators!.Where(i => Names(i).Contains(label.Name) || (!label.IsQualified && Names(i).Contains(label.Bare))).Take(2)
            .ToList();
        return named is [var only] ? only : null;
    }

    private static HashSet<string> Names(Indicator indicator) =>
        new([LabelText.Of(indicator.Label).Name, LabelText.Of(indicator.Key).Name], StringComparer.Ordinal);

    private bool IsUnit(string text) => indicators!.Any(i => i.Unit == text.Trim());

    private Indicator? Find(string key) => indicators?.FirstOrDefault(i => i.Key == key);

    private static ImportedFigure Settle(List<(string Key, ImportedFigure Figure, string Said)> claims)
    {
        var first = claims[0].Figure;
        if (claims.TrueForAll(c => c.Figure.State == first.State && c.Figure.Value == first.Value)) return first;
        return claims.Find(c => c.Figure.State == CellState.Doubtful).Figure
            ?? new ImportedFigure(CellState.Doubtful, 0, Doubts.ManyPlaces(
                null, claims.Select(c => SeenTable.OneLine(c.Said))));
    }
}
