using System.Text;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>check --format github</c>: annotations within GitHub's limits, and the summary of the step.</summary>
public sealed class GithubTests
{
    [Fact]
    public void A_finding_is_an_annotation()
    {
        using var bench = Workbench.WithProject(Workbench.Broken, "a,b:c%");

        var run = bench.Run("check", "-p", "a,b:c%", "--format", "github");

        Assert.Equal((1, ""), (run.Status, run.Error));
        Assert.Contains("::error file=a%2Cb%3Ac%25/data/2021/甲.yaml,line=9,col=15,endLine=9,endColumn=16,title=RC2003 balance::"
            + "甲局：“依申请公开.办理结果.总计.自然人”不平：本年新收 3 + 上年结转 0 = 3，而 办理结果.总计 3 + 结转下年度 1 = 4，"
            + "差 1%0A改一格即可：“依申请公开.本年新收.自然人”由 3 改为 4（一位数字写错了），这条勾稽关系即成立"
            + "%0A第一项加第二项之和应等于第三项加第四项之和，核对这四项\n", run.Out,
                StringComparison.Ordinal);
        Assert.StartsWith("1 个单位，", run.Out.Split('\n')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_of_a_kind_are_shown_and_the_rest_is_counted_within_the_limit()
    {
        using var bench = new Workbench();
        for (var file = 0; file < 12; file++)
            bench.Write($"{file}.yaml",
                $"单位: 甲局\n年度: 2021\n主动公开: {{行政许可: 1}}\n依申请公开: 无\n复议诉讼: 无\n项{file}: 1\n别项{file}: 1\n");

        var run = bench.Run(["check", .. Enumerable.Range(0, 12).Select(i => $"{i}.yaml"), "--format", "github"]);

        var lines = run.Out.Split('\n');
        Assert.Equal(10, lines.Count(l => l.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal(10, lines.Count(l => l.StartsWith("::notice ", StringComparison.Ordinal)));
        Assert.Equal("::notice title=reportc::另有 14 个错误、3 个提示没有标注；用 --format text 或 json 可看全部",
            lines.Last(l => l.StartsWith("::", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_too_many_those_that_say_what_to_write_are_shown_first()
    {
        using var bench = Workbench.WithProject(Workbench.Broken.Replace("甲局", "丙局", StringComparison.Ordinal));
        bench.Write("reportc.yaml", bench.Read("reportc.yaml").Replace("[甲局]", "[甲局, 丙局]", StringComparison.Ordinal));
        File.Move(bench.Full("data/2021/甲.yaml"), bench.Full("data/2021/丙局.yaml"));
        bench.Run("new", "2021", "甲局");

        var errors = bench.Run("check", "--format", "github").Out.Split('\n')
            .Where(l => l.StartsWith("::error ", StringComparison.Ordinal)).ToList();

        Assert.Equal(10, errors.Count);
        Assert.Contains("%0A改一格即可", errors[0], StringComparison.Ordinal);
        Assert.All(errors.Skip(1), e => Assert.Contains("RC1021", e, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stops_the_run_is_an_annotation_too()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("check", "2031", "--format", "github");

        Assert.Equal(2, run.Status);
        Assert.StartsWith("::error title=RC9001 usage::没有 2031 年的数据", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_of_the_step_is_appended()
    {
        using var bench = Workbench.WithProject(Workbench.Broken.Replace("甲局", "甲局*<b>", StringComparison.Ordinal))
            .Write("summary.md", "earlier\n");
        bench.Write("reportc.yaml", "机关: 某县人民政府\n单位: [\"甲局*<b>\"]\n");

        bench.RunWith(h => h with { Variable = name => name == "GITHUB_STEP_SUMMARY" ? bench.Full("summary.md") : null }, "check",
            "--format", "github");

        var summary = bench.Read("summary.md");
        Assert.StartsWith("earlier\n## reportc check\n\n| 年度 | 单位 | 勾稽关系 | 不成立 | 错误 | 警告 | 提示 |\n"
            + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n| 2021 | 1 | ", summary, StringComparison.Ordinal);
        Assert.Contains("### data/2021/甲.yaml\n\n", summary, StringComparison.Ordinal);
        Assert.Contains("- 第 9 行，**错误 RC2003 balance**：甲局\\*&lt;b>：“依申请公开.办理结果.总计.自然人”不平：", summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Several_projects_have_a_row_each()
    {
        using var bench = Workbench.WithProject(folder: "all/甲").AddProject(Workbench.Broken, "all/乙");

        bench.RunWith(h => h with { Variable = name => name == "GITHUB_STEP_SUMMARY" ? bench.Full("summary.md") : null }, "check", "-p",
            "all", "--format", "github", "--lang", "en");

        var lines = bench.Read("summary.md").Split('\n');
        Assert.Equal("| project | years | units | equations | broken | errors | warnings | hints |", lines[2]);
        Assert.Equal(2, lines.Count(l => l.StartsWith("| 甲 | 2021 | 1 |", StringComparison.Ordinal)
            || l.StartsWith("| 乙 | 2021 | 1 |", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_summary_keeps_to_the_limit()
    {
        // What earlier steps wrote leaves room for some of the findings.
        var lines = string.Concat(Enumerable.Range(0, 150).Select(i => $"  项{i}: 1\n"));
        using var bench = new Workbench().Write("summary.md", new string('x', 990_000))
            .Write("a.yaml", $"单位: 甲局\n年度: 2021\n主动公开:\n{lines}依申请公开: 无\n复议诉讼: 无\n");

        bench.RunWith(h => h with { Variable = name => name == "GITHUB_STEP_SUMMARY" ? bench.Full("summary.md") : null }, "check",
            "a.yaml", "--format", "github");

        var summary = bench.Read("summary.md");
        Assert.InRange(Encoding.UTF8.GetByteCount(summary), 999_000, 1_000_000);
        Assert.EndsWith("条没有列出：摘要最多 1 MB。\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_that_cannot_be_written_is_a_failure()
    {
        using var bench = Workbench.WithProject();

        var run = bench.RunWith(h => h with { Variable = name => name == "GITHUB_STEP_SUMMARY" ? bench.Root : null }, "check", "--format",
            "github");

        Assert.Equal(3, run.Status);
        Assert.Contains("RC9002", run.Error, StringComparison.Ordinal);
    }
}
