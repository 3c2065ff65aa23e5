using Xunit;

namespace Reportc.Tests;

/// <summary>What <c>build</c> writes, and what it leaves alone.</summary>
public sealed class BuildTests
{
    private static readonly string[] Report =
        ["out/2021/report.md", "out/2021/report.html", "out/2021/totals.yaml", "out/2021/review.html"];

    [Fact]
    public void A_build_that_makes_no_report_ends_with_the_way_to_the_review_page()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);
        const string Way = "在表上看这些错误：reportc check --format html > review.html\n";

        Assert.EndsWith("（--draft 可生成草稿）\n" + Way, bench.Run("build").Error, StringComparison.Ordinal);
        Assert.EndsWith("to see the errors on the tables: reportc check 2021 -p . --format html > review.html\n",
            bench.Run("build", "2021", "-p", ".", "--lang", "en").Error, StringComparison.Ordinal);
        foreach (var other in (string[][])[["build", "-q"], ["build", "--draft"], ["build", "--check"]])
            Assert.DoesNotContain("review.html", bench.Run(other).Error, StringComparison.Ordinal);
        // What is told can be done.
        Assert.StartsWith("<!DOCTYPE html>", bench.Run("check", "--format", "html").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_years_the_review_pages_go_into_a_folder()
    {
        using var bench = Workbench.WithProject(Workbench.Broken).AddYear(2020, Workbench.Broken);

        Assert.EndsWith("在表上看这些错误：reportc check --all --format html -o review\n", bench.Run("build", "--all").Error,
            StringComparison.Ordinal);
        Assert.EndsWith("在表上看这些错误：reportc check 2020 2021 --format html -o review\n", bench.Run("build", "2020", "2021").Error,
            StringComparison.Ordinal);
        var run = bench.Run("check", "--all", "--format", "html", "-o", "review");
        Assert.Equal((1, "review/2020/review.html\nreview/2021/review.html\n"), (run.Status, run.Out));
    }

    [Fact]
    public void A_project_that_cannot_be_read_has_no_review_page_to_show()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关关: 甲县\n");

        var run = bench.Run("build");

        Assert.Equal(2, run.Status);
        Assert.DoesNotContain("review.html", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_lists_what_it_wrote_on_standard_output_and_the_rest_on_standard_error()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("build");

        Assert.Equal(Report, Lines(run.Out));
        Assert.Matches("^1 个单位，检查 [0-9]+ 条勾稽关系，0 条不成立；0 个错误，0 个警告；写入 4 个文件，未变 0 个\n$", run.Error);
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
        bench.Write("data/notes/a.yaml", "no year").Write("data/2021/~$甲.yaml", "left by WPS").Write("data/2021/.甲.yaml", "hidden")
            .Write("data/2021/readme.txt", "no data");

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

    [Fact]
    public void Data_files_unpacked_into_a_folder_of_their_own_are_told_and_hidden_ones_not()
    {
        using var bench = Workbench.WithProject().Write("data/2021/乙局/乙.yaml", Workbench.Sound)
            .Write("data/2021/乙局/乙二.yml", Workbench.Sound)
            .Write("data/2021/报送/丙局/丙.yaml", Workbench.Sound).Write("data/2021/图片/a.png", "")
                .Write("data/2021/.old/丁.yaml", Workbench.Sound);

        var run = bench.Run("check");

        Assert.Equal(0, run.Status);
        Assert.Contains("警告[RC1007]：没有读文件夹“乙局”里的 2 个 .yaml 文件：下一层文件夹不读\n --> data/2021/乙局/乙.yaml:1:1\n",
            run.Out, StringComparison.Ordinal);
        Assert.Contains("警告[RC1007]：没有读文件夹“丙局”里的 1 个 .yaml 文件：下一层文件夹不读\n --> data/2021/报送/丙局/丙.yaml:1:1\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Equal(2, run.Out.Split("RC1007").Length - 1);
    }

    [Fact]
    public void The_appendix_names_the_predecessors_of_a_unit_in_its_first_year()
    {
        using var bench = new Workbench().Write("reportc.yaml", """
            机关: 某县人民政府
            单位:
              - {名称: 旧局, 至: 2020}
              - {名称: 老局, 至: 2020}
              - {名称: 大局, 至: 2020}
              - {名称: 并局, 自: 2021, 前身: [旧局, 老局]}
              - {名称: 分一局, 自: 2021, 前身: [大局]}
              - {名称: 分二局, 自: 2021, 前身: [大局]}
              - {名称: 新局, 自: 2021}
              - {名称: 甲区, 自: 2021, 前身: [甲县]}
              - {名称: 甲县, 至: 2020}
            下级: [区]
            """)
            .Write("区/reportc.yaml", "机关: 甲区\n")
            .Write("区/data/2021/甲.yaml", Empty("甲局", 2021)).Write("区/data/2022/甲.yaml", Empty("甲局", 2022));
        foreach (var unit in (string[])["并局", "分一局", "分二局", "新局"])
            foreach (var year in (int[])[2021, 2022]) bench.Write($"data/{year}/{unit}.yaml", Empty(unit, year));

        var run = bench.Run("build", "--all", "--format", "md");

        Assert.Equal(0, run.Status);
        Assert.Equal(["并局（原旧局、老局）", "分一局（原大局）", "分二局（原大局）", "新局", "甲区（原甲县）", "**合计**"],
            Appendix(2021));
        Assert.Equal(["并局", "分一局", "分二局", "新局", "甲区", "**合计**"], Appendix(2022));

        IEnumerable<string> Appendix(int year) => bench.Read($"out/{year}/report.md").Split("## 附表")[1].Split('\n')
            .Where(l => l.StartsWith('|')).Skip(2).Select(l => l.Split('|')[1].Trim());

        static string Empty(string unit, int year) => $"单位: {unit}\n年度: {year}\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n";
    }
}
