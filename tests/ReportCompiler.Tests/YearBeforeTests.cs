using ReportCompiler.Aggregation;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rules;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Whose figures of the year before a unit's are compared with.</summary>
public sealed class YearBeforeTests
{
    private const string Merger = "甲局, {名称: 乙局, 至: 2021}, {名称: 丙局, 至: 2021}, {名称: 乙丙局, 自: 2022, 前身: [乙局, 丙局]}";

    private const string Split = "{名称: 甲局, 至: 2021}, {名称: 乙局, 自: 2022, 前身: [甲局]}, {名称: 丙局, 自: 2022, 前身: [甲局]}";

    private const string Both =
        "{名称: 甲局, 至: 2021}, {名称: 乙局, 至: 2021}, {名称: 丙局, 自: 2022, 前身: [甲局, 乙局]}, {名称: 丁局, 自: 2022, 前身: [乙局]}";

    private const string Branch = "甲局, {名称: 新局, 自: 2022, 前身: [甲局]}";

    [Theory]
    [InlineData("", 2022, "甲局 乙局", "甲局 丙局", "甲局 < 甲局; 乙局 < ?")]
    [InlineData("甲局, 乙局", 2022, "甲局 乙局", "甲局", "甲局 < 甲局; 乙局 < ?")]
    [InlineData("甲局, {名称: 乙局, 自: 2022}", 2022, "甲局 乙局", "甲局 乙局", "甲局 < 甲局; 乙局 < ?")]
    [InlineData("{名称: 甲局, 至: 2021}, {名称: 新局, 自: 2022, 前身: [甲局]}", 2022, "新局", "甲局", "新局 < 甲局")]
    [InlineData(Merger, 2022, "甲局 乙丙局", "甲局 乙局 丙局", "甲局 < 甲局; 乙丙局 < 乙局+丙局")]
    [InlineData(Merger, 2022, "甲局 乙丙局", "甲局 乙局", "甲局 < 甲局; 乙丙局 < ?")]
    [InlineData(Merger, 2022, "乙丙局", "丙局", "乙丙局 < ?")]
    [InlineData(Merger, 2022, "甲局", "甲局 乙局 丙局", "甲局 < 甲局")]
    [InlineData(Merger, 2023, "甲局 乙丙局", "甲局 乙丙局", "甲局 < 甲局; 乙丙局 < 乙丙局")]
    [InlineData(Split, 2022, "乙局 丙局", "甲局", "乙局+丙局 < 甲局")]
    [InlineData(Split, 2022, "乙局", "甲局", "乙局 < ?")]
    [InlineData(Split, 2022, "乙局 丙局", "", "乙局 < ?; 丙局 < ?")]
    [InlineData(Split, 2023, "乙局 丙局", "乙局 丙局", "乙局 < 乙局; 丙局 < 丙局")]
    [InlineData(Both, 2022, "丙局 丁局", "甲局 乙局", "丙局+丁局 < 甲局+乙局")]
    [InlineData(Both, 2022, "丙局 丁局", "乙局", "丙局 < ?; 丁局 < ?")]
    [InlineData(Branch, 2022, "甲局 新局", "甲局", "甲局+新局 < 甲局")]
    [InlineData(Branch, 2022, "甲局", "甲局", "甲局 < ?")]
    [InlineData(Branch, 2023, "甲局 新局", "甲局 新局", "甲局 < 甲局; 新局 < 新局")]
    public void Units_follow_those_they_were_made_of(string roster, int year, string now, string before, string expected)
    {
        var project = InMemory.Project($"机关: 甲县人民政府\n{(roster.Length > 0 ? $"单位: [{roster}]\n" : "")}");
        var lines = YearBefore.Lines(project, District(project, year, now), District(project, year - 1, before));

        Assert.Equal(expected, string.Join("; ", lines.Select(l => $"{Names(l.Now)} < {(l.Before is { } then ? Names(then) : "?")}")));
    }

    [Theory]
    [InlineData(Merger, "甲局 乙局 丙局", "")]
    [InlineData("甲局, {名称: 乙局, 至: 2021}", "甲局 乙局", "乙局")]
    [InlineData("甲局, {名称: 乙局, 至: 2022}", "甲局 乙局", "")]
    [InlineData("甲局, {名称: 乙局, 至: 2021}", "甲局", "")]
    [InlineData("", "甲局 乙局", "")]
    public void Units_that_ended_and_nobody_took_over_are_told(string roster, string before, string expected)
    {
        var project = InMemory.Project($"机关: 甲县人民政府\n{(roster.Length > 0 ? $"单位: [{roster}]\n" : "")}");
        var told = YearBefore.Abandoned(project, District(project, 2022, "甲局"), District(project, 2021, before));

        Assert.Equal(expected, string.Join(' ', told.Select(t => t.Entry.Name)));
    }

    [Theory]
    [InlineData(Merger, 2021, 2022, "甲局 乙局 丙局", "甲局 乙丙局", "甲局 < 甲局; 乙丙局 < 乙局+丙局")]
    [InlineData(Merger, 2022, 2021, "甲局 乙丙局", "甲局 乙局 丙局", "甲局 < 甲局; 乙局+丙局 < 乙丙局")]
    [InlineData(Merger, 2019, 2020, "甲局 乙局 丙局", "甲局 乙局 丙局", "甲局 < 甲局; 乙局 < 乙局; 丙局 < 丙局")]
    [InlineData(Merger, 2019, 2023, "甲局 乙局 丙局", "甲局 乙丙局", "甲局 < 甲局; 乙丙局 < 乙局+丙局")]
    [InlineData(Split, 2020, 2022, "甲局", "乙局 丙局", "乙局+丙局 < 甲局")]
    [InlineData(Branch, 2022, 2023, "甲局 新局", "甲局 新局", "甲局 < 甲局; 新局 < 新局")]
    [InlineData(Branch, 2021, 2022, "甲局", "甲局 新局", "甲局+新局 < 甲局")]
    public void Years_far_apart_are_compared_by_whoever_took_over(
        string roster, int from, int to, string before, string after, string expected)
    {
        var project = InMemory.Project($"机关: 甲县人民政府\n单位: [{roster}]\n");
        var lines = Succession.Between(project, District(project, from, before), District(project, to, after));

        Assert.Equal(expected, string.Join("; ", lines.Select(l => $"{Names(l.After)} < {Names(l.Before)}")));
    }

    private static District District(Project project, int year, string units) => InMemory.District(
        project, year,
        [.. units.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(u => InMemory.Read(InMemory.Empty(u, year), year).Filing!)]);

    private static string Names(IEnumerable<Filing> filings) => string.Join('+', filings.Select(f => f.Unit));
}
