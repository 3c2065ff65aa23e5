using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Texts;

/// <summary>What a page may hold before it is read at all: a parser takes a thousand bytes for each of its tags.</summary>
internal static class PageSize
{
    /// <summary>A report that Word made into a page has some thirty thousand tags.</summary>
    private const int MostTags = 200_000;

    /// <summary>As many elements are open at a time; a parser looks through all of them at each that begins.</summary>
    private const int Deepest = 1000;

    /// <summary>Elements that have no end, or need none.</summary>
    private static readonly HashSet<string> Endless = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "html", "head",
        "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rb", "rt", "rp",
    };

    /// <summary>Refuses a page that is larger than any report.</summary>
    /// <exception cref="UnreadableException">It is.</exception>
    public static void Check(string html)
    {
        var names = Endless.GetAlternateLookup<ReadOnlySpan<char>>();
        var (tags, depth) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (++tags > MostTags) throw new UnreadableException(PackageFault.TooLarge);
            var isEnd = html[at + 1] == '/';
            var rest = html.AsSpan(at + (isEnd ? 2 : 1));
            var length = rest.IndexOfAnyExcept(Names);
            if (length < 0) length = rest.Length;
            if (length == 0 || names.Contains(rest[..length])) continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Deepest) throw new UnreadableException(PackageFault.TooLarge);
        }
    }

    private static readonly System.Buffers.SearchValues<char> Names =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-");
}
