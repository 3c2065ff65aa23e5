using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>trace</c>.</summary>
public sealed class TraceTests
{
    private const string Project = """
        机关: 某县人民政府
        单位:
          - {名称: 乙局, 至: 2020}
          - {名称: 丙局, 自: 2021, 前身: [乙局]}
          - 甲局
        指标:
          - {键: 信息条数, 名称: 发布信息, 计量: 条}
          - {键: 最高, 名称: 最高一个, 计量: 件, 汇总: 最大}

        """;

    private static Workbench Bench() => new Workbench()
        .Write("reportc.yaml", Project)
        .Write("data/2021/甲.yaml", Workbench.Sound + "指标: {信息条数: 7, 最高: 4}\n")
        .Write("data/2021/丙.yaml",
            "单位: 丙局\n年度: 2021\n主动公开:\n  行政许可: 40\n依申请公开: 无\n复议诉讼: 无\n指标: {信息条数: 5, 最高: 9}\n")
        .Write("data/2020/乙.yaml", "单位: 乙局\n年度: 2020\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n")
        .Write("data/2020/甲.yaml", "单位: 甲局\n年度: 2020\n主动公开: 无\n依申请公开:\n  本年新收: {商业企业: 2, 总计: 2}\n"
            + "  办理结果: {予以公开: {商业企业: 2}}\n复议诉讼: 无\n");

    [Fact]
    public void Shares_parts_and_years_are_shown()
    {
        using var bench = Bench();

        var run = bench.Run("trace", "依申请公开.本年新收.总计");

        Assert.Equal(("""
            依申请公开.本年新收.总计
            2021 年，某县人民政府：3 件

            各单位                2021  2020
            某县人民政府             3     2
            ├─ 甲局                  3     2  data/2021/甲.yaml:5
            └─ 其余 1 个单位为 0

            由这些格得出
            依申请公开.本年新收.自然人  3
            └─ 甲局                     3  data/2021/甲.yaml:5
            其余 5 格为 0

            各年
              2020  2
              2021  3

            """, "", 0), (run.Out, run.Error, run.Status));
    }

