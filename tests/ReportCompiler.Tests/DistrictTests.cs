using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Tests.Repairs;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Who is counted in a district's totals, and what the totals are.</summary>
public sealed class DistrictTests
{
    private const int Year = 2021;
    private const string Cell = "主动公开.行政许可";

    private static readonly Edition Form = Editions.OfForm.For(Year)!;

    private static readonly Indicator[] Kinds =
        [.. InMemory.Project("机关: 县\n指标: [{键: 和, 汇总: 求和}, {键: 大, 汇总: 最大}, {键: 独, 汇总: 不汇总}]\n").Indicators];

    /// <summary>The roster, the files, the nested authorities; who counts, whose file states totals, what is wrong.</summary>
    [Theory]
    [InlineData("", "乙局 甲局", "", "乙局 甲局 | -", "")]
    [InlineData("", "县", "", "县 | -", "")]
    [InlineData("", "县 甲局", "", "甲局 | 县", "")]
    [InlineData("", "县", "丙区", "丙区 | 县", "")]
    [InlineData("", "县 甲局", "丙区", "丙区 甲局 | 县", "")]
    [InlineData("", "", "丙区", "丙区 | -", "")]
    [InlineData("", "", "", " | -", "not one unit has filed for 2021")]
    [InlineData("县", "县", "", "县 | -", "")]
    [InlineData("县", "县", "丙区", "丙区 | 县", "")]
    [InlineData("县, 甲局", "县 甲局", "", "甲局 | 县", "")]
    [InlineData("甲局", "县 甲局", "", "甲局 | 县", "")]
    [InlineData("乙局, 甲局", "甲局 乙局", "", "乙局 甲局 | -", "")]
    [InlineData("乙局, 甲局", "甲局", "", "甲局 | -", "乙局 has not filed for 2021")]
    [InlineData("甲局", "甲局 丁局", "", "甲局 | -", "the roster does not list “丁局”")]
    [InlineData("甲局", "甲局", "丙区", "甲局 丙区 | -", "")]
    [InlineData("丙区, 甲局", "甲局", "丙区", "丙区 甲局 | -", "")]
    [InlineData("甲局, {名称: 乙局, 自: 2022}", "甲局", "", "甲局 | -", "")]
    [InlineData("甲局, {名称: 乙局, 自: 2022}", "甲局 乙局", "", "甲局 | -", "in the roster 乙局 files from 2022, not this year")]
    [InlineData("甲局, {名称: 乙局, 自: 2021, 至: 2021}", "甲局 乙局", "", "甲局 乙局 | -", "")]
    [InlineData("{名称: 乙局, 自: 2022}", "", "", " | -", "the roster lists not one unit that files for 2021")]
    [InlineData("", "甲局 甲局", "", "甲局 | -", "甲局 has filed twice")]
    [InlineData("", "丙区 甲局", "丙区", "丙区 甲局 | -", "丙区 is already added as a nested authority; this file would count it again")]
    [InlineData("", "甲局A 甲局a", "", "甲局A 甲局a | -",
        "“甲局a” and “甲局A” differ in width, case or spaces alone and would count as two")]
    public void Whoever_is_due_and_has_filed_counts_once(string roster, string files, string children, string expected, string wrong)
    {
        var project = InMemory.Project($"机关: 县\n{(roster.Length > 0 ? $"单位: [{roster}]\n" : "")}");
        var findings = new Findings();
        var (units, own, isComplete) = Roster.Sort(
            findings, project, Year, Filed(files), Filed(children), Filed(children).Select(c => c.Unit).ToHashSet(), 0);

        Assert.Equal(expected, $"{string.Join(' ', units.Select(u => u.Unit))} | {own?.Unit ?? "-"}");
        Assert.Equal(wrong, string.Join("; ", findings.All.Select(f => f.Message.English)));
        Assert.Equal(wrong.Length == 0, isComplete);
        Assert.All(findings.All, f => Assert.Equal(Year, f.Year));
    }

