using System.Text;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What a page says of itself: that it is a draft, that it is internal, and what a browser may load for it.</summary>
public sealed class MarkTests
{
    private const string Errors = "以下错误改正以前";

    [Theory]
    [InlineData("md", false)]
    [InlineData("html", false)]
    [InlineData("md", true)]
    [InlineData("html", true)]
    public void A_draft_speaks_of_errors_if_there_are_any(string format, bool isFaulty)
    {
        var data = InMemory.Empty("甲局", 2021);
        var page = Page(format, isDraft: true, isFaulty ? data.Replace("复议诉讼: 无\n", "", StringComparison.Ordinal) : data);

        Assert.Contains("草稿，不得发布", page, StringComparison.Ordinal);
        Assert.Equal(isFaulty, page.Contains(Errors, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("review")]
    public void A_page_loads_nothing_from_elsewhere(string format) =>
        Assert.Contains(
            "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';", Page(format, isDraft: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("html", false)]
    [InlineData("review", true)]
    public void Only_the_internal_page_is_kept_from_search_engines_and_says_that_it_is_internal(string format, bool isInternal)
    {
        var page = Page(format, isDraft: false);

        Assert.Equal(isInternal, page.Contains("<meta name=\"robots\" content=\"noindex, nofollow\">", StringComparison.Ordinal));
        Assert.Equal(isInternal, page.Contains("供内部使用", StringComparison.Ordinal));
    }

    private static string Page(string format, bool isDraft, string? data = null)
    {
        var source = new Source("data/2021/a.yaml", Encoding.UTF8.GetBytes(data ?? InMemory.Empty("甲局", 2021)));
        var project = InMemory.Project("机关: 甲县\n");
        var compiler = new Compiler(project, y => y == 2021 ? new YearSources(y, [source], null) : null, Templates.BuiltIn);
        return Encoding.UTF8.GetString(compiler.Compile(2021, ReportFormats.Named(format), isDraft).Outputs[0].Bytes);
    }
}
