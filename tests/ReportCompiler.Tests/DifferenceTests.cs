using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rules;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Two years side by side: whose figures are added, what is not to be had, what jumps.</summary>
public sealed class DifferenceTests
{
    private const string Person = "依申请公开.本年新收.自然人";
    private const string Other = "依申请公开.办理结果.其他处理";

    private static readonly Project Project = InMemory.Project("""
        机关: 县
        单位: [甲局, {名称: 乙局, 至: 2020}, {名称: 丙局, 至: 2020}, {名称: 新局, 自: 2021, 前身: [乙局, 丙局]}, {名称: 丁局, 自: 2021}]
        指标: [{键: 和, 汇总: 求和}, {键: 大, 汇总: 最大}, {键: 独, 汇总: 不汇总}]

        """);

    private readonly District _before = District(2020,
        Unit("甲局", 2020, "本年新收: {自然人: 3}", "{和: 1, 大: 2, 独: 3}"),
        Unit("乙局", 2020, "本年新收: {自然人: 2}", "{和: 3, 大: 2, 独: 3}"),
        Unit("丙局", 2020, "本年新收: {自然人: 1}", "{大: 7, 独: 3}"));

    private readonly District _after = District(2021,
        Unit("甲局", 2021, "本年新收: {自然人: 20}", "{和: 20, 大: 10, 独: 30}"),
        Unit("新局", 2021, "本年新收: {自然人: 20}", "{和: 20, 大: 3, 独: 1}"),
        Unit("丁局", 2021, "本年新收: {自然人: 9}", "{和: 4, 大: 3}"));

    [Theory]
    [InlineData(Person, "甲局 < 甲局: 3 20 jump; 新局 < 乙局+丙局: 3 20 jump; 丁局 < : - 9")]
    [InlineData("依申请公开.本年新收.商业企业", "甲局 < 甲局: 0 0; 新局 < 乙局+丙局: 0 0; 丁局 < : - 0")]
    [InlineData("指标.和", "甲局 < 甲局: 1 20 jump; 新局 < 乙局+丙局: 3 20 jump; 丁局 < : - 4")]
    [InlineData("指标.大", "甲局 < 甲局: 2 10; 新局 < 乙局+丙局: 7 3; 丁局 < : - 3")]
    [InlineData("指标.独", "甲局 < 甲局: 3 30 jump; 新局 < 乙局+丙局: - 1; 丁局 < : - 0")]
    public void Units_are_compared_with_those_they_were_made_of(string path, string expected) =>
        Assert.Equal(expected, string.Join("; ", Difference.OfUnits(Project, _before, _after).Select(line =>
            $"{string.Join('+', line.After)} < {string.Join('+', line.Before)}: {Said(line.Changes.Single(c => c.Path == path))}")));

    [Theory]
    [InlineData(Person, "6 49 jump")]
    [InlineData("指标.和", "4 44 jump")]
    [InlineData("指标.大", "7 10")]
    [InlineData("指标.独", "- -")]
    public void Totals_are_compared(string path, string expected)
    {
        var changes = Difference.OfTotals(Project, _before, _after);

        Assert.Equal(expected, Said(changes.Single(c => c.Path == path)).Replace("0 0", "- -", StringComparison.Ordinal));
        Assert.Equal(changes.Length, changes.Select(c => c.Path).Distinct().Count());
    }

    [Theory]
    [InlineData("{自然人: 2}", "{其他: {自然人: 30}}", 2, 30, true)]
    [InlineData("{自然人: 2}", "{逾期不补正: {自然人: 1}, 其他: {自然人: 2}}", 2, 3, false)]
    [InlineData("{商业企业: 2}", "{其他: {自然人: 30}}", 0, 30, false)]
    public void What_is_one_row_of_the_one_form_and_three_of_the_other_is_added(string then, string now, int one, int three, bool jumps)
    {
        var before = District(2020, Unit("甲局", 2020, $"办理结果: {{其他处理: {then}}}", "{}"));
        var after = District(2021, Unit("甲局", 2021, $"办理结果: {{其他处理: {now}}}", "{}"));

        var joined = Joined(before, after);
        Assert.Equal((one, three, jumps), ((int)joined.Before!, (int)joined.After!, joined.IsJump));
        joined = Joined(after, before);
        Assert.Equal((three, one, jumps), ((int)joined.Before!, (int)joined.After!, joined.IsJump));
    }

    private static Change Joined(District one, District other)
    {
        var changes = Assert.Single(Difference.OfUnits(Project, one, other)).Changes;
        Assert.Null(changes.First(c => c.Path == Person).Joined);
        return changes.Single(c => c.Joined is not null && c.Path.StartsWith(Other, StringComparison.Ordinal)
            && c.Joined.Any.Column.Key == "自然人");
    }

    private static string Said(Change change) =>
        $"{Number(change.Before)} {Number(change.After)}{(change.IsJump ? " jump" : "")}";

    private static string Number(decimal? figure) => figure is { } number ? Figure.Format(number) : "-";

    private static District District(int year, params Filing[] units) => InMemory.District(Project, year,
        Aggregator.Sum(new Findings(), Project, year, Editions.OfForm.For(year)!, units, null), units);

    private static Filing Unit(string name, int year, string requests, string indicators) => FilingReader.Read(new Findings(),
        InMemory.Source("a.yaml", $"单位: {name}\n年度: {year}\n主动公开: 无\n依申请公开:\n  {requests}\n复议诉讼: 无\n"
            + $"指标: {indicators}\n"),
        Editions.OfForm.For(year)!, Project.Indicators, year)!;
}
