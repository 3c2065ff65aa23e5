using Xunit;

namespace Reportc.Tests;

/// <summary><c>check</c> with files instead of years.</summary>
public sealed class FileArgumentTests
{
    [Fact]
    public void A_file_of_a_project_is_checked_with_its_rules_and_only_its_own_findings_are_shown()
    {
        using var bench = Workbench.WithProject(Workbench.Broken)
            .Write("data/2021/乙.yaml", Workbench.Sound.Replace("甲局", "乙局", StringComparison.Ordinal));

        var unknown = bench.Run("check", "data/2021/乙.yaml");
        var broken = bench.Run("check", "data/2021/甲.yaml");

        Assert.Equal((1, 1), (unknown.Status, broken.Status));
        Assert.Contains("错误[RC3001]：名册中没有“乙局”", unknown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("RC2003", unknown.Out, StringComparison.Ordinal);
        Assert.Contains("错误[RC2003]：", broken.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("RC3001", broken.Out, StringComparison.Ordinal);
        Assert.Matches("1 个单位，检查 [0-9]+ 条勾稽关系，1 条不成立；1 个错误，0 个警告", broken.Out);
    }

    [Fact]
    public void A_file_is_named_as_it_was_given()
    {
        using var bench = Workbench.WithProject(Workbench.Broken, "p");
        var full = bench.Full("p/data/2021/甲.yaml");

        Assert.Contains("--> p/data/../data/2021/甲.yaml:9:", bench.Run("check", "p/data/../data/2021/甲.yaml").Out,
            StringComparison.Ordinal);
        Assert.Contains($"--> {full.Replace('\\', '/')}:9:", bench.Run("check", full).Out, StringComparison.Ordinal);
        Assert.Contains("\"file\": \"甲.yaml\"",
            bench.RunWith(h => h with { Folder = bench.Full("p/data/2021") }, "check", "甲.yaml", "--format", "json").Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_outside_any_project_is_checked_by_itself()
    {
        using var bench = new Workbench().Write("a.yaml", Workbench.Broken).Write("b.yaml", Workbench.Sound);

        var run = bench.Run("check", "a.yaml", "b.yaml");

        Assert.Equal(1, run.Status);
        Assert.Contains("--> a.yaml:9:", run.Out, StringComparison.Ordinal);
        Assert.Contains("2 个单位，", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, bench.Run("check", "b.yaml").Status);
    }

    [Fact]
    public void Standard_input_is_a_file_too()
    {
        using var bench = new Workbench();

        var run = bench.RunWith(h => h with { In = Workbench.Input(Workbench.Broken) }, "check", "-");

        Assert.Equal(1, run.Status);
        Assert.Contains("--> 标准输入:9:", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, bench.RunWith(h => h with { In = Workbench.Input(Workbench.Sound) }, "check", "-").Status);
    }

    [Fact]
    public void The_narrative_and_the_project_file_can_be_checked_alone()
    {
        using var bench = Workbench.WithProject(Workbench.Broken).Write("narrative/2021.md", "{{ 没有这个 }}\n");

        var narrative = bench.Run("check", "narrative/2021.md");
        var project = bench.Run("check", "reportc.yaml");

        Assert.Equal(1, narrative.Status);
        Assert.Contains("--> narrative/2021.md:1:", narrative.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("甲.yaml", narrative.Out, StringComparison.Ordinal);
        Assert.Equal(0, project.Status);
    }

    [Fact]
    public void A_file_of_a_faulty_project_is_2()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关:\n");

        var run = bench.Run("check", "data/2021/甲.yaml");

        Assert.Equal(2, run.Status);
        Assert.Contains("reportc.yaml:1:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_two_dashes_a_name_may_begin_with_one()
    {
        using var bench = new Workbench().Write("-a.yaml", Workbench.Sound).Write("@b.yaml", Workbench.Sound);

        Assert.Equal(0, bench.Run("check", "--", "-a.yaml").Status);
        Assert.Equal(0, bench.Run("check", "@b.yaml").Status);
        Assert.Equal(2, bench.Run("check", "-a.yaml").Status);
    }
}
