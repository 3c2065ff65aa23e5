using System.Text;
using Reportc.Files;
using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>new</c>.</summary>
public sealed class NewTests
{
    private const string Pending = "单位: 甲局\n年度: 2021\n主动公开: 无\n依申请公开: {本年新收: {自然人: 3}, 结转下年度: {自然人: 3}}\n"
        + "复议诉讼: 无\n";

    private const string Nothing = "单位: 甲局\n年度: 2021\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n";

    private static Workbench Bench() => new Workbench()
        .Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局, 乙局, {名称: 丙局, 至: 2021}, {名称: 丁局, 自: 2022}]\n")
        .Write("data/2021/甲的.yml", Pending)
        .Write("data/2021/乙局.yaml", Nothing.Replace("甲局", "乙局", StringComparison.Ordinal))
        .Write("data/2021/丙局.yaml", Nothing.Replace("甲局", "丙局", StringComparison.Ordinal));

    [Fact]
    public void Every_unit_due_has_its_file()
    {
        using var bench = Bench();

        var run = bench.Run("new", "2022");

        Assert.Equal((0, "data/2022/甲的.yml\ndata/2022/乙局.yaml\ndata/2022/丁局.yaml\n"), (run.Status, Data(run.Out)));
        Assert.Equal("写入 5 个文件；填好“待填”的各行，运行 reportc check 2022\n", run.Error);
        Assert.Contains("  上年结转: {自然人: 3} ", bench.Read("data/2022/甲的.yml"), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', bench.Read("data/2022/甲的.yml"));
        Assert.False(File.ReadAllBytes(bench.Full("data/2022/甲的.yml")).AsSpan().StartsWith(Encoding.UTF8.Preamble));
    }

    [Fact]
    public void What_is_left_to_fill_in_is_told_file_by_file()
    {
        using var bench = Bench();
        bench.Run("new", "2022");

        var check = bench.Run("check", "data/2022/甲的.yml");

        Assert.Equal(1, check.Status);
        Assert.Equal("""
            错误[RC1021]：“甲局”有 32 处还没有填
              --> data/2022/甲的.yml:14:7
               |
            14 |   规章: 待填              # 件
            15 |   行政规范性文件: 待填    # 件
            17 |   行政许可: 待填          # 件
            19 |   行政处罚: 待填          # 件
            20 |   行政强制: 待填          # 件
            22 |   行政事业性收费: 待填    # 万元
            27 |   本年新收: 待填                        # 一、本年新收政府信息公开申请数量（件）
            30 |     予以公开: 待填                      # （一）予以公开（件）
            31 |     部分公开: 待填                      # （二）部分公开（区分处理的，只计这一情形，不计其他情形）（件）
            33 |       属于国家秘密: 待填                # 1.属于国家秘密（件）
               = 还有第 34-40, 42-44, 46-50, 52-54, 56, 61, 63-64 行（-v 全部列出）
               = 改法：填上数字；没有的写 无


            """, check.Out[..(check.Out.LastIndexOf("\n1 个单位", StringComparison.Ordinal) + 1)]);
        var all = bench.Run("check", "data/2022/甲的.yml", "-v", "--lang", "en").Out;
        Assert.Contains("error[RC1021]: 甲局 has 32 places that are not filled in yet\n", all, StringComparison.Ordinal);
        Assert.Contains("\n64 |   复议后起诉: 待填", all, StringComparison.Ordinal);
        Assert.DoesNotContain("and lines", all, StringComparison.Ordinal);
        // Programs are told each.
        Assert.Equal(32, bench.Run("check", "data/2022/甲的.yml", "--format", "json").Out.Split("\"rule\": \"unfilled\"").Length - 1);
    }

    [Fact]
    public void Two_places_are_told_one_by_one()
    {
        using var bench = new Workbench()
            .Write("a.yaml", Workbench.Sound.Replace("复议诉讼: 无", "复议诉讼: {行政复议: 待填, 复议后起诉: 待填}",
                StringComparison.Ordinal));

        var check = bench.Run("check", "a.yaml").Out;

        Assert.Contains("“复议诉讼.行政复议”还没有填", check, StringComparison.Ordinal);
        Assert.Contains("“复议诉讼.复议后起诉”还没有填", check, StringComparison.Ordinal);
    }

    [Fact]
    public void Filled_in_it_is_right()
    {
        using var bench = Bench();
        bench.Run("new", "2022");
        foreach (var file in bench.Files("data/2022")) bench.Write(file, bench.Read(file).Replace("待填", "无", StringComparison.Ordinal));

        // Whoever carried cases over must say what became of them; the others are done.
        var done = bench.Run("check", "data/2022/乙局.yaml", "data/2022/丁局.yaml");
        Assert.True(done.Status == 0, done.Out);
        Assert.Contains("不平：本年新收 0 + 上年结转 3 = 3", bench.Run("check", "data/2022/甲的.yml").Out, StringComparison.Ordinal);
        bench.Write("data/2022/甲的.yml",
            bench.Read("data/2022/甲的.yml").Replace("予以公开: 无", "予以公开: {自然人: 3}", StringComparison.Ordinal)
            .ReplaceLineEndings("\r\n"));
        Assert.Equal(0, bench.Run("build", "2022").Status);
    }

    [Fact]
    public void Files_that_are_there_are_left()
    {
        using var bench = Bench()
            .Write("data/2022/先报的.yaml", Workbench.Sound.Replace("年度: 2021", "年度: 2022", StringComparison.Ordinal))
            .Write("data/2022/乙局.yaml", "单位: [");
        var before = (bench.Read("data/2022/先报的.yaml"), bench.Read("data/2022/乙局.yaml"));

        var run = bench.Run("new", "2022", "--lang", "en");

        Assert.Equal((0, "data/2022/丁局.yaml\n"), (run.Status, Data(run.Out)));
        Assert.Equal("""
            there already, left as it is: data/2022/先报的.yaml (甲局)
            there already, left as it is: data/2022/乙局.yaml (乙局)
            3 files written, 2 there already; fill in what is 待填, then run reportc check 2022

            """, run.Error);
        Assert.Equal(before, (bench.Read("data/2022/先报的.yaml"), bench.Read("data/2022/乙局.yaml")));
        var again = bench.Run("new", "2022", "-q");
        Assert.Equal((0, "", ""), (again.Status, again.Out, again.Error));
    }

    [Fact]
    public void A_file_that_came_just_now_is_not_overwritten()
    {
        using var bench = new Workbench().Write("data/甲.yaml", "mine\n");

        var failure = Assert.Throws<Failure>(() => DiskWriter.Create(bench.Full("data"),
            [("乙.yaml", "new\n"u8.ToArray()), ("甲.yaml", "new\n"u8.ToArray())]));

        Assert.EndsWith("甲.yaml：已经有这个文件", failure.Diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal("mine\n", bench.Read("data/甲.yaml"));
        Assert.DoesNotContain(bench.Files("data"), f => f.Contains("/.", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_units_named()
    {
        using var bench = Bench();

        var run = bench.Run("new", "2022", "丁局", "乙局", "丁局");

        Assert.Equal((0, "data/2022/丁局.yaml\ndata/2022/乙局.yaml\n"), (run.Status, Data(run.Out)));
    }

    [Theory]
    [InlineData("没有写年度")]
    [InlineData("“甲局”不是年度", "甲局")]
    [InlineData("“21”不是年度", "21")]
    [InlineData("名册中没有“甲具”\n = 改法：是不是“甲局”？", "2022", "乙局", "甲具")]
    [InlineData("名册中没有“2023”", "2022", "2023")]
    [InlineData("名册中“丙局”2022 年不报送", "2022", "丙局")]
    [InlineData("没有适用于 2013 年的格式", "2013")]
    [InlineData("没有选项“--all”", "2022", "--all")]
    public void Wrong_words_are_refused(string answer, params string[] words)
    {
        using var bench = Bench();
        var before = bench.Files();

        var run = bench.Run(["new", .. words]);

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Files());
    }

    [Fact]
    public void A_year_before_that_is_missing_or_faulty_is_told()
    {
        using var bench = Bench()
            .Write("data/2021/甲的.yml", Pending.Replace("结转下年度: {自然人: 3}", "结转下年度: {自然人: 2}", StringComparison.Ordinal));

        var first = bench.Run("new", "2021", "-p", bench.Write("空/reportc.yaml", "机关: 甲局\n").Full("空"));
        var faulty = bench.Run("new", "2022");

        Assert.Contains("没有 2020 年的数据：取自上年的数也待填，照上年的报告填\n", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("RC3002", first.Error, StringComparison.Ordinal);
        Assert.Contains("  上年结转: 待填 ", bench.Read("空/data/2021/甲局.yaml"), StringComparison.Ordinal);
        Assert.Contains("警告[RC3002]：2021 年“甲局”的文件有错误，取自上年的数没有填\n --> data/2021/甲的.yml:1:5", faulty.Error,
            StringComparison.Ordinal);
        Assert.Contains("  上年结转: 待填 ", bench.Read("data/2022/甲的.yml"), StringComparison.Ordinal);
        Assert.Equal((0, 0), (first.Status, faulty.Status));
    }

    [Fact]
    public void Without_a_roster_those_who_filed_the_year_before_are_due()
    {
        using var bench = Bench().Write("reportc.yaml", "机关: 某县人民政府\n");

        Assert.Equal("data/2022/丙局.yaml\ndata/2022/乙局.yaml\ndata/2022/甲的.yml\n", Data(bench.Run("new", "2022").Out));
        var other = bench.Run("new", "2022", "甲局二");
        Assert.Equal(0, other.Status);
        Assert.Contains("2021 年没有“甲局二”的文件", other.Error, StringComparison.Ordinal);
        Assert.Contains("是不是“甲局”？", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bureau_of_its_own_has_one_file()
    {
        using var bench = new Workbench().Write("reportc.yaml", "机关: 甲局\n指标: [{键: 访问量, 计量: 次, 汇总: 不汇总}]\n")
            .Write("data/2021/a.yaml", Pending);

        Assert.Equal("data/2022/a.yaml\n", Data(bench.Run("new", "2022").Out));

        var text = bench.Read("data/2022/a.yaml");
        Assert.Contains("  上年结转: {自然人: 3} ", text, StringComparison.Ordinal);
        Assert.Contains("  访问量: 待填    # 次\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_authorities_make_their_own_files()
    {
        using var bench = Workbench.WithProject(folder: "下/甲县").Write("reportc.yaml", "机关: 某市人民政府\n下级: [下/*]\n");

        var run = bench.Run("new", "2022");

        Assert.Equal((0, ""), (run.Status, Data(run.Out)));
        Assert.Equal("没有应报的单位，没有写数据文件\n", run.Error);
    }

    [Fact]
    public void The_schemas_that_the_files_name_are_there_and_up_to_date()
    {
        using var bench = Bench();

        var first = bench.Run("new", "2022", "乙局").Out;
        bench.Write("reportc.yaml", bench.Read("reportc.yaml") + "指标: [{键: 访问量, 计量: 次, 汇总: 求和}]\n");
        var second = bench.Run("new", "2022", "甲局").Out;
        var third = bench.Run("new", "2022", "丁局").Out;

        Assert.Equal("data/2022/乙局.yaml\n.reportc/reportc.schema.json\n.reportc/2021.schema.json\n", first);
        Assert.Equal("data/2022/甲的.yml\n.reportc/2021.schema.json\n", second);
        Assert.Equal("data/2022/丁局.yaml\n", third);
        Assert.Equal(bench.Run("schema", "2022").Out, bench.Read(".reportc/2021.schema.json"));
        Assert.Equal(bench.Run("schema", "reportc.yaml").Out, bench.Read(".reportc/reportc.schema.json"));
        foreach (var file in bench.Files("data/2022"))
        {
            var modeline = bench.Read(file).Split('\n')[0];
            Assert.StartsWith("# yaml-language-server: $schema=", modeline, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Join(Path.GetDirectoryName(bench.Full(file)), modeline.Split('=')[1])), modeline);
        }
    }

    /// <summary>The data files of a list; schemas are another matter.</summary>
    private static string Data(string list) =>
        string.Concat(list.Split('\n').Where(l => l.Contains("data/", StringComparison.Ordinal)).Select(l => l + "\n"));

    [Fact]
    public void Forms_for_a_spreadsheet_lie_beside_the_data_files_and_are_never_overwritten()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("new", "2022", "--format", "xlsx");
        Assert.Equal((0, "data/2022/甲局.xlsx\n"), (run.Status, run.Out));
        Assert.Contains(
            "写入 1 份表格；发给各单位用 Excel 或 WPS 填，收回后运行 reportc import data/2022\n", run.Error, StringComparison.Ordinal);
        var form = File.ReadAllBytes(bench.Full("data/2022/甲局.xlsx"));

        bench.Write("data/2022/甲局.xlsx", "filled");
        var again = bench.Run("new", "2022", "--format", "xlsx", "--lang", "en");
        Assert.Equal((0, ""), (again.Status, again.Out));
        Assert.Contains("there already, left as it is: data/2022/甲局.xlsx (甲局)", again.Error, StringComparison.Ordinal);
        Assert.Equal("filled", bench.Read("data/2022/甲局.xlsx"));

        // Elsewhere, and of one unit: the same bytes.
        Assert.Equal("forms/甲局.xlsx\n", bench.Run("new", "2022", "甲局", "--format", "xlsx", "-o", "forms").Out);
        Assert.Equal(form, File.ReadAllBytes(bench.Full("forms/甲局.xlsx")));
    }

    [Fact]
    public void A_folder_is_for_forms()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("new", "2022", "-o", "forms");

        Assert.Equal(2, run.Status);
        Assert.Contains("-o 只用于 --format xlsx", run.Error, StringComparison.Ordinal);
        Assert.False(bench.Has("data/2022/甲局.yaml"));
    }

    /// <summary>No figure of last year comes into this year's report because nobody looked: the build names each that is left.</summary>
    [Fact]
    public void A_narrative_begins_with_last_years_without_its_figures()
    {
        using var bench = Workbench.WithProject();
        bench.Write("narrative/2021.md", """
            依据第49条。

            ## 一、总体情况

            2021年，较2020年新收{{ 依申请公开.本年新收.总计 }}件；
            回复留言1,234条，占 12.5%。电话 4684320。
            2021年1月1日起，见[附件](a12件.pdf)。

            """);

        var run = bench.Run("new", "2022", "--narrative");

        Assert.Equal((0, "narrative/2022.md\n"), (run.Status, run.Out));
        Assert.Contains("2 处数字待填", run.Error, StringComparison.Ordinal);
        Assert.Equal("""
            依据第49条。

            ## 一、总体情况

            {{ 年度 }}年，较{{ 年度 - 1 }}年新收{{ 依申请公开.本年新收.总计 }}件；
            回复留言{待填}<!-- 上年 1,234 -->条，占 {待填}<!-- 上年 12.5 -->%。电话 4684320。
            {{ 年度 }}年1月1日起，见[附件](a12件.pdf)。

            """, bench.Read("narrative/2022.md"));
        bench.Run("new", "2022");
        Assert.Contains("{待填}", bench.Run("check", "2022").Out, StringComparison.Ordinal);
        Assert.Equal("", bench.Run("new", "2022", "--narrative").Out);
        Assert.Equal(2, bench.Run("new", "2019", "--narrative").Status);
    }
}
