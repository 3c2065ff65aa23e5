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

    /// <summary>The tables of blocks.</summary>
    public static List<GridOfPaper> Of(IReadOnlyList<Block> blocks, FormLabels labels)
    {
        var tables = new List<GridOfPaper>();
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
            var next = new GridOfPaper(table.ToGrid(), money, labels);
            if (isNext && hasHeadings && Continues(tables[^1], next, labels)) tables[^1].Append(next);
            else
            {
                tables.Add(next);
                hasHeadings = next.HasHeadings;
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
    private static bool Continues(GridOfPaper before, GridOfPaper next, FormLabels labels) =>
        before.Grid is { } above && next.Grid is { } grid && grid.Columns <= above.Columns && !next.HasHeadings
        && (grid.Columns == above.Columns || GridReading.HasRows(labels, grid));

    /// <summary>Whether a line is what stands at the edge of a page: its number, or that the table goes on.</summary>
    private static bool IsPageEdge(string line)
    {
        var text = string.Concat(line.Where(c => !char.IsWhiteSpace(c)));
        return text.Length == 0 || (text.Length < 12 && text.All(c => char.IsDigit(c) || "-—－–/第页共续表()（）上接".Contains(c)));
    }
}
