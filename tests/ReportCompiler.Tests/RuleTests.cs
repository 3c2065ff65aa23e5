using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Rules;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What is said of figures that do not add up, that jump, or that are not those of the units.</summary>
public sealed class RuleTests
{
    private const int Year = 2021;
    private const string Received = "依申请公开.本年新收.";

    [Theory]
    [InlineData("{自然人: 3, 商业企业: 1, 总计: 5}", "总计 5，而 自然人 3 + 商业企业 1 = 4，差 1", "自然人=3 商业企业=1")]
    [InlineData("{自然人: 3, 其他: 0, 总计: 5}", "总计 5，而 自然人 3，差 2", "自然人=3 其他=0")]
    [InlineData("{总计: 5}", "总计 5，而 自然人 0 + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 0，差 5", "")]
    [InlineData("{自然人: 3, 总计: 3}", null, null)]
    [InlineData("{自然人: 3}", null, null)]
    public void Both_sides_of_a_broken_equation_are_read_aloud(string row, string? sides, string? related)
    {
        var findings = new Findings();
        var filing = InMemory.Read($"单位: 甲局\n年度: {Year}\n主动公开: 无\n依申请公开:\n  本年新收: {row}\n复议诉讼: 无\n", Year).Filing!;
        Checker.CheckUnit(findings, filing.Figures.Edition.Rules, filing);

        var found = findings.All.SingleOrDefault(f => f.Rule.Name == "row-total");
        Assert.Equal(sides is null ? null : $"“{Received}总计”不平：{sides}", found?.Message.Chinese);
        if (found is null) return;
        Assert.Equal(related, string.Join(' ', found.Related.Select(r => $"{r.Cell[Received.Length..]}={r.Value}")));
        Assert.All(found.Related, r => Assert.Equal(5, r.Location!.Span.Line));
        Assert.EndsWith("（年度报告格式第三部分表“总计”列）", found.Note!.Chinese);
        Assert.Equal((Received + "总计", "5", "甲局"), (found.Cell, found.Actual, found.Unit));
    }

    [Theory]
    [InlineData("6 8 1 1 0", null)]
    [InlineData("9 8 1 1 0", "戊 9，而 甲 8 - 乙 1 - 丙 1 = 6，差 3")]
    [InlineData("5 0 2 1 0", "戊 5，而 -乙 2 - 丙 1 = -3，差 8")]
    [InlineData("5 0 0 1 0", "戊 5，而 -丙 1 = -1，差 6")]
    [InlineData("5 0 0 0 0", "戊 5，而 甲 0 - 乙 0 - 丙 0 - 丁 0 = 0，差 5")]
    [InlineData("5 4 0 0 0", "戊 5，而 甲 4，差 1")]
    public void What_is_taken_off_is_read_with_its_sign(string figures, string? sides)
    {
        var findings = new Findings();
        var edition = EditionReader.Read(findings, InMemory.Source("editions/small.yaml", """
            版本: small
            自: 2021
            依据: 无
            标题: "{简称}{年度}"
            章节: [{序: 一, 标题: 表, 英文: table, 表: 表}]
            表:
              - 键: 表
                英文: table
                题: 表
                计量: 件
                列: [{键: 甲, 英文: a}, {键: 乙, 英文: b}, {键: 丙, 英文: c}, {键: 丁, 英文: d}, {键: 戊, 英文: e}]
                行: [{键: 行, 英文: row}]
            规则:
              - {规则: minus, 代码: RC9001, 名称: 减, 级别: 错误, 表: 表, 每: 行, 式: 戊 = 甲 - 乙 - 丙 - 丁}
            """))!;
        var row = figures.Split(' ').Zip("戊甲乙丙丁", (value, column) => $"{column}: {value}");
        var text = $"单位: 甲局\n年度: {Year}\n表:\n  行: {{{string.Join(", ", row)}}}\n";
        var filing = FilingReader.Read(new Findings(), InMemory.Source("a.yaml", text), edition, [], Year)!;
        var check = Checker.CheckAlone(findings, filing);

        var found = findings.All.SingleOrDefault();
        Assert.Equal(sides is null ? null : $"“表.行.戊”不平：{sides}", found?.Message.Chinese);
        // A rule without a basis is quoted alone.
        Assert.Equal(sides is null ? null : "戊 = 甲 - 乙 - 丙 - 丁", found?.Note!.Chinese);
        Assert.Equal((new Tally(1, sides is null ? 0 : 1), sides is null), (check.Tally, check.IsSound));
    }

    [Theory]
    [InlineData(4, 20, false)]
    [InlineData(3, 20, true)]
    [InlineData(20, 3, true)]
    [InlineData(3, 19, false)]
    [InlineData(20, 100, false)]
    [InlineData(20, 101, true)]
    [InlineData(101, 20, true)]
    [InlineData(0, 20, true)]
    [InlineData(20, 20, false)]
    [InlineData(0, 0, false)]
    public void A_figure_jumps_from_twenty_on_and_beyond_five_times(int then, int now, bool jumps)
    {
        Assert.Equal(jumps, Jump.Is(ValueKind.Count, then, now));
        Assert.False(Jump.Is(ValueKind.SignedCount, then, now));
    }

