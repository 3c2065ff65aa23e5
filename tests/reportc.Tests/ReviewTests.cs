using Xunit;

namespace Reportc.Tests;

/// <summary>The review page: written by build, and by check for data as they stand.</summary>
public sealed class ReviewTests
{
    [Fact]
    public void Check_gives_the_page_that_build_writes()
    {
        using var bench = Workbench.WithProject();
        bench.Run("build", "--format", "review");

        var run = bench.Run("check", "--format", "html");

        Assert.Equal(["out/2021/review.html"], bench.Files("out"));
        Assert.Equal(bench.Read("out/2021/review.html"), run.Out);
        Assert.Equal(0, run.Status);
        Assert.Contains("0 个错误", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_errors_check_gives_it_all_the_same_and_build_does_not()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        var build = bench.Run("build");
        var check = bench.Run("check", "--format", "html");
        bench.Run("build", "--draft");

        Assert.Equal((1, 1), (build.Status, check.Status));
        Assert.Contains("错1", check.Out, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", check.Out, StringComparison.Ordinal);
        Assert.Equal(check.Out, bench.Read("out/2021/review.html"));
    }

    [Fact]
    public void What_to_write_stands_first_and_a_blank_form_is_one_line_of_the_list()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);
        bench.Write("reportc.yaml", bench.Read("reportc.yaml").Replace("[甲局]", "[甲局, 乙局]", StringComparison.Ordinal));
        bench.Run("new", "2021", "乙局");

        var page = bench.Run("check", "--format", "html").Out;

        var (remedy, list) = (page.IndexOf("<p class=\"remedy\">", StringComparison.Ordinal),
            page.IndexOf("<ol class=\"list\">", StringComparison.Ordinal));
        Assert.InRange(remedy, 1, list);
        var top = page[list..page.IndexOf("</ol>", list, StringComparison.Ordinal)];
        Assert.Equal(1, top.Split("RC1021").Length - 1);
        Assert.Matches("“主动公开[^”]*”还没有填</a>，另有 [0-9]+ 格也没有填", top);
        // Each is told in full with its unit.
        Assert.True(page[(list + top.Length)..].Split("RC1021").Length > 30);
    }

    [Fact]
    public void It_is_the_same_in_every_language()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        Assert.Equal(bench.Run("check", "--format", "html", "--lang", "zh").Out,
            bench.Run("check", "--format", "html", "--lang", "en").Out);
    }

    [Fact]
    public void Build_check_compares_it()
    {
        using var bench = Workbench.WithProject();
        bench.Run("build");
        Assert.Equal(0, bench.Run("build", "--check").Status);
        bench.Write("out/2021/review.html", "");

        var run = bench.Run("build", "--check");

        Assert.Equal((1, "out/2021/review.html\n"), (run.Status, run.Out));
    }

    [Fact]
    public void Several_are_written_into_the_folder_that_is_named()
    {
        using var bench = Workbench.WithProject().AddYear(2022, Workbench.Broken);

        var refused = bench.Run("check", "--all", "--format", "html");
        var run = bench.Run("check", "--all", "--format", "html", "-o", "site");

        Assert.Equal((2, ""), (refused.Status, refused.Out));
        Assert.Contains("加 -o 文件夹", refused.Error, StringComparison.Ordinal);
        Assert.Equal((1, "site/2021/review.html\nsite/2022/review.html\n"), (run.Status, run.Out));
        Assert.Equal(["site/2021/review.html", "site/2022/review.html"], bench.Files("site"));
    }

    [Fact]
    public void Of_several_projects_each_has_its_own()
    {
        using var bench = new Workbench().AddProject(folder: "all/a").AddProject(Workbench.Broken, "all/b");

        Assert.Equal(2, bench.Run("check", "-p", "all", "--format", "html").Status);
        var run = bench.Run("check", "-p", "all", "--format", "html", "-o", "site");

        Assert.Equal((1, "site/a/2021/review.html\nsite/b/2021/review.html\n"), (run.Status, run.Out));
    }

    [Fact]
    public void A_file_alone_has_no_page()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("check", "data/2021/甲.yaml", "--format", "html", "--lang", "en");

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains("of a whole year", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_on_no_page_is_told_as_text()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关:\n");
        var project = bench.Run("check", "--format", "html");
        bench.AddProject().AddYear(1999);
        var year = bench.Run("check", "1999", "--format", "html");

        Assert.Equal((2, ""), (project.Status, project.Out));
        Assert.Contains("错误[", project.Error, StringComparison.Ordinal);
        Assert.Equal("", year.Out);
        Assert.Contains("错误[", year.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_cannot_be_parsed_is_shown_on_the_built_in_page()
    {
        using var bench = Workbench.WithProject().Write("templates/review.html", "{{ if }}");

        var build = bench.Run("build");
        var check = bench.Run("check", "--format", "html");

        Assert.Equal((1, 1), (build.Status, check.Status));
        Assert.Empty(bench.Files("out"));
        Assert.Contains("templates/review.html:1", check.Out, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"u1-head\">甲局</h2>", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_authority_is_a_unit_of_its_parent()
    {
        using var bench = new Workbench().AddProject(folder: "甲市")
            .Write("reportc.yaml", "机关: 某省人民政府\n联系方式: {地址: 某路1号, 邮编: \"830000\", 电话: \"1234567\"}\n下级: [甲市]\n");

        var run = bench.Run("check", "--format", "html");

        Assert.Equal(0, run.Status);
        Assert.Contains("<h2 id=\"u1-head\">某县人民政府</h2>", run.Out, StringComparison.Ordinal);
        Assert.Contains("甲市/reportc.yaml", run.Out, StringComparison.Ordinal);
        Assert.Contains("还有 1 个下级项目", run.Error, StringComparison.Ordinal);
    }
}
