using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>diff</c>.</summary>
public sealed class DiffTests
{
    private static Workbench Bench() => new Workbench()
        .Write("reportc.yaml", "机关: 某县人民政府\n单位:\n  - 甲局\n  - {名称: 乙局, 至: 2021}\n  - {名称: 丙局, 至: 2021}\n"
            + "  - {名称: 丁局, 自: 2022, 前身: [乙局, 丙局]}\n指标:\n  - {键: 条数, 名称: 信息, 计量: 条}\n")
        .Write("data/2020/甲.yaml", Of("甲局", 2020, "无", 2))
        .Write("data/2021/甲.yaml", Of("甲局", 2021, "{行政许可: 10, 行政处罚: 3}", 3))
        .Write("data/2021/乙.yaml", Of("乙局", 2021, "{行政许可: 5}", 0))
        .Write("data/2021/丙.yaml", Of("丙局", 2021, "{行政许可: 15}", 0))
        .Write("data/2022/甲.yaml", Of("甲局", 2022, "{行政许可: 51, 行政处罚: 3}", 3))
        .Write("data/2022/丁.yaml", Of("丁局", 2022, "{行政许可: 101}", 0));

    private static string Of(string unit, int year, string tables, int number) =>
        $"单位: {unit}\n年度: {year}\n主动公开: {tables}\n依申请公开: 无\n复议诉讼: 无\n指标: {{条数: {number}}}\n";

    [Fact]
    public void What_changed_is_listed_and_jumps_are_marked()
    {
        using var bench = Bench();

        var run = bench.Run("diff", "2021", "2022", "--units");

        Assert.Equal(("""
            某县人民政府         2021  2022
              主动公开.行政许可    30   152  +122  跳变

            甲局                 2021  2022
              主动公开.行政许可    10    51  +41  跳变

            乙局、丙局 → 丁局    2021  2022
              主动公开.行政许可    20   101  +81  跳变

            1 格有变化，200 格不变；3 处跳变

            """, "", 0), (run.Out, run.Error, run.Status));
    }

    [Fact]
    public void Cells_of_one_edition_say_so()
    {
        using var bench = Bench();

        // In 2020 two units of the roster are missing: the figures are in doubt, and nothing is called a jump.
        var run = bench.Run("diff", "2020", "2021", "--lang", "en");

        Assert.Equal(0, run.Status);
        Assert.Contains("  主动公开.行政许可     -    30      not in edition 2019\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  指标.条数             2     3  +1\n", run.Out, StringComparison.Ordinal);
        Assert.Matches("^note: the data of 2020 have [1-9][0-9]* errors? and figures may change; run reportc check 2020\n$", run.Error);
    }

