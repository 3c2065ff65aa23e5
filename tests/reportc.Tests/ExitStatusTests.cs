using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>The exit statuses of the contract, each way to come by them.</summary>
public sealed class ExitStatusTests
{
    [Fact]
    public void A_file_in_the_place_of_the_output_folder_is_named()
    {
        using var bench = Workbench.WithProject().Write("out", "");

        var run = bench.Run("build", "2021");

        Assert.Equal(3, run.Status);
        Assert.Contains("out 是文件，不是文件夹", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sound_data_are_fine()
    {
        using var bench = Workbench.WithProject();

        Assert.Equal(0, bench.Run("check").Status);
        Assert.Equal(0, bench.Run("build").Status);
    }

    [Fact]
    public void Warnings_are_fine_unless_they_are_to_fail()
    {
        using var bench = Workbench.WithProject();
        File.Delete(bench.Full("narrative/2021.md"));

        Assert.Equal(0, bench.Run("check").Status);
        Assert.Equal(0, bench.Run("build").Status);
        Assert.Equal(1, bench.Run("check", "--fail-on", "warning").Status);
        Assert.Equal(0, bench.Run("check", "--fail-on", "error").Status);
    }

    [Fact]
    public void Errors_in_the_data_are_1()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        Assert.Equal(1, bench.Run("check").Status);
        Assert.Equal(1, bench.Run("build").Status);
        Assert.Equal(1, bench.Run("build", "--draft").Status);
    }

    [Fact]
    public void Errors_in_the_narrative_are_1()
    {
        using var bench = Workbench.WithProject().Write("narrative/2021.md", "## 一、总体情况\n\n{{ 没有这个 }}\n");

        Assert.Equal(1, bench.Run("check").Status);
        Assert.Equal(1, bench.Run("build").Status);
    }

    [Fact]
    public void Errors_in_a_template_are_1_and_the_figures_are_checked_all_the_same()
    {
        using var bench = Workbench.WithProject(Workbench.Broken).Write("templates/report.md", "{{ if }}\n{{ end");

        var run = bench.Run("check");

        Assert.Equal(1, run.Status);
        Assert.Contains("templates/report.md:1", run.Out, StringComparison.Ordinal);
        Assert.Contains("[RC2003]", run.Out, StringComparison.Ordinal);
        Assert.Empty(bench.Files("out"));
    }

    [Theory]
    [InlineData("check", "--nonsense")]
    [InlineData("nonsense")]
    [InlineData("-q")]
    [InlineData("check", "--format", "nonsense")]
    [InlineData("build", "--format", "md,pdf")]
    [InlineData("check", "--format")]
    [InlineData("check", "--lang", "fr")]
    [InlineData("check", "-q", "-v")]
    [InlineData("check", "2021", "data/2021/甲.yaml")]
    [InlineData("check", "--all", "2021")]
    [InlineData("check", "twenty")]
    [InlineData("check", "2021", "-p", "nowhere")]
    [InlineData("build", "--draft=yes")]
    [InlineData("check", "-p", ".", "-p", ".")]
    public void Wrong_usage_is_2_and_says_so_briefly_on_standard_error(params string[] args)
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run(args);

        Assert.Equal(2, run.Status);
        Assert.Empty(run.Out);
        Assert.StartsWith("错误[RC9001]：", run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Split('\n').Length, 2, 4);
    }

    [Theory]
    [InlineData("2020")]
    [InlineData("2022..2025")]
    [InlineData("2022..2020")]
    [InlineData("20211")]
    [InlineData("2019...2021")]
    public void A_year_without_a_folder_is_2(string years)
    {
        using var bench = Workbench.WithProject();

        Assert.Equal(2, bench.Run("build", years).Status);
        Assert.Equal(2, bench.Run("check", years).Status);
    }

    [Fact]
    public void Within_a_range_it_is_skipped_with_a_note()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("build", "2019..2022");

        Assert.Equal(0, run.Status);
        Assert.Contains("2019、2020、2022", run.Error, StringComparison.Ordinal);
        Assert.Equal(["out/2021/report.html", "out/2021/report.md", "out/2021/review.html", "out/2021/totals.yaml"], bench.Files("out"));
    }

    [Fact]
    public void A_project_without_data_is_2()
    {
        using var bench = new Workbench().Write("reportc.yaml", "机关: 某县人民政府\n");

        Assert.Equal(2, bench.Run("build").Status);
        Assert.Equal(2, bench.Run("build", "--all").Status);
    }

    [Fact]
    public void A_year_nobody_has_filed_for_is_1_and_nothing_is_written()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关: 某县人民政府\n");
        Directory.CreateDirectory(bench.Full("data/2022"));

        var run = bench.Run("build", "--all");

        Assert.Equal(1, run.Status);
        Assert.Contains("错误[RC3001]：没有一个单位报送 2022 年数据\n --> reportc.yaml:1:5\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("改法：把各单位的 .yaml 文件放入 data/2022/；还没有的，用 reportc new 2022 生成\n", run.Error,
            StringComparison.Ordinal);
        Assert.True(bench.Has("out/2021/report.html"));
        Assert.False(Directory.Exists(bench.Full("out/2022")));
    }

    [Fact]
    public void No_project_is_2()
    {
        using var bench = new Workbench();

        Assert.Equal(2, bench.Run("build").Status);
        Assert.Equal(2, bench.Run("build", "-p", ".").Status);
    }

    [Theory]
    [InlineData("reportc.yaml", "机关: [\n")]
    [InlineData("reportc.yaml", "机构: 某县\n")]
    [InlineData("editions/x.yaml", "nonsense\n")]
    public void A_faulty_project_is_2(string path, string text)
    {
        using var bench = Workbench.WithProject().Write(path, text);

        var check = bench.Run("check");
        var build = bench.Run("build");

        Assert.Equal(2, check.Status);
        Assert.Equal(2, build.Status);
        Assert.Contains($"--> {path}:", check.Out, StringComparison.Ordinal);
        Assert.Contains($"--> {path}:", build.Error, StringComparison.Ordinal);
        Assert.Empty(build.Out);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_3()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("check", "data/2021/乙.yaml");

        Assert.Equal(3, run.Status);
        Assert.Contains("错误[RC9002]：无法读取", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_3_and_only_v_shows_the_cause()
    {
        using var bench = Workbench.WithProject().Write("taken", "");

        var run = bench.Run("build", "-o", "taken");
        var verbose = bench.Run("build", "-o", "taken", "-v");

        Assert.Equal(3, run.Status);
        Assert.Contains("错误[RC9002]：无法写入", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", verbose.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_is_130()
    {
        using var bench = Workbench.WithProject();
        using var output = new StringWriter();
        var host = new Host { Out = output, Error = output, In = Stream.Null, Folder = bench.Root };

        Assert.Equal(130, CommandLine.Run(["build"], host, new CancellationToken(canceled: true)));
        Assert.Empty(bench.Files("out"));
    }

    [Fact]
    public void The_gravest_of_several_years_counts_and_none_holds_up_another()
    {
        using var bench = Workbench.WithProject().AddYear(2023, Workbench.Broken).AddYear(2025);
        bench.Write("out/2025", "a file where the folder should be");

        var run = bench.Run("build", "--all");

        Assert.Equal(3, run.Status);
        Assert.Equal(["out/2021/report.md", "out/2021/report.html", "out/2021/totals.yaml", "out/2021/review.html", "out/index.html"],
            run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
