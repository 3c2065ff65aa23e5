using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>An output of <c>build</c> is a value: its name, its file, and what makes it.</summary>
public sealed partial class FormatTests
{
    [Fact]
    public void A_new_output_is_what_makes_it_and_a_line()
    {
        var scratch = new ReportFormat("scratch", "scratch.txt", report =>
        [
            new("scratch.txt", Encoding.UTF8.GetBytes(report.Year.Project.Authority)),
            new("beside.txt", [1]),
        ]);

        var compilation = InMemory.Compile("机关: 甲县\n", 2021, "## 一、总体情况\n\n好。\n", [.. ReportFormats.Named("totals"), scratch],
            InMemory.Empty("甲县", 2021));

        Assert.Equal(["totals.yaml", "scratch.txt", "beside.txt"], compilation.Outputs.Select(o => o.Name));
        Assert.Equal("甲县", compilation.Text("scratch.txt"));
    }

    [Fact]
    public void A_project_may_ask_for_every_format_by_its_name() =>
        Assert.Equal(Outputs.All, ReportFormats.All.Select(f => f.Name));

    [Fact]
    public void A_project_that_does_not_say_has_all_but_the_copy_that_is_filed()
    {
        Assert.Equal(["md", "html", "totals", "review"], InMemory.Project("机关: 甲县\n").Outputs);
        Assert.Equal(["docx", "md"], InMemory.Project("机关: 甲县\n输出: [docx, md]\n").Outputs);
    }

    [Theory]
    [InlineData("105.955", 2, "105.96")]
    [InlineData("0.3", 2, "0.30")]
    [InlineData("200.0598", 2, "200.06")]
    [InlineData("0", 2, "0")]
    [InlineData("2.5", 0, "3")]
    public void An_amount_is_rounded_in_reports_alone(string amount, int decimals, string printed)
    {
        var stated = "主动公开: {行政事业性收费: " + amount + "}";
        var data = InMemory.Empty("甲县", 2021).Replace("主动公开: 无", stated, StringComparison.Ordinal);

        var compilation = InMemory.Compile($"机关: 甲县\n版式: {{小数: {decimals}}}\n", 2021, null, data);

        Assert.DoesNotContain(compilation.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Contains($"| 行政事业性收费 | {printed} |", compilation.Text("report.md"), StringComparison.Ordinal);
        Assert.Contains($"行政事业性收费: {amount}\n", compilation.Text("totals.yaml"), StringComparison.Ordinal);
    }

    /// <summary>The prose of a page says what its table says; what is reckoned with stays exact.</summary>
    [Theory]
    [InlineData("200.0598", "2", "200.06", "400.12", "2000598", "1.5", "1.50")]
    [InlineData("0.3", "2", "0.30", "0.60", "3000", "0.005", "0.01")]
    [InlineData("0", "2", "0", "0", "0", "0", "0")]
    [InlineData("0.004", "2", "0.00", "0.01", "40", "12", "12.00")]
    [InlineData("200.0598", "", "200.0598", "400.1196", "2000598", "1.5", "1.5")]
    public void Prose_prints_an_amount_as_the_table_does(
        string amount, string decimals, string printed, string sum, string yuan, string own, string ownPrinted)
    {
        var stated = "主动公开: {行政事业性收费: " + amount + "}";
        var data = InMemory.Empty("甲县", 2021).Replace("主动公开: 无", stated, StringComparison.Ordinal)
            + $"指标: {{经费: {own}}}\n";
        const string prose = """
            ## 一、总体情况

            收费{{ 主动公开.行政事业性收费 }}万元，另记{{ 费 = 主动公开.行政事业性收费 }}{{ 费 }}万元，
            两项共{{ 费 + 主动公开.行政事业性收费 }}万元，差{{ (费 + 费) - 费 }}万元，合{{ 费 * 10000 }}元，
            经费{{ 指标.经费 }}万元，各单位{{ for 某 in 单位 }}{{ 某.主动公开.行政事业性收费 }}{{ end }}万元，
            连写{{ $"{费}万元" }}，相接{{ "计" + 费 + "万元" }}。
            """;

        var style = decimals.Length == 0 ? "" : $"版式: {{小数: {decimals}, 零值: 留空}}\n";
        var compilation = InMemory.Compile(
            "机关: 甲县\n指标: [{键: 经费, 名称: 经费, 计量: 万元, 汇总: 求和}]\n" + style, 2021, prose, data);

        Assert.DoesNotContain(compilation.Diagnostics, d => d.Severity == Severity.Error);
        var expected = $"收费{printed}万元，另记{printed}万元，两项共{sum}万元，差{printed}万元，合{yuan}元，"
            + $"经费{ownPrinted}万元，各单位{printed}万元，连写{printed}万元，相接计{printed}万元。";
        Assert.Contains(expected, Joined(compilation.Text("report.md")), StringComparison.Ordinal);
        Assert.Contains(expected, Joined(compilation.Text("report.html")), StringComparison.Ordinal);
        var word = compilation.Outputs.Single(o => o.Name == "report.docx").Bytes;
        using var zip = new ZipArchive(new MemoryStream(word));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Contains(expected, Tag().Replace(Joined(reader.ReadToEnd()), ""), StringComparison.Ordinal);
        var cell = amount == "0" && decimals.Length > 0 ? "" : printed;
        Assert.Matches($"\\| 行政事业性收费 \\| *{cell} *\\|", compilation.Text("report.md"));
        Assert.Contains($"行政事业性收费: {(amount == "0" ? "0" : amount)}\n", compilation.Text("totals.yaml"), StringComparison.Ordinal);
    }

    private static string Joined(string text) => text.Replace("\n", "", StringComparison.Ordinal);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [Fact]
    public void A_project_s_own_template_prints_an_amount_as_the_built_in_one_does()
    {
        var data = InMemory.Empty("甲县", 2021).Replace("主动公开: 无", "主动公开: {行政事业性收费: 200.0598}", StringComparison.Ordinal);
        var own = new Source("templates/report.md", Encoding.UTF8.GetBytes("收费 {{ 主动公开.行政事业性收费 }} 万元\n"
            + "{{ for 节 in 章节 }}{{ 节.表格 }}\n\n{{ end }}"));
        var sources = new YearSources(2021, [InMemory.Source("data/2021/a.yaml", data)], null);
        var compilation = new Compiler(InMemory.Project("机关: 甲县\n版式: {小数: 2}\n"), y => y == 2021 ? sources : null,
            Templates.With(new Findings(), [own])!).Compile(2021, ReportFormats.Named("md"), draft: false);

        Assert.Contains("收费 200.06 万元\n", compilation.Text("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_a_format_is_the_first_it_makes()
    {
        foreach (var format in ReportFormats.All)
        {
            var compilation = InMemory.Compile("机关: 甲县\n", 2021, null, [format], InMemory.Empty("甲县", 2021));

            Assert.Equal(format.File, compilation.Outputs[0].Name);
        }
    }
}
