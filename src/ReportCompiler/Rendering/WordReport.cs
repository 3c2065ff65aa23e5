using System.Collections.Immutable;
using ReportCompiler.Manuscripts;
using ReportCompiler.Packages;

namespace ReportCompiler.Rendering;

/// <summary>
/// report.docx: the copy that is filed. The document, its styles, footers and header are made by templates; what only names them, and the
/// numbers of the lists, are made here.
/// </summary>
internal static class WordReport
{
    /// <summary>The file.</summary>
    public const string FileName = "report.docx";

    private const string Main = "report.docx.xml";
    private const string Styles = "report.docx.styles.xml";
    private const string Footer = "report.docx.footer.xml";
    private const string Header = "report.docx.header.xml";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string CoreRelation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    // Left and right pages have their number outside; the mode is Word's of 2013 and later.
    private const string Settings = $"""
        {Declaration}<w:settings {Namespace}>
        <w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>
        <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
        </w:settings>
        """;

    // Where a font of the standard is not there, the next best is not the program's guess.
    private const string Fonts = $"""
        {Declaration}<w:fonts {Namespace}>
        <w:font w:name="仿宋"><w:altName w:val="仿宋_GB2312"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
        <w:font w:name="楷体"><w:altName w:val="楷体_GB2312"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
        <w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>
        </w:fonts>
        """;

    /// <summary>Makes it; nothing, with a finding, where a template fails. The files that the narrative links follow.</summary>
    public static ImmutableArray<OutputFile> Render(Report report)
    {
        var prose = new WordParts();
        var markup = Markup.Word(prose);
        var data = Model.OfReport(report, markup);
        if (Page(report, Main, data) is not { } document || !ReportPage.IsWhole(report, Main, markup, document)) return [];
        if (Page(report, Styles, data) is not { } styles) return [];
        if (Page(report, Footer, data.With(("双页", false))) is not { } odd) return [];
        if (Page(report, Footer, data.With(("双页", true))) is not { } even) return [];
        if (Page(report, Header, data) is not { } header) return [];
        PartRelation[] named =
        [
            Relation("styles", "styles.xml"), Relation("settings", "settings.xml"), Relation("fontTable", "fontTable.xml"),
            Relation("numbering", "numbering.xml"),
            Relation("footer", "footer1.xml"), new("footerEven", Relations + "footer", "footer2.xml"), Relation("header", "header1.xml"),
        ];
        var title = XmlText.Escape(report.Year.District.Edition.TitleOf(report.Year.Project.ShortName, report.Year.District.Year));
        var bytes = PackageWriter.Write(
            [
                new("document", Relations + "officeDocument", "word/document.xml"),
                new("core", CoreRelation, "docProps/core.xml"),
            ],
            [
                new("word/document.xml", Types + "document.main+xml", document) { Relations = [.. named, .. prose.Named] },
                new("word/styles.xml", Types + "styles+xml", styles),
                new("word/settings.xml", Types + "settings+xml", Settings),
                new("word/fontTable.xml", Types + "fontTable+xml", Fonts),
                new("word/numbering.xml", Types + "numbering+xml", WordNumbering.Part(prose.Starts)),
                new("word/footer1.xml", Types + "footer+xml", odd),
                new("word/footer2.xml", Types + "footer+xml", even),
                new("word/header1.xml", Types + "header+xml", header),
                new("docProps/core.xml", CoreType, Core(title, XmlText.Escape(report.Year.Project.Authority))),
                .. prose.Images,
            ]);
        return [new OutputFile(FileName, bytes), .. ReportPage.Beside(report.Prose!.Attachments, markup)];
    }

    private static byte[]? Page(Report report, string template, NamedValues data)
    {
        var units = report.Year.District.Units.Length;
        return Script.Page(report.Findings, report.Templates, template, data, units) is { } page
            && WellFormed.Check(report.Findings, report.Templates, template, data, units, page) ? page : null;
    }

    private static PartRelation Relation(string kind, string target) => new(kind, Relations + kind, target);

    /// <summary>What a reader of screens, and the window's title, say of the file. It has no date: nobody asked the clock.</summary>
    private static string Core(string title, string authority) => Declaration
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + $" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>{authority}</dc:creator>"
        + "<dc:language>zh-CN</dc:language></cp:coreProperties>\n";
}
