using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>status</c>.</summary>
public sealed class StatusTests
{
    private static Workbench Bench(string more = "") => new Workbench()
        .Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局, 乙局, 丙局, 丁局, {名称: 戊局, 自: 2022}]\n" + more)
        .Write("data/2021/甲.yaml", Workbench.Sound.Replace("年度: 2021", "年度: 2021\n报送日期: 2022-01-12", StringComparison.Ordinal))
        .Write("data/2021/乙.yaml",
            Workbench.Broken.Replace("单位: 甲局\n年度: 2021", "单位: 乙局\n年度: 2021\n报送日期: 2022-02-03", StringComparison.Ordinal))
        .Write("data/2021/丙.yaml", Workbench.Sound.Replace("甲局", "丙局", StringComparison.Ordinal))
        .Write("data/2021/己.yaml", Workbench.Sound.Replace("甲局", "己局", StringComparison.Ordinal))
        .Write("data/2021/坏.yaml", "a: [\n");

    [Fact]
    public void Everyone_is_listed()
    {
        using var bench = Bench();

        var run = bench.Run("status", "--as-of", "2022-02-10");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal("""
            2021 年报送情况，截至 2022-02-10；各单位期限 2022-01-31，公布期限 2022-03-31

            单位            状态                  报送日期    文件
            甲局            已报                  2022-01-12  data/2021/甲.yaml
            乙局            已报，1 个错误，逾期  2022-02-03  data/2021/乙.yaml
            丙局            已报                  -           data/2021/丙.yaml
            丁局            未报，逾期            -           -
            （读不出单位）  读不出，1 个错误      -           data/2021/坏.yaml
            己局            多出，1 个错误        -           data/2021/己.yaml

            应报 4 个单位：已报 3（其中有错误的 1），未报 1；逾期 2；另有 2 个多出或读不出的文件；共 4 个错误，1 个警告
            报告没有写发布日期

            """, run.Out);
    }

    [Fact]
    public void An_authority_listed_among_others_has_filed_with_its_own_file()
    {
        using var bench = new Workbench().Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局, 某县人民政府]\n")
            .Write("data/2021/甲.yaml", Workbench.Sound);

        Assert.Matches("\n某县人民政府 +未报 +- +-\n", bench.Run("status", "--as-of", "2022-01-10").Out);
        bench.Write("data/2021/本机关.yaml", Workbench.Sound.Replace("甲局", "某县人民政府", StringComparison.Ordinal));
        var status = bench.Run("status", "--as-of", "2022-01-10").Out;
        Assert.Matches("\n某县人民政府 +已报 +- +data/2021/本机关.yaml\n", status);
        Assert.Contains("应报 2 个单位：已报 2（其中有错误的 0），未报 0；", status, StringComparison.Ordinal);
        Assert.Equal(0, bench.Run("check").Status);
    }

    [Theory]
    [InlineData("2022-01-31", "", "zh", "未报  ")]
    [InlineData("2022-01-31", "期限: {单位: 01-20}\n", "en", "not filed, late  ")]
    [InlineData("2022-04-01", "", "zh", "报告没有写发布日期，逾期\n")]
    [InlineData("2022-04-01", "发布日期: {2021: 2022-03-18}\n", "zh", "报告于 2022-03-18 公布\n")]
    [InlineData("2022-03-01", "发布日期: {2021: 2022-04-18}\n", "en", "was published on 2022-04-18, late\n")]
    public void Lateness_is_judged_by_the_date_of_the_run(string today, string project, string language, string expected)
    {
        using var bench = Bench(project);

        var day = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var run = bench.RunWith(h => h with { Today = day }, "status", "2021", "--lang", language);

        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_are_told_the_same()
    {
        using var bench = Bench();

        using var json = JsonDocument.Parse(bench.Run("status", "--format", "json", "--as-of", "2022-02-10").Out);

        var root = json.RootElement;
        Assert.Equal(["version", "year", "asOf", "deadlines", "published", "reportLate", "units", "summary"], root.EnumerateObject()
            .Select(p => p.Name));
        Assert.Equal(["filed", "failing", "filed", "missing", "unreadable", "unexpected"], root.GetProperty("units").EnumerateArray()
            .Select(u => u.GetProperty("state").GetString()));
        Assert.Equal(["unit", "state", "submitted", "file", "errors", "warnings", "late"], root.GetProperty("units")[0].EnumerateObject()
            .Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("units")[3].GetProperty("file").ValueKind);
        Assert.Equal((2, 1, 1, 2), (Count("filed"), Count("failing"), Count("missing"), Count("late")));

        int Count(string name) => root.GetProperty("summary").GetProperty(name).GetInt32();
    }

    [Fact]
    public void Without_a_roster_those_who_filed_are_listed()
    {
        using var bench = Bench().Write("reportc.yaml", "机关: 某县人民政府\n");

        var run = bench.Run("status", "--as-of", "2022-02-10", "--lang", "en");

        Assert.Equal(0, run.Status);
        Assert.Contains("4 due: 4 filed (1 with errors), 0 not filed; 1 late; 1 files not expected or not readable", run.Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--as-of 后面不是日期", "--as-of", "gestern")]
    [InlineData("只能写一个年度", "2020", "2021")]
    [InlineData("没有 1999 年的数据", "1999")]
    [InlineData("--format 不能是“xml”", "--format", "xml")]
    public void Wrong_words_are_refused(string answer, params string[] words)
    {
        using var bench = Bench();

        var run = bench.Run(["status", .. words]);

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_JSON_too()
    {
        using var bench = Bench();

        var run = bench.Run("status", "1999", "--format", "json");

        Assert.Equal((2, ""), (run.Status, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("RC9001", json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }
}
