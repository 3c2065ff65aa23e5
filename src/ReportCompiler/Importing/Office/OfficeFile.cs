using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Office;

/// <summary>The door of the office formats: what a file is says its content, not its ending.</summary>
internal static class OfficeFile
{
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

    /// <summary>What is seen of a workbook: a table of each sheet, titles and signatures above and below it as paragraphs too.</summary>
    private static Paper OfSheets(List<Sheet> sheets)
    {
        var blocks = new List<Block>();
        foreach (var sheet in sheets.Where(s => s.Visibility == SheetVisibility.Shown))
        {
            var table = SheetTable.Of(sheet);
            var rows = table.Rows.ConvertAll(r => r.Cells.ConvertAll(c => c.Text).FindAll(t => t.Length > 0));
            blocks.AddRange(rows.TakeWhile(r => r.Count < 2 || r.TrueForAll(IsSaid)).SelectMany(r => r).Select(Paragraph.Of));
            if (table.Rows.Count == 0) continue;
            blocks.Add(table);
            blocks.AddRange(rows.Skip(rows.FindLastIndex(r => !r.TrueForAll(IsSaid)) + 1).SelectMany(r => r).Select(Paragraph.Of));
        }
        return new Paper(blocks) { Form = FormReader.Read(sheets) };
    }

    /// <summary>Whether a text says something about the table, as 填报人：… does, and is none of its labels or figures.</summary>
    private static bool IsSaid(string text) => text.Contains('：') || text.Contains(':');
}
