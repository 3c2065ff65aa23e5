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
    [InlineData("md")]
    [InlineData("html")]
    public void A_table_known_from_another_page_is_passed_over_if_every_figure_is_right_and_read_if_one_is_not(string format)
    {
        var edition = Editions.OfForm.For(2021)!;
        var known = new KnownTables();
        foreach (var grid in Read(edition, format, Page(edition, 2021, format, i => i)))
            if (KnownTable.Of(grid, edition.Tables.SelectMany(t => GridMatch.Of(t, grid))) is { } table) known.Add(edition, table);
        var random = new Random(11);
        for (var round = 0; round < 50; round++)
        {
            var figures = edition.Cells.Select(_ => random.Next(random.Next(2) * 4000)).ToArray();
            var other = random.Next(edition.Cells.Length);
            var page = Encoding.UTF8.GetString(Page(edition, 2021, format, i => figures[i]));
            var right = Sought((cell, text) => text.SequenceEqual($"{figures[cell.Index]}"));
            var wrong = Sought((cell, text) => text.SequenceEqual($"{figures[cell.Index] + (cell.Index == other ? 1 : 0)}"));

            Assert.Empty(Taken(page, right));
            Assert.DoesNotContain(false, right.Seen);
            Assert.Single(Taken(page, wrong));
            Assert.Contains(edition.Cells[other].Path, NotSeen(wrong));
            // A label or a row that is not the known one's, and one row more.
            Assert.Single(Taken(Once(page, "行政强制", "行政强 制"), Sought((_, _) => true)));
            var longer = format == "md" ? Once(page, "|\n\n", "|\n| 甲 | 7 |\n\n") : Once(page, "</table>", "<tr><td>甲</td></tr></table>");
            Assert.Single(Taken(longer, Sought((_, _) => true)));
        }

        List<TableGrid> Taken(string page, SoughtTables sought) =>
            Read(format, page, sought).FindAll(g => edition.Tables.Any(t => GridMatch.Of(t, g).Count > 0));
        SoughtTables Sought(FigureTest isRight) => new(edition) { Known = known, IsRight = isRight };
        IEnumerable<string> NotSeen(SoughtTables sought) => edition.Cells.Where(c => !sought.Seen[c.Index]).Select(c => c.Path);
    }

    private static string Once(string text, string old, string with)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return $"{text[..at]}{with}{text[(at + old.Length)..]}";
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
        Assert.Equal(tables, HtmlTables.Read(html, new SoughtTables(Editions.OfForm.For(2021)!)).Count);

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
        var table = MarkdownTables.Read(markdown, new SoughtTables(Editions.OfForm.For(2021)!)).SingleOrDefault();

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

    private static List<TableGrid> Read(string format, string page, SoughtTables sought) =>
        ReportFormats.Named(format).Single().Tables!(Encoding.UTF8.GetBytes(page), sought);

    private static List<TableGrid> Read(Edition edition, string format, byte[] page) =>
        ReportFormats.Named(format).Single().Tables!(page, new SoughtTables(edition));
}
