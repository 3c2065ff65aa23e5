using System.Globalization;
using System.Text;
using static ReportCompiler.Tests.Importing.Office.OfficeMaker;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>
/// The ways in which office programs show a figure that its text alone would not tell, each with what a reader sees: every third figure
/// of a report is written so.
/// </summary>
internal static class Looks
{
    /// <summary>The first figure of a report.</summary>
    private const int First = 1001;

    private const string Deleted = "<w:del><w:r><w:delText>9</w:delText><w:t>9</w:t></w:r></w:del>";
    private const string Raised = """<w:vertAlign w:val="superscript"/>""";

    private const string Box = "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>9</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        + "</w:pict></w:r>";

    private const string Picture = "<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>";

    /// <summary>Of figures that are seen as they are.</summary>
    public static readonly Dictionary<string, (string Format, Look Look)> Right = new(StringComparer.Ordinal)
    {
        ["a run for each digit"] = Word(t => string.Concat(t.Select(d => R($"{d}") + "<w:proofErr w:type=\"spellStart\"/>"))),
        ["runs around a bookmark"] = Word(t => $"{R(t[..2])}<w:bookmarkStart w:id=\"1\" w:name=\"_9\"/>{R(t[2..])}"),
        ["a digit is deleted"] = Word(t => R(t[..2]) + Deleted + R(t[2..])),
        ["digits are inserted"] = Word(t => $"{R(t[..2])}<w:ins>{R(t[2..])}</w:ins>"),
        ["an inserted digit is deleted again"] = Word(t => $"{R(t)}<w:ins>{Deleted}</w:ins>"),
        ["a digit is moved away"] = Word(t => $"<w:moveFrom>{R("9")}</w:moveFrom>{R(t)}"),
        ["digits are moved there"] = Word(t => $"<w:moveTo>{R(t)}</w:moveTo>"),
        ["the break between two lines is deleted"] = new("docx", new Look
        {
            Word = Some(t => $"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R(t[..2])}</w:p>{P(t[2..])}"),
        }),
        ["a digit is hidden"] = Word(t => R(t) + R("9", "<w:vanish/>")),
        ["a digit is hidden by its style"] = Word(t => R(t) + R("9", """<w:rStyle w:val="a"/>"""), ("styles",
            """<w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>""")),
        ["digits were hidden once"] = Word(t => R(t, "<w:rPrChange><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange>")),
        ["what hides is switched off"] = Word(t => R(t, """<w:vanish w:val="false"/><w:strike w:val="0"/>""")),
        ["the result of a simple field"] = Word(t => $"<w:fldSimple w:instr=\"=SUM(9)\">{R(t)}</w:fldSimple>"),
        ["the result of a field"] = Word(t => $"{Char("begin")}{Code("=SUM(9)")}{Char("separate")}{R(t)}{Char("end")}"),
        ["a field in a field"] = Word(t => Char("begin") + Code("IF ") + Char("begin") + Code("=9") + Char("separate") + R("9")
            + Char("end") + Char("separate") + R(t) + Char("end")),
        ["a hyphen that may be"] = Word(t => $"<w:r><w:t>{t[..2]}</w:t><w:softHyphen/><w:t>{t[2..]}\u00AD</w:t></w:r>"),
        ["a link"] = Word(t => $"<w:hyperlink w:anchor=\"a9\">{R(t)}</w:hyperlink>"),
        ["a control"] = Word(t => $"<w:sdt><w:sdtPr><w:alias w:val=\"9\"/></w:sdtPr><w:sdtContent>{R(t)}</w:sdtContent></w:sdt>"),
        ["a comment"] = Word(t => $"<w:commentRangeStart w:id=\"9\"/>{R(t)}<w:commentRangeEnd w:id=\"9\"/>"
            + "<w:r><w:commentReference w:id=\"9\"/></w:r>", ("comments", $"<w:comment w:id=\"9\">{P("9")}</w:comment>")),
        ["how it is read aloud"] = Word(t => $"<w:r><w:ruby><w:rt>{R("9")}</w:rt><w:rubyBase>{R(t)}</w:rubyBase></w:ruby></w:r>"),
        ["a formula of mathematics"] = Word(t => $"<m:oMath><m:r><m:t>{t}</m:t></m:r></m:oMath>"),
        ["one of two versions"] = Word(t => "<w:r><mc:AlternateContent>"
            + $"<mc:Choice><w:t>{t}</w:t></mc:Choice><mc:Fallback><w:t>9</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
        ["rows that are deleted or hidden"] = new("docx", new Look { IsNoisy = true }),

        ["a formula with its result"] = Excel(t => $"<c><f>9+9</f><v>{t}</v></c>"),
        ["a shared formula with its result"] = Excel(t => $"<c><f t=\"shared\" si=\"0\"/><v>{t}</v></c>"),
        ["a formula whose result is a text"] = Excel(t => $"<c t=\"str\"><f>9&amp;9</f><v>{t}</v></c>"),
        ["a text in pieces"] = Excel(
            t => $"<c t=\"inlineStr\"><is><r><t>{t[..2]}</t></r><r><t>{t[2..]}</t></r><rPh><t>9</t></rPh></is></c>"),
        ["a shared text in pieces"] = new("xlsx", new Look
        {
            ExcelStrings = Shared(t => $"<r><t>{t[..2]}</t></r><r><rPr><b/></rPr><t>{t[2..]}</t></r><phoneticPr fontId=\"9\"/>"),
            Excel = Some(t => $"<c t=\"s\"><v>{int.Parse(t, CultureInfo.InvariantCulture)}</v></c>"),
        }),
        ["the noise of binary numbers"] = Excel(t => $"<c><v>{t}.00000000000001</v></c>"),
        ["an exponent"] = Excel(t => $"<c><v>{t[0]}.{t[1..]}E3</v></c>"),
        ["a format with thousands apart"] = Format("#,##0_ ;[Red]-#,##0"),
        ["a format with all digits"] = Format("000000"),
        ["a format of places"] = Format("0.00_);(0.00)"),
        ["rows and columns that are hidden"] = new("xlsx", new Look { IsNoisy = true }),
        ["rows and columns of no size"] = new("xlsx", new Look { IsNoisy = true, HiddenRow = "ht=\"0\"", HiddenColumn = "width=\"0\"" }),
        ["rows and columns folded away"] = new("xlsx", new Look
        {
            IsNoisy = true,
            HiddenRow = "hidden=\"true\" outlineLevel=\"1\"",
            HiddenColumn = "width=\"9\" hidden=\"true\" collapsed=\"1\"",
        }),

        ["an old number in four bytes"] = Old(t => [(0x27E, [0, 0, .. BitConverter.GetBytes((Number(t) << 2) | 2)])]),
        ["an old number in four bytes, a hundred times"] = Old(
            t => [(0x27E, [0, 0, .. BitConverter.GetBytes((Number(t) * 100 << 2) | 3)])]),
        ["old numbers side by side"] = Old(t => [(0xBD, [0, 0, .. BitConverter.GetBytes((Number(t) << 2) | 2), 0, 0])]),
        ["an old formula with its result"] = Old(t => [(6, Formula(BitConverter.GetBytes((double)Number(t)), 0))]),
        ["an old formula whose result is a text"] = Old(
            t => [(6, Formula([0, 0, 0, 0, 0, 0, 255, 255], 0)), (0x207, [.. OldSheetWriting.Shorts(t.Length), 0, .. Latin(t)])]),
        ["an old format with thousands apart"] = OldFormat("#,##0"),
        ["old rows and columns that are hidden"] = new("xls", new Look { IsNoisy = true }),
    };

    /// <summary>Of figures that nobody can be sure of.</summary>
    public static readonly Dictionary<string, (string Format, Look Look)> Open = new(StringComparer.Ordinal)
    {
        ["a raised digit"] = Word(t => R(t) + R("9", Raised)),
        ["a raised digit in a circle"] = Word(t => R(t) + R("①", Raised)),
        ["a digit raised by its style"] = Word(t => R(t) + R("9", """<w:rStyle w:val="a"/>"""), ("styles",
            $"<w:style w:type=\"character\" w:styleId=\"a\"><w:rPr>{Raised}</w:rPr></w:style>")),
        ["a digit that stands higher"] = Word(t => R(t) + R("9", """<w:position w:val="10"/><w:sz w:val="12"/>""")),
        ["a footnote"] = Word(t => $"{R(t)}<w:r><w:footnoteReference w:id=\"3\"/></w:r>", ("footnotes",
            $"<w:footnote w:id=\"3\">{P("含上年 9 件")}</w:footnote>")),
        ["a struck digit"] = Word(t => R("9", "<w:strike/>") + R(t)),
        ["struck twice"] = Word(t => R(t, "<w:dstrike/>")),
        ["a box over it"] = Word(t => R(t) + Box),
        ["a box in its place"] = Word(_ => Box),
        ["a field without a result"] = Word(_ => $"{Char("begin")}{Code("=SUM(LEFT)")}{Char("end")}"),
        ["a simple field without a result"] = Word(_ => "<w:fldSimple w:instr=\" =SUM(LEFT) \"/>"),
        ["a sign of another font"] = Word(t => R(t[..3]) + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F082\"/></w:r>"),
        ["a picture"] = Word(_ => Picture),
        ["a picture behind it"] = Word(t => R(t) + Picture),
        ["a hyphen that does not break"] = Word(t => $"<w:r><w:t>{t[..2]}</w:t><w:noBreakHyphen/><w:t>{t[2..]}</w:t></w:r>"),
        ["a tab"] = Word(t => $"<w:r><w:t>{t[..2]}</w:t><w:tab/><w:t>{t[2..]}</w:t></w:r>"),
        ["a line's end"] = Word(t => $"<w:r><w:t>{t[..2]}</w:t><w:br/><w:t>{t[2..]}</w:t></w:r>"),
        ["a line's end that is a character"] = Word(t => R($"{t[..2]}\u2028{t[2..]}")),
        ["digits from right to left"] = Word(t => R($"\u202E{t}\u202C")),
        ["digits turned round"] = Word(t => $"<w:bdo w:val=\"rtl\">{R(t)}</w:bdo>"),
        ["two paragraphs"] = new("docx", new Look { Word = Some(t => P(t[..2]) + P(t[2..])) }),

        ["a formula without a result"] = Excel(t => $"<c><f>SUM({t})</f></c>"),
        ["a formula of a blank result"] = Excel(t => $"<c><f>SUM({t})</f><v></v></c>"),
        ["a shared formula without a result"] = Excel(_ => "<c><f t=\"shared\" si=\"0\"/></c>"),
        ["a formula that failed"] = Excel(_ => "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
        ["a raised digit in a sheet"] = Excel(t => $"<c t=\"inlineStr\"><is><r><t>{t}</t></r>"
            + "<r><rPr><vertAlign val=\"superscript\"/></rPr><t>9</t></r></is></c>"),
        ["a shared text with a raised digit"] = new("xlsx", new Look
        {
            ExcelStrings = Shared(t => $"<r><t>{t}</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>9</t></r>"),
            Excel = Some(t => $"<c t=\"s\"><v>{int.Parse(t, CultureInfo.InvariantCulture)}</v></c>"),
        }),
        ["a struck digit in a sheet"] = Excel(t => "<c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>9</t></r>"
            + $"<r><t>{t}</t></r></is></c>"),
        ["a struck cell"] = new("xlsx", new Look
        {
            ExcelStyles = "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>",
            Excel = Some(t => $"<c s=\"1\"><v>{t}</v></c>"),
        }),
        ["a date as a number"] = Excel(t => $"<c t=\"d\"><v>{t}-01-01</v></c>"),
        ["a format in thousands"] = Format("0.0,"),
        ["a format in thousands, its point behind"] = Format("#,##0,.0"),
        ["a format in ten thousands"] = Format("0!.0,"),
        ["a format of a share"] = Format("0%"),
        ["a format of a share in a thousand"] = Format("0\"‰\""),
        ["a format that says about"] = Format("\"约\"0"),
        ["a format of a date"] = Format("yyyy\"年\"m\"月\""),
        ["a format of a telephone"] = Format("00-00"),
        ["a format for large ones"] = Format("[>9]0"),
        ["a format of another unit"] = Format("0\"万\""),
        ["a format that leaves out the sign"] = Format("0;0", "-"),

        ["an old formula never worked out"] = Old(_ => [(6, Formula([3, 0, 0, 0, 0, 0, 255, 255], 0))]),
        ["an old formula to be worked out"] = Old(_ => [(6, Formula(new byte[8], 2))]),
        ["an old formula that failed"] = Old(_ => [(6, Formula([2, 0, 7, 0, 0, 0, 255, 255], 0))]),
        ["an old format in thousands"] = OldFormat("0.0,"),
        ["an old format in ten thousands"] = OldFormat("0!.0,"),
        ["an old text with a raised digit"] = new("xls", new Look { OldStyles = Texts(1), Old = SomeOld(OldText) }),
        ["an old text with a struck digit"] = new("xls", new Look { OldStyles = Texts(2), Old = SomeOld(OldText) }),
        ["an older text with a raised digit"] = new("xls", new Look
        {
            OldStyles = Fonts(),
            Old = SomeOld(t => [(0xD6, [0, 0, .. OldSheetWriting.Shorts(t.Length + 1), 0, .. Latin($"{t}9"),
                .. OldSheetWriting.Shorts(1, t.Length, 1)])]),
        }),
        ["an old cell that is struck"] = new("xls", new Look
        {
            OldStyles = [.. Fonts(), (0xE0, new byte[20]), (0xE0, [2, .. new byte[19]])],
            Old = SomeOld(t => [(0x203, [1, 0, .. BitConverter.GetBytes((double)Number(t))])]),
        }),
    };

    /// <summary>Whether a figure is written in the look.</summary>
    public static bool Has(PublishedCell cell) => cell.IsFigure && cell.Cell!.Index % 3 == 0;

    private static (string, Look) Word(Func<string, string> of, params (string, string)[] parts) =>
        ("docx", new Look { Word = Some(t => $"<w:p>{of(t)}</w:p>"), WordParts = parts });

    private static (string, Look) Excel(Func<string, string> of) => ("xlsx", new Look { Excel = Some(of) });

    private static (string, Look) Format(string format, string sign = "") => ("xlsx", new Look
    {
        ExcelStyles = $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{Xml(format)}\"/></numFmts>"
            + "<cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs>",
        Excel = Some(t => $"<c s=\"1\"><v>{sign}{t}</v></c>"),
    });

    private static (string, Look) Old(Func<string, (int, byte[])[]> of) => ("xls", new Look { Old = SomeOld(of) });

    private static (string, Look) OldFormat(string format) => ("xls", new Look
    {
        OldStyles =
        [
            (0x41E, [170, 0, .. OldSheetWriting.Shorts(format.Length), 0, .. Latin(format)]),
            (0xE0, new byte[20]), (0xE0, [0, 0, 170, 0, .. new byte[16]]),
        ],
        Old = SomeOld(t => [(0x203, [1, 0, .. BitConverter.GetBytes((double)Number(t))])]),
    });

    private static Func<PublishedCell, Random, string?> Some(Func<string, string> of) => (c, _) => Has(c) ? of(c.Text) : null;

    private static Func<PublishedCell, (int, byte[])[]?> SomeOld(Func<string, (int, byte[])[]> of) => c => Has(c) ? of(c.Text) : null;

    private static string[] Shared(Func<string, string> of) =>
        [.. Enumerable.Range(0, 1300).Select(i => of(i.ToString("0000", CultureInfo.InvariantCulture)))];

    private static string Char(string kind) => $"<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>";

    private static string Code(string code) => $"<w:r><w:instrText> {code} </w:instrText></w:r>";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Formula(byte[] result, int flags) => [0, 0, .. result, .. OldSheetWriting.Shorts(flags, 0, 0, 0)];

    /// <summary>The usual font, one that is raised and one that is struck.</summary>
    private static (int, byte[])[] Fonts() =>
        [Font(0, 0), Font(0, 1), Font(8, 0)];

    private static (int, byte[]) Font(int flags, int raised) =>
        (0x31, [.. OldSheetWriting.Shorts(200, flags, 0, 400, raised), 0, 0, 0, 0, 0, 0]);

    /// <summary>The texts that the cells share, each a figure with a 9 behind it in another font.</summary>
    private static (int, byte[])[] Texts(int font)
    {
        const int Count = 80;
        var texts = Enumerable.Range(0, Count).SelectMany(i => (byte[])
            [.. OldSheetWriting.Shorts(5), 8, 1, 0, .. Latin($"{First + (3 * i)}9"), .. OldSheetWriting.Shorts(4, font)]);
        return [.. Fonts(), (0xFC, [.. BitConverter.GetBytes(Count), .. BitConverter.GetBytes(Count), .. texts])];
    }

    private static (int, byte[])[] OldText(string text) => [(0xFD, [0, 0, .. BitConverter.GetBytes((Number(text) - First) / 3)])];

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
