using Reportc.Shell;
using ReportCompiler.Explaining;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>explain</c>.</summary>
public sealed class ExplainTests
{
    public static TheoryData<string> Codes => [.. Explanations.Of().Select(e => e.Rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_reads_well_on_eighty_columns(string code)
    {
        using var bench = new Workbench();

        foreach (var language in (string[])["zh", "en"])
        {
            var run = bench.Run("explain", code, "--lang", language);

            Assert.Equal((0, ""), (run.Status, run.Error));
            Assert.All(run.Out.Split('\n'), line => Assert.True(DisplayWidth.Of(line) <= 80, line));
            Assert.DoesNotContain(run.Out.Split('\n'), line => line != line.TrimEnd());
        }
    }

    [Fact]
    public void A_rule_is_explained_in_full()
    {
        using var bench = new Workbench();

        var run = bench.Run("explain", "balance");

        Assert.Equal("""
            RC2003 balance（错误）
            本年新收加上年结转等于办理结果总计加结转下年度

            式
              本年新收 + 上年结转 = 办理结果.总计 + 结转下年度

            依据
              年度报告格式第三部分表注：第一项加第二项之和，等于第三项加第四项之和
              国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》
              国办公开办函〔2019〕60号《中华人民共和国政府信息公开工作年度报告格式（试行）》

            错例
              data/2021/公安.yaml
                依申请公开:
                  本年新收: {自然人: 12}
                  上年结转: {自然人: 1}
                  办理结果:
                    予以公开: {自然人: 11}
                  结转下年度: {自然人: 1}

            对例
              data/2021/公安.yaml
                依申请公开:
                  本年新收: {自然人: 12}
                  上年结转: {自然人: 1}
                  办理结果:
                    予以公开: {自然人: 11}
                  结转下年度: {自然人: 2}

            改法
              第一项加第二项之和应等于第三项加第四项之和，核对这四项

            能否不报
              不能：这条规则本来就是错误，不能关闭，也不能降级；改正以后就不再出现。

            """, run.Out);
    }

    [Fact]
    public void A_warning_says_how_it_is_silenced()
    {
        using var bench = new Workbench();

        var run = bench.Run("explain", "RC2011", "--lang", "en");

        Assert.EndsWith("""
            May it be silenced?
              Yes: where the figure is right, a reason under 说明 in the data file turns it
              into a hint.
                说明:
                  主动公开.行政许可: the reason
              The rule as a whole may be made 错误 (error), 警告 (warning), 提示 (hint) or
              关 (off) in reportc.yaml.
                规则: {jump: 关}

            """, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Without_argument_all_rules_are_listed(string language)
    {
        using var bench = new Workbench();

        var run = bench.Run("explain", "--lang", language);

        Assert.Equal(0, run.Status);
        Assert.All(Explanations.Of(), e => Assert.Contains($"{e.Rule.Code}  {e.Rule.Name} ", run.Out, StringComparison.Ordinal));
        Assert.All(run.Out.Split('\n'), line => Assert.True(DisplayWidth.Of(line) <= 80, line));
    }

    [Theory]
    [InlineData("balanse", "balance")]
    [InlineData("RC20003", "RC2003")]
    [InlineData("carryover", "carry-over")]
    public void The_nearest_is_proposed(string word, string nearest)
    {
        using var bench = new Workbench();

        var run = bench.Run("explain", word);

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains($"是不是“{nearest}”？", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_projects_own_rules_are_explained_inside_it()
    {
        using var bench = Workbench.WithProject().Write("rules/本地.yaml", """
            规则:
              - 规则: measures-within-penalties
                代码: BD01
                名称: 行政强制不多于行政处罚
                英文: no more measures than penalties
                级别: 警告
                式: 主动公开.行政强制 <= 主动公开.行政处罚
                依据: 某县办〔2022〕1号
                补救: 核对两项

            """);

        Assert.Contains("BD01    measures-within-penalties  警告  行政强制不多于行政处罚\n", bench.Run("explain").Out,
            StringComparison.Ordinal);
        Assert.Equal("""
            BD01 measures-within-penalties（警告）
            行政强制不多于行政处罚

            式
              主动公开.行政强制 <= 主动公开.行政处罚

            依据
              某县办〔2022〕1号

            改法
              核对两项

            能否不报
              能：数字属实的，在数据文件的“说明”中写明原因，这一格就只作提示。
                说明:
                  主动公开.行政强制: 写明原因
              整条规则可以在 reportc.yaml 中改为错误、警告、提示或关。
                规则: {measures-within-penalties: 关}

            """, bench.Run("explain", "bd01").Out);
    }

    [Fact]
    public void A_faulty_project_does_not_stand_in_the_way()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关: [");

        var run = bench.Run("explain", "RC5001");

        Assert.Equal(0, run.Status);
        Assert.StartsWith("RC5001 project（错误）\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Example_command_lines_do_what_they_show()
    {
        foreach (var explanation in Explanations.Of())
        {
            using var bench = Workbench.WithProject();
            File.Move(bench.Full("data/2021/甲.yaml"), bench.Full("data/2021/公安.yaml"));
            foreach (var wrong in explanation.Wrong.Where(f => f.Name == "命令"))
                Assert.Contains($"[{explanation.Rule.Code}]", Run(bench, wrong).Error, StringComparison.Ordinal);
            foreach (var right in explanation.Right.Where(f => f.Name == "命令"))
                Assert.Equal(0, Run(bench, right).Status);
        }

        static Run Run(Workbench bench, ExampleFile file) => bench.Run([.. file.Content.Trim().Split(' ').Skip(1)]);
    }
}
