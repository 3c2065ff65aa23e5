using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportCompiler.Packages;

namespace ReportCompiler.Manuscripts;

/// <summary>
/// Writes prose as WordprocessingML. How it looks the styles say: report.docx.styles.xml has one of every name used here.
/// </summary>
/// <param name="parts">Takes what the prose names.</param>
internal sealed class WordWriter(WordParts parts)
{
    /// <summary>The width of the text, in twentieths of a point: A4 less the margins of 28 and 26 mm.</summary>
    public const int TextWidth = 8845;

    /// <summary>The same of a page that lies on its side.</summary>
    public const int WidthOnItsSide = 12756;

    private const int BulletList = 1;
    private const int DeepestList = 8;
    private const int SpanOfTwentieth = 635;
    private const int SpanOfPixel = 9525;

    /// <summary>The largest picture: as wide as the text, and nine tenths as high.</summary>
    private const long WidestPicture = TextWidth * SpanOfTwentieth;
    private const long HighestPicture = 7_200_000;

    private readonly StringBuilder _xml = new();
    private readonly StringBuilder _text = new();
    private Look _look;

    [Flags]
    private enum Look
    {
        Plain = 0,
        Bold = 1,
        Italic = 2,
        Code = 4,
        Link = 8,
    }

    /// <summary>Where a block stands.</summary>
    /// <param name="Style">The style of its paragraphs.</param>
    /// <param name="List">The number of the list it is an item of; 0 for none.</param>
    /// <param name="Level">How deep that list is within others.</param>
    /// <param name="IsBeginning">Whether its first paragraph has the item's mark.</param>
    private readonly record struct Place(string? Style = null, int List = 0, int Level = 0, bool IsBeginning = false);

    /// <summary>The paragraphs of some blocks.</summary>
    public static string Write(IEnumerable<Block> blocks, WordParts parts)
    {
        var writer = new WordWriter(parts);
        foreach (var block in blocks) writer.Write(block, default);
        return writer._xml.ToString();
    }

