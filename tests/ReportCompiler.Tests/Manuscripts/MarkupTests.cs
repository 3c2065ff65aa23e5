using AngleSharp.Html.Parser;
using ReportCompiler.Diagnostics;
using Xunit;

namespace ReportCompiler.Tests.Manuscripts;

/// <summary>What is published is what was written and meant.</summary>
public sealed class MarkupTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    /// <summary>Emphasis beside Chinese punctuation, and what is bold of it.</summary>
    [Theory]
    [InlineData("**一是加强领导。**明确责任", "一是加强领导。")]
    [InlineData("**一是加强领导。**明确**二是落实。**推进", "一是加强领导。|二是落实。")]
    [InlineData("坚持**“放管服”**改革", "“放管服”")]
    [InlineData("abc**（一）**def", "（一）")]
    [InlineData("（**注意**）", "注意")]
    [InlineData("**甲*乙*丙。**丁", "甲乙丙。")]
    [InlineData("***甲。***乙", "甲。")]
    [InlineData("**`代码`**后", "代码")]
    [InlineData("**[链](https://a.cn)。**后", "链。")]
    [InlineData("2021年**《条例》**施行", "《条例》")]
    public void Emphasis_closes_beside_Chinese_punctuation(string markdown, string bold)
    {
        var (html, text, findings) = InMemory.Prose(markdown, []);
        Assert.Empty(findings);
        Assert.Equal(bold, Bold(html));
        Assert.Equal(bold, Bold(CommonMark.ToHtml(text)));
    }

    [Theory]
    [InlineData("平常的 **粗体** 和 *斜体*。")]
    [InlineData("**全段加粗**")]
    [InlineData("- *甲*\n- **乙**")]
    public void What_every_reader_takes_alike_stays_as_it_was_typed(string markdown) =>
        Assert.Equal(markdown, InMemory.Prose(markdown, []).Markdown);

    /// <summary>What would not be published as it was meant, and where.</summary>
    [Theory]
    [InlineData("｛｛ 年度 ｝｝年", 1, 1, 1, 9)]
    [InlineData("截至{年度}年", 1, 3, 1, 7)]
    [InlineData("截至${年度}年", 1, 4, 1, 8)]
    [InlineData("{% 年度 %}", 1, 1, 1, 9)]
    [InlineData("｛年度｝", 1, 1, 1, 5)]
    [InlineData("{｛年度｝}", 1, 1, 1, 7)]
    [InlineData("{ {年度} }", 1, 1, 1, 9)]
    [InlineData("2021}年", 1, 5, 1, 6)]
    [InlineData("𬭎：{年度}", 1, 3, 1, 7)]
    [InlineData("甲\n\n**乙", 3, 1, 3, 3)]
    [InlineData("甲 ** 乙", 1, 3, 1, 5)]
    [InlineData("3 * 4", 1, 3, 1, 4)]
    [InlineData("****重点", 1, 1, 1, 5)]
    [InlineData("＊＊重点", 1, 1, 1, 3)]
    [InlineData("甲<br>乙", 1, 2, 1, 6)]
    [InlineData("<div>\n甲\n</div>", 1, 1, 1, 6)]
    [InlineData("<script>\n甲", 1, 1, 1, 9)]
    [InlineData("甲<script", 1, 2, 1, 3)]
    [InlineData("甲 <!-- 乙\n\n丙", 1, 3, 1, 7)]
    [InlineData("<!-- 外 <!-- 内 --> 里 -->", 1, 21, 1, 24)]
    [InlineData("甲\n\n```\n乙", 3, 1, 3, 4)]
    [InlineData("~~~~\n乙\n~~~", 1, 1, 1, 5)]
    [InlineData("    甲", 1, 1, 1, 2)]
    [InlineData("##一、总体情况", 1, 1, 1, 3)]
    [InlineData("＃＃ 一、总体情况", 1, 1, 1, 3)]
    [InlineData("![图](没有.png)", 1, 1, 1, 13)]
    [InlineData("![图](https://a.cn/b.png)", 1, 1, 1, 25)]
    [InlineData("![图](/b.png)", 1, 1, 1, 13)]
    [InlineData("![图](a.txt)", 1, 1, 1, 12)]
    [InlineData("![图](../../a.png)", 1, 1, 1, 18)]
    [InlineData("[坏](javascript:x)", 1, 1, 1, 18)]
    [InlineData("[附](a b.pdf)", 1, 3, 1, 4)]
    [InlineData("[附]（a.pdf）", 1, 3, 1, 4)]
    [InlineData("| 甲 | 乙 |\n| --- | --- |\n|   {年度}   | 丙 |", 3, 5, 3, 9)]
    public void A_fault_is_found_at_its_place(string markdown, int line, int column, int endLine, int endColumn)
    {
        var fault = Assert.Single(InMemory.Prose(markdown, new() { ["narrative/a.txt"] = [1] }).Findings);
        Assert.Equal(("narrative-markup", Severity.Error), (fault.Rule.Name, fault.Severity));
        var span = fault.Location!.Span;
        Assert.Equal((line, column, endLine, endColumn), (span.Line, span.Column, span.EndLine, span.EndColumn));
    }

    /// <summary>What is meant as it stands.</summary>
    [Theory]
    [InlineData("\\{年度}和\\{\\{年度}}", "{年度}和{{年度}}")]
    [InlineData("`{年度} ** <b> <!-- -->`", "{年度} ** <b> <!-- -->")]
    [InlineData("```\n{年度} <!-- **\n```", "{年度} <!-- **")]
    [InlineData("\\*甲\\* 3×4 1 < 2", "*甲* 3×4 1 < 2")]
    [InlineData("\\<b> 甲", "<b> 甲")]
    [InlineData("#话题# 集合｛甲，乙｝ [1]（二）", "#话题# 集合｛甲，乙｝ [1]（二）")]
    [InlineData("甲<!-- 注 -->乙", "甲乙")]
    [InlineData("甲<!--\n\n注 **\n\n-->乙", "甲乙")]
    [InlineData("`甲<!--` 乙 `-->`", "甲<!-- 乙 -->")]
    [InlineData("<!-- {年度} -->\n甲", "甲")]
    [InlineData("甲 &lt;b&gt; &#42;", "甲 <b> *")]
    [InlineData("甲 a\\_b_c_d", "甲 a_b_c_d")]
    public void What_is_meant_as_it_stands_is_printed(string markdown, string text)
    {
        var (html, written, findings) = InMemory.Prose(markdown, []);
        Assert.Empty(findings);
        Assert.Equal(text, Text(html));
        Assert.Equal(text, Text(CommonMark.ToHtml(written)));
    }

    [Fact]
    public void A_comment_between_paragraphs_leaves_two() =>
        Assert.Equal("<p>甲</p>\n<p>乙</p>", InMemory.Prose("甲\n<!-- 注 -->\n<!-- 又 -->\n乙", []).Html);

    [Fact]
    public void An_image_is_a_part_of_the_page_and_stays_a_path_in_Markdown()
    {
        var (html, text, findings) = InMemory.Prose("![图](图/a.bmp)", new() { ["narrative/图/a.bmp"] = Png });
        Assert.Empty(findings);
        Assert.Equal("data:image/png;base64," + Convert.ToBase64String(Png), Parse(html).QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal("![图](图/a.bmp)", text);
    }

    [Theory]
    [InlineData("[附](a.pdf)", "[附](a.pdf)", "a.pdf")]
    [InlineData("[附](./图/a%20b.pdf#2)", "[附](./图/a%20b.pdf#2)", "图/a%20b.pdf#2")]
    [InlineData("[附](../附件/a.pdf)", "[附](附件/a.pdf)", "附件/a.pdf")]
    [InlineData("[附](<../附件/a b.pdf>)", "[附](附件/a%20b.pdf)", "附件/a%20b.pdf")]
    [InlineData("[附][r]\n\n[r]: ../附件/a.pdf", "[附][r]\n\n[r]: 附件/a.pdf", "附件/a.pdf")]
    public void A_link_leads_to_the_file_beside_the_report(string markdown, string written, string address)
    {
        byte[] file = [1];
        var (html, text, findings) = InMemory.Prose(markdown, new()
        {
            ["narrative/a.pdf"] = file,
            ["narrative/图/a b.pdf"] = file,
            ["附件/a.pdf"] = file,
            ["附件/a b.pdf"] = file,
        });
        Assert.Empty(findings);
        Assert.Equal(written, text);
        var href = Uri.UnescapeDataString(Parse(html).QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(address, href.Replace(" ", "%20", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[外](https://a.cn) [根](/a.pdf) [锚](#a) [信](mailto:a@b.cn) [数](totals.yaml) <https://a.cn>")]
    public void Other_links_are_not_looked_at(string markdown) => Assert.Empty(InMemory.Prose(markdown, []).Findings);

    [Theory]
    [InlineData("[附](没有.pdf)")]
    [InlineData("[夹](图/)")]
    [InlineData("[出](../../../etc/passwd)")]
    public void A_link_to_a_file_that_is_not_there_is_a_warning(string markdown) =>
        Assert.Equal(Severity.Warning, Assert.Single(InMemory.Prose(markdown, []).Findings).Severity);

    /// <summary>Texts that took long, ended the program, or were nested too deeply.</summary>
    public static TheoryData<string> Hostile =>
    [
        Repeat("*", 255), Repeat("*", 100_000), Repeat("[a](b", 30_000), Repeat("**a ", 50_000), Repeat("*a* ", 50_000),
        Repeat("> ", 500) + "a", Repeat("- ", 500) + "a", Repeat("<!-- ", 50_000), Repeat("a --> ", 50_000), Repeat("`", 50_000),
        Repeat("{a", 50_000), Repeat("<b", 50_000), Repeat("[a]: b\n", 50_000), Repeat("![", 50_000), Repeat("}", 50_000),
        string.Concat(Enumerable.Range(0, 3000).Select(i => new string('`', i))), Repeat("甲<!-- a -->\n", 50_000),
        Repeat("{年度}\n\n", 50_000), Repeat("```\n", 50_001), Repeat("注：甲\n", 50_000), Repeat("好。", 50_000),
        Repeat("## 二、甲\n", 20_000),
        // What a fuzzer found.
        "#@.3`\\```Q```", "## \n\n_{m.3{.3\\```````", "## \t````",
    ];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Whatever_is_typed_ends_in_findings(string markdown)
    {
        var (_, _, findings) = InMemory.Prose(markdown, []);
        Assert.InRange(findings.Count, 0, 201);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Bold(string html) => string.Join('|', Parse(html).QuerySelectorAll("strong").Select(e => e.TextContent));

    private static string Text(string html) => Parse(html).Body!.TextContent.Trim();

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
