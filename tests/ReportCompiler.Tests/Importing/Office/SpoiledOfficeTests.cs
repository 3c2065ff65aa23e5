using System.Text;
using ReportCompiler.Importing.Office;
using ReportCompiler.Packages;
using Xunit;
using static ReportCompiler.Tests.Importing.Office.OfficeMaker;

namespace ReportCompiler.Tests.Importing.Office;

/// <summary>
/// Documents that are broken, hostile or of another kind: each is read as it was meant, or said not to be read. None is read as something
/// else, none brings the program down, none takes more than a document may.
/// </summary>
public sealed class SpoiledOfficeTests
{
    private const long MostMemory = 300_000_000;

    private static readonly byte[] Word = Docx(
        P("某局2021年政府信息公开工作年度报告") + P("一、总体情况", """<w:pPr><w:pStyle w:val="1"/></w:pPr>""")
        + Tbl(Tc("信息内容") + Tc("本年制发件数") + Tc("现行有效件数"), Tc("规章") + Tc("12") + Tc("345"),
            Tc("行政规范性文件") + Tc("6") + Tc("7890")),
        ("styles", """<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>"""));

    private static readonly byte[] Excel = Xlsx(["<t>规章</t>", "<t>行政规范性文件</t>"], "<cellXfs><xf numFmtId=\"9\"/></cellXfs>",
        ("表一", "visible", """
            <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c><c r="C1"><v>345</v></c></row>
            <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>6</v></c><c r="C2" s="0"><v>0.5</v></c></row></sheetData>
            """));

