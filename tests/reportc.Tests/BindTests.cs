using System.Text;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>bind</c>: verified figures become expressions at their exact place, and the report stays the same bytes.</summary>
public sealed class BindTests
{
    private const string Narrative = "narrative/2021.md";

    private static Workbench Bench(string prose, string data = Workbench.Sound) =>
        Workbench.WithProject(data).Write(Narrative, $"## 一、总体情况\n\n{prose}\n\n## 六、其他需要报告的事项\n\n未收取信息处理费。\n");

    private static string Bound(Workbench bench)
    {
        Assert.Equal(0, bench.Run("bind").Status);
        return bench.Read(Narrative).Split('\n')[2];
    }

    [Theory]
    [InlineData("2021年，全县新收政府信息公开申请3件，结转下年度1件。",
        "{{ 年度 }}年，全县新收政府信息公开申请{{ 依申请公开.本年新收.总计 }}件，结转下年度{{ 依申请公开.结转下年度.总计 }}件。")]
    // Wrong, not understood, of another: nothing of it is touched.
    [InlineData("新收政府信息公开申请4件。", "新收政府信息公开申请4件。")]
    [InlineData("转交协调的政府信息公开申请3件。", "转交协调的政府信息公开申请3件。")]
    [InlineData("县教育局收到政府信息公开申请3件。", "县教育局收到政府信息公开申请3件。")]
    // An expression would print it otherwise.
    [InlineData("新收政府信息公开申请三件。", "新收政府信息公开申请三件。")]
    [InlineData("新收政府信息公开申请３件。", "新收政府信息公开申请３件。")]
    // The day of a document stays what it was.
    [InlineData("2021年3月1日印发工作要点。", "2021年3月1日印发工作要点。")]
    // What is an expression already stays as it is, with its spaces.
    [InlineData("新收政府信息公开申请{{依申请公开.本年新收.总计}}件，**结转下年度1件**。",
        "新收政府信息公开申请{{依申请公开.本年新收.总计}}件，**结转下年度{{ 依申请公开.结转下年度.总计 }}件**。")]
    public void Only_what_is_certain_is_bound(string before, string after)
    {
        using var bench = Bench(before);

        Assert.Equal(after, Bound(bench));
        Assert.Equal("没有可以改为表达式的数", bench.Run("bind").Error.Split('；', '\n')[0]);
        Assert.Equal(after, bench.Read(Narrative).Split('\n')[2]);
    }

    [Fact]
    public void A_figure_that_two_cells_could_have_is_left_and_told()
    {
        // 办理 may count what came in as well as what was answered: both are 2.
        var data = Workbench.Sound.Replace("本年新收: {自然人: 3}", "本年新收: {自然人: 2}", StringComparison.Ordinal)
            .Replace("  结转下年度: {自然人: 1}", "  结转下年度: 无", StringComparison.Ordinal);
        using var bench = Bench("办理政府信息公开申请2件。", data);

        var run = bench.Run("bind", "-v");

        Assert.Equal((0, ""), (run.Status, run.Out));
        Assert.Equal("narrative/2021.md:3：“2件”没有改：两格都可能\n没有可以改为表达式的数；另有 1 个核对相符的数没有改\n", run.Error);
        Assert.Contains("“2件” left: more than one cell has it", bench.Run("bind", "-v", "--lang", "en").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_years_figures_are_named_as_such()
    {
        using var bench = Bench("平稳。").AddYear(2022).Write("data/2022/甲.yaml", Workbench.Sound
            .Replace("年度: 2021", "年度: 2022", StringComparison.Ordinal)
            .Replace("上年结转: 无", "上年结转: {自然人: 1}", StringComparison.Ordinal)
            .Replace("结转下年度: {自然人: 1}", "结转下年度: {自然人: 2}", StringComparison.Ordinal));
        bench.Write("narrative/2022.md", "## 一、总体情况\n\n2022年，全县新收政府信息公开申请3件，上年新收政府信息公开申请3件。\n");

        Assert.Equal(0, bench.Run("bind", "2022").Status);
        Assert.Equal("{{ 年度 }}年，全县新收政府信息公开申请{{ 依申请公开.本年新收.总计 }}件，"
            + "上年新收政府信息公开申请{{ 上年.依申请公开.本年新收.总计 }}件。", bench.Read("narrative/2022.md").Split('\n')[2]);
    }

    [Fact]
    public void All_else_stays_byte_for_byte_and_the_report_too()
    {
        using var bench = Bench("平稳。");
        var text = "\uFEFF<!-- 草稿 -->\r\n## 一、总体情况\r\n\r\n新收政府信息公开申请 3 件，  \r\n𠮷祥；结转下年度1件。\r\n";
        File.WriteAllBytes(bench.Full(Narrative), Encoding.UTF8.GetBytes(text));
        Assert.Equal(0, bench.Run("build").Status);
        var report = bench.Read("out/2021/report.html") + bench.Read("out/2021/report.md");

        Assert.Equal(0, bench.Run("bind").Status);

        Assert.Equal(text.Replace(" 3 件", " {{ 依申请公开.本年新收.总计 }} 件", StringComparison.Ordinal)
            .Replace("度1件", "度{{ 依申请公开.结转下年度.总计 }}件", StringComparison.Ordinal),
            Encoding.UTF8.GetString(File.ReadAllBytes(bench.Full(Narrative))));
        Assert.Equal(0, bench.Run("build").Status);
        Assert.Equal(report, bench.Read("out/2021/report.html") + bench.Read("out/2021/report.md"));
    }

    [Fact]
    public void The_difference_is_shown_and_nothing_written()
    {
        using var bench = Bench("新收政府信息公开申请3件。");
        var before = bench.Read(Narrative);

        var run = bench.Run("bind", "--diff");

        Assert.Contains(
            "-新收政府信息公开申请3件。\n+新收政府信息公开申请{{ 依申请公开.本年新收.总计 }}件。\n", run.Out, StringComparison.Ordinal);
        Assert.Equal("1 个数、0 处年份可以改为表达式，1 个文件\n", run.Error);
        Assert.Equal(before, bench.Read(Narrative));
    }

    [Fact]
    public void A_narrative_that_cannot_be_rendered_is_told_and_left()
    {
        using var bench = Bench("新收政府信息公开申请3件，{{ 依申请公开.没有 }}件。");
        var before = bench.Read(Narrative);

        var run = bench.Run("bind");

        Assert.Equal(1, run.Status);
        Assert.Contains("RC4101", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Read(Narrative));
    }

    [Theory]
    [InlineData("shuimogou")]
    [InlineData("history")]
    [InlineData("city")]
    [InlineData("minimal")]
    public void The_samples_are_the_same_before_and_after(string sample)
    {
        using var bench = new Workbench().Copy($"samples/{sample}", "s");
        bench.Run("build", "--all", "-p", "s", "-o", "before", "--format", "md,html");

        Assert.Equal(0, bench.Run("bind", "--all", "-p", "s").Status);

        bench.Run("build", "--all", "-p", "s", "-o", "after", "--format", "md,html");
        Assert.NotEmpty(bench.Files("before"));
        foreach (var file in bench.Files("before"))
            Assert.Equal(bench.Read(file), bench.Read("after" + file["before".Length..]));
    }
}