    [Fact]
    public void Units_have_the_indicators_too_as_their_summary_makes_them()
    {
        using var bench = Bench();
        bench.Write("reportc.yaml", bench.Read("reportc.yaml") + "  - {键: 热线, 汇总: 最大}\n  - {键: 网站, 汇总: 不汇总}\n");
        foreach (var (file, numbers) in (ValueTuple<string, string>[])[("2021/甲", "热线: 2, 网站: 1"), ("2022/甲", "热线: 5, 网站: 2"),
            ("2021/乙", "热线: 3"), ("2021/丙", "热线: 4"), ("2022/丁", "热线: 6, 网站: 3")])
            bench.Write($"data/{file}.yaml", bench.Read($"data/{file}.yaml")
                .Replace("{条数: ", $"{{{numbers}, 条数: ", StringComparison.Ordinal));

        var run = bench.Run("diff", "2021", "2022", "--units");

        Assert.Contains("甲局                 2021  2022\n  主动公开.行政许可    10    51  +41  跳变\n"
            + "  指标.热线             2     5   +3\n  指标.网站             1     2   +1\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("乙局、丙局 → 丁局    2021  2022\n  主动公开.行政许可    20   101  +81  跳变\n"
            + "  指标.热线             4     6   +2\n  指标.网站             -     3\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_were_one_are_compared_by_their_sum()
    {
        using var bench = Bench();
        bench.Write("data/2020/甲.yaml", Of("甲局", 2020, "无", 2)
            .Replace("依申请公开: 无", "依申请公开: {本年新收: {自然人: 30}, 办理结果: {其他处理: {自然人: 30}}}",
                StringComparison.Ordinal))
            .Write("data/2021/甲.yaml", Of("甲局", 2021, "无", 2)
                .Replace("依申请公开: 无",
                    "依申请公开: {本年新收: {自然人: 5}, 办理结果: {其他处理: {逾期不补正: {自然人: 3}, 其他: {自然人: 2}}}}",
                    StringComparison.Ordinal));

        var text = bench.Run("diff", "2020", "2021", "--units", "--lang", "en").Out;
        var back = bench.Run("diff", "2021", "2020").Out;
        using var json = JsonDocument.Parse(bench.Run("diff", "2020", "2021", "--format", "json").Out);

        Assert.Matches(@"\n甲局 [^甲]+  依申请公开.办理结果.其他处理.自然人 +30 +5  -25  jump, the sum of 3 cells in edition 2021\n", text);
        Assert.DoesNotContain("逾期不补正", text, StringComparison.Ordinal);
        Assert.Matches(@"  依申请公开.办理结果.其他处理.自然人 +5 +30  \+25  2021 版是 3 格之和\n", back);
        var joined = json.RootElement.GetProperty("totals").EnumerateArray()
            .Single(c => c.GetProperty("cell").GetString() == "依申请公开.办理结果.其他处理.自然人").GetProperty("joined");
        Assert.Equal("""{"before":["依申请公开.办理结果.其他处理.自然人"],"after":["""
            + """
              "依申请公开.办理结果.其他处理.逾期不补正.自然人",
              """
            + """
              "依申请公开.办理结果.其他处理.逾期不缴费.自然人","依申请公开.办理结果.其他处理.其他.自然人"]}
              """,
            JsonSerializer.Serialize(joined, Plain));
    }

    [Fact]
    public void Years_further_apart_follow_the_units_too()
    {
        using var bench = Bench();

        var run = bench.Run("diff", "2020", "2022", "--units");

        Assert.Contains("\n丁局（前一年度没有）", run.Out, StringComparison.Ordinal);
        Assert.Contains("主动公开.行政许可      -   101\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_rule_as_jump_decides()
    {
        using var bench = Bench();

        var found = bench.Run("check", "2022", "--format", "json").Out;
        using var check = JsonDocument.Parse(found);
        using var diff = JsonDocument.Parse(bench.Run("diff", "2021", "2022", "--units", "--format", "json").Out);

        var jumps = diff.RootElement.GetProperty("units").EnumerateArray()
            .SelectMany(u => u.GetProperty("changes").EnumerateArray().Where(c => c.GetProperty("jump").GetBoolean())
            .Select(c => (u.GetProperty("after")[0].GetString(), c.GetProperty("cell").GetString())));
        var findings = check.RootElement.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("rule").GetString() == "jump")
            .Select(d => (d.GetProperty("unit").GetString(), d.GetProperty("cell").GetString()));
        Assert.NotEmpty(findings);
        Assert.Equal(findings.Order(), jumps.Order());
    }

    [Fact]
    public void Programs_get_every_cell_that_is_not_the_same()
    {
        using var bench = Bench();

        using var json = JsonDocument.Parse(bench.Run("diff", "2021", "2022", "--format", "json").Out);

        var root = json.RootElement;
        Assert.Equal(["version", "before", "after", "editions", "complete", "authority", "totals", "units", "jumps"], root.EnumerateObject()
            .Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("units").ValueKind);
        var change = Assert.Single(root.GetProperty("totals").EnumerateArray());
        Assert.Equal("""{"cell":"主动公开.行政许可","gloss":"proactive disclosure, licences","""
            + """
              "countedIn":"件","before":"30","after":"152","jump":true,"joined":null}
              """,
            JsonSerializer.Serialize(change, Plain));
    }

    [Fact]
    public void The_page_stands_alone_and_escapes_names()
    {
        using var bench = Bench();
        bench.Write("reportc.yaml", bench.Read("reportc.yaml").Replace("某县人民政府", "\"A<B & C\"", StringComparison.Ordinal));

        var page = bench.Run("diff", "2021", "2022", "--format", "html").Out;

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n", page, StringComparison.Ordinal);
        Assert.Contains("<h2>A&lt;B &amp; C</h2>\n<table>\n<caption>主动公开</caption>\n", page, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"jump\"><th scope=\"row\">行政许可 <small>跳变</small></th>"
            + "<td>30</td><td>152</td><td>+122</td><td>+406.7</td></tr>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"doubt\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30", "20", "-33.3")]
    [InlineData("3", "0", "-100.0")]
    [InlineData("8", "9", "+12.5")]
    [InlineData("1", "102", "100 倍以上")]
    [InlineData("100000", "100001", "0.0")]
    [InlineData("0", "9", "")]
    [InlineData("1", "900000000000000000", "100 倍以上")]
    public void The_page_says_how_much_of_what_it_was_a_figure_changed(string before, string after, string percent)
    {
        using var bench = new Workbench().Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局]\n")
            .Write("data/2021/甲.yaml", Of("甲局", 2021, $"{{行政许可: {before}}}", 0).Replace("指标: {条数: 0}\n", "",
                StringComparison.Ordinal))
            .Write("data/2022/甲.yaml", Of("甲局", 2022, $"{{行政许可: {after}}}", 0).Replace("指标: {条数: 0}\n", "",
                StringComparison.Ordinal));

        var page = bench.Run("diff", "2021", "2022", "--format", "html").Out;

        Assert.Contains($"<td>{before}</td><td>{after}</td>", page, StringComparison.Ordinal);
        Assert.Contains($"<td>{percent}</td></tr>\n", page, StringComparison.Ordinal);
    }

    /// <summary>Whichever of them changed, and though a table of two editions has rows that one of them lacks.</summary>
    [Fact]
    public void Tables_of_the_page_stand_in_the_order_of_the_form()
    {
        using var bench = new Workbench().Copy("samples/shuimogou", "p");
        string[] form = ["主动公开", "依申请公开", "复议诉讼", "指标"];

        var units = bench.Run("diff", "2020", "2021", "--units", "--format", "html", "-p", "p").Out.Split("<h2>")[1..]
            .Select(s => s.Split("<caption>")[1..].Select(c => c[..c.IndexOf('<', StringComparison.Ordinal)]).ToList()).ToList();

        Assert.All(units, tables => Assert.Equal(form.Where(tables.Contains), tables));
        Assert.Contains(units, tables => tables.Count == form.Length);
    }

    [Fact]
    public void A_faulty_year_is_marked_in_the_page_and_for_programs()
    {
        using var bench = Workbench.WithProject(Workbench.Broken).AddYear(2020);

        var page = bench.Run("diff", "2020", "2021", "--format", "html").Out;
        using var json = JsonDocument.Parse(bench.Run("diff", "2020", "2021", "--format", "json").Out);

        Assert.Contains("<p class=\"doubt\">2021 年的数据不全或有误，数字可能会变</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2020 年的数据不全", page, StringComparison.Ordinal);
        var complete = json.RootElement.GetProperty("complete");
        Assert.Equal((true, false), (complete.GetProperty("before").GetBoolean(), complete.GetProperty("after").GetBoolean()));
    }

    [Theory]
    [InlineData("要写两个年度", "2021")]
    [InlineData("没有 1999 年的数据", "2021", "1999")]
    [InlineData("--format 不能是“xml”", "2021", "2022", "--format", "xml")]
    public void Wrong_words_are_refused(string answer, params string[] words)
    {
        using var bench = Bench();

        var run = bench.Run(["diff", .. words]);

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
