using ReportCompiler.Grids;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Matching;

/// <summary>The tables of a document as grids: layout tables opened, tables that a page has cut put together again.</summary>
internal sealed class PaperTables
{
    private const int DeepestLayout = 30;

    private readonly List<Block> _blocks = [];

    private PaperTables(Paper paper) => Open(paper.Blocks, 0);

    /// <summary>The blocks of a document in order, those of layout tables where these stand.</summary>
    public static List<Block> Opened(Paper paper) => new PaperTables(paper)._blocks;

    /// <summary>
    /// The tables of blocks, each with its grid and the unit of money that a line above it states; one of cells that lie over each other
    /// has no grid.
    /// </summary>
    public static List<(TableGrid? Grid, string? Money)> Of(IReadOnlyList<Block> blocks, FormLabels labels)
    {
        var tables = new List<(TableGrid? Grid, string? Money)>();
        // Whether the last table has headings is asked once, however often it is continued.
        var (isNext, isBelow, hasHeadings) = (false, false, false);
        string? money = null;
        foreach (var block in blocks)
        {
            if (block is not PaperTable table)
            {
                var line = ((Paragraph)block).Line;
                isNext &= IsPageEdge(line);
                // What is stated above a table holds for those right behind it too.
                if (isBelow && !isNext) (money, isBelow) = (null, false);
                money = GridReading.MoneyOf(line) ?? money;
                continue;
            }
            var grid = table.ToGrid();
            if (isNext && hasHeadings && grid is not null && tables[^1].Grid is { } before && Continues(before, grid, labels))
                Append(before, grid);
            else
            {
                tables.Add((grid, money));
                hasHeadings = grid is not null && GridReading.HasHeadings(labels, grid);
            }
            isNext = isBelow = true;
        }
        return tables;
    }

    private void Open(IReadOnlyList<Block> blocks, int depth)
    {
        foreach (var block in blocks)
        {
            if (block is PaperTable { IsLayout: true } layout && depth < DeepestLayout)
                foreach (var cell in layout.Rows.SelectMany(r => r.Cells)) Open(cell.Blocks, depth + 1);
            else _blocks.Add(block);
        }
    }

    /// <summary>Whether a table goes on with the one before: the same labels would stand below, and no headings of its own.</summary>
    private static bool Continues(TableGrid before, TableGrid grid, FormLabels labels) =>
        grid.Columns <= before.Columns && !GridReading.HasHeadings(labels, grid)
        && (grid.Columns == before.Columns || GridReading.HasRows(labels, grid));

    /// <summary>Puts a table below another; one with fewer columns, whose outer label was not repeated, at the right.</summary>
    private static void Append(TableGrid before, TableGrid grid)
    {
        var (top, left) = (before.Rows, before.Columns - grid.Columns);
        for (var row = 0; row < grid.Rows; row++)
        {
            before.Begin(top + row);
            for (var column = 0; column < grid.Columns; column++)
                if (grid[row, column] is { } cell && cell.Row == row && cell.Column == column)
                    before.Place(cell with { Row = top + row, Column = left + column });
        }
    }

    /// <summary>Whether a line is what stands at the edge of a page: its number, or that the table goes on.</summary>
    private static bool IsPageEdge(string line)
    {
        var text = string.Concat(line.Where(c => !char.IsWhiteSpace(c)));
        return text.Length == 0 || (text.Length < 12 && text.All(c => char.IsDigit(c) || "-—－–/第页共续表()（）上接".Contains(c)));
    }
}
