using System.Text;
using AngleSharp.Html.Parser;
using ReportCompiler.Forms;
using ReportCompiler.Rendering;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What leaves the compiler is safe, and says again what came in.</summary>
public sealed class RenderingTests
{
    /// <summary>Ways to run a script from Markdown.</summary>
    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>",
        "a <script>alert(1)</script> b",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](<java\nscript:alert(1)>)",
        "[x](<java&#10;script:alert(1)>)",
        "[x](<&#1;javascript:alert(1)>)",
        "[x](< javascript:alert(1)>)",
        "[x](javascript\\:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](file:///etc/passwd)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "[x]\n\n[x]: <javascript:alert(1)>",
        "[x](https://example.com \"\\\" onclick=alert(1) \\\"\")",
        "[x](https://example.com){onclick=alert(1)}",
        "# x {onclick=alert(1)}",
        "```x\" onclick=alert(1)\ny\n```",
        "`<script>`",
        "| a |\n| --- |\n| <script>alert(1)</script> |",
        "<!-- <script> -->",
        "<style>*{display:none}</style>",
        "<iframe src=//evil></iframe>",
        "&lt;script&gt;",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Markdown_runs_nothing(string markdown)
    {
        var body = new HtmlParser().ParseDocument(Html(markdown)).Body!;
        Assert.All(body.QuerySelectorAll("*"), e =>
        {
            Assert.DoesNotContain(e.LocalName, (string[])["script", "style", "iframe", "svg", "object", "embed", "form", "input"]);
            Assert.All(e.Attributes, a => Assert.DoesNotMatch("^on", a.Name));
            foreach (var url in new[] { e.GetAttribute("href"), e.GetAttribute("src") })
                Assert.Matches("^($|https?:|mailto:|tel:|[^:]*$)", url ?? "");
        });
    }

    [Theory]
    [InlineData("[x](https://example.com/?a=1&b=2)", "https://example.com/?a=1&b=2")]
    [InlineData("[x](http://example.com:8080/a:b)", "http://example.com:8080/a:b")]
    [InlineData("<https://example.com>", "https://example.com")]
    [InlineData("<a@example.com>", "mailto:a@example.com")]
    [InlineData("[x](mailto:a@example.com)", "mailto:a@example.com")]
    [InlineData("[x](tel:4684320)", "tel:4684320")]
    [InlineData("[x](附件.pdf)", "%E9%99%84%E4%BB%B6.pdf")]
    [InlineData("[x](a/b:c)", "a/b:c")]
    [InlineData("[x](#四)", "#%E5%9B%9B")]
    public void Links_go_where_a_link_may_go(string markdown, string url) =>
        Assert.Equal(url, new HtmlParser().ParseDocument(Html(markdown)).QuerySelector("a")!.GetAttribute("href"));

    [Theory]
    [InlineData("# a\n## b\n### c\n###### f", "h3 h3 h3 h6")]
    public void Headings_stand_below_the_section_s_own(string markdown, string expected) =>
        Assert.Equal(expected, string.Join(' ', new HtmlParser().ParseDocument(Html(markdown))
            .QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName)));

    [Theory]
    [InlineData("A<B & C")]
    [InlineData("\"'<>&")]
    [InlineData("&lt;script&gt;")]
    [InlineData("`code` *a* _b_ [c](d) # e | f ~g~ \\h")]
    [InlineData("1. 甲")]
    [InlineData("甲局（乙）")]
    [InlineData("\\")]
    [InlineData("a\\|b")]
    public void A_name_is_shown_as_it_is(string name)
    {
        Assert.Equal(name, new HtmlParser().ParseDocument($"<p title=\"{Escape.Html(name)}\">{Escape.Html(name)}</p>")
            .QuerySelector("p")!.TextContent);
        Assert.Equal(name, new HtmlParser().ParseDocument($"<p title=\"{Escape.Html(name)}\">").QuerySelector("p")!.GetAttribute("title"));
        var table = Html($"| a | b |\n| --- | --- |\n| {Escape.Markdown(name)} | 2 |");
        Assert.Equal([name, "2"], new HtmlParser().ParseDocument(table).QuerySelectorAll("td").Select(d => d.TextContent));
        var prose = Html($"向{Escape.Markdown(name)}报送");
        Assert.Equal($"向{name}报送", new HtmlParser().ParseDocument(prose).QuerySelector("p")!.TextContent);
    }

    [Theory]
    [InlineData("甲\n乙", "甲 乙")]
    [InlineData("甲\r\n# 乙", "甲  \\# 乙")]
    public void A_line_break_does_not_leave_a_cell(string name, string escaped) => Assert.Equal(escaped, Escape.Markdown(name));

    [Theory]
    [InlineData("甲县人民政府")]
    [InlineData("A<B & C: \"D\" #E \\F")]
    [InlineData("2021")]
    [InlineData("yes")]
    [InlineData("null")]
    [InlineData("甲县：人民政府，")]
    [InlineData("𬭎县")]
    [InlineData("- 甲")]
    public void Totals_say_the_same_when_read_as_a_data_file(string authority)
    {
        var project = InMemory.Project($"机关: '{authority.Replace("'", "''", StringComparison.Ordinal)}'\n");
        var (filing, _) = InMemory.Read(Some, 2021);
        var written = TotalsWriter.Write(project, InMemory.District(project, 2021, filing!));
        var (again, findings) = InMemory.Read(written, 2021);
        Assert.True(findings.IsEmpty, findings.IsEmpty ? "" : findings.All[0].Message.English + "\n" + Encoding.UTF8.GetString(written));
        Assert.Equal(authority, again!.Unit);
        foreach (var cell in Editions.OfForm.For(2021)!.Cells)
            Assert.Equal((cell.Path, filing!.Figures.Value(cell)), (cell.Path, again.Figures.Value(cell)));
        Assert.Equal(written, TotalsWriter.Write(project, InMemory.District(project, 2021, again)));
    }

    [Fact]
    public void The_html_stands_alone()
    {
        var html = InMemory.Compile("机关: 甲县人民政府\n", 2021, "## 一、总体情况\n", InMemory.Empty("甲局", 2021)).Text("report.html");
        var document = new HtmlParser().ParseDocument(html);
        Assert.Empty(document.QuerySelectorAll("script, link, img, iframe"));
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Equal("zh-CN", document.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', html);
    }

    [Fact]
    public void A_page_has_its_style_sheet_whole()
    {
        var pages = InMemory.Compile("机关: 甲县人民政府\n", 2021, "## 一、总体情况\n", InMemory.Empty("甲局", 2021));

        Assert.Contains($"<style>\n{StyleSheets.Text("report.css")}</style>\n", pages.Text("report.html"), StringComparison.Ordinal);
        Assert.Contains($"<style>\n{StyleSheets.Text("review.css")}</style>\n", pages.Text("review.html"), StringComparison.Ordinal);
    }

    private const string Some = """
        单位: 甲局
        年度: 2021
        主动公开:
          规章: 无
          行政规范性文件: {本年制发件数: 2, 本年废止件数: 无, 现行有效件数: 9}
          行政许可: 0
          行政事业性收费: 10.590
        依申请公开:
          本年新收: {自然人: 3, 其他: 1}
          上年结转: {}
          办理结果:
            不予公开: {属于国家秘密: {自然人: 1}}
            无法提供: 无
            其他处理: {其他: {自然人: 2}}
          结转下年度: {其他: 1}
        复议诉讼: 无
        """;

    private static string Html(string markdown) => InMemory.Prose(markdown, []).Html;
}
