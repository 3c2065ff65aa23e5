using System.Globalization;
using System.Text;
using ReportCompiler.Packages;

namespace ReportCompiler.Workbooks;

/// <summary>
/// A workbook of Excel, WPS and LibreOffice. Its parts are written here: the libraries at hand either protect no sheet and know no
/// paper, or are larger than the rest of the program. The same sheets give the same bytes.
/// </summary>
/// <param name="sheets">Its sheets in order, each pulled when its turn comes; the first is seen first.</param>
public sealed class Workbook(IEnumerable<Worksheet> sheets)
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string LatinFont = "Calibri";
    private const int LongestName = 31;

    /// <summary>Whether sheets can be neither renamed, nor moved, nor removed.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Whether it has no Chinese: its fonts are then those of everybody, and not those of the form.</summary>
    public bool IsLatin { get; init; }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        Write(bytes);
        return bytes.ToArray();
    }

    /// <summary>Writes the file. Of a sheet that is written no more is kept than its packed bytes.</summary>
    public void Write(Stream to) => PackageWriter.Write(to, [Relation(1, "officeDocument", "xl/workbook.xml")], Parts());

    private IEnumerable<PackagePart> Parts()
    {
        var (styles, texts) = (new StyleSheet(IsLatin ? LatinFont : null), new SharedTexts());
        var names = new List<string>();
        var (entries, defined) = (new StringBuilder(), new StringBuilder());
        foreach (var (index, sheet) in sheets.Index())
        {
            names.Add($"worksheets/sheet{Number(index + 1)}.xml");
            yield return new($"xl/{names[^1]}", ContentType + "worksheet+xml",
                Part("worksheet", "", new SheetXml(sheet, styles, texts).Write(isShown: index == 0)));
            entries.Append($"<sheet name=\"{XmlText.Escape(sheet.Name)}\" sheetId=\"{Number(index + 1)}\"")
                .Append(sheet.IsVeryHidden ? " state=\"veryHidden\"" : "").Append($" r:id=\"rId{Number(index + 1)}\"/>");
            defined.AppendJoin("", Names(index, sheet));
        }
        yield return new("xl/styles.xml", ContentType + "styles+xml", Part("styleSheet", "", [styles.ToXml()]));
        yield return new("xl/sharedStrings.xml", ContentType + "sharedStrings+xml", Part("sst", texts.Attributes, [texts.ToXml()]));
        yield return new("xl/workbook.xml", ContentType + "sheet.main+xml",
            Part("workbook", $" xmlns:r=\"{Office}\"", [OfWorkbook(entries, defined)]))
        {
            Relations =
            [
                .. names.Index().Select(n => Relation(n.Index + 1, "worksheet", n.Item)),
                Relation(names.Count + 1, "styles", "styles.xml"), Relation(names.Count + 2, "sharedStrings", "sharedStrings.xml"),
            ],
        };
    }

    /// <summary>A name a sheet may have, which none of those taken has in any case of letters.</summary>
    public static string SheetName(string wanted, ISet<string> taken)
    {
        var safe = string.Concat(wanted.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? '_' : c))
            .Trim('\'');
        if (safe.Length == 0) safe = "_";
        var name = Cut(safe, LongestName);
        for (var number = 2; !taken.Add(name.ToUpperInvariant()); number++)
        {
            var suffix = $"~{Number(number)}";
            name = Cut(safe, LongestName - suffix.Length) + suffix;
        }
        return name;
    }

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];

    private string OfWorkbook(StringBuilder entries, StringBuilder defined)
    {
        var xml = new StringBuilder();
        if (IsProtected) xml.Append("<workbookProtection lockStructure=\"1\"/>");
        xml.Append("<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\" windowHeight=\"12000\"/></bookViews>")
            .Append("<sheets>").Append(entries).Append("</sheets>");
        if (defined.Length > 0) xml.Append("<definedNames>").Append(defined).Append("</definedNames>");
        return xml.ToString();
    }

    /// <summary>What spreadsheets keep as names: what is filtered, printed and repeated.</summary>
    private static IEnumerable<string> Names(int index, Worksheet sheet)
    {
        if (sheet.Filtered is { } filtered) yield return Name(index, "_FilterDatabase", " hidden=\"1\"", sheet.Reference(filtered));
        if (sheet.Page.Area is { } area) yield return Name(index, "Print_Area", "", sheet.Reference(area));
        if (sheet.Page.Heads is var (first, last))
            yield return Name(index, "Print_Titles", "", $"{sheet.QuotedName}!${Number(first + 1)}:${Number(last + 1)}");
    }

    private static string Name(int index, string name, string attributes, string value) =>
        $"<definedName name=\"_xlnm.{name}\" localSheetId=\"{Number(index)}\"{attributes}>{XmlText.Escape(value)}</definedName>";

    private static PartRelation Relation(int id, string type, string target) => new($"rId{Number(id)}", $"{Office}/{type}", target);

    private static IEnumerable<string> Part(string element, string attributes, IEnumerable<string> content) =>
        content.Prepend($"{Declaration}<{element} xmlns=\"{Main}\"{attributes}>").Append($"</{element}>");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
