using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Office;

/// <summary>The door of the office formats: what a file is says its content, not its ending.</summary>
internal static class OfficeFile
{
    private const string Numerals = "一二三四五六七八九";

    /// <summary>Whether the bytes are those of an office program.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => PackageReader.IsPackage(bytes) || CompoundFile.IsCompound(bytes);

    /// <summary>The paragraphs and tables of a document or workbook.</summary>
    /// <exception cref="UnreadableException">It is none that is read, or not whole.</exception>
    public static Paper Read(byte[] bytes) =>
        PackageReader.IsPackage(bytes) ? OfPackage(bytes) : OfSheets(OldSheets(new CompoundFile(bytes)));

    private static Paper OfPackage(byte[] bytes)
    {
        using var package = new PackageReader(bytes);
        if (package.Find("", "officeDocument") is not { } part)
            throw new UnreadableException(package.Has("mimetype") ? PackageFault.Foreign : PackageFault.Damaged, "opendocument");
        if (part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) throw new UnreadableException(PackageFault.Foreign, "xlsb");
        using var main = package.Read(part)!;
        return main.Name switch
        {
            "document" => new Paper(WordReader.Read(package, part, main)),
            "workbook" => OfSheets(WorkbookReader.Read(package, part, main)),
            var other => throw new UnreadableException(PackageFault.Foreign, other),
        };
    }

    private static List<Sheet> OldSheets(CompoundFile file)
    {
        if (file.Has("EncryptedPackage")) throw new UnreadableException(PackageFault.Encrypted);
        if (file.Read("Workbook") is { } workbook) return OldWorkbook.Read(workbook);
        throw new UnreadableException(PackageFault.Foreign, file.Has("WordDocument") ? "doc" : "compound");
    }

    /// <summary>What is seen of a workbook: of each sheet the lines that are no part of a table, then all of it as a table.</summary>
    private static Paper OfSheets(List<Sheet> sheets)
    {
        var seen = sheets.FindAll(s => s.Visibility == SheetVisibility.Shown);
        if (seen.Count > 0 && seen.TrueForAll(s => s.IsLong)) throw new UnreadableException(PackageFault.TooLarge, seen[0].Name);
        var shown = seen.FindAll(s => !s.IsLong).ConvertAll(s => new PaperSheet(s.Name, Blocks(s)));
        return new Paper([.. shown.SelectMany(s => s.Blocks)])
        {
            Form = FormReader.Read(sheets),
            Sheets = shown,
            Lists = [.. seen.Where(s => s.IsLong).Select(s => s.Name)],
        };
    }

    private static List<Block> Blocks(Sheet sheet)
    {
        var blocks = new List<Block>();
        var table = SheetTable.Of(sheet);
        var isTop = true;
        foreach (var row in table.Rows)
        {
            var texts = row.Cells.ConvertAll(c => c.Text).FindAll(t => t.Length > 0);
            isTop &= texts.Count < 2 || texts.Exists(IsField);
            if (texts is [var line] && (IsProse(line) || (isTop && !IsField(line)))) blocks.Add(Paragraph.Of(line));
        }
        if (table.Rows.Count > 0) blocks.Add(table);
        if (sheet.Pictures > 0)
            blocks.Add(Paragraph.Of("") with { Beside = [BesideText.Pictures(sheet.Name, sheet.Pictures)] });
        return blocks;
    }

    /// <summary>Whether a text is one of those beside a table that say whose it is: 填报人：某某.</summary>
    private static bool IsField(string text) => text.Length < 60 && text.IndexOfAny(['：', ':']) is > 0 and < 12;

    /// <summary>Whether a text that stands alone in its row may be a sentence, or the heading of a section: its words will tell.</summary>
    private static bool IsProse(string text) => text.Contains('。') || (text.Length > 2 && Numerals.Contains(text[0]) && text[1] == '、');
}
