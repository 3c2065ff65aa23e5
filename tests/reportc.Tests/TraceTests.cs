using Xunit;

namespace ReportCompiler.CommandLine.Tests;

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
        .Write("data/2021/丙.yaml", "单位: 丙局\n年度: 2021\n主动公开:\n  行政许可: 40\n依申请公开: 无\n复议诉讼: 无\n指标: {信息条数: 5, 最高: 9}\n")
        .Write("data/2020/乙.yaml", "单位: 乙局\n年度: 2020\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n")
        .Write("data/2020/甲.yaml", "单位: 甲局\n年度: 2020\n主动公开: 无\n依申请公开:\n  本年新收: {商业企业: 2, 总计: 2}\n  办理结果: {予以公开: {商业企业: 2}}\n复议诉讼: 无\n");

    [Fact]
    public void Shares_parts_and_years_are_shown()
    {
        using var bench = Bench();

        var run = bench.Run("trace", "依申请公开.本年新收.总计");

        Assert.Equal(("""
            依申请公开.本年新收.总计
            2021 年，某县人民政府：3 件

            各单位：
              丙局（前身：乙局）  无  data/2021/丙.yaml:5
              甲局                 3  data/2021/甲.yaml:5
              合计                 3

            由这些数得出：
              依申请公开.本年新收.自然人        3
              依申请公开.本年新收.商业企业      0
              依申请公开.本年新收.科研机构      0
              依申请公开.本年新收.社会公益组织  0
              依申请公开.本年新收.法律服务机构  0
              依申请公开.本年新收.其他          0

            各年：
              2020  2
              2021  3

            """, "", 0), (run.Out, run.Error, run.Status));
    }

    [Fact]
    public void An_edition_without_the_cell_says_so()
    {
        using var bench = Bench();

        var run = bench.Run("trace", "主动公开.行政许可", "2021", "--lang", "en");

        Assert.EndsWith("Years:\n  2020   -  edition 2019 has no such cell\n  2021  40\n", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("主动公开.行政许可 (proactive disclosure, licences", run.Out, StringComparison.Ordinal);
        Assert.Contains("  丙局 (before: 乙局)", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("依申请公开.一、本年新收政府信息公开申请数量.自然人", "依申请公开.本年新收.自然人")]
    [InlineData("收到和处理政府信息公开申请情况.三、本年度办理结果.（三）不予公开.1.属于国家秘密.总 计", "依申请公开.办理结果.不予公开.属于国家秘密.总计")]
    [InlineData("主动公开.行政许可", "主动公开.行政许可")]
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

        Assert.Contains("  合计                12\n", sum, StringComparison.Ordinal);
        Assert.Contains("某县人民政府: 9 件\nthe district's figure is the largest of the units'\n", largest, StringComparison.Ordinal);
        Assert.DoesNotContain("total", largest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_total_that_contradicts_its_details_does_not_count()
    {
        using var bench = Bench().Write("data/2021/甲.yaml", Workbench.Sound.Replace("本年新收: {自然人: 3}", "本年新收: {自然人: 3, 总计: 8}", StringComparison.Ordinal));

        var run = bench.Run("trace", "依申请公开.本年新收.总计");

        Assert.Equal(0, run.Status);
        Assert.Contains("某县人民政府：3 件", run.Out, StringComparison.Ordinal);
        Assert.Contains("3（自报 8）", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_in_doubt_are_traced_with_a_note()
    {
        using var bench = Bench().Write("data/2021/丙.yaml", "单位: 丙局\n年度: 2021\n主动公开: {行政许可: 十二}\n依申请公开: 无\n复议诉讼: 无\n");

        var run = bench.Run("trace", "主动公开.行政许可");

        Assert.Equal(0, run.Status);
        Assert.Contains("有误  data/2021/丙.yaml:3", run.Out, StringComparison.Ordinal);
        Assert.Equal("注意：2021 年的数据不全或有误，数字可能会变；运行 reportc check 2021 查看\n", run.Error);
    }

    [Theory]
    [InlineData("是不是“依申请公开.本年新收.自然人”？", "依申请公开.本年新手.自然人")]
    [InlineData("“依申请公开.本年新收”下面还有：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计", "依申请公开.本年新收")]
    [InlineData("是不是“指标.信息条数”？", "指标.信息条")]
    [InlineData("路径以表开头：主动公开、依申请公开、复议诉讼", "xyz")]
    [InlineData("没有写单元格")]
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
