using System.Buffers;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Texts;

/// <summary>What a page may hold before it is read at all: a parser takes a thousand bytes for each of its tags.</summary>
internal static class PageSize
{
    /// <summary>A report that Word made into a page has some thirty thousand tags.</summary>
    private const int MostTags = 200_000;

    /// <summary>As many elements are open at a time; a parser looks through all of them at each that begins.</summary>
    private const int Deepest = 1000;

    private static readonly SearchValues<char> Names =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-");

    /// <summary>Elements that have no end, or need none.</summary>
    private static readonly HashSet<string> Endless = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "html", "head",
        "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rb", "rt", "rp",
    };

    /// <summary>Elements whose text is no markup, whatever stands in it.</summary>
    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp" };

    /// <summary>Elements that end a drawing, within which a tag may close itself, wherever they begin (HTML, foreign content).</summary>
    private static readonly HashSet<string> Breakout = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4", "h5",
        "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span",
        "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
    };

    /// <summary>Refuses a page that is larger than any report.</summary>
    /// <exception cref="UnreadableException">It is.</exception>
    public static void Check(string html)
    {
        var endless = Endless.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = Raw.GetAlternateLookup<ReadOnlySpan<char>>();
        var breakout = Breakout.GetAlternateLookup<ReadOnlySpan<char>>();
        var (tags, depth, isDrawing) = (0, 0, false);
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (++tags > MostTags) throw new UnreadableException(PackageFault.TooLarge);
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = End(html, "-->", at + 4);
                continue;
            }
            var isEnd = html[at + 1] == '/';
            var rest = html.AsSpan(at + (isEnd ? 2 : 1));
            var length = rest.IndexOfAnyExcept(Names);
            if (length < 0) length = rest.Length;
            var name = rest[..length];
            if (name.Equals("svg", StringComparison.OrdinalIgnoreCase)) isDrawing = !isEnd;
            else if (breakout.Contains(name)) isDrawing = false;
            if (length == 0 || endless.Contains(name)) continue;
            if (!isEnd && !isDrawing && raw.Contains(name))
            {
                at = End(html, $"</{name}", at + length);
                continue;
            }
            if (isDrawing && !isEnd && rest.IndexOf('>') is > 0 and var close && rest[close - 1] == '/') continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Deepest) throw new UnreadableException(PackageFault.TooLarge);
        }
    }

    /// <summary>Where words stand next; the last character if they do not, for then all that is left belongs to what they end.</summary>
    private static int End(string html, string words, int from) =>
        from < html.Length && html.IndexOf(words, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at : html.Length - 1;
}
