using System.Globalization;
using System.Net;

namespace ReportCompiler.Grids;

/// <summary>
/// Reads the tables of a page that this program wrote, or that a template of a project wrote for it. It is strict: a table within a
/// table, cells one over the other or a table without an end is none that it reads. What a reader does not see is not read either.
/// </summary>
internal sealed class HtmlTables
{
    private const int WidestSpan = 1000;

    private readonly string _html;
    private readonly SoughtTables _sought;
    private readonly List<TableGrid> _tables = [];
    private int _at;

    private HtmlTables(string html, SoughtTables sought) => (_html, _sought) = (html, sought);

    /// <summary>The tables of a page, from top to bottom.</summary>
    /// <param name="html">The page.</param>
    /// <param name="sought">Asked when the first rows of a table are read: the rest of another, which may be long, is not.</param>
    public static List<TableGrid> Read(string html, SoughtTables sought)
    {
        var reader = new HtmlTables(html, sought);
        while (reader.Next() is { } tag)
        {
            if (tag.Kind != Kind.Table) continue;
            if (sought.Pass(html, tag.Start) is >= 0 and var end) reader._at = end;
            else if (reader.Table() is { } table)
            {
                table.Source = (html, tag.Start, reader._at);
                reader._tables.Add(table);
            }
        }
        return reader._tables;
    }

    private enum Kind
    {
        Other,
        Table,
        EndOfTable,
        Row,
        Part,
        Head,
        Cell,
        EndOfCell,
        Unseen,
    }

    /// <summary>A table, up to its end; null if it cannot be read.</summary>
    private TableGrid? Table()
    {
        var grid = new TableGrid();
        var isWhole = true;
        var depth = 1;
        var row = -1;
        while (true)
        {
            if (Next() is not { } tag) return null;
            if (tag.Kind == Kind.Table) depth++;
            else if (tag.Kind == Kind.EndOfTable && --depth == 0) return isWhole ? grid : null;
            if (depth > 1) isWhole = false;
            else if (tag.Kind == Kind.Row)
            {
                if (++row == GridMatch.HighestHead && !_sought.MayBe(grid))
                {
                    SkipTable();
                    return null;
                }
                grid.Begin(row);
            }
            else if (tag.Kind is Kind.Cell or Kind.Head) isWhole &= row >= 0 && Cell(grid, row, tag);
        }
    }

    private bool Cell(TableGrid grid, int row, Tag tag)
    {
        var (rows, columns) = (Span(tag, "rowspan"), Span(tag, "colspan"));
        var text = "";
        var from = _at;
        var (first, pieces) = (_at, 0);
        while (true)
        {
            var before = _at;
            if (Next() is not { } next) return false;
            if (next.Start > from) text += _html[from..next.Start];
            if (next.Start > from && pieces++ == 0) first = from;
            from = _at;
            if (next.Kind == Kind.EndOfCell) break;
            if (next.Kind is Kind.Other) continue;
            // An end that is left out: the tag is of the row.
            _at = before;
            break;
        }
        var shown = WebUtility.HtmlDecode(text).Trim();
        var at = first + (text.Length - text.AsSpan().TrimStart().Length);
        if (pieces != 1 || string.CompareOrdinal(_html, at, shown, 0, shown.Length) != 0) at = -1;
        return rows > 0 && columns > 0 && grid.Put(row, shown, tag.Kind == Kind.Head, rows, columns, at);
    }

    /// <summary>A span that is written; 1 if there is none, 0 if it is none.</summary>
    private int Span(Tag tag, string name)
    {
        var attributes = _html.AsSpan(tag.Attributes, _at - 1 - tag.Attributes);
        // Most cells span nothing, and none of their attributes has the letter: two searches a cell less, an eighth of this proof.
        if (attributes.IsEmpty || !attributes.ContainsAny('n', 'N')) return 1;
        var at = attributes.IndexOf(name, HasCapitals(attributes) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        if (at < 0) return 1;
        var value = attributes[(at + name.Length)..].TrimStart(" =\"'");
        var end = value.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? value : value[..end];
        var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var span);
        return isNumber && span is > 0 and <= WidestSpan ? span : 0;
    }

    /// <summary>The next tag, its end read past; what is not seen is passed over. Null at the end of the page.</summary>
    private Tag? Next()
    {
        while (true)
        {
            var start = _html.IndexOf('<', _at);
            if (start < 0 || start + 1 >= _html.Length) return null;
            if (_html[start + 1] == '!' && string.CompareOrdinal(_html, start, "<!--", 0, 4) == 0)
            {
                if (!Skip("-->", start)) return null;
                continue;
            }
            var end = start + 1;
            while (end < _html.Length && (char.IsAsciiLetterOrDigit(_html[end]) || (end == start + 1 && _html[end] == '/'))) end++;
            if (end == start + 1)
            {
                _at = start + 1;
                continue;
            }
            var close = Close(end);
            if (close < 0) return null;
            _at = close + 1;
            var name = _html.AsSpan(start + 1, end - start - 1);
            var kind = KindOf(name);
            if (kind != Kind.Unseen) return new Tag(kind, start, end);
            if (!Skip($"</{name}", _at)) return null;
        }
    }

    private static Kind KindOf(ReadOnlySpan<char> name)
    {
        if (!HasCapitals(name)) return KindOfLower(name);
        Span<char> lower = stackalloc char[10];
        if (name.Length > lower.Length) return Kind.Other;
        name.ToLowerInvariant(lower);
        return KindOfLower(lower[..name.Length]);
    }

    private static bool HasCapitals(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsAsciiLetterUpper(c)) return true;
        return false;
    }

    private static Kind KindOfLower(ReadOnlySpan<char> name) => name switch
    {
        "td" => Kind.Cell,
        "th" => Kind.Head,
        "/td" or "/th" => Kind.EndOfCell,
        "tr" => Kind.Row,
        "/tr" or "thead" or "/thead" or "tbody" or "/tbody" or "tfoot" or "/tfoot" => Kind.Part,
        "table" => Kind.Table,
        "/table" => Kind.EndOfTable,
        "script" or "style" or "template" or "textarea" or "noscript" or "title" => Kind.Unseen,
        _ => Kind.Other,
    };

    /// <summary>The <c>&gt;</c> of a tag; one in quotes is none.</summary>
    private int Close(int at)
    {
        // Most tags have no attribute.
        if (at < _html.Length && _html[at] == '>') return at;
        while (true)
        {
            var next = _html.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (next < 0) return -1;
            at += next;
            if (_html[at] == '>') return at;
            at = _html.IndexOf(_html[at], at + 1) + 1;
            if (at == 0) return -1;
        }
    }

    /// <summary>Passes over the rest of a table, which may be long: none of the tags of its rows and cells has the b of its end.</summary>
    private void SkipTable()
    {
        const string end = "</table";
        for (var at = _at; _html.AsSpan(at).IndexOfAny('b', 'B') is >= 0 and var further; at++)
        {
            at += further;
            var start = at - end.IndexOf('b', StringComparison.Ordinal);
            if (string.Compare(_html, start, end, 0, end.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            _at = start + end.Length;
            return;
        }
    }

    private bool Skip(string to, int from)
    {
        // The first two characters have no case, and a picture has many of the first.
        for (var at = from; _html.AsSpan(at).IndexOf(to.AsSpan(0, 2)) is >= 0 and var further; at++)
        {
            at += further;
            if (string.Compare(_html, at, to, 0, to.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            _at = at + to.Length;
            return true;
        }
        return false;
    }

    private readonly record struct Tag(Kind Kind, int Start, int Attributes);
}