    private void Write(Block block, Place place)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Paragraph(Number($"Heading{Math.Clamp(heading.Level - 1, 2, 4)}"), default, heading.Inline);
                break;
            case ParagraphBlock paragraph:
                var hasPicture = paragraph.Inline?.Descendants<LinkInline>().Any(l => l.IsImage) == true;
                Paragraph(hasPicture ? "Picture" : place.Style, place, paragraph.Inline);
                break;
            case ListBlock list:
                List(list, place);
                break;
            case QuoteBlock quote:
                foreach (var child in quote) Write(child, new Place("Quote"));
                break;
            case Table table:
                Table(table);
                break;
            case ThematicBreakBlock:
                Begin("Rule", default);
                End();
                break;
            // A tag is a fault; a draft shows it as the text it is.
            case CodeBlock or HtmlBlock:
                Lines((LeafBlock)block);
                break;
        }
    }

    private void List(ListBlock list, Place outer)
    {
        var number = BulletList;
        if (list.IsOrdered)
        {
            parts.Starts.Add(int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1);
            number += parts.Starts.Count;
        }
        var level = outer.List == 0 ? 0 : Math.Min(outer.Level + 1, DeepestList);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var place = new Place("ListParagraph", number, level, IsBeginning: true);
            foreach (var child in item)
            {
                Write(child, place);
                place = place with { IsBeginning = false };
            }
        }
    }

    private void Table(Table table)
    {
        var columns = Math.Max(1, table.OfType<TableRow>().Max(r => r.Count));
        var width = TextWidth / columns;
        _xml.Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tblPr><w:tblStyle w:val=\"Form\"/><w:tblW w:w=\"{width * columns}\"")
            .Append(" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (var i = 0; i < columns; i++) _xml.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>");
        _xml.Append("</w:tblGrid>\n");
        foreach (var row in table.OfType<TableRow>())
        {
            _xml.Append("<w:tr><w:trPr><w:cantSplit/>").Append(row.IsHeader ? "<w:tblHeader/>" : "").Append("</w:trPr>");
            for (var i = 0; i < columns; i++)
            {
                _xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
                var cell = i < row.Count ? (TableCell)row[i] : null;
                var style = row.IsHeader ? "TableHead" : "TableLabel";
                Paragraph(style, default, (cell?.FirstOrDefault() as ParagraphBlock)?.Inline);
                _xml.Append("</w:tc>");
            }
            _xml.Append("</w:tr>\n");
        }
        // Two tables with nothing between them would be one.
        _xml.Append("</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>\n");
    }

    private void Lines(LeafBlock block)
    {
        Begin("Code", default);
        var lines = block.Lines.Lines ?? [];
        for (var i = 0; i < block.Lines.Count; i++)
        {
            if (i > 0) Run("<w:br/>");
            Text(lines[i].Slice.ToString(), Look.Plain);
        }
        End();
    }

    private void Paragraph(string? style, Place place, ContainerInline? content)
    {
        Begin(style, place);
        if (content is not null) Write(content, Look.Plain);
        End();
    }

    private void Begin(string? style, Place place)
    {
        _xml.Append("<w:p>");
        if (style is null) return;
        _xml.Append("<w:pPr><w:pStyle w:val=\"").Append(style).Append("\"/>");
        if (place.IsBeginning)
            _xml.Append(CultureInfo.InvariantCulture, $"<w:numPr><w:ilvl w:val=\"{place.Level}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<w:numId w:val=\"{place.List}\"/></w:numPr>");
        else if (place.List > 0)
            _xml.Append(CultureInfo.InvariantCulture, $"<w:ind w:left=\"{WordNumbering.Indentation(place.Level)}\" w:firstLine=\"0\"/>");
        _xml.Append("</w:pPr>");
    }

    private void End()
    {
        Flush();
        _xml.Append("</w:p>\n");
    }

    private void Write(ContainerInline container, Look look)
    {
        foreach (var inline in container) Write(inline, look);
    }

    private void Write(Inline inline, Look look)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Text(literal.Content.ToString(), look);
                break;
            case CodeInline code:
                Text(code.Content, look | Look.Code);
                break;
            case HtmlEntityInline entity:
                Text(entity.Transcoded.ToString(), look);
                break;
            case HtmlInline tag:
                Text(tag.Tag, look);
                break;
            case LineBreakInline { IsHard: true }:
                Run("<w:br/>");
                break;
            case LineBreakInline line:
                // Chinese has no spaces: the break of a line of the text is none of the sentence.
                if (!IsWide(Last(line)) || !IsWide(First(line))) Text(" ", look);
                break;
            case AutolinkInline { Url: var url, IsEmail: var isMail } address:
                Link(isMail ? "mailto:" + url : url, () => Text(address.Url, look | Look.Link));
                break;
            case LinkInline { IsImage: true } image:
                Picture(image);
                break;
            case LinkInline link:
                Link(link.Url ?? "", () => Write((ContainerInline)link, look | Look.Link));
                break;
            case EmphasisInline emphasis:
                Write((ContainerInline)emphasis, look | (emphasis.DelimiterCount == 2 ? Look.Bold : Look.Italic));
                break;
            case ContainerInline others:
                Write(others, look);
                break;
        }
    }

    private static char Last(Inline before) => before.PreviousSibling is LiteralInline { Content: var text } && !text.IsEmpty
        ? text.Text[text.End] : ' ';

    private static char First(Inline after) => after.NextSibling is LiteralInline { Content: var text } && !text.IsEmpty
        ? text.Text[text.Start] : ' ';

    private static bool IsWide(char c) => c is >= '\u2E80' and < '\uFFE8' or '“' or '”' or '‘' or '’' or '…' or '—';

    private void Link(string address, Action content)
    {
        var id = parts.Link(address);
        Flush();
        if (id is not null) _xml.Append("<w:hyperlink r:id=\"").Append(id).Append("\">");
        content();
        Flush();
        if (id is not null) _xml.Append("</w:hyperlink>");
    }

    /// <summary>An image of the project stands in its own address; any other is a fault, and a draft shows its words.</summary>
    private void Picture(LinkInline image)
    {
        const string Start = "data:";
        const string Mark = ";base64,";
        var address = image.Url ?? "";
        var words = string.Concat(image.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
        var mark = address.IndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0 || !address.StartsWith(Start, StringComparison.Ordinal))
        {
            Text(words, Look.Plain);
            return;
        }
        var bytes = Convert.FromBase64String(address[(mark + Mark.Length)..]);
        var id = parts.Image(address[Start.Length..mark], address, bytes);
        var (width, height) = ImageSize.Of(bytes);
        var (wide, high) = ((long)width * SpanOfPixel, (long)height * SpanOfPixel);
        if (wide > WidestPicture) (wide, high) = (WidestPicture, Math.Max(1, high * WidestPicture / wide));
        if (high > HighestPicture) (wide, high) = (Math.Max(1, wide * HighestPicture / high), HighestPicture);
        var number = ++parts.Pictures;
        const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006";
        Run(string.Create(CultureInfo.InvariantCulture, $"""
            <w:drawing><wp:inline xmlns:wp="{Drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">
            <wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="{id}" descr="{XmlText.Escape(words)}"/>
            <a:graphic xmlns:a="{Drawing}/main"><a:graphicData uri="{Drawing}/picture">
            <pic:pic xmlns:pic="{Drawing}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{id}"/><pic:cNvPicPr/></pic:nvPicPr>
            <pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
            """));
    }

    /// <summary>A run of something else than text.</summary>
    private void Run(string content)
    {
        Flush();
        _xml.Append("<w:r>").Append(content).Append("</w:r>");
    }

    private void Text(string text, Look look)
    {
        if (look != _look) Flush();
        _look = look;
        _text.Append(text);
    }

    private void Flush()
    {
        if (_text.Length == 0) return;
        _xml.Append("<w:r>");
        if (_look != Look.Plain)
        {
            _xml.Append("<w:rPr>");
            if (_look.HasFlag(Look.Link)) _xml.Append("<w:rStyle w:val=\"Hyperlink\"/>");
            else if (_look.HasFlag(Look.Code)) _xml.Append("<w:rStyle w:val=\"CodeText\"/>");
            if (_look.HasFlag(Look.Bold)) _xml.Append("<w:b/>");
            if (_look.HasFlag(Look.Italic)) _xml.Append("<w:i/>");
            _xml.Append("</w:rPr>");
        }
        _xml.Append("<w:t xml:space=\"preserve\">").Append(XmlText.Escape(_text.ToString())).Append("</w:t></w:r>");
        _text.Clear();
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
