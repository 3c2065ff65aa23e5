using System.Text;
using ReportCompiler.Packages;
using ReportCompiler.Sources;

namespace ReportCompiler.Rendering;

/// <summary>What every Word document of the program has beside its text: settings, fonts, its title.</summary>
internal static class WordPackage
{
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

    /// <summary>A part beside the document, of one of Word's own kinds.</summary>
    /// <param name="kind">The kind: <c>styles</c>, <c>footer</c>.</param>
    /// <param name="name">Its name in the folder of the document.</param>
    /// <param name="content">Its XML.</param>
    /// <param name="id">What the document calls it; null for its kind.</param>
    public static (PackagePart Part, PartRelation Relation) Part(
        string kind, string name, ReadOnlyMemory<byte> content, string? id = null) =>
        (new PackagePart($"word/{name}", $"{Types}{kind}+xml", content), new PartRelation(id ?? kind, Relations + kind, name));

    /// <summary>The package's bytes.</summary>
    /// <param name="title">The document's title.</param>
    /// <param name="author">Whose it is.</param>
    /// <param name="language">What it is written in.</param>
    /// <param name="document">The text.</param>
    /// <param name="beside">The parts beside it.</param>
    /// <param name="named">What else the text names.</param>
    /// <param name="images">The images among that.</param>
    public static byte[] Write(
        string title, string author, string language, ReadOnlyMemory<byte> document,
        IEnumerable<(PackagePart Part, PartRelation Relation)> beside,
        IEnumerable<PartRelation> named, IEnumerable<PackagePart> images)
    {
        List<(PackagePart Part, PartRelation Relation)> parts =
        [
            .. beside,
            Part("settings", "settings.xml", Encoding.UTF8.GetBytes(Settings)),
            Part("fontTable", "fontTable.xml", Encoding.UTF8.GetBytes(Fonts)),
        ];
        return PackageWriter.Write(
            [new("document", Relations + "officeDocument", "word/document.xml"), new("core", CoreRelation, "docProps/core.xml")],
            [
                new("word/document.xml", Types + "document.main+xml", document)
                    { Relations = [.. parts.Select(p => p.Relation), .. named] },
                .. parts.Select(p => p.Part),
                new("docProps/core.xml", CoreType, Core(XmlText.Escape(title), XmlText.Escape(author), XmlText.Escape(language))),
                .. images,
            ]);
    }

    /// <summary>The styles that are built in.</summary>
    public static ReadOnlyMemory<byte> Styles() =>
        Encoding.UTF8.GetBytes(BuiltInFiles.Text($"{ProjectLayout.Templates}/report.docx.styles.xml"));

    /// <summary>What a reader of screens, and the window's title, say of the file. It has no date: nobody asked the clock.</summary>
    private static string Core(string title, string author, string language) => Declaration
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + $" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        + $"<dc:language>{language}</dc:language></cp:coreProperties>\n";
}
