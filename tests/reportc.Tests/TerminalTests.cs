using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>What a terminal of some columns shows: nothing is broken at its edge, no colour runs on.</summary>
public sealed class TerminalTests
{
    public static TheoryData<int, string> Terminals =>
        new() { { 80, "zh" }, { 80, "en" }, { 120, "zh" }, { 120, "en" }, { 60, "zh" }, { 60, "en" } };

    [Fact]
    public void A_finding_in_sixty_columns()
    {
        using var bench = new Workbench().Write("a.yaml", Workbench.Broken);

        Assert.StartsWith("""
            改一格即可：“依申请公开.本年新收.自然人”由 3 改为 4，这条勾
                        稽关系即成立
             --> a.yaml:5:15
              |
            5 |   本年新收: {自然人: 3}
              |                      ^
             = 看来是：一位数字写错了
             = 也可以：“依申请公开.结转下年度.自然人”由 1 改为 0
             = 也可以：“依申请公开.上年结转.自然人”由 0 改为 1

            错误[RC2003]：“依申请公开.办理结果.总计.自然人”不平：本年新
                          收 3 + 上年结转 0 = 3，而 办理结果.总计 3 + 结
                          转下年度 1 = 4，差 1
             --> a.yaml:9:15
              |
            9 |     总计: {自然人: 3}
              |                    ^
              = 第 5 行：依申请公开.本年新收.自然人 = 3
              = 第 10 行：依申请公开.结转下年度.自然人 = 1
              = 依据：本年新收 + 上年结转 = 办理结果.总计 + 结转下年度
                      （年度报告格式第三部分表注：第一项加第二项之和，等
                      于第三项加第四项之和）
              = 改法：第一项加第二项之和应等于第三项加第四项之和，核对这
                      四项

            1 个单位，
            """.ReplaceLineEndings("\n"), On(bench, 60, "check", "a.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Terminals))]
    public void Findings_fit_with_and_without_colours(int width, string language)
    {
        using var bench = Faulty();

        foreach (var color in (string[])["always", "never"])
        {
            var shown = On(bench, width, "check", "--all", "-v", "--lang", language, "--color", color);
            Assert.Contains("RC2003", shown, StringComparison.Ordinal);
            Fits(shown, width);
            EndsItsColours(shown);
            Assert.Equal(color == "always", shown.Contains('\e', StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Terminals))]
    public void Tables_fit(int width, string language)
    {
        using var bench = Faulty();

        Fits(On(bench, width, "status", "2021", "--lang", language), width);
        Fits(On(bench, width, "diff", "2020", "2021", "--units", "--lang", language), width);
        Fits(On(bench, width, "check", "--all", "-p", ".", "--lang", language), width);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_help_fits_eighty_columns(string language)
    {
        using var bench = new Workbench();
        var root = bench.Run("--help", "--lang", language).Out;
        var commands = root.Split('\n').SkipWhile(l => l is not ("命令：" or "Commands:")).Skip(1).TakeWhile(l => l.Length > 0)
            .Select(l => l.Trim().Split(' ')[0])
            .Where(c => c.Length > 0 && char.IsAsciiLetterLower(c[0])).ToList();

        Assert.Contains("check", commands);
        Fits(root, 80);
        foreach (var command in commands) Fits(bench.Run(command, "--help", "--lang", language).Out, 80);
    }

    [Fact]
    public void A_long_option_has_its_meaning_below_it()
    {
        using var bench = new Workbench();

        Assert.Contains("""
              reportc check --format sarif > reportc.sarif

            """.ReplaceLineEndings("\n"), bench.Run("check", "--help", "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_gets_every_text_in_one_line()
    {
        using var bench = new Workbench().Write("a.yaml", Workbench.Broken);

        var run = bench.RunWith(h => h with { Width = 40 }, "check", "a.yaml");

        Assert.Contains("不平：本年新收 3 + 上年结转 0 = 3，而 办理结果.总计 3 + 结转下年度 1 = 4，差 1\n", run.Out,
            StringComparison.Ordinal);
        Assert.Equal(bench.Run("check", "a.yaml"), run);
    }

    [Fact]
    public void The_marked_figure_is_coloured_in_its_line()
    {
        using var bench = new Workbench().Write("a.yaml", Workbench.Broken);

        var shown = bench.RunWith(h => h with { OutIsTerminal = true, Width = 80 }, "check", "a.yaml").Out;

        Assert.Contains(" {自然人: \e[1;31m3\e[0m}\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_text_are_broken_where_they_may_be_and_figures_never()
    {
        var table = new TextTable(1);
        table.Add("cell", "12345678", "a remark of several words");
        table.Add("  依申请公开.办理结果.不予公开.属于四类过程性信息.总计", "1", "");
        table.Add("很长很长很长很长很长很长很长很长很长很长的名字", "1", "x");
        var text = new System.Text.StringBuilder();

        table.AppendTo(text, width: 64);

        Assert.Equal("""
            cell                         12345678  a remark of several words
              依申请公开.办理结果.              1
                不予公开.
                属于四类过程性信息.总计
            很长很长很长很长很长很长            1  x
              很长很长很长很长的名字

            """.ReplaceLineEndings("\n"), text.ToString());
    }

    [Fact]
    public void The_branches_of_a_tree_go_on_beside_what_was_broken()
    {
        var table = new TextTable(1);
        table.Add("某某市", "3", "");
        table.Add("├─ 某某区（前身：某某县、某某开发区管理委员会）", "2", "districts/某某区/reportc.yaml");
        table.Add("│  ├─ 某某局", "1", "districts/某某区/data/2020/某某局.yaml:15");
        table.Add("│  └─ 甲局", "1", "districts/某某区/data/2020/甲局.yaml:15");
        table.Add("└─ 乙局", "1", "data/2020/乙局.yaml:15");
        var text = new System.Text.StringBuilder();

        table.AppendTo(text, width: 50);

        Assert.Equal("""
            某某市                  3
            ├─ 某某区（前身：       2  districts/某某区/
            │  │   某某县、某某开        reportc.yaml
            │  │   发区管理委员
            │  │   会）
            │  ├─ 某某局            1  districts/某某区/
            │  │                         data/2020/
            │  │                         某某局.yaml:15
            │  └─ 甲局              1  districts/某某区/
            │                            data/2020/
            │                            甲局.yaml:15
            └─ 乙局                 1  data/2020/乙局.yaml:15

            """.ReplaceLineEndings("\n"), text.ToString());
    }

    [Theory]
    [MemberData(nameof(Terminals))]
    public void Traces_fit_and_a_pipe_gets_them_whole(int width, string language)
    {
        using var bench = new Workbench().Write("reportc.yaml",
            "机关: 某某自治区某某自治州某某县人民政府\n单位:\n  - {名称: 旧局, 至: 2020}\n"
                + "  - {名称: 某某自治州某某县文化体育广播电视和旅游局, 自: 2021, 前身: [旧局]}\n  - 甲局\n")
            .Write("data/2020/旧局.yaml", Workbench.Sound.Replace("甲局", "旧局", StringComparison.Ordinal)
                .Replace("2021", "2020", StringComparison.Ordinal))
            .Write("data/2021/某某自治州某某县文化体育广播电视和旅游局.yaml",
                Workbench.Sound.Replace("甲局", "某某自治州某某县文化体育广播电视和旅游局", StringComparison.Ordinal))
            .Write("data/2021/甲局.yaml", Workbench.Sound);
        string[] command = ["trace", "依申请公开.本年新收.总计", "2021", "-v", "--lang", language];
        var piped = bench.Run(command).Out;

        var shown = On(bench, width, command);

        Fits(shown, width);
        Assert.Contains(piped.Split('\n'), l => DisplayWidth.Of(l) > width);
        Assert.Equal(Letters(piped), Letters(shown));
        Assert.Equal(piped, bench.RunWith(h => h with { Width = width }, command).Out);

        // Of the letters the order may change where a line's columns are broken.
        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Order());
    }

    private static Workbench Faulty() => Workbench.WithProject(Workbench.Broken)
        .AddYear(2020, Workbench.Sound.Replace("主动公开: 无", "主动公开: {行政许可: 500, 行政许司: 1}", StringComparison.Ordinal))
        .Write("data/2021/一个名字很长很长的文件，它的名字说明了它是哪个单位哪一年的.yaml",
            Workbench.Sound.Replace("甲局", "某某自治区某某自治州某某县文化体育广播电视和旅游局",
            StringComparison.Ordinal)
                .Replace("本年新收: {自然人: 3}",
                "本年新收: {自然人: 3}   # “说明”——这一行……有 tab\t和 👍 等各种字符，而且长得一行放不下，所以要截断",
            StringComparison.Ordinal).Replace("上年结转: 无", "上年结转: １", StringComparison.Ordinal));

    /// <summary>What a terminal shows on which both streams end.</summary>
    private static string On(Workbench bench, int width, params string[] args)
    {
        using var terminal = new StringWriter();
        Host Terminal(Host host) => host with
        {
            Out = terminal,
            Error = terminal,
            OutIsTerminal = true,
            ErrorIsTerminal = true,
            Width = width,
            Size = () => (width, 50),
        };
        bench.RunWith(Terminal, args.Contains("--color") ? args : [.. args, "--color", "never"]);
        return terminal.ToString();
    }

    /// <summary>But for places, which stay whole to be followed.</summary>
    private static void Fits(string shown, int width) =>
        Assert.All(shown.Split('\n').Where(l => !l.Contains("--> ", StringComparison.Ordinal)),
            l => Assert.True(DisplayWidth.OfShown(l) <= width, $"{DisplayWidth.OfShown(l)} > {width}: {l}"));

    private static void EndsItsColours(string shown) =>
        Assert.All(shown.Split('\n').Where(l => l.Contains('\e', StringComparison.Ordinal)),
            l => Assert.StartsWith("\e[0m", l[l.LastIndexOf('\e')..], StringComparison.Ordinal));
}
