using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using ReportCompiler.Tests.Office;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>report.docx is a document that Word opens, says what the other reports say, and is the same bytes each time.</summary>
public sealed class WordReportTests
{
    private const string Narrative = """
        前言。如有疑问请打电话。

        ## 一、总体情况

        ### （一）主动公开

        **重点。**之后，*强调*，`代码`，[网站](https://example.org/?a=1&b=2 "题")、<https://example.org/>、[附件](files/说明.txt)、
        A&amp;B < C。
        第二行。

        - 第一
          1. 其一
          2. 其二

             其二的第二段。
        - 第二

        3. 从三起
        4. 再一条

        > 引文

        | 渠道 | 条数 |
        | --- | ---: |
        | 网站 | 12 |

        ![照片](images/a.png)

        ---

        ```
        一行
          两行
        ```

        ## 二、主动公开政府信息情况

        见下表。

        注：含上年度结转数量。

        ## 五、存在的主要问题及改进情况

        无。

        ## 六、其他需要报告的事项

        未收取信息处理费。

        """;

    private static readonly byte[] Picture =
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 7, 0xD0, 0, 0, 3, 0xE8, 8, 2, 0, 0, 0,
    ];

    public static TheoryData<string> Samples => ["minimal", "shuimogou", "history", "city"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_a_valid_document(string sample)
    {
        var years = new ProjectFolder(Path.Combine(Repository.Root, "samples", sample)).CompileAll(ReportFormats.Named("docx")).ToList();

        Assert.NotEmpty(years);
        Assert.All(years, y => Valid(Assert.Single(y.Outputs, o => o.Name == "report.docx").Bytes));
    }

    /// <summary>Prose, the tables each whole on a page, and the appendix of sixteen columns on its side.</summary>
    [Fact]
    [Trait("tool", "libreoffice")]
    public void An_office_prints_a_report_upright_and_its_wide_appendix_on_its_side()
    {
        var folder = new ProjectFolder(Path.Combine(Repository.Root, "samples", "shuimogou"));
        var report = folder.CompileAll(ReportFormats.Named("docx")).Single(c => c.Year == 2021);

        var pdf = Encoding.Latin1.GetString(LibreOffice.Convert(Report(report), ".docx", "pdf"));
        var sizes = Regex.Matches(pdf, @"/MediaBox\[0 0 (?<w>\d+)[.\d]* (?<h>\d+)", RegexOptions.None, TimeSpan.FromSeconds(10))
            .Select(m => $"{m.Groups["w"].Value}x{m.Groups["h"].Value}").ToList();

        Assert.InRange(sizes.Count, 5, 8);
        Assert.Equal("841x595", sizes[^1]);
        Assert.All(sizes.Take(sizes.Count - 2), s => Assert.Equal("595x841", s));
    }

    [Fact]
    public void The_prose_is_there_with_its_emphasis_lists_links_and_pictures()
    {
        var bytes = Report(Compile(Narrative, draft: false));
        Valid(bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var document = Text(zip, "word/document.xml");

        foreach (var part in (string[])[
            "<w:b/></w:rPr><w:t xml:space=\"preserve\">重点。</w:t>", "<w:i/></w:rPr><w:t xml:space=\"preserve\">强调</w:t>",
            "<w:rStyle w:val=\"CodeText\"/>", "A&amp;B &lt; C。第二行。", "<w:pStyle w:val=\"Heading2\"/>",
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
            "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr>",
            "<w:pStyle w:val=\"Quote\"/>", "<wp:extent cx=\"5616575\" cy=\"2808287\"/>", "descr=\"照片\"", "<w:br/>",
        ]) Assert.Contains(part, document, StringComparison.Ordinal);
        Assert.Contains("<w:startOverride w:val=\"3\"/>", Text(zip, "word/numbering.xml"), StringComparison.Ordinal);
        var named = Text(zip, "word/_rels/document.xml.rels");
        Assert.Contains("Target=\"https://example.org/?a=1&amp;b=2\" TargetMode=\"External\"", named, StringComparison.Ordinal);
        Assert.Contains("Target=\"files/%E8%AF%B4%E6%98%8E.txt\" TargetMode=\"External\"", named, StringComparison.Ordinal);
        Assert.Equal(Picture.Length, zip.GetEntry("word/media/image1.png")!.Length);
        // A note stands below the table.
        var table = document.IndexOf("第二十条", StringComparison.Ordinal);
        Assert.InRange(document.IndexOf("注：含上年度", StringComparison.Ordinal), table, int.MaxValue);
    }

    [Fact]
    public void The_files_that_links_name_lie_beside_it_and_pictures_inside() =>
        Assert.Equal(["report.docx", "files/说明.txt"], Compile(Narrative, draft: false).Outputs.Select(o => o.Name));

    [Fact]
    public void Another_run_gives_the_same_bytes() =>
        Assert.Equal(Report(Compile(Narrative, draft: false)), Report(Compile(Narrative, draft: false)));

    [Fact]
    public void A_draft_is_marked_on_every_page_and_lists_its_errors()
    {
        var faulty = InMemory.Empty("甲局", 2021).Replace("复议诉讼: 无\n", "", StringComparison.Ordinal);
        var bytes = Report(Compile(Narrative, draft: true, data: faulty));
        Valid(bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes));

        Assert.Contains("草稿，不得发布。以下错误改正以前", Text(zip, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("string=\"草稿\"", Text(zip, "word/header1.xml"), StringComparison.Ordinal);
        using var final = new ZipArchive(new MemoryStream(Report(Compile(Narrative, draft: false))));
        Assert.DoesNotContain("草稿", Text(final, "word/header1.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:body>", "<w:body><w:p>", "</w:body>")]
    [InlineData("{{ 标题 }}</w:t>", "{{ 标题 }} & 附表</w:t>", "{{ 标题 }} & 附表")]
    [InlineData("{{ 标题 }}</w:t>", "{{ '<' }}{{ 标题 }}</w:t>", "{{ '<' }}")]
    [InlineData("<w:body>", "<!DOCTYPE a><w:body>", "<!DOCTYPE a>")]
    public void What_is_no_xml_is_told_at_the_line_of_the_template(string from, string to, string line)
    {
        var text = Templates.BuiltIn.SourceOf("report.docx.xml").Text.Replace(from, to, StringComparison.Ordinal);
        var compilation = Compile(Narrative, draft: false, ("report.docx.xml", text));

        var fault = Assert.Single(compilation.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(Catalogue.Template, fault.Rule);
        Assert.Contains(line, text.Split('\n')[fault.Location!.Span.Line - 1], StringComparison.Ordinal);
        Assert.Empty(compilation.Outputs);
    }

    [Theory]
    [InlineData("report.docx.xml", "{{ 节.表格 ~}}", "")]
    [InlineData("table.docx.xml", "{{ 值[格.序] }}", "{{ 值[格.序] }}1")]
    [InlineData("table.docx.xml", "<w:tbl>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>")]
    public void A_table_that_does_not_hold_the_totals_is_told(string name, string from, string to)
    {
        var text = Templates.BuiltIn.SourceOf(name).Text.Replace(from, to, StringComparison.Ordinal);
        var found = Compile(Narrative, draft: false, (name, text)).Diagnostics.Where(d => d.Severity == Severity.Error).ToList();

        if (to.StartsWith("<w:tbl>", StringComparison.Ordinal)) Assert.Empty(found);
        else Assert.Contains(found, d => d.Rule == Catalogue.PageFigures && d.Location!.Source.Path == $"templates/{name}");
    }

    [Fact]
    public void A_template_that_loses_the_notes_is_told()
    {
        var text = Templates.BuiltIn.SourceOf("report.docx.xml").Text.Replace("{{ 节.附注 ~}}", "", StringComparison.Ordinal);

        Assert.Contains(Compile(Narrative, draft: false, ("report.docx.xml", text)).Diagnostics,
            d => d.Message.Chinese.Contains("report.docx.xml 没有印出第二部分表下的", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_is_escaped_for_xml()
    {
        var document = Part(Report(Compile(Narrative, draft: false, authority: "A<B & C\"局")), "word/document.xml");

        Assert.Contains("A&lt;B &amp; C&quot;局", document, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_to_units_are_a_valid_document_with_a_page_for_each()
    {
        var note = new Note("A&B局：2021 年", ["必须改正：1 处"], [new NoteItem("不平", ["位置：甲 → 乙", "改法：改"])], "请改正。",
            ["某县人民政府", "电话：A&B"]);
        var bytes = WordNotes.Of("通知", [note, note with { Title = "乙局" }]);

        Valid(bytes, footers: 0);
        var text = Part(bytes, "word/document.xml");
        Assert.Equal(1, text.Split("<w:pageBreakBefore/>").Length - 1);
        Assert.Contains("A&amp;B局：2021 年", text, StringComparison.Ordinal);
        Assert.Equal(4, text.Split("\"Signature\"").Length - 1);
        Assert.Contains("电话：A&amp;B<", text, StringComparison.Ordinal);
        Assert.Equal(bytes, WordNotes.Of("通知", [note, note with { Title = "乙局" }]));
    }

    private static Compilation Compile(
        string narrative, bool draft, (string Name, string Text)? template = null, string? data = null, string authority = "甲局")
    {
        var findings = new Findings();
        var templates = template is { } own
            ? Templates.With(findings, [new Source($"templates/{own.Name}", Encoding.UTF8.GetBytes(own.Text))])! : Templates.BuiltIn;
        var quoted = "'" + authority + "'";
        var text = data ?? InMemory.Empty(quoted, 2021);
        var sources = new YearSources(2021, [new Source("data/2021/a.yaml", Encoding.UTF8.GetBytes(text))],
            new Source("narrative/2021.md", Encoding.UTF8.GetBytes(narrative)))
        {
            Named = (path, _) => path.EndsWith(".png", StringComparison.Ordinal) ? NamedFile.Of(Picture) : NamedFile.Of("说明"u8.ToArray()),
        };
        var compiler = new Compiler(InMemory.Project($"机关: {quoted}\n"), y => y == 2021 ? sources : null, templates);
        return compiler.Compile(2021, ReportFormats.Named("docx"), draft);
    }

    private static byte[] Report(Compilation compilation) => compilation.Outputs.Single(o => o.Name == "report.docx").Bytes;

    private static void Valid(byte[] bytes, int footers = 2)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Take(10);
        Assert.Empty(errors);
        // What was read without a complaint must have been read: a part that nothing names would not be.
        Assert.NotEmpty(document.MainDocumentPart!.Document!.Body!.ChildElements);
        Assert.Equal(footers, document.MainDocumentPart.FooterParts.Count());
        Assert.NotNull(document.MainDocumentPart.StyleDefinitionsPart);
    }

    private static string Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return Text(zip, name);
    }

    private static string Text(ZipArchive zip, string part)
    {
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }
}
