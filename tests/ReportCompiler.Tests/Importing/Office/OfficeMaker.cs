using System.IO.Compression;
using System.Text;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Office;

namespace ReportCompiler.Tests.Importing.Office;

/// <summary>Makes office documents out of their XML, and prints what is read of them.</summary>
internal static class OfficeMaker
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Excel = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A document of a body, and of parts beside it by their kind: <c>styles</c>, <c>numbering</c>, <c>footnotes</c>.</summary>
    public static byte[] Docx(string body, params (string Kind, string Xml)[] parts) => Zip(
    [
        ("_rels/.rels", Relations(("officeDocument", "word/document.xml"))),
        ("word/document.xml", WordXml("document", $"<w:body>{body}<w:sectPr/></w:body>")),
        ("word/_rels/document.xml.rels", Relations([.. parts.Select(p => (p.Kind, p.Kind + ".xml"))])),
        .. parts.Select(p => ($"word/{p.Kind}.xml", WordXml(p.Kind, p.Xml))),
    ]);

    /// <summary>A paragraph of plain text.</summary>
    public static string P(string text, string properties = "") => $"<w:p>{properties}{R(text)}</w:p>";

    /// <summary>A run.</summary>
    public static string R(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A text as XML writes it.</summary>
    public static string Xml(string text) => System.Security.SecurityElement.Escape(text);

    /// <summary>A table of rows.</summary>
    public static string Tbl(params string[] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows.Select(r => $"<w:tr>{r}</w:tr>"))}</w:tbl>";

    /// <summary>A cell of a text, or of XML.</summary>
    public static string Tc(string content, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr>{(content.StartsWith('<') ? content : P(content))}</w:tc>";

    /// <summary>A workbook of sheets, each with its state and the XML inside it.</summary>
    public static byte[] Xlsx(string[] strings, string? styles, params (string Name, string State, string Xml)[] sheets) => Zip(
    [
        ("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", ExcelXml("workbook", $"<sheets>{string.Concat(sheets.Select((s, i) =>
            $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets>")),
        ("xl/_rels/workbook.xml.rels", Relations(
            [.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("sharedStrings", "/xl/sharedStrings.xml"),
                ("styles", "styles.xml")])),
        ("xl/sharedStrings.xml", ExcelXml("sst", string.Concat(strings.Select(s => $"<si>{s}</si>")))),
        ("xl/styles.xml", ExcelXml("styleSheet", styles ?? "")),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", ExcelXml("worksheet", s.Xml))),
    ]);

    /// <summary>A workbook of one sheet without strings and styles of its own.</summary>
    public static byte[] Xlsx(string sheet) => Xlsx([], null, ("一", "visible", sheet));

    /// <summary>A row of cells with texts, from A on.</summary>
    public static string Row(int row, params string[] texts) => $"<row r=\"{row}\">{string.Concat(texts.Select((t, i) =>
        t.StartsWith('<') ? t : $"<c r=\"{(char)('A' + i)}{row}\" t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";

    /// <summary>A zip file of parts.</summary>
    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    /// <summary>The parts of a zip file.</summary>
    public static (string Name, string Text)[] Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e => (e.FullName, new StreamReader(e.Open()).ReadToEnd()))];
    }

    /// <summary>The relations of a part.</summary>
    public static string Relations(params (string Kind, string Target)[] relations) =>
        $"<Relationships xmlns=\"{Packages}\">{string.Concat(relations.Select((r, i) =>
            $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{r.Kind}\" Target=\"{r.Target}\"/>"))}</Relationships>";

    /// <summary>What is read of a file: a line for a paragraph or for a row of a table, a question mark behind a cell in doubt.</summary>
    public static string[] Lines(byte[] file) => [.. OfficeFile.Read(file).Blocks.SelectMany(Lines)];

    private static IEnumerable<string> Lines(Block block) => block is Paragraph paragraph
        ? [(paragraph.Heading > 0 ? $"{new string('#', paragraph.Heading)} " : "") + paragraph.Line]
        : ((PaperTable)block).Rows.Select(r => string.Join('|', r.Cells.Select(Cell)));

    private static string Cell(PaperCell cell) => cell.Text.Replace('\n', '/')
        + (cell is { Columns: 1, Rows: 1 } ? "" : $"[{cell.Rows}x{cell.Columns}]") + (cell.Doubt is null ? "" : "?");

    private static string WordXml(string root, string inside) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:{root} xmlns:w="{Word}" xmlns:r="{Office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
          xmlns:wp="urn:wp" xmlns:pic="urn:pic" xmlns:v="urn:v" xmlns:m="urn:m">{inside}</w:{root}>
        """;

    private static string ExcelXml(string root, string inside) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{Excel}\" xmlns:r=\"{Office}\">{inside}</{root}>";
}