    private static readonly byte[] OldExcel = File.ReadAllBytes(
        Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Importing", "Office", "workbook.xls"));

    public static TheoryData<string> Kinds => ["docx", "xlsx", "xls"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_is_cut_off_is_not_read(string kind)
    {
        var whole = Whole(kind);
        var lines = Lines(whole);
        for (var i = 0; i < 50; i++)
        {
            var outcome = Read(whole[..(whole.Length * i / 50)]);
            // The last sectors of an old workbook may hold nothing that is shown.
            var isWhole = kind == "xls" && lines.SequenceEqual(outcome.Lines);
            Assert.True(outcome.Fault == PackageFault.Damaged || isWhole, $"{i} of 50: {outcome.Fault}");
        }
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void A_byte_that_is_another_is_seen_or_changes_nothing(string kind)
    {
        var whole = Whole(kind);
        var lines = Lines(whole);
        for (var i = 0; i < whole.Length; i++)
        {
            var bytes = (byte[])whole.Clone();
            bytes[i] ^= (byte)(1 << (i % 8));
            var outcome = Read(bytes);
            Assert.True(outcome.Fault is not null || lines.SequenceEqual(outcome.Lines), $"at {i}: {string.Join('\n', outcome.Lines)}");
        }
    }

    [Fact]
    public void An_old_workbook_of_which_a_byte_is_another_brings_nothing_down()
    {
        for (var i = 0; i < OldExcel.Length; i += 7)
        {
            var bytes = (byte[])OldExcel.Clone();
            bytes[i] = (byte)(i % 3 == 0 ? 0xFF : bytes[i] ^ (1 << (i % 8)));
            Read(bytes);
        }
    }

    public static TheoryData<string, string> Spoiled =>
        [.. from fault in Made from file in fault.Value select (fault.Key.ToString(), file.Key)];

    /// <summary>Unpacked or read they would take more than any report does.</summary>
    private static readonly Dictionary<string, Func<byte[]>> TooLarge = new(StringComparer.Ordinal)
    {
        ["spaces in a document"] = () => Docx(new string(' ', 40_000_000)),
        ["spaces in a sheet"] = () => Xlsx(new string(' ', 40_000_000)),
        ["a part that packs to a thousandth"] = () => Docx(new string(' ', 2_000_000)),
        ["ten thousand parts"] = () => Zip([.. Enumerable.Range(0, 10_001).Select(i => ($"{i}.xml", ""))]),
        ["elements in elements"] = () => Docx(Deep("w:ins", 50_000)),
        ["tables in tables"] = () => Docx(Deep("w:tbl><w:tr><w:tc", "w:tc></w:tr></w:tbl", 300)),
        ["cells without end"] =
            () => Xlsx($"<sheetData><row>{Many(100_001, "<c t=\"b\"><v>1</v></c>", 16_000, "</row><row>")}</row></sheetData>"),
        ["paragraphs without end"] = () => Docx(Many(100_001, "<w:p/>")),
        ["attributes without end"] = () => Docx($"<w:p {string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=\"{i}\" "))}/>"),
        ["joined cells without end"] = () => Xlsx($"<mergeCells>{Many(50_001, "<mergeCell ref=\"A1:B2\"/>")}</mergeCells>"),
        ["cells of a document without end"] = () => Docx($"<w:tbl>{Many(50_001, "<w:tr><w:tc/></w:tr>")}</w:tbl>"),
        ["a sheet with two far corners"] = () => Xlsx($"<sheetData>{string.Concat(Enumerable.Range(0, 900).Select(i =>
            $"<row r=\"{1 + (i * 1000)}\"><c r=\"{Letters(i)}{1 + (i * 1000)}\"><v>1</v></c></row>"))}</sheetData>"),
        ["a form of more keys than cells"] = () => Xlsx("<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData><row>"
            + $"<c t=\"inlineStr\"><is><t>键</t></is></c>{string.Concat(Enumerable.Range(0, 1000).Select(
                i => $"<c t=\"inlineStr\"><is><t>{i}</t></is></c>"))}</row>"
            + string.Concat(Enumerable.Range(0, 101).Select(i => $"<row><c t=\"inlineStr\"><is><t>{i}</t></is></c></row>"))
            + "</sheetData>"),
        ["columns without end"] = () => Docx(Tbl(Many(300, Tc("1")))),
    };

    /// <summary>What is in them contradicts itself, or is not there.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Damaged = new(StringComparer.Ordinal)
    {
        ["a name for a million names"] =
            () => Package("""<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><document>&b;</document>"""),
        ["a name for a file"] = () => Package("""<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><document>&a;</document>"""),
        ["a document type elsewhere"] = () => Package("""<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><document/>"""),
        ["a span of millions"] = () => Docx(Tbl(Tc("1", """<w:gridSpan w:val="2147483647"/>"""))),
        ["a row beyond the last"] = () => Xlsx("""<sheetData><row r="1048577"/></sheetData>"""),
        ["a row of no number"] = () => Xlsx("""<sheetData><row r="-1"/></sheetData>"""),
        ["a column beyond the last"] = () => Xlsx("""<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>"""),
        ["a cell of another row"] = () => Xlsx("""<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>"""),
        ["a cell twice"] = () => Xlsx("""<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>"""),
        ["a row twice"] =
            () => Xlsx("""<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row></sheetData>"""),
        ["a text that is not there"] = () => Xlsx("""<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>"""),
        ["joined cells over others"] = () => Xlsx($"""
            <sheetData>{Row(1, "1", "2", "3")}{Row(2, "4", "5", "6")}</sheetData>
            <mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C2"/></mergeCells>
            """),
        ["joined cells of no place"] = () => Xlsx("""<mergeCells><mergeCell ref="B2:A1"/></mergeCells>"""),
        ["a document of two beginnings"] = () => Package("<document><body></document></body>"),
        ["a document of no end"] = () => Package("<document><body><p><r><t>12"),
        ["a document of nothing"] = () => Package(""),
        ["a document in no encoding"] = () => Package("<?xml version=\"1.0\" encoding=\"klingon\"?><document/>"),
        ["characters that are none"] = () => Package("<document><body><p><r><t>&#0;</t></r></p></body></document>"),
        ["a package of nothing"] = () => Zip(),
        ["a package without relations"] = () => Zip(("word/document.xml", "<document/>")),
        ["a main part that is missing"] = () => Zip(("_rels/.rels", Relations(("officeDocument", "word/document.xml")))),
        ["a main part outside"] = () => Zip(("_rels/.rels", Relations(("officeDocument", "../../../etc/passwd")))),
        ["a main part on the web"] = () => Zip(("_rels/.rels", Relations(("officeDocument", "http://127.0.0.1/a.docx")))),
        ["relations that are none"] = () => Zip(("_rels/.rels", "PK")),
        ["relations of a part that is missing"] =
            () => Zip(("_rels/.rels", Relations(("officeDocument", "a.xml"))), ("a.xml", "<document/>"),
            ("_rels/b.xml.rels", Relations())),
        ["styles that are missing"] = () => Without(Word, "word/styles.xml"),
        ["styles that are broken"] = () => Docx(P("1"), ("styles", "<w:style>")),
        ["a sheet that is missing"] = () => Without(Excel, "xl/worksheets/sheet1.xml"),
        ["a sheet without a relation"] = () => Without(Excel, "xl/_rels/workbook.xml.rels"),
        ["texts that are missing"] = () => Without(Excel, "xl/sharedStrings.xml"),
        ["a part twice"] = () => Zip([.. Parts(Word), ("WORD\\document.xml", "<document/>")]),
        ["sectors in a circle"] = () => Compound("Workbook", b => b[512 + 4] = 1),
        ["tables of sectors in a circle"] = () => Compound("Workbook", b =>
        {
            CompoundMaker.Put(b, 68, 0);
            CompoundMaker.Put(b, 512 + 508, 0);
        }),
        ["sectors that are not there"] = () => Compound("Workbook", b => CompoundMaker.Put(b, 48, 77)),
        ["a stream larger than its file"] = () => Compound("Workbook", b => CompoundMaker.Put(b, 512 + 512 + 128 + 120, 0x7FFFFFFF)),
    };

    /// <summary>Other kinds of files.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Foreign = new(StringComparer.Ordinal)
    {
        ["a presentation"] = () => Zip(("_rels/.rels", Relations(("officeDocument", "p.xml"))), ("p.xml", "<presentation/>")),
        ["a binary workbook"] = () => Zip(("_rels/.rels", Relations(("officeDocument", "xl/workbook.bin"))), ("xl/workbook.bin", "1")),
        ["an OpenDocument text"] = () => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")),
        ["an old document"] = () => Compound("WordDocument"),
        ["a compound file of something else"] = () => Compound("Something"),
        ["an old workbook of no records"] = () => Compound("Workbook"),
    };

    /// <summary>Protected by a password.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Encrypted = new(StringComparer.Ordinal)
    {
        ["a part with a password"] = () => Flagged(Word),
        ["a document with a password"] = () => Compound("EncryptedPackage"),
    };

    private static readonly Dictionary<PackageFault, Dictionary<string, Func<byte[]>>> Made = new()
    {
        [PackageFault.TooLarge] = TooLarge,
        [PackageFault.Damaged] = Damaged,
        [PackageFault.Foreign] = Foreign,
        [PackageFault.Encrypted] = Encrypted,
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void What_is_spoiled_is_not_read_and_the_reason_is_known(string fault, string name) =>
        Assert.Equal(fault, Read(Made[Enum.Parse<PackageFault>(fault)][name]()).Fault.ToString());

    [Fact]
    public void Macros_and_links_to_elsewhere_change_nothing()
    {
        (string, string)[] more =
        [
            ("word/vbaProject.bin", "Sub AutoOpen()"), ("xl/vbaProject.bin", "Sub AutoOpen()"),
            ("word/_rels/settings.xml.rels", Relations(("attachedTemplate", "http://127.0.0.1/a.dotm")).Replace("Target=",
                "TargetMode=\"External\" Target=", StringComparison.Ordinal)), ("word/settings.xml", "<settings/>"),
            ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
        ];
        Assert.Equal(Lines(Word), Lines(Zip([.. Parts(Word), .. more])));
        Assert.Equal(Lines(Excel), Lines(Zip([.. Parts(Excel), .. more])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><table></table></html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("{\\rtf1}")]
    public void What_is_no_office_file_is_known_not_to_be_one(string text) => Assert.False(OfficeFile.Is(Encoding.UTF8.GetBytes(text)));

    private static byte[] Whole(string kind) => kind switch { "docx" => Word, "xlsx" => Excel, _ => OldExcel };

    private static (PackageFault? Fault, string[] Lines) Read(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            return (null, Lines(bytes));
        }
        catch (UnreadableException e)
        {
            return (e.Fault, []);
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        }
    }

    private static byte[] Package(string xml) => Zip(("_rels/.rels", Relations(("officeDocument", "a.xml"))), ("a.xml", xml));

    private static string Deep(string element, int depth) => Deep(element, element, depth);

    private static string Deep(string open, string close, int depth) => $"{Many(depth, $"<{open}>")}{Many(depth, $"</{close}>")}";

    private static string Many(int count, string text, int every = int.MaxValue, string between = "")
    {
        var many = new StringBuilder(count * text.Length);
        for (var i = 0; i < count; i++) many.Append(i > 0 && i % every == 0 ? between : "").Append(text);
        return many.ToString();
    }

    private static string Letters(int column) => string.Concat(((int[])[676, 26, 1]).Select(d => (char)('A' + (column / d % 26))));

    private static byte[] Without(byte[] file, string part) => Zip([.. Parts(file).Where(p => p.Name != part)]);

    /// <summary>The same with the flag of a password on every part.</summary>
    private static byte[] Flagged(byte[] file)
    {
        var bytes = (byte[])file.Clone();
        for (var i = 0; i + 4 < bytes.Length; i++)
        {
            if (bytes.AsSpan(i).StartsWith("PK\u0003\u0004"u8)) bytes[i + 6] |= 1;
            else if (bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8)) bytes[i + 8] |= 1;
        }
        return bytes;
    }

    /// <summary>A compound file with one empty stream.</summary>
    private static byte[] Compound(string stream, Action<byte[]>? spoil = null)
    {
        var bytes = CompoundMaker.File(stream, []);
        spoil?.Invoke(bytes);
        return bytes;
    }
}
