using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Office;

/// <summary>What of a sheet is seen, as a table: hidden rows and columns are not there, joined cells are one.</summary>
internal static class SheetTable
{
    /// <summary>Of blank rows or columns in a row so many are kept: a stray cell at the end of the sheet makes no table.</summary>
    private const int MostBlank = 20;

    /// <summary>The table of a sheet; one without rows if nothing is seen.</summary>
    public static PaperTable Of(Sheet sheet)
    {
        var table = new PaperTable();
        var shown = sheet.Cells.Where(c => !string.IsNullOrWhiteSpace(c.Value.Text)).Select(c => c.Key).ToHashSet();
        // Of joined cells the first place may be hidden: their text is seen all the same, where the first that is shown stands.
        foreach (var merge in sheet.Merges)
            if (shown.Contains((merge.Row, merge.Column)))
                shown.Add((First(merge.Row, merge.LastRow, sheet.ShowsRow), First(merge.Column, merge.LastColumn, sheet.ShowsColumn)));
        var rows = Lines(shown.Where(c => sheet.ShowsColumn(c.Column)).Select(c => c.Row), sheet.ShowsRow);
        var columns = Lines(shown.Where(c => sheet.ShowsRow(c.Row)).Select(c => c.Column), sheet.ShowsColumn);
        if ((long)rows.Count * columns.Count > WorkbookReader.MostCells) throw new UnreadableException(PackageFault.TooLarge, sheet.Name);
        var taken = new bool[rows.Count, columns.Count];
        var merged = sheet.Merges.Select(m => Clip(m, rows, columns)).OfType<Place>().ToDictionary(p => (p.Row, p.Column));
        foreach (var merge in merged.Values) Take(merge);
        for (var r = 0; r < rows.Count; r++)
        {
            var row = new PaperRow();
            for (var c = 0; c < columns.Count; c++)
            {
                if (merged.GetValueOrDefault((r, c)) is not { } place)
                {
                    if (taken[r, c]) continue;
                    place = new Place(r, c, 1, 1, (rows[r], columns[c]));
                }
                var cell = sheet.Cells.GetValueOrDefault(place.First);
                row.Cells.Add(PaperCell.Of(c, cell?.Text ?? "") with
                {
                    Columns = place.Columns,
                    Rows = place.Rows,
                    Doubt = cell?.Doubt,
                    Where = sheet.Where(place.First.Row, place.First.Column),
                });
            }
            table.Rows.Add(row);
        }
        return table;

        void Take(Place merge)
        {
            for (var r = merge.Row; r < merge.Row + merge.Rows; r++)
                for (var c = merge.Column; c < merge.Column + merge.Columns; c++)
                {
                    // Two that overlap: which of them a program shows, nobody can say.
                    if (taken[r, c]) throw new UnreadableException(PackageFault.Damaged, sheet.Name);
                    taken[r, c] = true;
                }
        }
    }

    /// <summary>The first of some rows or columns that is shown, as far as anybody hides them; the first of all if none is.</summary>
    private static int First(int first, int last, Func<int, bool> isShown)
    {
        for (var line = first; line <= last && line < first + 1000; line++)
            if (isShown(line)) return line;
        return first;
    }

    /// <summary>The rows or columns that are seen, from the first to the last that hold something.</summary>
    private static List<int> Lines(IEnumerable<int> filled, Func<int, bool> isShown)
    {
        var lines = new List<int>();
        foreach (var line in filled.Distinct().Where(isShown).Order())
        {
            var last = lines.Count > 0 ? lines[^1] : line;
            for (var between = last + 1; between < line && between <= last + MostBlank; between++)
                if (isShown(between)) lines.Add(between);
            lines.Add(line);
        }
        return lines;
    }

    private static Place? Clip(Merge merge, List<int> rows, List<int> columns)
    {
        var (top, bottom) = Within(rows, merge.Row, merge.LastRow);
        var (left, right) = Within(columns, merge.Column, merge.LastColumn);
        return top <= bottom && left <= right ? new Place(top, left, bottom - top + 1, right - left + 1, (merge.Row, merge.Column)) : null;
    }

    /// <summary>Which of the lines lie between two, both included.</summary>
    private static (int First, int Last) Within(List<int> lines, int first, int last)
    {
        var from = lines.BinarySearch(first);
        var to = lines.BinarySearch(last);
        return (from < 0 ? ~from : from, to < 0 ? ~to - 1 : to);
    }

    /// <summary>A joined cell as it is seen, and the place of the sheet that holds its text.</summary>
    private sealed record Place(int Row, int Column, int Rows, int Columns, (int Row, int Column) First);
}
