using System.Net;
using System.Text;

namespace ReportCompiler.Grids;

/// <summary>Reads the tables of a Markdown page: those drawn with bars, and those written in HTML.</summary>
internal static class MarkdownTables
{
    /// <summary>The tables of a page, from top to bottom; those in HTML last.</summary>
    /// <param name="markdown">The page.</param>
    /// <param name="isSought">Asked when the first rows of a table are read: the rest of another, which may be long, is not.</param>
    public static List<TableGrid> Read(string markdown, Func<TableGrid, bool> isSought)
    {
        var tables = new List<TableGrid>();
        TableGrid? table = null;
        var isPassed = false;
        List<string>? before = null;
        string? fence = null;
        foreach (var line in markdown.EnumerateLines())
        {
            var text = line.Trim();
            if (fence is not null || text.StartsWith("```") || text.StartsWith("~~~"))
            {
                var mark = text.Length < 3 ? "" : text[..3].ToString();
                fence = fence is null ? mark : text.StartsWith(fence) ? null : fence;
                (table, before, isPassed) = (null, null, false);
                continue;
            }
            if (!text.Contains('|')) isPassed = false;
            if (isPassed) continue;
            var cells = text.Contains('|') ? Cells(text) : null;
            if (cells is null) table = null;
            else if (table?.Rows == GridMatch.HighestHead && !isSought(table)) (table, isPassed) = (null, true);
            else if (table is not null) Put(table, cells, isHead: false);
            else if (before?.Count == cells.Count && cells.TrueForAll(IsRule))
            {
                tables.Add(table = new TableGrid());
                Put(table, before, isHead: true);
            }
            before = table is null ? cells : null;
        }
        if (markdown.Contains('<') && markdown.Contains("<table", StringComparison.OrdinalIgnoreCase))
            tables.AddRange(HtmlTables.Read(markdown, isSought));
        return tables;
    }

    private static void Put(TableGrid table, List<string> cells, bool isHead)
    {
        var row = table.Begin(table.Rows);
        foreach (var cell in cells) table.Put(row, cell, isHead, 1, 1);
    }

    /// <summary>The cells of a line, between its bars; one after a backslash is none.</summary>
    private static List<string> Cells(ReadOnlySpan<char> line)
    {
        var cells = new List<string>();
        if (!line.Contains('\\'))
        {
            var rest = line[0] == '|' ? line[1..] : line;
            for (var bar = rest.IndexOf('|'); bar >= 0; bar = rest.IndexOf('|'))
            {
                cells.Add(Text(rest[..bar]));
                rest = rest[(bar + 1)..];
            }
            if (!rest.IsEmpty) cells.Add(Text(rest));
            return cells;
        }
        var cell = new StringBuilder();
        for (var i = line[0] == '|' ? 1 : 0; i < line.Length; i++)
        {
            if (line[i] == '|') Take();
            else if (line[i] != '\\' || i + 1 == line.Length) cell.Append(line[i]);
            else cell.Append(line[++i]);
        }
        if (line[^1] != '|') Take();
        return cells;

        void Take()
        {
            cells.Add(Text(cell.ToString()));
            cell.Clear();
        }
    }

    private static string Text(ReadOnlySpan<char> cell) => WebUtility.HtmlDecode(cell.Trim().Trim('*').ToString());

    private static bool IsRule(string cell) => cell.Length > 0 && cell.Contains('-') && cell.AsSpan().IndexOfAnyExcept('-', ':') < 0;
}
