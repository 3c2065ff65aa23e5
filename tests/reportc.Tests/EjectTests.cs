using ReportCompiler.Sources;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>eject</c>: a copy of what is built in changes nothing until it is changed, and tells when it has grown old.</summary>
public sealed class EjectTests
{
    [Fact]
    public void Without_a_word_it_lists_what_there_is_and_writes_nothing()
    {
        using var bench = new Workbench();

        var run = bench.Run("eject");

        Assert.Equal((0, string.Concat(BuiltInFiles.Paths.Select(p => p + "\n"))), (run.Status, run.Out));
        Assert.Contains("templates/report.docx.xml\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("editions/2021.yaml\n", run.Out, StringComparison.Ordinal);
        Assert.Empty(bench.Files());
    }

    /// <summary>The mark in the first line prints nothing, in no output and no edition.</summary>
    [Fact]
    public void A_project_with_a_copy_of_everything_builds_the_same_bytes()
    {
        using var bench = Workbench.WithProject().AddYear(2019).AddYear(2014);
        foreach (var year in (int[])[2014, 2019])
        {
            var tables = year == 2014 ? "统计表: 无\n" : "主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n";
            bench.Write($"data/{year}/甲.yaml", $"单位: 甲局\n年度: {year}\n{tables}");
        }
        string[] build = ["build", "--all", "--format", "md,html,docx,totals,review"];
        Assert.Equal(0, bench.Run(build).Status);
        var before = bench.Files("out").ToDictionary(f => f, f => File.ReadAllBytes(bench.Full(f)));

        Assert.Equal(0, bench.Run(["eject", .. BuiltInFiles.Paths]).Status);
        var run = bench.Run([.. build, "--check"]);

        Assert.Equal("", run.Out);
        Assert.Equal(0, run.Status);
        Assert.Equal(before.Keys, bench.Files("out"));
        Assert.All(BuiltInFiles.Paths, p => Assert.True(bench.Has(p), p));
    }

    [Fact]
    public void What_is_there_is_never_overwritten()
    {
        using var bench = Workbench.WithProject().Write("templates/report.md", "我的 {{ 标题 }}\n");

        var run = bench.Run("eject", "report.md", "report.css");

        Assert.Equal((0, "templates/report.css\n"), (run.Status, run.Out));
        Assert.Contains("已有，没有改动：templates/report.md", run.Error, StringComparison.Ordinal);
        Assert.Equal("我的 {{ 标题 }}\n", bench.Read("templates/report.md"));
    }

    [Theory]
    [InlineData("templates/report.htm", "是不是“templates/report.html”？")]
    [InlineData("reveiw.html", "是不是“review.html”？")]
    [InlineData("别的", "reportc eject 列出全部")]
    public void An_unknown_name_is_wrong_usage(string word, string help)
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("eject", word);

        Assert.Equal(2, run.Status);
        Assert.Contains($"没有自带的“{word}”", run.Error, StringComparison.Ordinal);
        Assert.Contains(help, run.Error, StringComparison.Ordinal);
        Assert.Equal(2, bench.Run("eject", "report.md", "-p", "nowhere").Status);
    }

    [Theory]
    [InlineData("templates/report.html")]
    [InlineData("editions/2021.yaml")]
    public void The_doctor_says_what_a_copy_replaces_and_when_that_has_changed(string path)
    {
        using var bench = Workbench.WithProject();
        Assert.Equal(0, bench.Run("eject", path).Status);

        Assert.Contains("替换自带的，内容还一样", Said(bench, path), StringComparison.Ordinal);

        var copy = bench.Read(path);
        bench.Write(path, copy + "\n");
        Assert.EndsWith("替换自带的", Said(bench, path), StringComparison.Ordinal);

        bench.Write(path, copy.Replace(BuiltInFiles.PrintOf(path), "0123456789abcdef", StringComparison.Ordinal));
        Assert.EndsWith("替换自带的；自带的在这以后改过", Said(bench, path), StringComparison.Ordinal);
        Assert.Contains($"把第一行的指纹改为 {BuiltInFiles.PrintOf(path)}", bench.Run("doctor").Out, StringComparison.Ordinal);
    }

    private static string Said(Workbench bench, string path) =>
        bench.Run("doctor").Out.Split('\n')
            .Single(l => l.Contains(path + " ", StringComparison.Ordinal) && l.Contains("替换", StringComparison.Ordinal));
}