    [Fact]
    public void Shares_of_0_are_shown_with_v()
    {
        using var bench = Bench();

        var run = bench.Run("trace", "依申请公开.本年新收.总计", "-v");

        Assert.Contains("""
            某县人民政府              3     2
            ├─ 丙局（前身：乙局）    无     0  data/2021/丙.yaml:5
            └─ 甲局                   3     2  data/2021/甲.yaml:5

            """, run.Out, StringComparison.Ordinal);
        Assert.Contains("\n依申请公开.本年新收.其他          0\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_without_the_cell_says_what_it_has()
    {
        using var bench = Bench();

        var run = bench.Run("trace", "主动公开.行政许可", "2021", "--lang", "en");

        Assert.EndsWith(
            "Years\n  2020   —  edition 2019 has no such cell but 上一年项目数量, 本年增减, 处理决定数量 below it\n  2021  40\n", run.Out,
            StringComparison.Ordinal);
        Assert.StartsWith("主动公开.行政许可 (proactive disclosure, licences", run.Out, StringComparison.Ordinal);
        Assert.Contains("─ 丙局 (before: 乙局)    40  data/2021/丙.yaml:4\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_in_a_column_is_followed_into_the_edition_that_has_it_as_one_row()
    {
        const string Otherwise = "依申请公开.办理结果.其他处理";
        using var bench = new Workbench().Write("reportc.yaml", "机关: 某县人民政府\n")
            .Write("data/2017/甲.yaml", "单位: 甲局\n年度: 2017\n")
            .Write("data/2019/甲.yaml", OfOtherwise(2019, "其他处理: {自然人: 5}"))
            .Write("data/2021/甲.yaml", OfOtherwise(2021, "其他处理: {逾期不补正: {自然人: 1}, 其他: {自然人: 3}}"));

        var together = bench.Run("trace", Otherwise + ".自然人", "--lang", "en");
        var one = bench.Run("trace", Otherwise + ".其他.自然人").Out;
        var former = bench.Run("trace", Otherwise + ".自然人", "2019").Out;

        const string Late = "依申请公开.办理结果.其他处理.逾期不补正.自然人";
        Assert.Equal($"""
            依申请公开.办理结果.其他处理.自然人 (disclosure on request, outcomes, handled otherwise, natural persons)
            2021, 某县人民政府: 4 件

            Units         2021
            某县人民政府     4
            └─ 甲局          4  data/2021/甲.yaml:8

            Made of
            {Late}  1  disclosure on request, outcomes, handled otherwise, not corrected in time, natural persons
            └─ 甲局                                         1  data/2021/甲.yaml:8
            依申请公开.办理结果.其他处理.其他.自然人        3  disclosure on request, outcomes, handled otherwise, others, natural persons
            └─ 甲局                                         3  data/2021/甲.yaml:8
            1 other cell is 0

            Years
              2017  —  edition 2014 has no such cell
              2019  5  edition 2019: 依申请公开.办理结果.其他处理.自然人
              2021  4

            """, together.Out);
        Assert.Contains("  2019  —  2019 版不单列，合在 依申请公开.办理结果.其他处理.自然人 中\n  2021  3\n", one,
            StringComparison.Ordinal);
        Assert.EndsWith("各年\n  2017  —  2014 版没有这一格\n  2019  5\n", former, StringComparison.Ordinal);

        static string OfOtherwise(int year, string outcome) =>
            $"单位: 甲局\n年度: {year}\n主动公开: 无\n依申请公开:\n  本年新收: {{自然人: 5}}\n  办理结果:\n    予以公开: 无\n"
                + $"    {outcome}\n复议诉讼: 无\n";
    }

    [Theory]
    [InlineData("依申请公开.一、本年新收政府信息公开申请数量.自然人", "依申请公开.本年新收.自然人")]
    [InlineData("收到和处理政府信息公开申请情况.三、本年度办理结果.（三）不予公开.1.属于国家秘密.总 计",
        "依申请公开.办理结果.不予公开.属于国家秘密.总计")]
    [InlineData("主动公开.行政许可", "主动公开.行政许可")]
    [InlineData("依申请公开．本年新收．总计", "依申请公开.本年新收.总计")]
    [InlineData("依申请公开。本年新收。总计", "依申请公开.本年新收.总计")]
    [InlineData("依申请公开·本年新收·总计", "依申请公开.本年新收.总计")]
    [InlineData("依申请公开.办理结果.不予公开.总计", "依申请公开.办理结果.不予公开.总计")]
    [InlineData("依申请公开 本年新收 总计", "依申请公开.本年新收.总计")]
    [InlineData("依申请公开　一、本年新收政府信息公开申请数量　总计", "依申请公开.本年新收.总计")]
    public void A_path_may_be_written_with_labels(string written, string path)
    {
        using var bench = Bench();

        var run = bench.Run("trace", written);

        Assert.Equal((0, path), (run.Status, run.Out.Split('\n')[0]));
    }

    [Fact]
    public void An_indicator_is_traced_by_the_way_it_is_summed()
    {
        using var bench = Bench();

        var sum = bench.Run("trace", "指标.信息条数").Out;
        var largest = bench.Run("trace", "指标.最高一个", "--lang", "en").Out;

        Assert.Contains("\n某县人民政府             12     0\n"
            + "├─ 丙局（前身：乙局）     5     0  data/2021/丙.yaml:7\n"
            + "└─ 甲局                   7     0  data/2021/甲.yaml:12\n", sum, StringComparison.Ordinal);
        Assert.EndsWith("Years\n  2020  not stated\n  2021           9\n", largest, StringComparison.Ordinal);
        Assert.Contains("某县人民政府: 9 件\nthe figure is the largest of the units'\n", largest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_total_that_contradicts_its_details_does_not_count()
    {
        using var bench = Bench()
            .Write("data/2021/甲.yaml",
                Workbench.Sound.Replace("本年新收: {自然人: 3}", "本年新收: {自然人: 3, 总计: 8}", StringComparison.Ordinal));

        var run = bench.Run("trace", "依申请公开.本年新收.总计");

        Assert.Equal(0, run.Status);
        Assert.Contains("某县人民政府：3 件", run.Out, StringComparison.Ordinal);
        Assert.Contains("├─ 甲局                  3     2  data/2021/甲.yaml:5（自报 8，按明细计 3）\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_in_doubt_are_traced_with_a_note()
    {
        using var bench = Bench()
            .Write("data/2021/丙.yaml", "单位: 丙局\n年度: 2021\n主动公开: {行政许可: 十二}\n依申请公开: 无\n复议诉讼: 无\n");

        var run = bench.Run("trace", "主动公开.行政许可");

        Assert.Equal(0, run.Status);
        Assert.Contains("某县人民政府：0 件（数据不全或有误）\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("有误  data/2021/丙.yaml:3", run.Out, StringComparison.Ordinal);
        Assert.Contains("  不完整\n", run.Out, StringComparison.Ordinal);
        Assert.Equal("注意：2021 年的数据不全或有误，数字可能会变；运行 reportc check 2021 查看\n", run.Error);
    }

    [Theory]
    [InlineData("是不是“依申请公开.本年新收.自然人”？", "依申请公开.本年新手.自然人")]
    [InlineData("“依申请公开.本年新收”下面还有：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计", "依申请公开.本年新收")]
    [InlineData("是不是“指标.信息条数”？", "指标.信息条")]
    [InlineData("路径以表开头：主动公开、依申请公开、复议诉讼", "xyz")]
    [InlineData("“依申请公开”下面还有：本年新收、上年结转、办理结果、结转下年度", "依申请公开")]
    [InlineData("“依申请公开.办理结果.不予公开”不是一个单元格", "收到和处理政府信息公开申请情况.三、本年度办理结果.（三）不予公开")]
    [InlineData("；各项之和写 依申请公开.办理结果.不予公开.总计", "依申请公开.办理结果.不予公开")]
    [InlineData("“依申请公开.办理结果.其他处理.其他”下面还有：自然人", "依申请公开.办理结果.其他处理.其他")]
    [InlineData("本机关的指标：指标.信息条数、指标.最高", "指标")]
    [InlineData("2019 版有这一格，可查 2020 年", "主动公开.行政许可.处理决定数量")]
    [InlineData("是不是“主动公开.行政许可”？", "主动公开.行政许司", "2020")]
    [InlineData("没有单元格“依申请公开.本年新收.总记”", "依申请公开 本年新收 总记")]
    [InlineData("没有写单元格")]
    [InlineData("没有写单元格", "2021")]
    [InlineData("--depth 后面不是层数：“0”", "主动公开.行政许可", "--depth", "0")]
    [InlineData("--format 不能是“yaml”", "主动公开.行政许可", "--format", "yaml")]
    [InlineData("多写了“2022”", "主动公开.行政许可", "2021", "2022")]
    [InlineData("没有 1999 年的数据", "主动公开.行政许可", "1999")]
    [InlineData("这里只能写一个年度", "主动公开.行政许可", "2020..2021")]
    public void Wrong_words_are_answered_with_what_to_write(string answer, params string[] words)
    {
        using var bench = Bench();

        var run = bench.Run(["trace", .. words]);

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021", "主动公开.行政许可")]
    [InlineData("主动公开.行政许可", "2021年")]
    [InlineData("主动公开.行政许可", "２０２１")]
    [InlineData("主动公开", "行政许可", "2021")]
    public void The_year_may_stand_first_and_a_path_may_be_written_with_spaces(params string[] words)
    {
        using var bench = Bench();

        var run = bench.Run(["trace", .. words]);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.StartsWith("主动公开.行政许可\n2021 年，某县人民政府：40 件\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void With_json_a_failure_is_json_too()
    {
        using var bench = Bench();

        using var json = JsonDocument.Parse(bench.Run("trace", "xyz", "--format", "json").Out);

        Assert.Equal("usage", json.RootElement.GetProperty("diagnostics")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void A_faulty_project_is_reported()
    {
        using var bench = Bench().Write("reportc.yaml", "机关: [\n");

        var run = bench.Run("trace", "主动公开.行政许可");

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains("reportc.yaml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_project_is_looked_into()
    {
        using var bench = new Workbench().AddProject(folder: "all/a").AddProject(folder: "all/b");

        var run = bench.Run("trace", "主动公开.行政许可", "-p", "all");

        Assert.Equal(2, run.Status);
        Assert.Contains("-p all/a", run.Error, StringComparison.Ordinal);
    }
}