    [Theory]
    [InlineData("data/2021/甲局.yaml", "data/2021/甲局 - 副本.yaml")]
    [InlineData("data/2021/甲局(1).yaml", "data/2021/甲局.yaml")]
    [InlineData("data/2021/甲局-Copy.yaml", "data/2021/甲局.yaml")]
    [InlineData("data/备份/甲局.yaml", "data/备份/甲局（2）.yaml")]
    public void Of_a_file_and_its_copy_the_copy_is_the_one_too_many(string one, string other)
    {
        var findings = new Findings();
        Filing[] filings = [.. new[] { one, other }.Select(path => Read(InMemory.Empty("甲局", Year), path))];
        var (units, _, _) = Roster.Sort(findings, InMemory.Project("机关: 县\n"), Year, filings, [], new HashSet<string>(), 0);

        var isFirst = one.Length > other.Length;
        Assert.Equal(isFirst ? other : one, Assert.Single(units).Source.Path);
        Assert.Equal(isFirst ? one : other, Assert.Single(findings.All).Location!.Source.Path);
    }

    [Fact]
    public void The_authoritys_own_file_is_not_missing_where_the_roster_lists_it()
    {
        var findings = new Findings();
        var (_, own, isComplete) = Roster.Sort(findings, InMemory.Project("机关: 县\n单位: [县, 甲局, 丙区]\n"), Year,
            Filed("县 甲局"), [], new HashSet<string> { "丙区" }, 0);

        // What is wrong with a nested authority is said where it is read.
        Assert.Equal(("县", true), (own!.Unit, isComplete));
        Assert.Empty(findings.All);
    }

    /// <summary>What a unit says of an indicator, by units: a number, 无, or nothing.</summary>
    [Theory]
    [InlineData("3 4", "7", "4", "")]
    [InlineData("3 ", "3", "3", "")]
    [InlineData("无 ", "无", "", "")]
    [InlineData("无 3", "3", "3", "")]
    [InlineData("3 无", "3", "3", "")]
    [InlineData(" ", "", "", "")]
    [InlineData("-3 -4", "-7", "-3", "")]
    [InlineData("5", "5", "5", "")]
    [InlineData("? 2", "2", "2", "")]
    public void Indicators_are_summarised_each_in_its_way(string units, string sum, string largest, string own)
    {
        var totals = Sum([.. units.Split(' ').Select((u, i) => Filed(i, u))], null);

        Assert.Equal([sum, largest, own], totals.Indicators.Select(Said));
        var stated = Sum([.. units.Split(' ').Select((u, i) => Filed(i, u))], Filed(9, "8"));
        Assert.Equal([sum, largest, "8"], stated.Indicators.Select(Said));
    }

    [Fact]
    public void What_is_not_added_up_is_the_only_units_where_that_is_the_authority()
    {
        Assert.Equal("5", Said(Sum([Filed(0, "5", "县")], null).Indicators[2]));
        Assert.Equal("", Said(Sum([Filed(0, "5", "县"), Filed(1, "5")], null).Indicators[2]));
    }

    [Theory]
    [InlineData("1 4000000000000000000 6000000000000000000 2000000000000000000",
        "6000000000000000000 4000000000000000000 2000000000000000000")]
    [InlineData("9223372036854775807 1", "9223372036854775807 1")]
    [InlineData("9223372036854775807 0", null)]
    public void A_sum_beyond_64_bits_is_told_with_its_largest_figures(string figures, string? largest)
    {
        var findings = new Findings();
        Filing[] units = [.. figures.Split(' ').Select((f, i) =>
        {
            var sheet = Sheet.Empty(Form);
            sheet[Cell] = long.Parse(f, null);
            return sheet.Filed(Year, $"局{i}", Indicators(f));
        })];
        var totals = Aggregator.Sum(findings, Project, Year, Form, units, null);

        Assert.Equal(figures.Split(' ').Sum(f => decimal.Parse(f, null)), totals.Value(Form.Find(Cell)!));
        Assert.Equal(largest is null ? [] : ["指标.和", Cell], findings.All.Select(f => f.Related[0].Cell));
        Assert.All(findings.All, f => Assert.Equal(largest, string.Join(' ', f.Related.Select(r => r.Value))));
        Assert.All(findings.All, f => Assert.All(f.Related, r => Assert.Null(r.Location)));
        Assert.All(findings.All, f => Assert.Equal(("县", Year, true), (f.Unit, f.Year, f.OfDistrict)));
    }

