using Reportc.Messages;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using Xunit;

namespace Reportc.Tests;

/// <summary>Findings as people read them.</summary>
public sealed class TextFindingsTests
{
    [Fact]
    public void A_finding_reads_like_a_compilers()
    {
        using var bench = new Workbench().Write("a.yaml", Workbench.Broken);

        Assert.StartsWith("""
            改一格即可：“依申请公开.本年新收.自然人”由 3 改为 4，这条勾稽关系即成立
             --> a.yaml:5:15
              |
            5 |   本年新收: {自然人: 3}
              |                      ^
             = 看来是：一位数字写错了
             = 也可以：“依申请公开.结转下年度.自然人”由 1 改为 0
             = 也可以：“依申请公开.上年结转.自然人”由 0 改为 1

            错误[RC2003]：“依申请公开.办理结果.总计.自然人”不平：本年新收 3 + 上年结转 0 = 3，而 办理结果.总计 3 + 结转下年度 1 = 4，差 1
             --> a.yaml:9:15
              |
            9 |     总计: {自然人: 3}
              |                    ^
              = 第 5 行：依申请公开.本年新收.自然人 = 3
              = 第 10 行：依申请公开.结转下年度.自然人 = 1
              = 依据：本年新收 + 上年结转 = 办理结果.总计 + 结转下年度（
            """.ReplaceLineEndings("\n"), bench.Run("check", "a.yaml").Out, StringComparison.Ordinal);
        Assert.Contains("  = help: ", bench.Run("check", "a.yaml", "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("自然人: 3", 6, 1, "自然人: 3", "        ^")]
    [InlineData("𬭎a: 12", 5, 2, "𬭎a: 12", "     ^^")]
    [InlineData("ｅ́: é", 5, 2, "ｅ́: é", "    ^")]
    [InlineData("a:\t1", 4, 1, "a:  1", "    ^")]
    [InlineData("abc", 4, 0, "abc", "   ^")]
    [InlineData("abc", 9, 9, "abc", "   ^")]
    [InlineData("", 1, 1, "", "^")]
    [InlineData("总计", 1, 2, "总计", "^^^^")]
    [InlineData("👍 x", 3, 1, "👍 x", "   ^")]
    [InlineData("“—…”: 1", 7, 1, "“—…”: 1", "      ^")]
    [InlineData("中\ta\t1", 5, 1, "中  a   1", "        ^")]
    [InlineData("“总计”\t年: １２", 9, 2, "“总计”  年: １２", "            ^^^^")]
    public void Carets_stand_by_display_width(string line, int column, int length, string shown, string marks)
        => Assert.Equal(new Excerpt(shown, marks), Excerpt.Of(line, column, length, 40));

    [Theory]
    [InlineData(1, 3, "01234567890123456…", "^^^")]
    [InlineData(15, 2, "01234567890123456…", "              ^^")]
    [InlineData(31, 2, "…4567890123456789…", "       ^^")]
    [InlineData(99, 2, "…34567890123456789", "                ^^")]
    [InlineData(41, 40, "…9012345678901234…", "  ^^^^^^^^^^^^^^^")]
    public void A_long_line_is_cut_where_nothing_is_marked(int column, int length, string shown, string marks)
        => Assert.Equal(new Excerpt(shown, marks), Excerpt.Of(string.Concat(Enumerable.Repeat("0123456789", 10)), column, length, 18));

    [Fact]
    public void Every_mark_of_every_cut_line_stays_in_sight()
    {
        var line = string.Concat(Enumerable.Repeat("不予公开: 1, ", 12));
        for (var width = 20; width < 60; width += 3)
        {
            for (var column = 1; column <= line.Length; column++)
            {
                var excerpt = Excerpt.Of(line, column, 1, width);
                Assert.InRange(DisplayWidth.Of(excerpt.Line), 1, width);
                Assert.InRange(excerpt.Marks.Length, 1, DisplayWidth.Of(excerpt.Line));
                Assert.Equal(line[column - 1], At(excerpt.Line, excerpt.Marks.IndexOf('^', StringComparison.Ordinal)));
            }
        }

        static char At(string text, int target)
        {
            var column = 0;
            foreach (var c in text)
            {
                if (column == target) return c;
                column += DisplayWidth.Of(c.ToString());
            }
            return '\0';
        }
    }

    [Fact]
    public void A_data_file_cannot_steer_the_terminal()
    {
        var text = Written([Finding(1,
            "a\e[31mb\u202Ec") with { Location = new Location(new SourceText("a\e.yaml", "x: \e[2J\u202E\n"), Span.OnLine(1, 1, 1)) }]);

        Assert.DoesNotContain('\e', text);
        Assert.DoesNotContain('\u202E', text);
    }

    [Fact]
    public void Only_the_first_fifty_of_a_file_are_shown_and_the_rest_counted()
    {
        var findings = Enumerable.Range(1, 60).Select(i => Finding(i, "x")).ToList();

        Assert.Equal(50, Written(findings).Split("error[").Length - 1);
        Assert.EndsWith("\na.yaml: 10 more findings are not shown; -v shows all\n\n", Written(findings), StringComparison.Ordinal);
        Assert.Equal(60, Written(findings, verbose: true).Split("error[").Length - 1);
    }

    [Fact]
    public void Hints_are_shown_only_where_everything_is()
    {
        var hint = Finding(1, "x") with { Severity = Severity.Info };

        Assert.Empty(Written([hint]));
        Assert.StartsWith("info[RC9001]: x", Written([hint], verbose: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_six_related_figures_are_shown()
    {
        var at = Finding(1, "x").Location;
        var finding = Finding(1, "x") with { Related = [.. Enumerable.Range(0, 9).Select(i => new Related($"c{i}", $"{i}", at))] };

        Assert.Contains("  = line 1: c6 = 6\n  = …\n", Written([finding]), StringComparison.Ordinal);
        Assert.DoesNotContain("c0", Written([finding]), StringComparison.Ordinal);
        Assert.Contains("c8 = 8", Written([finding], verbose: true), StringComparison.Ordinal);
    }

    private static Diagnostic Finding(int line, string message) => new(Catalogue.Usage, Text.Same(message))
    {
        Location = new Location(new SourceText("a.yaml", string.Concat(Enumerable.Repeat("x: 1\n", 100))), Span.OnLine(line, 4, 1)),
    };

    private static string Written(IEnumerable<Diagnostic> findings, bool verbose = false)
    {
        using var writer = new StringWriter();
        new TextFindings(writer, Language.English, verbose, Palette.None, DisplayWidth.Usual).Write(findings, []);
        return writer.ToString();
    }

    [Fact]
    public void A_silenced_warning_is_listed_with_its_reason()
    {
        using var bench = Workbench.WithProject(Workbench.Sound.Replace("年度: 2021", "年度: 2022", StringComparison.Ordinal)
            .Replace("主动公开: 无", "主动公开: {行政许可: 500}", StringComparison.Ordinal) + "说明: {主动公开.行政许可: 事项下放}\n");
        Directory.Move(Path.Join(bench.Root, "data/2021"), Path.Join(bench.Root, "data/2022"));
        bench.Write("data/2021/甲.yaml", Workbench.Sound.Replace("主动公开: 无", "主动公开: {行政许可: 2}", StringComparison.Ordinal));

        var shown = bench.Run("check", "2022").Out;

        Assert.Contains("已说明[RC2011]：“主动公开.行政许可”上年 2，本年 500，相差五倍以上（已说明：事项下放） --> data/2022/甲.yaml:",
            shown, StringComparison.Ordinal);
        Assert.DoesNotContain("警告[RC2011]", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_file_of_a_unit_filed_twice_is_shown_like_all_places()
    {
        using var bench = Workbench.WithProject().Write("data/2021/甲 - 副本.yaml", Workbench.Sound);

        var above = bench.Run("check");
        var within = bench.RunWith(h => h with { Folder = bench.Full("data/2021") }, "check");

        Assert.Contains("错误[RC3001]：甲局 报了两次\n --> data/2021/甲 - 副本.yaml:1:5\n", above.Out, StringComparison.Ordinal);
        Assert.Contains(" = data/2021/甲.yaml:1：单位 = 甲局\n", above.Out, StringComparison.Ordinal);
        Assert.Contains("错误[RC3001]：甲局 报了两次\n --> 甲 - 副本.yaml:1:5\n", within.Out, StringComparison.Ordinal);
        Assert.Contains(" = 甲.yaml:1：单位 = 甲局\n", within.Out, StringComparison.Ordinal);
        Assert.Contains("甲局 报了两次，另见 data/2021/甲.yaml:1%0A", bench.Run("check", "--format", "github").Out,
            StringComparison.Ordinal);
    }
}
