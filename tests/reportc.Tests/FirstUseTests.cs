using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary>Words that a first user gets wrong: what they are is said, and what to write.</summary>
public sealed class FirstUseTests
{
    [Theory]
    [InlineData(3, "无法读取 m/data/2021：这是文件夹，不是文件", "写文件名，或写年度", "check", "m/data/2021")]
    [InlineData(2, "“m”不是年度，是文件夹", "-p m", "check", "m")]
    [InlineData(2, "“@x”不是年度，也没有这个文件", "2019..2025", "check", "@x")]
    [InlineData(2, "m/reportc.yaml 是文件，不是文件夹", "-p 后面写项目文件夹：-p m", "build", "-p", "m/reportc.yaml")]
    [InlineData(2, "不能一起写", "分两次运行", "check", "m/data/2021/甲.yaml", "2021")]
    [InlineData(2, "--watch 只有文字输出", "去掉其中一个", "check", "--watch", "--format", "html")]
    public void A_wrong_word_is_named_for_what_it_is(int status, string answer, string help, params string[] args)
    {
        using var bench = new Workbench().AddProject(folder: "m");
        var run = bench.Run(args);
        Assert.Equal(status, run.Status);
        Assert.Contains(answer, run.Out + run.Error, StringComparison.Ordinal);
        Assert.Contains(help, run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_placed_as_it_was_given()
    {
        using var bench = Workbench.WithProject();
        using var json = JsonDocument.Parse(bench.Run("check", "data/2021/无.yaml", "--format", "json").Out);
        var finding = Assert.Single(json.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("无法读取 data/2021/无.yaml：没有这个文件", finding.GetProperty("message").GetString());
        Assert.Equal("data/2021/无.yaml", finding.GetProperty("location").GetProperty("file").GetString());
    }

    [Fact]
    public void A_mark_before_utf_8_is_said_to_be_removed()
    {
        using var bench = Workbench.WithProject("\uFEFF" + Workbench.Sound);
        Assert.Contains("：将去掉字节顺序标记（BOM）\n", bench.Run("check", "--diff").Error, StringComparison.Ordinal);
        Assert.Contains("字节顺序标记（BOM）1 处", bench.Run("check", "--fix").Out, StringComparison.Ordinal);
    }
}