    [Fact]
    public void A_year_whose_units_are_gone_still_knows_how_many_there_were()
    {
        var project = InMemory.Project("机关: 县\n");
        var district = InMemory.District(project, Year, [.. Filed("甲局 乙局")]);

        Assert.Equal((2, 2, 2), (district.UnitCount, district.TotalsAlone().UnitCount, district.TotalsAlone().TotalsAlone().UnitCount));
        Assert.Equal(1, InMemory.District(project, Year, [.. Filed("甲局")]).TotalsAlone().UnitCount);
        Assert.Equal(0, InMemory.District(project, Year).UnitCount);
    }

    /// <summary>Nested authorities: with totals (t), errors (e), both or neither; who is added, who is absent, what is wrong.</summary>
    [Theory]
    [InlineData("", "甲区:t", "甲区", "", "")]
    [InlineData("", "甲区:te", "甲区", "", "")]
    [InlineData("", "甲区:e", "", "甲区", "the nested authority 甲区 has errors in 2021 and cannot be added")]
    [InlineData("", "甲区:", "", "甲区", "the nested authority 甲区 has no data for 2021")]
    [InlineData("{名称: 甲区, 自: 2022}", "甲区:", "", "", "")]
    [InlineData("{名称: 甲区, 自: 2022}", "甲区:e", "", "甲区", "the nested authority 甲区 has errors in 2021 and cannot be added")]
    [InlineData("{名称: 甲区, 自: 2022}", "甲区:t", "甲区", "", "")]
    [InlineData("{名称: 甲区, 自: 2021}", "甲区:", "", "甲区", "the nested authority 甲区 has no data for 2021")]
    [InlineData("", "甲区:t 甲区:t", "甲区", "甲区", "two nested authorities are both called “甲区”")]
    [InlineData("", "县:t 乙区:t", "乙区", "县", "a nested authority is called “县”, like the one it is nested in")]
    public void Nested_authorities_are_added_once_or_said_to_be_absent(
        string roster, string children, string added, string missing, string wrong)
    {
        var project = InMemory.Project($"机关: 县\n{(roster.Length > 0 ? $"单位: [{roster}]\n" : "")}");
        var findings = new Findings();
        var below = children.Split(' ').Select(c => c.Split(':')).Select(c => new ChildTotals(
            c[0], Year, new SourceText("reportc.yaml", ""), c[1].Contains('t') ? Figures("3") : null, [.. Kinds], c[1].Contains('e')));
        var (filings, absent) = Children.Read(findings, project, Form, [.. below]);

        Assert.Equal((added, missing), (string.Join(' ', filings.Select(f => f.Unit)), string.Join(' ', absent.Select(a => a.Authority))));
        Assert.Equal(wrong, string.Join("; ", findings.All.Select(f => f.Message.English)));
        Assert.All(findings.All, f => Assert.Equal(Year, f.Year));
    }

    private static Project Project => InMemory.Project(
        "机关: 县\n指标: [{键: 和, 汇总: 求和}, {键: 大, 汇总: 最大}, {键: 独, 汇总: 不汇总}]\n");

    private static Figures Sum(Filing[] units, Filing? own) => Aggregator.Sum(new Findings(), Project, Year, Form, units, own);

    private static List<Filing> Filed(string units) => units.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select((u, i) => Read(InMemory.Empty(u, Year), $"data/{Year}/{i}.yaml")).ToList();

    private static Filing Filed(int number, string says, string? name = null) =>
        Sheet.Empty(Form).Filed(Year, name ?? $"局{number}", Indicators(says));

    private static Filing Read(string text, string path) =>
        FilingReader.Read(new Findings(), InMemory.Source(path, text), Form, [], Year)!;

    private static Figures Figures(string says) => new(Form, new Figure[Form.Cells.Length], Indicators(says));

    private static ImmutableArray<Figure> Indicators(string says) => [.. Kinds.Select(_ => says switch
    {
        "" => default,
        "无" => new Figure(FigureState.None, 0, default),
        "?" => new Figure(FigureState.Unfilled, 0, default),
        _ => new Figure(FigureState.Number, decimal.Parse(says, null), default),
    })];

    private static string Said(Figure figure) => figure.State switch
    {
        FigureState.Number => Figure.Format(figure.Value),
        FigureState.None => "无",
        _ => "",
    };
}
