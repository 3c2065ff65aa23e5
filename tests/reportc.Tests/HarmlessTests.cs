using Xunit;

namespace Reportc.Tests;

/// <summary>Names and paths that somebody else chose do nothing where they are shown, in a spreadsheet or the log of a CI run.</summary>
public sealed class HarmlessTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)", ",'=HYPERLINK(1),")]
    [InlineData("+1甲", ",'+1甲,")]
    [InlineData("-1+2", ",'-1+2,")]
    [InlineData("@SUM(A1)", ",'@SUM(A1),")]
    [InlineData("＝1，甲", ",'＝1，甲,")]
    [InlineData("甲=1", ",甲=1,")]
    public void A_cell_of_csv_that_begins_like_a_formula_is_a_text(string unit, string expected)
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", $"机关: 某县\n单位: [\"{unit}\"]\n")
            .Write("data/2021/甲.yaml", Workbench.Sound.Replace("甲局", $"\"{unit}\"", StringComparison.Ordinal));

        Assert.Contains(expected, bench.Run("export").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_below_zero_stays_a_number_in_csv()
    {
        using var bench = Workbench.WithProject().AddYear(2019)
            .Write("data/2019/甲.yaml", Workbench.Sound.Replace("年度: 2021", "年度: 2019", StringComparison.Ordinal)
                .Replace("主动公开: 无", "主动公开: {行政许可: {本年增减: -3}}", StringComparison.Ordinal));

        Assert.Contains(",-3,number,", bench.Run("export", "2019").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--format", "github")]
    [InlineData("check", "--format", "sarif")]
    [InlineData("check", "--format", "json")]
    [InlineData("check", "data/2021/乙\n::error::.yaml")]
    [InlineData("check", "没有\n::error::.yaml")]
    [InlineData("check", "--fix", "--diff")]
    [InlineData("build", "--draft")]
    [InlineData("build", "--draft", "-v", "-o", "另\n::error::")]
    [InlineData("export")]
    [InlineData("status", "-v")]
    [InlineData("trace", "主动公开.行政许可")]
    [InlineData("doctor")]
    [InlineData("new", "2022")]
    [InlineData("build", "-p", "没有\n::error::")]
    public void A_path_with_a_line_break_writes_no_command_into_the_log_of_a_ci_run(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names");
        using var bench = Workbench.WithProject()
            .Write("data/2021/乙\n::error::.yaml",
                Workbench.Sound.Replace("甲局", "乙局", StringComparison.Ordinal) + "多: 1\n主动公开：无\n")
            .Write("data/2021/丙\n::error::.txt", "");

        var run = bench.Run(arguments);

        Assert.DoesNotContain("\n::error::", "\n" + run.Out + "\n" + run.Error, StringComparison.Ordinal);
    }
}
