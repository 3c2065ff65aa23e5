using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>-p</c> with a folder of projects.</summary>
public sealed class ManyProjectsTests
{
    [Fact]
    public void Each_is_built_into_its_own_folder_in_order()
    {
        using var bench = new Workbench();
        for (var i = 0; i < 12; i++) bench.AddProject(folder: $"all/p{i:D2}");
        bench.Write("all/not-a-project/data/2021/甲.yaml", "");

        var run = bench.Run("build", "-p", "all", "--format", "md");

        Assert.Equal(0, run.Status);
        Assert.Equal(string.Concat(Enumerable.Range(0, 12).Select(i => $"all/out/p{i:D2}/2021/report.md\n")), run.Out);
        Assert.StartsWith("项目", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n12 个项目，12 个单位，", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_one_stops_only_itself()
    {
        using var bench = new Workbench().AddProject(folder: "all/a").AddProject(Workbench.Broken, "all/b").AddProject(folder: "all/c")
            .AddProject(folder: "all/d");
        bench.Write("all/c/reportc.yaml", "机关:\n");

        var run = bench.Run("build", "-p", "all", "-o", "site");

        Assert.Equal(2, run.Status);
        Assert.Equal(["site/a/2021/report.html", "site/a/2021/report.md", "site/a/2021/review.html", "site/a/2021/totals.yaml",
            "site/d/2021/report.html", "site/d/2021/report.md", "site/d/2021/review.html", "site/d/2021/totals.yaml"], bench.Files("site"));
        Assert.Contains("--> all/b/data/2021/甲.yaml:9:", run.Error, StringComparison.Ordinal);
        Assert.Contains("--> all/c/reportc.yaml:1:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_one_of_them_lacks_stops_only_that_one()
    {
        using var bench = new Workbench().AddProject(folder: "all/a").AddProject(folder: "all/b").AddYear(2022, folder: "all/a");

        var run = bench.Run("check", "2022", "-p", "all");

        Assert.Equal(2, run.Status);
        Assert.Contains("错误[RC9001]：b：没有 2022 年的数据", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("2 个项目，1 个单位，", run.Out[run.Out.LastIndexOf("2 个项目", StringComparison.Ordinal)..],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Json_names_files_relative_to_the_folder_and_is_sorted_over_all()
    {
        using var bench = new Workbench().AddProject(Workbench.Broken, "all/b").AddProject(Workbench.Broken, "all/a")
            .AddProject(folder: "all/c");
        bench.Write("all/c/reportc.yaml", "机关:\n");

        var run = bench.Run("check", "-p", "all", "--format", "json");
        using var json = JsonDocument.Parse(run.Out);

        Assert.Equal(2, run.Status);
        Assert.Empty(run.Error);
        Assert.Equal(["c/reportc.yaml", "a/data/2021/甲.yaml", "b/data/2021/甲.yaml"],
            json.RootElement.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("severity").GetString() == "error")
                .Select(d => d.GetProperty("location").GetProperty("file").GetString()).Distinct());
    }

    [Fact]
    public void A_folder_without_any_project_is_wrong_usage()
    {
        using var bench = new Workbench().Write("all/a/readme", "");

        Assert.Equal(2, bench.Run("build", "-p", "all").Status);
    }
}
