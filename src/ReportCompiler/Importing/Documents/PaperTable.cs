using ReportCompiler.Diagnostics;
using ReportCompiler.Grids;

namespace ReportCompiler.Importing.Documents;

/// <summary>A table, row by row. A row or column that is hidden is not in it.</summary>
internal sealed record PaperTable : Block
{
    /// <summary>Its rows.</summary>
    public List<PaperRow> Rows { get; } = [];

    /// <summary>Whether a cell holds a table of more than one cell: then the outer one only lays out the page.</summary>
    public bool IsLayout => Rows.Exists(r => r.Cells.Exists(c => c.Blocks.Exists(b => b is PaperTable { IsOneCell: false })));

    private bool IsOneCell => Rows.Sum(r => r.Cells.Count) == 1 && !IsLayout;

    /// <summary>The same as places with the cells that cover them; null if cells lie over each other.</summary>
    public TableGrid? ToGrid()
    {
        var grid = new TableGrid();
        for (var row = 0; row < Rows.Count; row++)
        {
            grid.Begin(row);
            foreach (var cell in Rows[row].Cells)
            {
                var there = new PageCell(row, cell.Column, cell.Text, cell.IsHead)
                {
                    Rows = cell.Rows,
                    Columns = cell.Columns,
                    Doubt = cell.Doubt,
                    Where = cell.Where,
                };
                if (!grid.Place(there)) return null;
            }
        }
        return grid;
    }
}

/// <summary>A row of a table.</summary>
internal sealed class PaperRow
{
    /// <summary>The cells that begin in it, from left to right.</summary>
    public List<PaperCell> Cells { get; } = [];
}

/// <summary>A cell of a table.</summary>
/// <param name="Column">Its first column, from 0.</param>
internal sealed record PaperCell(int Column)
{
    /// <summary>How many columns it takes.</summary>
    public int Columns { get; set; } = 1;

    /// <summary>How many rows it takes.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>Whether the format calls it a heading.</summary>
    public bool IsHead { get; set; }

    /// <summary>What stands in it.</summary>
    public List<Block> Blocks { get; set; } = [];

    /// <summary>
    /// Why it holds no plain figure, whatever its text looks like, such as <c>公式没有结果</c>; null if nothing says so.
    /// </summary>
    public Text? Doubt { get; set; }

    /// <summary>Its place in the words of the format, such as <c>工作表“表三”的 D7 格</c>; null where row and column say it.</summary>
    public Text? Where { get; set; }

    /// <summary>A cell of plain text.</summary>
    public static PaperCell Of(int column, string text) => new(column) { Blocks = [Paragraph.Of(text)] };

    /// <summary>Its text, a line for each paragraph, those of tables within it too.</summary>
    public string Text => string.Join('\n', Lines(Blocks)).Trim();

    private static IEnumerable<string> Lines(List<Block> blocks) =>
        blocks.SelectMany(b => b is Paragraph p ? [p.Line] : ((PaperTable)b).Rows.SelectMany(r => r.Cells).SelectMany(
            c => Lines(c.Blocks)));
}
