using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Grids;
using ReportCompiler.Input;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Grids;

/// <summary>
/// What a page prints is read back cell by cell: from the built-in pages every figure at its own cell, from others none that is not
/// plainly there.
/// </summary>
public sealed class PageTablesTests
{
    public static TheoryData<int, string> Pages => new(
        from year in (int[])[2014, 2019, 2021]
        from format in (string[])["md", "html", "docx"]
        select (year, format));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_cell_of_a_page_is_found_with_its_own_figure(int year, string format)
    {
        var edition = Editions.OfForm.For(year)!;
        var grids = Read(edition, format, Page(edition, year, format, i => i + 1));

        var found = edition.Tables.SelectMany(t => grids.SelectMany(g => GridMatch.Of(t, g))).ToList();

        Assert.Equal(
            edition.Cells.Select(c => (c.Path, $"{c.Index + 1}")),
            found.OrderBy(m => m.Cell.Index).Select(m => (m.Cell.Path, m.There.Text)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Two_figures_exchanged_are_seen(int year, string format)
    {
        var edition = Editions.OfForm.For(year)!;
        var random = new Random(7);
        for (var round = 0; round < 20; round++)
        {
            var (one, other) = (random.Next(edition.Cells.Length), random.Next(edition.Cells.Length));
            if (one == other) continue;
            var page = Page(edition, year, format, i => i == one ? other + 1 : i == other ? one + 1 : i + 1);

            var found = edition.Tables.SelectMany(t => Read(edition, format, page).SelectMany(g => GridMatch.Of(t, g)));

            Assert.Equal(
                new[] { edition.Cells[one].Path, edition.Cells[other].Path }.Order(StringComparer.Ordinal),
                found.Where(m => m.There.Text != $"{m.Cell.Index + 1}").Select(m => m.Cell.Path).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_table_printed_whole_is_what_its_template_prints_cell_by_cell(int year, string format)
    {
        var edition = Editions.OfForm.For(year)!;
        var name = format == "docx" ? "table.docx.xml" : $"table.{format}";
        var own = new Source($"templates/{name}", Encoding.UTF8.GetBytes(Templates.BuiltIn.SourceOf(name).Text));
        var templates = Templates.With(new Diagnostics.Findings(), [own])!;

        Assert.Equal(Page(edition, year, format, i => i + 1, templates), Page(edition, year, format, i => i + 1));
    }

    [Theory]
    [InlineData("<table><tr><th>a<td>1</table>", 1)]
    [InlineData("<TABLE><TR><TH>a</TH></TR></TABLE>", 1)]
    [InlineData("<table><tr><td>a</td></tr>", 0)]
    [InlineData("<table><td>a</td></table>", 0)]
    [InlineData("<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>", 0)]
    [InlineData("<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td colspan=2>c</td></tr></table>", 1)]
    [InlineData("<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=2>c</td></tr></table>", 0)]
    [InlineData("<table><tr><td rowspan=0>a</td></tr></table>", 0)]
    [InlineData("<table><tr><td colspan=99999>a</td></tr></table>", 0)]
    [InlineData("<!-- <table><tr><td>a</td></tr></table> -->", 0)]
    [InlineData("<script>'<table><tr><td>a</td></tr></table>'</script>", 0)]
    [InlineData("<template><table><tr><td>a</td></tr></table></template>", 0)]
    [InlineData("<p title=\"<table>\">a</p><table><tr><td>a</td></tr></table>", 1)]
    [InlineData("1 < 2 <table><tr><td>a</td></tr></table>", 1)]
    [InlineData("<table><tr><td>a", 0)]
    [InlineData("<!-- <table>", 0)]
    public void A_table_is_read_if_it_is_whole_and_seen(string html, int tables) =>
        Assert.Equal(tables, HtmlTables.Read(html, _ => true).Count);

    [Theory]
    [InlineData("html", "<table>", "<tr><td>a</td></tr>", "</table>\n")]
    [InlineData("html", "<table>", "<tr><td>a<table></table></td></tr>", "</table>\n")]
    [InlineData("md", "| x |\n| - |\n", "| a |\n", "\n")]
    [InlineData("md", "| x |\n| - |\n", "| a |\n", "```\n| b\n```\n")]
    public void A_long_table_of_something_else_hides_none_behind_it(string format, string head, string row, string end)
    {
        var edition = Editions.OfForm.For(2021)!;
        var page = Page(edition, 2021, format, i => i + 1);
        var foreign = Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(row, 100)) + end);

        Assert.Equal(Matches(edition, Read(edition, format, page)), Matches(edition, Read(edition, format, [.. foreign, .. page])));
        Assert.Equal(edition.Cells.Length, Matches(edition, Read(edition, format, page)).Length);
    }

    private static (string, string)[] Matches(Edition edition, List<TableGrid> grids) =>
        [.. edition.Tables.SelectMany(t => grids.SelectMany(g => GridMatch.Of(t, g))).Select(m => (m.Cell.Path, m.There.Text)).Distinct()];

    [Theory]
    [InlineData("| a | b |\n| --- | :-: |\n| 1 | 2 |\n", "a|b/1|2")]
    [InlineData("a | b\n--- | ---\n1 | 2\n\n3 | 4\n", "a|b/1|2")]
    [InlineData("| a\\|b | **c** |\n| --- | --- |\n| &lt;1 | |\n", "a|b|c/<1|")]
    [InlineData("```\n| a |\n| --- |\n```\n", null)]
    [InlineData("| a | b |\n| --- |\n", null)]
    [InlineData("| a |\n\n| --- |\n", null)]
    public void Tables_of_bars_are_read(string markdown, string? expected)
    {
        var table = MarkdownTables.Read(markdown, _ => true).SingleOrDefault();

        Assert.Equal(expected, table is null ? null : string.Join('/', Enumerable.Range(0, table.Rows)
            .Select(r => string.Join('|', Enumerable.Range(0, table.Columns).Select(c => table[r, c]?.Text)))));
    }

    private static byte[] Page(Edition edition, int year, string format, Func<int, int> figure, Templates? templates = null)
    {
        var figures = edition.Cells.Select(c => new Figure(FigureState.Number, figure(c.Index), new(1, 1, 1, 2))).ToArray();
        var district = InMemory.District(InMemory.Project("机关: 甲局\n"), year, new Figures(edition, figures, []));
        var checkedYear = new CheckedYear(InMemory.Project("机关: 甲局\n"), district, null);
        var formats = ReportFormats.Named(format);
        var (outputs, _) = Renderer.Render(new Diagnostics.Findings(), templates ?? Templates.BuiltIn, checkedYear, null, formats);
        return outputs.Single().Bytes;
    }

    private static List<TableGrid> Read(Edition edition, string format, byte[] page) =>
        ReportFormats.Named(format).Single().Tables!(page, grid => GridMatch.MayBeOf(edition, grid));
}
