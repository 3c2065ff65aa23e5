using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The samples: the one of 2021 adds up to the report that Shuimogou district published.</summary>
public sealed class SeedTests
{
    /// <summary>Every figure that is printed in the tables of the real report; what is left blank or 0 there is 0.</summary>
    private static readonly Dictionary<string, string> Published = new(StringComparer.Ordinal)
    {
        ["主动公开.行政许可"] = "20811",
        ["主动公开.行政处罚"] = "301",
        ["主动公开.行政事业性收费"] = "105.95",
        ["依申请公开.本年新收.自然人"] = "2",
        ["依申请公开.本年新收.总计"] = "2",
        ["依申请公开.办理结果.无法提供.本机关不掌握相关政府信息.自然人"] = "2",
        ["依申请公开.办理结果.无法提供.本机关不掌握相关政府信息.总计"] = "2",
        ["依申请公开.办理结果.总计.自然人"] = "2",
        ["依申请公开.办理结果.总计.总计"] = "2",
        ["复议诉讼.复议后起诉.结果维持"] = "7",
        ["复议诉讼.复议后起诉.总计"] = "7",
    };

    public static TheoryData<string> Samples => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
        .Where(d => File.Exists(Path.Combine(d, "reportc.yaml"))).Select(d => Path.GetFileName(d)!).Order()];

    [Fact]
    public void Shuimogou_2021_equals_the_real_report_in_every_cell()
    {
        var edition = Editions.OfForm.For(2021)!;
        Assert.All(Published.Keys, path => Assert.NotNull(edition.Find(path)));
        var compilation = Compile("shuimogou").Single(c => c.Year == 2021);
        var findings = new Findings();
        var totals = FilingReader.Read(findings,
            new Source("totals.yaml", compilation.Outputs.Single(o => o.Name == TotalsWriter.FileName).Bytes), edition, null, 2021)!;
        Assert.True(findings.IsEmpty);
        Assert.Equal("乌鲁木齐市水磨沟区人民政府", totals.Unit);
        foreach (var cell in edition.Cells)
            Assert.Equal((cell.Path, Published.GetValueOrDefault(cell.Path, "0")), (cell.Path, Figure.Format(totals.Figures.Value(cell))));
        Assert.True(compilation.Units >= 24);
    }

    [Fact]
    public void Shuimogou_2021_prints_the_real_report()
    {
        var compilation = Compile("shuimogou").Single(c => c.Year == 2021);
        var text = compilation.Text("totals.yaml");
        Assert.Contains("\n  发布信息条数: 444\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  留言回复数: 31\n", text, StringComparison.Ordinal);
        var report = compilation.Text("report.md");
        Assert.Contains("444", report, StringComparison.Ordinal);
        Assert.Contains("31", report, StringComparison.Ordinal);
        Assert.StartsWith("# 水磨沟区2021年政府信息公开工作年度报告\n", report, StringComparison.Ordinal);
        Assert.Contains("| 行政许可 | 20811 |", report, StringComparison.Ordinal);
        Assert.Contains("| 行政事业性收费 | 105.95 |", report, StringComparison.Ordinal);
        Assert.Contains("| 复议后起诉 | 7 | 0 | 0 | 0 | 7 |", report, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_builds_without_error_or_warning(string name)
    {
        var compilations = Compile(name);
        Assert.NotEmpty(compilations);
        foreach (var compilation in compilations)
        {
            Assert.Empty(compilation.Diagnostics.Where(d => d.Severity >= Severity.Warning)
                .Select(d => string.Create(CultureInfo.InvariantCulture,
                    $"{d.Rule.Code} {d.Location?.File}:{d.Location?.Span.Line} {d.Message.Chinese}")));
            Assert.True(compilation.Outputs.Length >= 3);
        }
    }

    private static List<Compilation> Compile(string sample) =>
        [.. new ProjectFolder(Path.Combine(Repository.Root, "samples", sample)).CompileAll()];
}
