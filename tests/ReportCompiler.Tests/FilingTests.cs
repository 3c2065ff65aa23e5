using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What a data file says of the cells of its form, where its names are not as they should be.</summary>
public sealed class FilingTests
{
    private static readonly ImmutableArray<Indicator> Own =
    [
        new(0, "接访", "接待来访人次", "人次", Summary.Sum, ValueKind.Count),
        new(1, "经费", "工作经费", "万元", Summary.Sum, ValueKind.Amount),
    ];

    /// <summary>
    /// A cell under a name that is not plainly its own is in no equation; the others are. S: as stated, N: 无, F: faulty, A: absent.
    /// </summary>
    [Theory]
    [InlineData("主动公开: {行政许可: 1, 行政处罚: 2}", "", "主动公开.行政许可=S 主动公开.行政处罚=S 主动公开.行政强制=A")]
    [InlineData("主动公开: {行政许可: 1, 行政许可: 2, 行政处罚: 3}", "主动公开",
        "主动公开.行政许可=F 主动公开.行政处罚=F 主动公开.行政强制=F")]
    [InlineData("主动公开: {行政许课: 1, 行政处罚: 3}", "主动公开", "主动公开.行政许可=F 主动公开.行政处罚=S 主动公开.行政强制=A")]
    [InlineData("主动公开: {甲乙丙丁: 1, 行政处罚: 3}", "主动公开", "主动公开.行政许可=F 主动公开.行政处罚=S 主动公开.行政强制=F")]
    [InlineData("主动公开: {甲乙丙丁: 见附件2, 行政处罚: 3}", "主动公开", "主动公开.行政许可=A 主动公开.行政处罚=S 主动公开.行政强制=A")]
    [InlineData("主动公开: {行政许可: {}, 行政处罚: {数量: 3}}", "", "主动公开.行政许可=A 主动公开.行政处罚=F")]
    [InlineData("主动公开: {行政许可: [1], 行政处罚: {处理决定数量: 3}}", "", "主动公开.行政许可=F 主动公开.行政处罚=F")]
    [InlineData("主动公开: {规章: 无, 行政规范性文件: 3}", "", "主动公开.规章.本年制发件数=N 主动公开.行政规范性文件.现行有效件数=F")]
    [InlineData("主动公开: {规章: {本年制发件数: 1, 本年制发件数: 1, 现行有效件数: 2}}", "主动公开",
        "主动公开.规章.本年制发件数=F 主动公开.规章.现行有效件数=F 主动公开.规章.本年废止件数=F")]
    [InlineData("主动公开: {规章: {本年制件数: 1, 现行有效件数: 2}}", "主动公开",
        "主动公开.规章.本年制发件数=F 主动公开.规章.现行有效件数=S 主动公开.规章.本年废止件数=A")]
    [InlineData("主动公开: {规章: {甲乙丙丁: 1, 现行有效件数: 2}}", "主动公开",
        "主动公开.规章.本年制发件数=F 主动公开.规章.现行有效件数=S 主动公开.规章.本年废止件数=F")]
    [InlineData("依申请公开: {予以公开: {自然人: 1}, 本年新收: {自然人: 1}}", "依申请公开",
        "依申请公开.办理结果.予以公开.自然人=F 依申请公开.本年新收.自然人=S 依申请公开.上年结转.自然人=A")]
    [InlineData("依申请公开: {办理结果: {结转下年度: {自然人: 1}, 总计: {自然人: 1}}}", "依申请公开",
        "依申请公开.结转下年度.自然人=F 依申请公开.办理结果.总计.自然人=S 依申请公开.本年新收.自然人=A")]
    [InlineData("依申请公开: {办理结果: {无法提供: 无}, 上年结转: 待填}", "",
        "依申请公开.办理结果.无法提供.没有现成信息需要另行制作.其他=N 依申请公开.上年结转.自然人=U 依申请公开.本年新收.自然人=A")]
    [InlineData("复议诉讼: {行政复议: {结果维持: 1}, 行政复议: {结果维持: 1}}", "复议诉讼",
        "复议诉讼.行政复议.结果维持=F 复议诉讼.复议后起诉.结果维持=F")]
    public void What_stands_under_a_wrong_name_is_in_no_equation(string table, string doubtful, string cells)
    {
        var (filing, findings) = Read(table, []);

        Assert.Equal(doubtful.Split(' ', StringSplitOptions.RemoveEmptyEntries), filing.Doubtful.Order(StringComparer.Ordinal));
        Assert.Equal(cells, string.Join(' ', cells.Split(' ').Select(c => c[..^1] + StateOf(filing, c[..^2]))));
        Assert.Equal(cells.IndexOfAny(['F', 'U']) >= 0 || doubtful.Length > 0, findings.HasErrors);
    }

    [Theory]
    [InlineData("主动公开: {行政许可: 1}\n一、主动公开政府信息情况: {行政许可: 2}", "主动公开")]
    [InlineData("依申请公开: {本年新收: {自然人: 1}, 一、本年新收政府信息公开申请数量: {自然人: 2}}", "本年新收")]
    [InlineData("依申请公开: {本年新收: {总计: 1, (七)总计: 2}}", "总计")]
    public void A_key_and_its_label_are_one_name(string table, string first)
    {
        var (_, findings) = Read(table, []);

        var finding = Assert.Single(findings.All, f => f.Rule == Catalogue.DuplicateKey);
        Assert.Contains($"“{first}”", finding.Message.Chinese, StringComparison.Ordinal);
    }