    [Theory]
    [InlineData("{自然人: 3}", "{自然人: 20}", Received + "自然人")]
    [InlineData("{自然人: 20}", "{自然人: 无}", Received + "自然人")]
    [InlineData("{自然人: 无}", "{自然人: 20}", Received + "自然人")]
    [InlineData("{自然人: 3}", "{自然人: 20, 总计: 20}", Received + "自然人")]
    [InlineData("{自然人: 3, 总计: 3}", "{自然人: 20, 总计: 20}", Received + "自然人 " + Received + "总计")]
    [InlineData("{商业企业: 3}", "{自然人: 20}", "")]
    [InlineData("{自然人: 20}", "{商业企业: 3}", "")]
    [InlineData("{自然人: 4}", "{自然人: 20}", "")]
    public void Only_what_both_years_state_jumps(string before, string now, string cells)
    {
        var findings = new Findings();
        var line = new FollowedUnits([Unit("甲局", Year, now)], [Unit("甲局", 2020, before)]);
        Comparisons.Jumps(findings, line);

        Assert.Equal(cells, string.Join(' ', findings.All.Select(f => f.Cell)));
        Assert.All(findings.All, f => Assert.Equal((5, 5, "甲局"),
            (f.Location!.Span.Line, f.Related[0].Location!.Span.Line, f.Related[0].Unit)));
    }

    [Theory]
    [InlineData("{自然人: 2}", "{自然人: 1}", "{自然人: 3}", "")]
    [InlineData("{自然人: 2}", "{自然人: 1}", "{自然人: 4}", "自然人 4 3: 甲局 2, 乙局 1")]
    [InlineData("{自然人: 2}", "{商业企业: 1}", "{自然人: 4, 商业企业: 1}", "自然人 4 2: 甲局 2")]
    [InlineData("{自然人: 2}", "无", "{自然人: 无}", "自然人 0 2: 甲局 2")]
    [InlineData("无", "无", "{总计: 1}", "总计 1 0: ")]
    public void A_stated_total_is_held_against_the_units(string one, string other, string own, string expected)
    {
        var project = InMemory.Project("机关: 县\n");
        var units = new[] { Unit("甲局", Year, one), Unit("乙局", Year, other) };
        var findings = new Findings();
        var tally = StatedTotals.Check(findings, project, InMemory.District(project, Year, units), Unit("县", Year, own));

        Assert.Equal(expected, string.Join("; ", findings.All.Select(f => $"{f.Cell![Received.Length..]} {f.Actual} {f.Expected}: "
            + string.Join(", ", f.Related.Select(r => $"{r.Unit} {r.Value}")))));
        Assert.Equal(findings.All.Count, tally.Broken);
        // Beside the row, the other two tables say 无.
        Assert.Equal(own.Split(": ").Length - 1 + 25, tally.Equations);
    }

    [Theory]
    [InlineData("3 1", "4", "")]
    [InlineData("3 1", "5", "和 5 4: 局0 3, 局1 1")]
    [InlineData("3 0", "5", "和 5 3: 局0 3")]
    public void A_stated_indicator_is_held_against_the_units(string figures, string own, string expected)
    {
        const string text = "机关: 县\n指标: [{键: 和, 汇总: 求和}, {键: 独, 汇总: 不汇总}]\n";
        var project = InMemory.Project(text);
        Filing[] units = [.. figures.Split(' ').Select((f, i) => Filed($"局{i}", f))];
        var district = InMemory.District(
            project, Year, Aggregator.Sum(new Findings(), project, Year, Editions.OfForm.For(Year)!, units, null), units);
        var findings = new Findings();
        StatedTotals.Check(findings, project, district, Filed("县", own));

        Assert.Equal(expected, string.Join("; ", findings.All.Select(f => $"{f.Cell!["指标.".Length..]} {f.Actual} {f.Expected}: "
            + string.Join(", ", f.Related.Select(r => $"{r.Unit} {r.Value}")))));

        Filing Filed(string name, string figure) => FilingReader.Read(new Findings(),
            InMemory.Source("a.yaml", InMemory.Empty(name, Year) + $"指标: {{和: {figure}, 独: 1}}\n"),
            Editions.OfForm.For(Year)!, project.Indicators, Year)!;
    }

    [Theory]
    [InlineData("{自然人: 1}", "甲局 has ended; nobody took over the 1 cases it carried over from 2020")]
    [InlineData("{自然人: 2, 商业企业: 3, 总计: 5}", "甲局 has ended; nobody took over the 5 cases it carried over from 2020")]
    [InlineData("无", "")]
    public void Cases_of_a_unit_that_ended_are_somebodys(string carried, string expected)
    {
        var project = InMemory.Project("机关: 县\n单位: [{名称: 甲局, 至: 2020}, 乙局]\n");
        var before = InMemory.District(project, 2020, Unit("甲局", 2020, carried, "结转下年度"), Unit("乙局", 2020, "无"));
        var findings = new Findings();
        Checker.Check(findings, project, InMemory.District(project, Year, Unit("乙局", Year, "无")), before, []);

        Assert.Equal(expected, string.Join("; ", findings.All.Where(f => f.Rule == Catalogue.Roster).Select(f => f.Message.English)));
    }

    private static Filing Unit(string name, int year, string row, string key = "本年新收") =>
        InMemory.Read($"单位: {name}\n年度: {year}\n主动公开: 无\n依申请公开:\n  {key}: {row}\n复议诉讼: 无\n", year).Filing!;
}
