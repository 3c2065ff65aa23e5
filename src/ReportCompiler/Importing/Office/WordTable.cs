using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Office;

/// <summary>The rows of a table of Word as they are written, before cells that continue others are joined to them.</summary>
internal sealed class WordTable
{
    /// <summary>Its rows that are shown.</summary>
    public List<WordRow> Rows { get; } = [];

    /// <summary>The table as it is seen.</summary>
    public PaperTable Merged()
    {
        var table = new PaperTable();
        var above = new Dictionary<int, PaperCell>();
        var begun = new HashSet<PaperCell>(ReferenceEqualityComparer.Instance);
        foreach (var row in Rows)
        {
            var (now, merged) = (new Dictionary<int, PaperCell>(), new PaperRow());
            foreach (var cell in row.Cells)
            {
                var seen = cell.Paper;
                if (cell.ContinuesAbove && above.TryGetValue(seen.Column, out var first) && first.Columns == seen.Columns
                    && (begun.Contains(first) || !IsOther(seen.Text, first.Text)))
                {
                    seen = first;
                    seen.Rows++;
                }
                else merged.Cells.Add(seen);
                if (!cell.ContinuesAbove) begun.Add(seen);
                now[seen.Column] = seen;
            }
            table.Rows.Add(merged);
            above = now;
        }
        return table;
    }

    /// <summary>Whether a cell that says it goes on has a label of its own: some programs never say that a cell begins.</summary>
    private static bool IsOther(string text, string above) => text.Any(char.IsLetter) && text != above;
}

/// <summary>A row of a table.</summary>
internal sealed class WordRow
{
    /// <summary>Its cells, from left to right.</summary>
    public List<WordCell> Cells { get; } = [];

    /// <summary>How many columns its cells so far take.</summary>
    public int Columns { get; set; }

    /// <summary>Whether it is neither hidden nor deleted.</summary>
    public bool IsShown { get; set; } = true;
}

/// <summary>A cell of a table.</summary>
/// <param name="paper">What is seen of it.</param>
internal sealed class WordCell(PaperCell paper)
{
    /// <summary>What is seen of it.</summary>
    public PaperCell Paper { get; } = paper;

    /// <summary>Whether it is a part of the cell above.</summary>
    public bool ContinuesAbove { get; set; }

    /// <summary>Whether it is a part of the cell to the left.</summary>
    public bool ContinuesLeft { get; set; }

    /// <summary>Whether no tracked change takes it away.</summary>
    public bool IsShown { get; set; } = true;
}
