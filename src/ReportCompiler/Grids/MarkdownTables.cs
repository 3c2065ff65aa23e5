using System.Net;
using System.Text;

namespace ReportCompiler.Grids;

/// <summary>Reads the tables of a Markdown page: those drawn with bars, and those written in HTML.</summary>
internal sealed class MarkdownTables
{
    private readonly string _page;
    private readonly SoughtTables _sought;
    private readonly List<TableGrid> _tables = [];
    private TableGrid? _table;
    private bool _isPassed;
    private List<TextPiece>? _before;
    private int _startOfBefore;

    private MarkdownTables(string page, SoughtTables sought) => (_page, _sought) = (page, sought);

    /// <summary>The tables of a page, from top to bottom; those in HTML last.</summary>
    /// <param name="markdown">The page.</param>
    /// <param name="sought">Asked when the first rows of a table are read: the rest of another, which may be long, is not.</param>
    public static List<TableGrid> Read(string markdown, SoughtTables sought)
    {
        var reader = new MarkdownTables(markdown, sought);
        reader.ReadLines();
        if (markdown.Contains('<') && markdown.Contains("<table", StringComparison.OrdinalIgnoreCase))
            reader._tables.AddRange(HtmlTables.Read(markdown, sought.Unknown));
        return reader._tables;
    }

    private void ReadLines()
    {
        string? fence = null;
        for (var at = 0; at < _page.Length;)
        {
            var start = at;
            var end = EndOfLine(_page, start);
            at = NextLine(_page, end);
            var text = _page.AsSpan(start..end).Trim();
            if (fence is not null || text.StartsWith("```") || text.StartsWith("~~~"))
            {
                var mark = text.Length < 3 ? "" : text[..3].ToString();
                fence = fence is null ? mark : text.StartsWith(fence) ? null : fence;
                (_table, _before, _isPassed) = (null, null, false);
                continue;
            }
            if (!text.Contains('|')) (_table, _before, _isPassed) = (null, null, false);
            else if (_table is null && !_isPassed && _sought.Pass(_page, start, IsLast) is >= 0 and var passed)
            {
                _before = null;
                at = NextLine(_page, passed);
            }
            else if (!_isPassed) ReadLine(text, start, end);
        }
    }

    /// <summary>Takes a line with bars: of a table, or what may become its head.</summary>
    private void ReadLine(ReadOnlySpan<char> text, int start, int end)
    {
        if (_table?.Rows == GridMatch.HighestHead && !_sought.MayBe(_table))
        {
            (_table, _isPassed) = (null, true);
            return;
        }
        var cells = Cells(text);
        if (_table is not null) Put(_table, cells, isHead: false);
        else if (_before?.Count == cells.Count && cells.TrueForAll(IsRule))
        {
            _tables.Add(_table = new TableGrid { Source = (_page, _startOfBefore, end) });
            Put(_table, _before, isHead: true);
        }
        if (_table is { } table) table.Source = table.Source!.Value with { End = end };
        (_before, _startOfBefore) = (_table is null ? cells : null, start);
    }

    /// <summary>Whether a table drawn with bars ends at the end of a line: the next has none.</summary>
    private static bool IsLast(string page, int end)
    {
        if (end < page.Length && page[end] is not ('\n' or '\r')) return false;
        var next = NextLine(page, end);
        return !page.AsSpan(next..EndOfLine(page, next)).Contains('|');
    }

    private static int EndOfLine(string page, int at)
    {
        var length = page.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? page.Length : at + length;
    }

    private static int NextLine(string page, int end)
    {
        if (end == page.Length) return end;
        return page.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1;
    }

    private static void Put(TableGrid table, List<TextPiece> cells, bool isHead)
    {
        var row = table.Begin(table.Rows);
        foreach (var cell in cells) table.Put(row, cell.Text, isHead, 1, 1, cell.At);
    }

    /// <summary>The cells of a line, between its bars; one after a backslash is none.</summary>
    private List<TextPiece> Cells(ReadOnlySpan<char> line)
    {
        var cells = new List<TextPiece>();
        if (!line.Contains('\\'))
        {
            var rest = line[0] == '|' ? line[1..] : line;
            for (var bar = rest.IndexOf('|'); bar >= 0; bar = rest.IndexOf('|'))
            {
                cells.Add(Piece(rest[..bar]));
                rest = rest[(bar + 1)..];
            }
            if (!rest.IsEmpty) cells.Add(Piece(rest));
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
            cells.Add(new TextPiece(Text(cell.ToString()), -1));
            cell.Clear();
        }
    }

    private TextPiece Piece(ReadOnlySpan<char> cell)
    {
        var text = Text(cell);
        var within = cell.IndexOf(text);
        if (within < 0 || !_page.AsSpan().Overlaps(cell, out var at)) return new TextPiece(text, -1);
        return new TextPiece(text, at + within);
    }

    private static string Text(ReadOnlySpan<char> cell) => WebUtility.HtmlDecode(cell.Trim().Trim('*').ToString());

    private static bool IsRule(TextPiece cell) =>
        cell.Text.Length > 0 && cell.Text.Contains('-') && cell.Text.AsSpan().IndexOfAnyExcept('-', ':') < 0;

    /// <summary>What stands in a cell, and where in the page it begins; -1 if it does not stand there as it is.</summary>
    private readonly record struct TextPiece(string Text, int At);
}
