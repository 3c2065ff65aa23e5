using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReportCompiler.Diagnostics;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Texts;

/// <summary>
/// Reads a web page as a reader sees it: what is hidden, by an attribute, a style or a rule of the page's own style sheet, is not there.
/// </summary>
/// <param name="isHeading">Whether a line is the heading of a section: the smallest part of the page with all of them is the
/// report.</param>
internal sealed class HtmlPage(Func<string, bool> isHeading)
{
    /// <summary>No page of an office is nested as deep; what is deeper is not read.</summary>
    private const int Deepest = 200;

    /// <summary>
    /// As many places have all tables of the largest page that is read: those of a hundred reports. A span of a thousand columns in
    /// each cell makes them out of nothing.
    /// </summary>
    private const int MostPlaces = 50_000;

    private const int MostSpanned = 1000;

    /// <summary>As many times it is asked of an element whether a rule hides it.</summary>
    private const long MostAsked = 5_000_000;

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "head", "title", "meta", "link", "textarea", "select", "option", "datalist", "audio",
        "video", "map", "iframe", "frame", "frameset", "noframes", "button", "nav", "del", "rp", "rt",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
        "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "o:p", "img",
        "input", "svg", "object", "embed", "canvas", "rb", "st1:chsdate", "st1:chmetcnv", "custom",
    };

    private readonly HashSet<IElement> _hidden = [];
    private readonly Dictionary<IElement, int> _items = [];
    private readonly List<(Paragraph Paragraph, INode Node)> _paragraphs = [];
    private readonly List<PaperTable> _tables = [];
    private long _places;

    /// <summary>Reads a page.</summary>
    public static Paper Read(string html, Func<string, bool> isHeading) => new HtmlPage(isHeading).Read(html);

    private Paper Read(string html)
    {
        PageSize.Check(html);
        using var document = new HtmlParser().ParseDocument(html);
        HideByRules(document);
        var blocks = new List<Block>();
        if (document.Body is { } body) Blocks(body, blocks, 0);
        if (IsCut(html) && _tables is [.., { Rows: [.., var last] }])
            foreach (var cell in last.Cells) cell.Doubt = Doubts.CutOff;
        var title = document.QuerySelector("meta[name=ArticleTitle]")?.GetAttribute("content");
        return new Paper(Within(blocks)) { Title = string.IsNullOrWhiteSpace(title) ? document.Title : title };
    }

    /// <summary>Whether the file ends within a table: its last cell may be half.</summary>
    private static bool IsCut(string html)
    {
        var open = html.LastIndexOf("<table", StringComparison.OrdinalIgnoreCase);
        return open >= 0 && html.IndexOf("</table", open, StringComparison.OrdinalIgnoreCase) < 0;
    }

    /// <summary>Marks the paragraphs outside the smallest part of the page that has all headings of sections.</summary>
    private List<Block> Within(List<Block> blocks)
    {
        var headings = _paragraphs.Where(p => isHeading(p.Paragraph.Line)).Select(p => p.Node).ToList();
        if (headings.Count < 2) return blocks;
        var part = headings[0].ParentElement;
        while (part is not null && !headings.TrueForAll(part.Contains)) part = part.ParentElement;
        if (part is null) return blocks;
        var outside = _paragraphs.Where(p => !part.Contains(p.Node)).Select(p => p.Paragraph).ToHashSet<Block>(
            ReferenceEqualityComparer.Instance);
        return blocks.ConvertAll(b => outside.Contains(b) ? (Paragraph)b with { IsOutside = true } : b);
    }

    /// <summary>Notes what the rules of the page's style sheets hide.</summary>
    private void HideByRules(IDocument document)
    {
        var (elements, asked) = (document.All.Length, 0L);
        foreach (var sheet in document.QuerySelectorAll("style"))
        {
            var text = WithoutComments(sheet.TextContent);
            for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
            {
                var close = text.IndexOf('}', open);
                if (close < 0) break;
                var before = open == 0 ? -1 : text.LastIndexOfAny(['}', '{', ';'], open - 1);
                var selector = text[(before + 1)..open].Trim();
                // A rule for paper or small screens stands in a block of its own.
                var isConditional = before >= 0 && text[before] == '{';
                if (isConditional || selector.Length == 0 || selector[0] == '@' || !IsHiding(text[(open + 1)..close])) continue;
                if ((asked += elements) > MostAsked) throw new UnreadableException(PackageFault.TooLarge);
                try
                {
                    _hidden.UnionWith(document.QuerySelectorAll(selector));
                }
                catch (DomException)
                {
                    // A selector that is none hides nothing.
                }
            }
        }
    }

    private static string WithoutComments(string sheet)
    {
        var text = sheet.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        for (var open = text.IndexOf("/*", StringComparison.Ordinal); open >= 0; open = text.IndexOf("/*", StringComparison.Ordinal))
        {
            var close = text.IndexOf("*/", open + 2, StringComparison.Ordinal);
            text = close < 0 ? text[..open] : text.Remove(open, close + 2 - open);
        }
        return text;
    }

    private static bool IsHiding(string style)
    {
        var plain = string.Concat(style.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return plain.Contains("display:none", StringComparison.Ordinal) || plain.Contains("visibility:hidden", StringComparison.Ordinal)
            || plain.Contains("visibility:collapse", StringComparison.Ordinal) || plain.Contains("mso-hide:all", StringComparison.Ordinal)
            || plain.Split(';').Any(s => s is "font-size:0" or "font-size:0px" or "font-size:0pt" or "opacity:0");
    }

    private bool IsHidden(IElement element) => Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")
        || _hidden.Contains(element) || (element.GetAttribute("style") is { } style && IsHiding(style));

    private void Blocks(IElement element, List<Block> to, int depth)
    {
        var text = new RichText();
        var beside = new List<Text>();
        INode? begin = null;
        ListMark? mark = null;
        var heading = 0;
        Inside(element, depth, isBold: false);
        End(element);

        void Inside(IElement inner, int level, bool isBold)
        {
            if (level > Deepest) return;
            foreach (var node in inner.ChildNodes)
            {
                if (node is IText run) Add(run.Data, run, isBold);
                else if (node is not IElement child || IsHidden(child)) continue;
                else if (child.LocalName == "br") End(child);
                else if (child.LocalName == "table")
                {
                    End(child);
                    if (Table(child, level + 1) is { } table) to.Add(table);
                }
                else if (child.LocalName is "img" or "input" or "svg" or "object" or "canvas" or "embed")
                {
                    if (child.LocalName != "input") Beside(BesideText.Picture(child.GetAttribute("src")), child);
                    if (IsInCell(child) && child.GetAttribute("type") != "hidden") Add("\uFFFC", child, isBold);
                }
                else if (child.LocalName is "sup" or "sub") Add(Raise(child.TextContent), child, isBold);
                else if (child.LocalName is "s" or "strike" || IsStruck(child)) Add($"\uFFFC{child.TextContent}\uFFFC", child, isBold);
                else if (Inline.Contains(child.LocalName))
                {
                    if (child.LocalName == "a" && BesideText.Link(child.GetAttribute("href"), child.TextContent) is { } link)
                        Beside(link, child);
                    Inside(child, level + 1, IsBold(child, isBold));
                }
                else
                {
                    End(child);
                    (var (outerHeading, outerMark), heading, mark) = ((heading, mark), HeadingOf(child, heading), MarkOf(child) ?? mark);
                    Inside(child, level + 1, IsBold(child, isBold));
                    End(child);
                    (heading, mark) = (outerHeading, outerMark);
                }
            }
        }

        void Add(string data, INode node, bool isBold)
        {
            var plain = Collapsed(data, text.Last is null or ' ');
            if (plain.Length == 0) return;
            begin ??= node;
            text.Add(plain, isBold);
        }

        void Beside(Text what, INode node)
        {
            begin ??= node;
            beside.Add(what);
        }

        void End(INode at)
        {
            if (!text.IsBlank || beside.Count > 0)
            {
                var paragraph = new Paragraph(Trimmed(text)) { Heading = heading, Mark = mark, Beside = [.. beside] };
                beside.Clear();
                mark = null;
                to.Add(paragraph);
                _paragraphs.Add((paragraph, begin ?? at));
            }
            (text, begin) = (new RichText(), null);
        }
    }

    private static bool IsInCell(IElement element)
    {
        for (var above = element.ParentElement; above is not null; above = above.ParentElement)
            if (above.LocalName is "td" or "th") return true;
        return false;
    }

    private static bool IsBold(IElement element, bool outer)
    {
        if (element.LocalName is "b" or "strong") return true;
        if (element.GetAttribute("style") is not { } style || style.IndexOf("font-weight", StringComparison.OrdinalIgnoreCase) is not (
            >= 0 and var at)) return outer;
        var value = style[(at + "font-weight".Length)..].TrimStart(' ', ':');
        return value.StartsWith("bold", StringComparison.OrdinalIgnoreCase) || value is ['6' or '7' or '8' or '9', '0', '0', ..];
    }

    private static bool IsStruck(IElement element) =>
        element.GetAttribute("style")?.Contains("line-through", StringComparison.OrdinalIgnoreCase) == true;

    private static int HeadingOf(IElement element, int outer) =>
        element.LocalName is ['h', >= '1' and <= '6' and var level] ? level - '0' : outer;

    private ListMark? MarkOf(IElement element)
    {
        if (element.LocalName != "li" || element.ParentElement is not { } list) return null;
        if (list.LocalName != "ol") return new ListMark("•", true);
        var from = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var before = _items.GetValueOrDefault(list);
        _items[list] = before + 1;
        return new ListMark(string.Create(CultureInfo.InvariantCulture, $"{from + before}."), false);
    }

    /// <summary>Spaces and line breaks of the source as one space; those that are written to be seen stay.</summary>
    private static string Collapsed(string data, bool isAfterSpace)
    {
        var text = new StringBuilder(data.Length);
        foreach (var c in data)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r' or '\f';
            if (isSpace && isAfterSpace) continue;
            text.Append(isSpace ? ' ' : c);
            isAfterSpace = isSpace;
        }
        return text.ToString();
    }

    private static RichText Trimmed(RichText text)
    {
        var trimmed = new RichText();
        var runs = text.Runs().ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            var run = i == 0 ? runs[i].Text.TrimStart() : runs[i].Text;
            trimmed.Add(i == runs.Count - 1 ? run.TrimEnd() : run, runs[i].IsBold);
        }
        return trimmed;
    }

    private static string Raise(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? Raised[c - '0'] : c));

    /// <summary>A table; null if nothing of it is seen.</summary>
    /// <exception cref="UnreadableException">The page has more places in tables than any report.</exception>
    private PaperTable? Table(IElement element, int depth)
    {
        var table = new PaperTable();
        _tables.Add(table);
        var parts = element.Children.Where(c => !IsHidden(c)).ToList();
        // A browser shows the foot below all others, and the head above, wherever they are written.
        foreach (var part in parts.Where(p => p.LocalName == "thead")) Rows(table, part, depth);
        foreach (var part in parts.Where(p => p.LocalName == "tbody")) Rows(table, part, depth);
        foreach (var part in parts.Where(p => p.LocalName == "tfoot")) Rows(table, part, depth);
        _places += table.Rows.Sum(r => r.Cells.Sum(c => (long)c.Columns * c.Rows));
        if (_places > MostPlaces) throw new UnreadableException(PackageFault.TooLarge);
        return table.Rows.Count == 0 ? null : table;
    }

    private void Rows(PaperTable table, IElement part, int depth)
    {
        var rows = part.Children.Where(r => r.LocalName == "tr" && !IsHidden(r)).ToList();
        // By columns, up to which row a cell of a row above reaches.
        var taken = new List<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = new PaperRow();
            var column = 0;
            foreach (var cell in rows[i].Children.Where(c => c.LocalName is "td" or "th" && !IsHidden(c)))
            {
                while (column < taken.Count && taken[column] > i) column++;
                var there = new PaperCell(column)
                {
                    Columns = Math.Clamp(Span(cell, "colspan"), 1, MostSpanned),
                    Rows = Math.Min(Span(cell, "rowspan") is > 0 and var span ? span : int.MaxValue, rows.Count - i),
                    IsHead = cell.LocalName == "th",
                };
                Blocks(cell, there.Blocks, depth + 1);
                row.Cells.Add(there);
                for (var end = column + there.Columns; column < end; column++)
                {
                    while (taken.Count <= column) taken.Add(0);
                    taken[column] = Math.Max(taken[column], i + there.Rows);
                }
            }
            table.Rows.Add(row);
        }
    }

    private static int Span(IElement cell, string name)
    {
        var digits = string.Concat((cell.GetAttribute(name) ?? "1").Trim().TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;
    }
}
