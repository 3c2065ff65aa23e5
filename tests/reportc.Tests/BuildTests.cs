using Xunit;

namespace ReportCompiler.CommandLine.Tests;

/// <summary>What <c>build</c> writes, and what it leaves alone.</summary>
public sealed class BuildTests
{
    private static readonly string[] Report = ["out/2021/report.md", "out/2021/report.html", "out/2021/totals.yaml"];

    [Fact]
    public void It_lists_what_it_wrote_on_standard_output_and_the_rest_on_standard_error()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("build");

        Assert.Equal(Report, Lines(run.Out));
        Assert.Matches("^1 个单位，检查 [0-9]+ 条勾稽关系，0 条不成立；0 个错误，0 个警告；写入 3 个文件，未变 0 个\n$", run.Error);
        Assert.All(Report, path => Assert.True(bench.Has(path)));
    }

    [Fact]
    public void In_a_subfolder_the_project_is_found_and_paths_outside_are_absolute()
    {
        using var bench = Workbench.WithProject();

        var run = bench.RunWith(h => h with { Folder = bench.Full("data/2021") }, "build");

        Assert.Equal(0, run.Status);
        Assert.Equal(Report.Select(p => bench.Full(p).Replace('\\', '/')), Lines(run.Out));
    }

    [Fact]
    public void The_output_folder_may_be_another_seen_from_the_working_folder()
    {
        using var bench = Workbench.WithProject(folder: "p");

        Assert.Equal(["site/2021/totals.yaml"], Lines(bench.Run("build", "-p", "p", "-o", "site", "--format", "totals").Out));
        Assert.Equal(["p/out/2021/report.md"], Lines(bench.Run("build", "-p", "p", "--format", "md").Out));
    }

    [Fact]
    public void An_unchanged_file_keeps_its_time_and_is_not_listed()
    {
        using var bench = Workbench.WithProject();
        bench.Run("build");
        var before = new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var path in Report) File.SetLastWriteTimeUtc(bench.Full(path), before);
        bench.Write("out/2021/report.md", "something else");

        var run = bench.Run("build", "-v");

        Assert.Equal(["out/2021/report.md"], Lines(run.Out));
        Assert.Contains("未变 out/2021/report.html\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(bench.Full("out/2021/report.html")));
        Assert.NotEqual(before, File.GetLastWriteTimeUtc(bench.Full("out/2021/report.md")));
    }

    [Fact]
    public void A_year_with_errors_writes_nothing_and_leaves_what_is_there()
    {
        using var bench = Workbench.WithProject();
        bench.Run("build");
        var before = bench.Read("out/2021/report.md");
        bench.Write("data/2021/甲.yaml", Workbench.Broken);

        var run = bench.Run("build");

        Assert.Equal(1, run.Status);
        Assert.Empty(run.Out);
        Assert.Contains("错误[RC2003]：", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Read("out/2021/report.md"));
    }

    [Fact]
    public void A_file_held_open_stops_the_year_before_anything_is_replaced()
    {
        using var bench = Workbench.WithProject();
        bench.Run("build");
        foreach (var path in Report) bench.Write(path, "old");
        using (File.Open(bench.Full("out/2021/totals.yaml"), FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            var run = bench.Run("build", "--lang", "en");

            Assert.Equal(3, run.Status);
            Assert.Empty(run.Out);
            Assert.Contains("another program has it open", run.Error, StringComparison.Ordinal);
        }
        Assert.Equal(Report.Order(StringComparer.Ordinal), bench.Files("out"));
        Assert.All(Report, path => Assert.Equal("old", bench.Read(path)));
    }

    [Fact]
    public void A_draft_is_written_in_spite_of_errors()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        var run = bench.Run("build", "--draft");

        Assert.Equal(1, run.Status);
        Assert.Equal(Report, Lines(run.Out));
        Assert.Contains("草稿", bench.Read("out/2021/report.md"), StringComparison.Ordinal);
        Assert.Contains("RC2003", bench.Read("out/2021/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_names_what_differs_and_writes_nothing()
    {
        using var bench = Workbench.WithProject();

        var missing = bench.Run("build", "--check");
        var nothing = bench.Files("out");
        bench.Run("build");
        var same = bench.Run("build", "--check");
        bench.Write("out/2021/report.html", "old");
        var differs = bench.Run("build", "--check");

        Assert.Equal((1, 0, 1), (missing.Status, same.Status, differs.Status));
        Assert.Equal(Report, Lines(missing.Out));
        Assert.Empty(nothing);
        Assert.Empty(same.Out);
        Assert.Equal(["out/2021/report.html"], Lines(differs.Out));
        Assert.Equal("old", bench.Read("out/2021/report.html"));
    }

    [Fact]
    public void Formats_may_be_listed_or_repeated()
    {
        using var bench = Workbench.WithProject();

        bench.Run("build", "--format", "md,totals");
        Assert.Equal(["out/2021/report.md", "out/2021/totals.yaml"], bench.Files("out"));
        bench.Run("build", "--format", "md", "--format", "html");
        Assert.Equal(3, bench.Files("out").Count);
    }

    [Fact]
    public void Years_are_chosen_by_name_by_range_and_all()
    {
        using var bench = Workbench.WithProject().AddYear(2020).AddYear(2022).AddYear(2023);
        bench.Write("data/notes/a.yaml", "no year").Write("data/2021/~$甲.yaml", "left by WPS").Write("data/2021/.甲.yaml", "hidden").Write("data/2021/readme.txt", "no data");

        Assert.Equal(["2023"], Years("build"));
        Assert.Equal(["2020", "2022"], Years("build", "2022", "2020", "2022"));
        Assert.Equal(["2020", "2021", "2022"], Years("build", "2020..2022"));
        Assert.Equal(["2020", "2021", "2022", "2023"], Years("build", "--all"));

        IEnumerable<string> Years(params string[] args)
        {
            if (Directory.Exists(bench.Full("out"))) Directory.Delete(bench.Full("out"), recursive: true);
            bench.Run([.. args, "--draft", "--format", "totals"]);
            return bench.Files("out").Select(f => f.Split('/')[1]);
        }
    }

    [Fact]
    public void Quiet_says_nothing_where_nothing_is_wrong()
    {
        using var bench = Workbench.WithProject();

        Assert.Equal(new Run(0, "", ""), bench.Run("build", "-q"));
        Assert.Equal(new Run(0, "", ""), bench.Run("check", "-q"));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