    /// <summary>Of a file on another form nothing is counted, and the form is told once.</summary>
    [Theory]
    [InlineData(2021, "主动公开: {规章: {本年新制作数量: 1, 本年新公开数量: 2, 对外公开总数量: 3}}", "2019", "本年新制作数量")]
    [InlineData(2021, "主动公开: {其他对外管理服务事项: {处理决定数量: 1}, 政府集中采购: {采购项目数量: 2}}",
        "2019", "其他对外管理服务事项")]
    [InlineData(2019, "主动公开: {行政许可: 1, 行政处罚: 2}", "2021", "行政许可")]
    // As much as the half of it is no more than a slip.
    [InlineData(2021, "主动公开: {政府集中采购: 无, 甲乙丙丁: 无}", null, null)]
    [InlineData(2021, "主动公开: {规范性文件: 无}", null, null)]
    [InlineData(2021, "主动公开: {甲乙丙丁: 无}", null, null)]
    public void A_file_of_another_form_is_told_from_a_slip(int year, string table, string? form, string? first)
    {
        var findings = new Findings();
        var text = $"单位: 甲局\n年度: {year}\n{table}\n依申请公开: 无\n复议诉讼: 无\n说明: {{甲: 乙}}\n";
        var filing = FilingReader.Read(
            findings, InMemory.Source("a.yaml", text), Editions.OfForm.For(year)!, [], year, Editions.OfForm)!;

        Assert.Equal(form is not null, filing.Figures.Edition.Cells.All(c => filing.Figures[c].State == FigureState.Faulty));
        Assert.False(filing.IsSound);
        if (form is null) return;
        var finding = Assert.Single(findings.All, f => f.Severity == Severity.Error);
        Assert.Contains($"“{first}”", finding.Help!.Chinese, StringComparison.Ordinal);
        Assert.Contains($"按 {form} 版", finding.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("指标: {接访: 3, 工作经费: 1.5}", "3 1.5", null)]
    [InlineData("指标: {接访: {}, 经费: 1.5}", "0 1.5", null)]
    [InlineData("指标: {接访: [3]}", "0 0", "number")]
    [InlineData("指标: {接访: 1.5}", "0 0", "number")]
    [InlineData("指标: {接访: 3, 接待来访人次: 4}", "3 0", "duplicate-key")]
    [InlineData("指标: {接仿: 3}", "0 0", "unknown-key")]
    [InlineData("指标: {填报人: 张三}", "0 0", "unknown-key")]
    [InlineData("指标: 3", "0 0", "shape")]
    public void An_authoritys_own_figures_are_read_by_key_or_label(string entry, string figures, string? rule)
    {
        var (filing, findings) = Read(entry, Own);

        Assert.Equal(figures, string.Join(' ', filing.Figures.Indicators.Select(i => Figure.Format(i.Value))));
        Assert.Equal(rule is null ? [] : [rule], findings.All.Where(f => f.Severity == Severity.Error).Select(f => f.Rule.Name));
    }

    [Theory]
    [InlineData("指标: {接访: 3}\n说明: {指标.接访: 甲}", true, false)]
    [InlineData("指标: {接访: 3}\n说明: {指标.接访: 甲}", false, false)]
    [InlineData("说明: {指标.来访: 甲}", true, false)]
    [InlineData("说明: {指标.来访: 甲}", false, true)]
    [InlineData("说明: {甲.指标.: 甲}", true, true)]
    [InlineData("说明: {主动公开.行政许可: 甲}", true, false)]
    public void A_reason_is_of_a_cell_or_of_an_indicator(string entry, bool isAlone, bool isTold)
    {
        var (filing, findings) = Read(entry, isAlone ? null : Own);

        Assert.Equal(isTold, findings.HasErrors);
        Assert.Equal(isTold ? 0 : 1, filing.Notes.Count);
        Assert.Equal(isAlone ? 0 : Own.Length, filing.Figures.Indicators.Length);
    }

    [Fact]
    public void An_example_of_a_date_is_of_the_year_after()
    {
        var (_, findings) = Read("报送日期: 元旦", []);

        var finding = Assert.Single(findings.All, f => f.Severity == Severity.Error);
        Assert.Contains("2022-01-12", finding.Help!.Chinese, StringComparison.Ordinal);
    }

    /// <summary>What stands on a line may be seen only where the lines are not endless.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(600, false)]
    public void Lines_are_mended_in_files_of_clerks(int length, bool isTold)
    {
        var (_, findings) = Read($"主动公开:\n  行政许可 12\n# {new string('甲', length)}", []);

        Assert.Equal(isTold, findings.All.Any(f => !f.Edits.IsEmpty));
    }

    private static string StateOf(Filing filing, string path) => filing.Figures.Stated(filing.Figures.Edition.Find(path)!).State switch
    {
        FigureState.Number => "S",
        FigureState.None => "N",
        FigureState.Faulty => "F",
        FigureState.Unfilled => "U",
        _ => "A",
    };

    /// <summary>The empty file of a unit with these entries, in the place of those that it has.</summary>
    private static (Filing Filing, Findings Findings) Read(string entry, ImmutableArray<Indicator>? indicators)
    {
        var key = entry[..(entry.IndexOf(':', StringComparison.Ordinal) + 1)];
        var lines = InMemory.Empty("甲局", 2021).Split('\n').Where(l => !l.StartsWith(key, StringComparison.Ordinal));
        var findings = new Findings();
        var source = InMemory.Source("a.yaml", $"{string.Join('\n', lines)}{entry}\n");
        return (FilingReader.Read(findings, source, Editions.OfForm.For(2021)!, indicators, 2021)!, findings);
    }
}
