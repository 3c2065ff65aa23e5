using Xunit;

namespace Reportc.Tests;

/// <summary>Data files where they do not belong: copies beside their originals, folders whose name is no year.</summary>
public sealed class StrayFileTests
{
    [Theory]
    [InlineData("副本甲.yaml")]
    [InlineData("1甲 - 副本.yaml")]
    [InlineData("0甲(1).yaml")]
    public void Of_a_copy_and_its_original_the_copy_is_one_too_many(string copy)
    {
        using var bench = Workbench.WithProject().Write($"data/2021/{copy}", Workbench.Sound);

        var run = bench.Run("check");

        Assert.Equal(1, run.Status);
        Assert.Contains($" --> data/2021/{copy}:1", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(" --> data/2021/甲.yaml", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021年")]
    [InlineData("2021Q1")]
    public void A_folder_that_is_no_year_is_told_by_check_and_build(string folder)
    {
        using var bench = Workbench.WithProject().Write($"data/{folder}/甲.yaml", Workbench.Sound);

        Assert.Contains($"data/{folder}/ 里的 1 个 .yaml 文件", bench.Run("check").Out, StringComparison.Ordinal);
        Assert.Contains("改名为 2021", bench.Run("build").Error, StringComparison.Ordinal);
    }
}
