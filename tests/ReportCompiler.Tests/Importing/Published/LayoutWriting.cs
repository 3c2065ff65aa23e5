using System.Text;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>
/// Writes a report as <c>pdftotext -layout</c> does: labels broken over the lines of their column, in the middle of it, and no lines of
/// tables. A Chinese character is two columns wide.
/// </summary>
internal sealed class LayoutWriting(Look look, Random random)
{
    private const int Width = 108;

    private readonly List<string> _lines = [];

    /// <summary>The text.</summary>
    public string Write(PublishedReport report)
    {
        foreach (var part in report.Parts)
        {
            if (part.Table is { } table) Table(table);
            else _lines.AddRange(["", new string(' ', part.Line.Contains("年度报告", StringComparison.Ordinal) ? 30 : 4) + part.Line]);
        }
        if (look.PageOfText == 0) return string.Join('\n', _lines) + "\n";
        var pages = _lines.Chunk(look.PageOfText).Select((p, i) => $"{string.Join('\n', p)}\n\n{new string(' ', 50)}- {i + 1} -\n");
        return string.Join('\f', pages);
    }

    private void Table(PublishedTable table)
    {
        var places = table.Places();
        var widths = Widths(places);
        var heights = new int[places.Rows];
        for (var row = 0; row < places.Rows; row++)
        {
            heights[row] = Cells(places, row).Where(c => c.Cell.Rows == 1).Select(c => Wrapped(c.Cell, Room(c.Column, c.Cell)).Count)
                .DefaultIfEmpty(1).Max();
        }
        for (var row = 0; row < places.Rows; row++)
            foreach (var (column, cell) in Cells(places, row).Where(c => c.Cell.Rows > 1))
            {
                var end = Math.Min(places.Rows, row + cell.Rows);
                var lacking = Wrapped(cell, Room(column, cell)).Count - heights[row..end].Sum();
                if (lacking > 0) heights[end - 1] += lacking;
            }
        var page = Enumerable.Range(0, heights.Sum()).Select(_ => new SortedDictionary<int, string>()).ToList();
        for (var row = 0; row < places.Rows; row++)
            foreach (var (column, cell) in Cells(places, row))
            {
                var (room, height) = (Room(column, cell), heights[row..Math.Min(places.Rows, row + cell.Rows)].Sum());
                var text = Wrapped(cell, room);
                var (top, left) = (heights[..row].Sum() + ((height - text.Count) / 2), widths[..column].Sum());
                for (var i = 0; i < text.Count && top + i < page.Count; i++)
                {
                    var shift = cell.IsFigure && look.Shift > 0 ? random.Next(look.Shift + 1) : 0;
                    page[Math.Max(0, top) + i].TryAdd(left + ((room - Length(text[i])) / 2) + shift, text[i]);
                }
            }
        foreach (var line in page) _lines.Add(Line(line));

        int Room(int column, PublishedCell cell) => widths.Skip(column).Take(cell.Columns).Sum();
    }

    private static IEnumerable<(int Column, PublishedCell Cell)> Cells(PublishedGrid places, int row) =>
        Enumerable.Range(0, places.Columns).Where(c => places.Begins(row, c)).Select(c => (c, places[row, c]!));

    private static int[] Widths(PublishedGrid places)
    {
        var widths = new int[places.Columns];
        for (var column = 0; column < places.Columns; column++)
        {
            var alone = Enumerable.Range(0, places.Rows).Where(r => places.Begins(r, column)).Select(r => places[r, column]!)
                .Where(c => c.Columns == 1).ToList();
            var figures = alone.Where(c => c.IsFigure).Select(c => Length(c.Text)).DefaultIfEmpty(0).Max();
            var labels = alone.Where(c => !c.IsFigure).Select(c => Length(c.Text)).DefaultIfEmpty(0).Max();
            widths[column] = figures > 0 ? Math.Max(figures + 2, Math.Min(labels + 2, Math.Max(6, 60 / places.Columns)))
                : Math.Clamp(labels + 2, 10, 28);
        }
        // The rest of a narrow table is room for the labels.
        widths[0] += Math.Max(0, (Width - widths.Sum()) / 3);
        return widths;
    }

    private static List<string> Wrapped(PublishedCell cell, int room)
    {
        var lines = new List<string>();
        foreach (var piece in cell.Text.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var c in piece)
            {
                if (!cell.IsFigure && Length(line.ToString()) + Length($"{c}") > Math.Max(2, room - 2))
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }
                line.Append(c);
            }
            lines.Add(line.ToString());
        }
        return lines.Count > 1 ? lines.FindAll(l => l.Length > 0) : lines;
    }

    private static string Line(SortedDictionary<int, string> words)
    {
        var line = new StringBuilder();
        foreach (var (column, text) in words)
        {
            if (text.Length == 0) continue;
            line.Append(' ', Math.Max(line.Length == 0 ? 0 : 1, column - Length(line.ToString()))).Append(text);
        }
        return line.ToString().TrimEnd();
    }

    private static int Length(string text) => text.Sum(c => c < '\u1100' ? 1 : 2);
}
