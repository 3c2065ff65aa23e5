using System.Text;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The sample of several years: two editions, a unit renamed between them, and nothing to find fault with.</summary>
public sealed class HistorySampleTests
{
    [Fact]
    public void Four_years_over_two_editions_build_without_a_finding()
    {
        var compilations = new ProjectFolder(Path.Combine(Repository.Root, "samples", "history")).CompileAll().ToList();

        Assert.Equal([2017, 2018, 2019, 2020], compilations.Select(c => c.Year));
        Assert.All(compilations, c => Assert.Empty(c.Diagnostics));
        Assert.All(compilations, c => Assert.Equal(6, c.Units));
        Assert.All(compilations, c => Assert.Equal(c.Year < 2019,
            Report(c).Contains("（二）通过不同渠道和方式公开", StringComparison.Ordinal)));
    }

    private static string Report(Compilation compilation) =>
        Encoding.UTF8.GetString(compilation.Outputs.Single(o => o.Name == "report.md").Bytes);
}
