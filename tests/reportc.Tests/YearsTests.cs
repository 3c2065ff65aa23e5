using System.Text.RegularExpressions;
using Xunit;

namespace Reportc.Tests;

/// <summary>Many years: the table at the end, the page over them, the links between reports.</summary>
public sealed partial class YearsTests
{
    [Fact]
    public void A_table_of_the_years_stands_at_the_end()
    {
        using var bench = ThreeYears();
        bench.AddYear(2022, Workbench.Broken);

        var build = bench.Run("build", "--all", "--lang", "en", "--format", "md");
        var check = bench.Run("check", "--all");

        Assert.Matches(@"\nyear  units  equations  broken  errors  warnings  written\n"
            + @"2020      1  +[0-9]+       0       0 +[0-9]+        1\n"
            + @"2021 .*\n2022      1  +[0-9]+ +[1-9] +[1-9] +[0-9]+        0\n3 units, .*\n$", build.Error);
        Assert.Matches(@"\n年度  单位  勾稽关系  不成立  错误  警告\n2020     1  +[0-9]+       0     0 +[0-9]+\n", check.Out);
        Assert.Equal(1, build.Status);
    }

    [Fact]
    public void One_year_and_quiet_runs_have_no_table()
    {
        using var bench = ThreeYears();

        Assert.DoesNotContain("勾稽关系  不成立", bench.Run("check").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("勾稽关系  不成立", bench.Run("check", "--all", "-q").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("勾稽关系  不成立", bench.Run("build", "--all", "-q").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_over_the_years_is_written_with_several_of_them_and_is_the_same_each_time()
    {
        using var bench = ThreeYears();
        bench.Run("build", "2021");
        Assert.False(bench.Has("out/index.html"));

        var run = bench.Run("build", "--all");
        var page = bench.Read("out/index.html");
        var again = bench.Run("build", "--all", "--check");

        Assert.EndsWith("out/index.html\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, again.Status);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var links = Links().Matches(page).Select(m => m.Groups["href"].Value).ToList();
        Assert.Equal(["2022/report.html", "2021/report.html", "2020/report.html"], links);
        Assert.All(links, l => Assert.True(bench.Has("out/" + l)));
        Assert.Equal(Charts(page).Count, page.Split("<svg").Length - 1);
        Assert.Equal("2020年 3，2021年 2，2022年 2", Charts(page)["本年新收"].Desc);
        var ids = Ids().Matches(page).Select(m => m.Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Years_built_together_are_the_same_as_one_by_one()
    {
        using var together = ThreeYears();
        together.AddYear(2022, Workbench.Broken).AddYear(2023);
        using var alone = ThreeYears();
        alone.AddYear(2022, Workbench.Broken).AddYear(2023);
        var files = new List<string>();

        var all = together.Run("build", "--all");
        foreach (var year in (string[])["2020", "2021", "2022", "2023"])
            files.AddRange(alone.Run("build", year).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal([.. files, "out/index.html"], all.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(files, f => Assert.Equal(alone.Read(f), together.Read(f)));
    }

    [Fact]
    public void What_is_found_in_years_that_are_worked_on_side_by_side_is_told_once_and_in_their_order()
    {
        using var bench = ThreeYears();
        for (var year = 2022; year <= 2027; year++) bench.AddYear(year, Workbench.Broken);

        var first = Told(bench.Run("build", "--all"));
        var again = Told(bench.Run("build", "--all"));

        Assert.Equal(first, again);
        var years = PlacesOfErrors().Matches(first).Select(m => m.Groups["year"].Value).Distinct(StringComparer.Ordinal);
        Assert.Equal(["2022", "2023", "2024", "2025", "2026", "2027"], years);

        static string Told(Run run) => run.Error[..run.Error.IndexOf("\n年度", StringComparison.Ordinal)];
    }

    [Fact]
    public void A_figure_goes_on_under_its_caption_in_another_edition_and_breaks_where_the_form_lacks_it()
    {
        using var bench = ThreeYears();
        bench.Run("build", "--all");

        var charts = Charts(bench.Read("out/index.html"));

        Assert.Equal("2020年 0，2021年 0，2022年 0", charts["行政许可"].Desc);
        Assert.Equal("2021年 0，2022年 0", charts["现行有效规范性文件"].Desc);
        Assert.Equal("2020年 0", charts["集中采购金额（万元）"].Desc);
        Assert.Equal("M240 960L1600 960L2960 960", charts["行政许可"].Path);
        Assert.Equal("M1600 960L2960 960", charts["现行有效规范性文件"].Path);
        Assert.Equal("M240 280L1600 507L2960 507", charts["本年新收"].Path);
    }

    [Fact]
    public void A_year_with_errors_is_named_but_not_shown()
    {
        using var bench = ThreeYears();
        bench.AddYear(2022, Workbench.Broken);

        bench.Run("build", "--all");
        var page = bench.Read("out/index.html");

        Assert.Contains("<p>2022 年的数据有错误或不齐，未列入。</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2022/report.html", page, StringComparison.Ordinal);
        Assert.Contains("2021/report.html", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_escaped_and_the_template_may_be_the_projects_own()
    {
        using var bench = ThreeYears();
        bench.Write("reportc.yaml",
            "机关: <b>&某县\n联系方式: {地址: 某路1号, 邮编: \"830000\", 电话: \"1234567\"}\n"
                + "指标: [{键: 条, 名称: \"<i>\", 计量: \"\\\"件\"}]\n单位: [甲局]\n");
        bench.Run("build", "--all");
        var page = bench.Read("out/index.html");
        bench.Write("templates/index.html", "{{ 没有 }}");
        var faulty = bench.Run("build", "--all");

        Assert.Contains("<h1>&lt;b&gt;&amp;某县政府", page, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;（&quot;件）", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
        Assert.Equal(1, faulty.Status);
        Assert.Contains("--> templates/index.html:1:4", faulty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_page_that_is_made_beside_a_single_year_is_told_once()
    {
        using var bench = Workbench.WithProject();
        bench.Write("templates/index.html", "{{ 没有 }}");

        var run = bench.Run("build", "--all", "--format", "html");

        Assert.Equal(1, run.Status);
        Assert.Equal(2, run.Error.Split("--> templates/index.html:1:4").Length);
        Assert.True(bench.Has("out/2021/report.html"));
        Assert.False(bench.Has("out/index.html"));
    }

    [Fact]
    public void Reports_link_the_page_over_the_years_and_those_beside_them()
    {
        using var bench = ThreeYears();
        bench.Run("build", "--all");

        Assert.Equal(["../index.html", "../2021/report.html"], Of(2020));
        Assert.Equal(["../index.html", "../2020/report.html", "../2022/report.html"], Of(2021));
        Assert.Equal(["../index.html", "../2021/report.html"], Of(2022));

        IEnumerable<string> Of(int year) =>
            Links().Matches(bench.Read($"out/{year}/report.html")).Select(m => m.Groups["href"].Value)
                .Where(l => l.StartsWith("../", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_of_one_year_has_no_page_over_the_years_to_link()
    {
        using var bench = Workbench.WithProject();
        bench.Run("build");

        Assert.DoesNotContain("index.html", bench.Read("out/2021/report.html"), StringComparison.Ordinal);
    }

    /// <summary>2020 by the form of 2019, 2021 and 2022 by that of 2021; what one carries out the next carries in.</summary>
    private static Workbench ThreeYears()
    {
        var later = Workbench.Sound.Replace("本年新收: {自然人: 3}", "本年新收: {自然人: 2}", StringComparison.Ordinal)
            .Replace("上年结转: 无", "上年结转: {自然人: 1}", StringComparison.Ordinal);
        return Workbench.WithProject(later).AddYear(2020).AddYear(2022, later);
    }

    /// <summary>The charts by title.</summary>
    private static Dictionary<string, (string Desc, string Path)> Charts(string page) =>
        Chart().Matches(page)
            .ToDictionary(m => m.Groups["title"].Value, m => (m.Groups["desc"].Value, m.Groups["path"].Value), StringComparer.Ordinal);

    [GeneratedRegex("<a [^>]*?href=\"(?<href>[^\"]*)\"|<a href=\"(?<href>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("--> data/(?<year>[0-9]{4})/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlacesOfErrors();

    [GeneratedRegex(" id=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("aria-labelledby=\"(?<a>[^ ]*) (?<b>[^\"]*)\">\n"
        + "<title id=\"\\k<a>\">(?<title>[^<]*)</title>\n"
        + "<desc id=\"\\k<b>\">(?<desc>[^<]*)</desc>\n.*\n<path d=\"(?<path>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chart();
}
