using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary>下级: authorities nested in one, to any depth.</summary>
public sealed class NestedTests
{
    private const string Contact = "联系方式: {地址: 某路1号, 邮编: \"830000\", 电话: \"1234567\"}\n";

    [Fact]
    public void Totals_add_up_over_three_levels()
    {
        using var bench = Province();

        var run = bench.Run("build");

        Assert.Equal(0, run.Status);
        Assert.Equal(
            ["out/2021/report.html", "out/cities/甲/2021/report.html", "out/cities/甲/districts/东/2021/report.html",
                "out/cities/甲/districts/西/2021/report.html", "out/cities/乙/2021/report.html"],
            bench.Files("out").Where(f => f.EndsWith("report.html", StringComparison.Ordinal))
                .OrderBy(f => f.Contains('乙', StringComparison.Ordinal)));
        Assert.Contains("本年新收: {自然人: 9, 总计: 9}", bench.Read("out/2021/totals.yaml"), StringComparison.Ordinal);
        Assert.Contains("本年新收: {自然人: 6, 总计: 6}", bench.Read("out/cities/甲/2021/totals.yaml"), StringComparison.Ordinal);
        // Children come before their parents.
        Assert.Equal("out/2021/review.html", run.Out.TrimEnd('\n').Split('\n')[^1]);
        Assert.StartsWith("out/cities/乙/2021/", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n5 个项目，", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_that_fails_stops_its_parents_only()
    {
        using var bench = Province();
        bench.Write("cities/甲/districts/西/data/2021/甲.yaml", Workbench.Broken);

        var run = bench.Run("build");
        using var json = JsonDocument.Parse(bench.Run("check", "--format", "json").Out);

        Assert.Equal(1, run.Status);
        Assert.Equal(["out/cities/乙/2021", "out/cities/甲/districts/东/2021"], bench.Files("out").Select(f => f[..f.LastIndexOf('/')])
            .Distinct());
        Assert.Contains("--> cities/甲/districts/西/data/2021/甲.yaml:9:", run.Error, StringComparison.Ordinal);
        Assert.Equal(["cities/甲/districts/西/data/2021/甲.yaml", "cities/甲/districts/西/reportc.yaml", "cities/甲/reportc.yaml"],
            json.RootElement.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("severity").GetString() == "error")
                .Select(d => d.GetProperty("location").GetProperty("file").GetString()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_faulty_reportc_yaml_of_a_child_stops_its_parents_only()
    {
        using var bench = Province();
        bench.Write("cities/乙/reportc.yaml", "机关:\n");

        var run = bench.Run("build", "--lang", "en");

        Assert.Equal(2, run.Status);
        Assert.True(bench.Has("out/cities/甲/2021/report.html"));
        Assert.False(bench.Has("out/2021/report.html"));
        Assert.Contains("the nested authority cities/乙 has errors in 2021 and cannot be added", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_years_of_a_parent_are_its_own_and_its_childrens()
    {
        using var bench = Province();
        bench.AddYear(2022, Continued, "cities/甲/districts/东").AddYear(2022, Continued, "cities/甲/districts/西");

        var run = bench.Run("check", "2021..2022", "--lang", "en");

        Assert.Equal(1, run.Status);
        Assert.Contains("the nested authority 乙市人民政府 has no data for 2022", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("has errors in", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"\nproject +year  units  equations  broken  errors  warnings\n", run.Out);
        Assert.Matches(@"\n\. +2022 +1 +[0-9]+ +0 +1 +", run.Out);
    }

    [Fact]
    public void Last_years_totals_of_a_child_are_compared_whether_or_not_that_year_is_asked_for()
    {
        using var bench = Province();
        foreach (var folder in (string[])["cities/甲/districts/东", "cities/甲/districts/西", "cities/乙"])
            bench.AddYear(2022, Continued, folder);
        var right = bench.Run("check", "2022", "--format", "json");
        bench.Write("cities/乙/data/2022/甲.yaml", Continued.Replace("年度: 2021", "年度: 2022", StringComparison.Ordinal)
            .Replace("上年结转: {自然人: 1}", "上年结转: {自然人: 2}", StringComparison.Ordinal)
            .Replace("本年新收: {自然人: 2}", "本年新收: {自然人: 1}", StringComparison.Ordinal));
        var wrong = bench.Run("check", "2022", "--format", "json");

        Assert.Equal(0, right.Status);
        Assert.Equal(1, wrong.Status);
        Assert.Contains("\"carry-over\"", wrong.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_with_a_roster_of_its_own_is_compared_with_last_year()
    {
        using var bench = Province();
        bench.Write("reportc.yaml", "机关: 省人民政府\n" + Contact + "单位: [省厅]\n下级: [cities/*]\n");
        foreach (var folder in (string[])["cities/甲/districts/东", "cities/甲/districts/西", "cities/乙"])
            bench.AddYear(2022, Continued, folder);
        foreach (var year in (int[])[2021, 2022])
            bench.Write($"data/{year}/厅.yaml", $"单位: 省厅\n年度: {year}\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n");

        Assert.Equal(0, bench.Run("check", "2022").Status);
        bench.Write("cities/乙/data/2021/甲.yaml", Workbench.Sound.Replace("甲局", "丁局", StringComparison.Ordinal));
        Assert.Contains("cities/乙", bench.Run("check", "2022").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_that_the_roster_does_not_list_is_its_own_predecessor()
    {
        using var bench = Province();
        foreach (var folder in (string[])["cities/甲/districts/东", "cities/甲/districts/西", "cities/乙"])
            bench.AddYear(2022, Continued, folder);
        bench.AddYear(2021).AddYear(2022, Continued).Write("reportc.yaml", $"机关: 省人民政府\n{Contact}单位: [甲局]\n下级: [cities/*]\n");

        var right = bench.Run("check", "2022");
        bench.Write("reportc.yaml",
            bench.Read("reportc.yaml").Replace("[甲局]", "[甲局, {名称: 乙市人民政府, 自: 2022}]", StringComparison.Ordinal));
        var begun = bench.Run("check", "2021");

        Assert.Equal((0, ""), (right.Status, right.Error));
        Assert.Equal(1, begun.Status);
        Assert.Contains("名册中 乙市人民政府 自 2022 年起报送，本年不应报送", begun.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cities/甲", "省人民政府", "下级的机关“省人民政府”与本级同名")]
    [InlineData("cities/甲", "乙市人民政府", "两个下级的机关都是“乙市人民政府”")]
    public void Two_authorities_of_one_name_are_an_error_at_the_name(string folder, string name, string message)
    {
        using var bench = Province();
        bench.Write($"{folder}/reportc.yaml", $"# 改名\n机关: {name}\n{Contact}下级: [districts/*]\n");

        var run = bench.Run("check");

        Assert.Equal(1, run.Status);
        Assert.Contains(message, run.Out, StringComparison.Ordinal);
        Assert.Contains($"--> {folder}/reportc.yaml:2:5\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_tells_of_the_children_too()
    {
        using var bench = Province();
        bench.Write("cities/甲/districts/西/data/2021/甲.yaml", Workbench.Broken);
        bench.AddYear(2022, Continued, "cities/甲/districts/东").AddYear(2022, Continued, "cities/甲/districts/西");

        var failing = bench.Run("status", "2021", "--as-of", "2022-01-10").Out;
        var missing = bench.Run("status", "2022", "--as-of", "2023-02-01").Out;

        Assert.Matches("\n乙市人民政府 +已报 +- +cities/乙/reportc.yaml\n甲市人民政府 +有错误，1 个 +- +cities/甲/reportc.yaml\n",
            failing);
        Assert.Contains("应报 2 个单位：已报 1，有错误 1，填报中 0，未填 0，未报 0；逾期 0；", failing, StringComparison.Ordinal);
        Assert.Matches("\n乙市人民政府 +未报，逾期 +- +-\n", missing);
    }

    [Fact]
    public void A_childs_totals_may_be_dropped_in_instead()
    {
        using var bench = Province();
        bench.Run("build");
        var expected = bench.Read("out/2021/totals.yaml");
        bench.Write("data/2021/甲市.yaml", bench.Read("out/cities/甲/2021/totals.yaml"));

        var both = bench.Run("check", "--lang", "en");
        bench.Write("reportc.yaml", "机关: 省人民政府\n" + Contact + "下级: [cities/乙]\n");
        var instead = bench.Run("build", "--format", "totals");

        Assert.Equal(1, both.Status);
        Assert.Contains("甲市人民政府 is already added as a nested authority", both.Out, StringComparison.Ordinal);
        Assert.Contains(" = cities/甲/reportc.yaml:1: 单位 = 甲市人民政府\n", both.Out, StringComparison.Ordinal);
        Assert.Contains("--> data/2021/甲市.yaml:1:", both.Out, StringComparison.Ordinal);
        Assert.Equal(0, instead.Status);
        Assert.Equal(expected, bench.Read("out/2021/totals.yaml"));
    }

    [Theory]
    [InlineData("totals.yaml", 0)]
    [InlineData("甲市-totals.yaml", 0)]
    [InlineData("甲局.yaml", 1)]
    public void An_indicator_the_parent_lacks_is_ignored_in_a_file_of_totals_and_an_error_in_a_units(string name, int status)
    {
        using var bench = Workbench.WithProject();
        File.Delete(bench.Full("data/2021/甲.yaml"));
        bench.Write($"data/2021/{name}", Workbench.Sound + "指标: {接访: 3}\n");

        var run = bench.Run("check", "-v", "--lang", "en");

        Assert.Equal(status, run.Status);
        if (status == 0) Assert.Contains("this authority has no indicator “接访”; it is not added", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("districts/*", "finds no project")]
    [InlineData("cities/*/nothing", "finds no project")]
    [InlineData("../other", "is no path below")]
    [InlineData("/etc", "is no path below")]
    [InlineData(".", "is no path below")]
    public void A_pattern_that_finds_nothing_is_a_fault_of_reportc_yaml(string pattern, string message)
    {
        using var bench = Province();
        bench.Write("reportc.yaml", $"机关: 省人民政府\n下级: [\"{pattern}\"]\n");

        var run = bench.Run("check", "--lang", "en");

        Assert.Equal(2, run.Status);
        Assert.Contains(message, run.Out, StringComparison.Ordinal);
        Assert.Contains("--> reportc.yaml:2:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_parent_is_checked_with_the_children()
    {
        using var bench = Province();
        bench.Write("data/2021/乙市.yaml", Workbench.Sound.Replace("甲局", "乙市人民政府", StringComparison.Ordinal));

        var run = bench.Run("check", "data/2021/乙市.yaml", "--lang", "en");

        Assert.Equal(1, run.Status);
        Assert.Contains("is already added as a nested authority", run.Out, StringComparison.Ordinal);
        Assert.Contains(" = cities/乙/reportc.yaml:1: 单位 = 乙市人民政府\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_trees_are_told_in_order_under_their_folders()
    {
        using var bench = Province("all/b");
        bench.AddProject(folder: "all/a");

        var run = bench.Run("build", "-p", "all", "-o", "site", "--format", "totals");

        Assert.Equal(0, run.Status);
        Assert.Equal("site/a/2021/totals.yaml\nsite/b/cities/乙/2021/totals.yaml\nsite/b/cities/甲/districts/东/2021/totals.yaml\n"
            + "site/b/cities/甲/districts/西/2021/totals.yaml\nsite/b/cities/甲/2021/totals.yaml\nsite/b/2021/totals.yaml\n", run.Out);
    }

    private static readonly string Continued = Workbench.Sound
        .Replace("本年新收: {自然人: 3}", "本年新收: {自然人: 2}", StringComparison.Ordinal)
            .Replace("上年结转: 无", "上年结转: {自然人: 1}", StringComparison.Ordinal);

    /// <summary>A province of two cities, one of them with two districts; every unit filed <see cref="Workbench.Sound"/>.</summary>
    private static Workbench Province(string folder = "")
    {
        var bench = new Workbench();
        Parent("", "省人民政府", "cities/*");
        Parent("cities/甲", "甲市人民政府", "districts/*");
        Leaf("cities/乙", "乙市人民政府");
        Leaf("cities/甲/districts/东", "东区人民政府");
        Leaf("cities/甲/districts/西", "西区人民政府");
        return bench.Write(Path.Join(folder, "cities/no-project/readme"), "");

        void Parent(string path, string authority, string pattern) =>
            bench.Write(Path.Join(folder, path, "reportc.yaml"), $"机关: {authority}\n{Contact}下级: [{pattern}]\n");

        void Leaf(string path, string authority) => bench.AddProject(folder: Path.Join(folder, path))
            .Write(Path.Join(folder, path, "reportc.yaml"), $"机关: {authority}\n{Contact}单位: [甲局]\n");
    }
}
