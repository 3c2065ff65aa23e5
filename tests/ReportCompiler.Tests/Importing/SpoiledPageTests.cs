using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Importing;

/// <summary>
/// Reports that somebody spoiled, a hundred of each kind and edition: whatever is wrong with one, a figure is never read into a cell
/// that is not its own. What cannot be told is 待核, or left.
/// </summary>
public sealed class SpoiledPageTests
{
    private const int Times = 25;

    public static TheoryData<string, string> Kinds
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var edition in (string[])["2014", "2019", "2021"])
                foreach (var kind in Spoilers.Keys) data.Add(edition, kind);
            return data;
        }
    }

    public static TheoryData<string> EditionKeys => ["2014", "2019", "2021"];

    [Theory]
    [MemberData(nameof(EditionKeys))]
    public void A_report_as_it_should_be_is_read_whole(string key)
    {
        var edition = Editions.OfForm.Find(key)!;
        var (document, figures) = Import(PublishedPage.Of(edition).ToHtml(), edition);

        Assert.Equal((PublishedPage.Unit, (int?)PublishedPage.Year, 0, key), (
            document.Unit, document.Year, document.Open, document.Edition.Key));
        Assert.All(edition.Cells, c => Assert.Equal(PublishedPage.Figure(c), Shown(figures.Stated(c))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_spoiled_report_gives_no_wrong_figure(string key, string kind)
    {
        var edition = Editions.OfForm.Find(key)!;
        for (var seed = 0; seed < Times; seed++)
        {
            var random = new Random(seed);
            var page = PublishedPage.Of(edition);
            var html = Spoilers[kind](page, random);
            if (TryImport(html, edition) is not var (_, figures)) continue;
            foreach (var cell in edition.Cells)
            {
                if (figures.Stated(cell) is not { State: FigureState.Number } stated) continue;
                Assert.True(PublishedPage.Figure(cell) == Shown(stated), $"{kind} {seed}: {cell.Path} is {Shown(stated)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(EditionKeys))]
    public void What_is_not_plainly_a_figure_is_never_read(string key)
    {
        string[] texts =
        [
            "12①", "2（含上年1）", "约5", "1361\n2", "1 2", "12.0", "０１２", "1,20", "十二", "12+3", "3/4", "12人", "O", "1O", "12.",
                "—5", "1e3", "12*",
            "见附件", "2021", "12%", "≥5", "5-6", "12,5", "无0",
        ];
        var edition = Editions.OfForm.Find(key)!;
        foreach (var text in texts.Where(t => t != "2021"))
        {
            var (document, figures) = Import(
                PublishedPage.Of(edition, c => c.Index % 3 == 0 ? text : PublishedPage.Figure(c)).ToHtml(), edition);
            var kept = edition.Cells.Where(c => c.Index % 3 == 0 && figures.Stated(c).IsStated
                && !(c.Kind == ValueKind.Amount && text == "12.0") && text != $"12{c.Unit}").ToList();
            Assert.True(kept.Count == 0, $"{text}: {string.Join(' ', kept)}");
            Assert.True(document.Open > 0);
        }
    }

    [Fact]
    public void Blanks_and_dashes_are_not_stated_and_wide_digits_are()
    {
        var edition = Editions.OfForm.Find("2021")!;
        string[] texts = ["", "/", "-", "—", "&nbsp;", "１２", "1,200", " 7 "];
        var (document, figures) = Import(PublishedPage.Of(edition, c => texts[c.Index % texts.Length]).ToHtml()
            .Replace("&amp;nbsp;", "&nbsp;", StringComparison.Ordinal), edition);

        Assert.Equal(0, document.Open);
        Assert.All(edition.Cells, c => Assert.Equal((c.Index % texts.Length) switch
        {
            5 => "12",
            6 => "1200",
            7 => "7",
            _ => null,
        }, Shown(figures.Stated(c))));
    }

    private static readonly Dictionary<string, Func<PublishedPage, Random, string>> Spoilers = new(StringComparer.Ordinal)
    {
        ["a row is missing"] = (page, random) => Each(page, random, t => t.Rows.RemoveAt(DataRow(t, random))),
        ["rows are missing"] = (page, random) =>
            Each(page, random, t => t.Rows.RemoveAll(r => r.Exists(c => c.Cell is not null) && random.Next(3) == 0)),
        ["a heading row is missing"] = (page, random) => Each(page, random, t => t.Rows.RemoveAt(HeadRow(t, random))),
        ["a row stands elsewhere"] = (page, random) => Each(page, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            t.Rows.Remove(row);
            t.Rows.Insert(random.Next(t.Rows.Count + 1), row);
        }),
        ["a row stands twice, with other figures"] = (page, random) => Each(page, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            t.Rows.Insert(random.Next(t.Rows.Count + 1), row.ConvertAll(c => c.Cell is null ? c with { } : c with { Text = "77777" }));
        }, mayRepeat: true),
        ["a label has a typo"] = (page, random) => Each(page, random, t => Typo(Label(t, random), random)),
        ["three labels have typos"] = (page, random) => Each(page, random, t =>
        {
            for (var i = 0; i < 3; i++) Typo(Label(t, random), random);
        }),
        ["a label is another's"] = (page, random) =>
            Each(page, random, t => Label(t, random).Text = Label(t, random).Text, mayRepeat: true),
        ["a label is blank"] = (page, random) => Each(page, random, t => Label(t, random).Text = ""),
        ["a label is a number"] = (page, random) => Each(page, random, t => Label(t, random).Text = "3."),
        ["a label is qualified"] = (page, random) => Each(page, random, t => Label(t, random).Text += "（不含上年）"),
        ["a cell is missing"] = (page, random) => Each(page, random, t => Any(t, random).RemoveAt(0)),
        ["a figure's cell is missing"] = (page, random) => Each(page, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            row.RemoveAt(row.FindIndex(c => c.Cell is not null) + random.Next(row.Count(c => c.Cell is not null)));
        }),
        ["a cell too many"] = (page, random) => Each(page, random, t =>
        {
            var row = Any(t, random);
            row.Insert(random.Next(row.Count + 1), new PublishedCell(""));
        }),
        ["all rows have a cell too many"] = (page, random) => Each(page, random, t =>
        {
            foreach (var row in t.Rows.Where(r => r.Exists(c => c.Cell is not null))) row.Insert(
                row.FindIndex(c => c.Cell is not null), new PublishedCell(""));
        }),
        ["a heading is missing"] = (page, random) => Each(page, random, t =>
        {
            var row = t.Rows[HeadRow(t, random)];
            row.RemoveAt(random.Next(row.Count));
        }),
        ["a heading is said twice"] = (page, random) => Each(page, random, t =>
        {
            var row = t.Rows[HeadRow(t, random)];
            row.Insert(random.Next(row.Count), row[random.Next(row.Count)] with { });
        }),
        ["spans are lost"] = (page, random) => Each(page, random, t =>
        {
            foreach (var cell in t.Rows.SelectMany(r => r)) (cell.Columns, cell.Rows) = (1, random.Next(2) == 0 ? 1 : cell.Rows);
        }),
        ["a span is wrong"] = (page, random) => Each(page, random, t =>
        {
            var row = Any(t, random);
            var cell = row[random.Next(row.Count)];
            if (random.Next(2) == 0) cell.Columns = Math.Max(1, cell.Columns + random.Next(-1, 2));
            else cell.Rows = Math.Max(1, cell.Rows + random.Next(-1, 2));
        }),
        ["columns are exchanged"] = (page, random) => Each(page, random, Exchange),
        ["cells run together"] = (page, random) => Each(page, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            var first = row.FindIndex(c => c.Cell is not null);
            if (first + 1 >= row.Count) return;
            row[first].Text += row[first + 1].Text;
            row.RemoveAt(first + 1);
        }, mayRepeat: true),
        ["cut off anywhere"] = (page, random) =>
        {
            var html = page.ToHtml();
            return html[..random.Next(html.Length / 4, html.Length)];
        },
        ["cut by a page"] = (page, random) =>
        {
            foreach (var table in page.Tables.ToList())
            {
                var rest = new PublishedTable(table.Table);
                var at = DataRow(table, random);
                rest.Rows.AddRange(table.Rows[at..]);
                table.Rows.RemoveRange(at, table.Rows.Count - at);
                page.Tables.Insert(page.Tables.IndexOf(table) + 1, rest);
            }
            return page.ToHtml("<p>- 3 -</p>");
        },
        ["another year beside it"] = (page, random) => Each(page, random, t =>
        {
            var copy = t.Rows.ConvertAll(r => r.ConvertAll(c => c.Cell is null ? c with { } : c with { Text = "88888" }));
            t.Rows.Insert(0, [new PublishedCell("2020年") { Columns = 10 }]);
            t.Rows.AddRange(copy);
        }, mayRepeat: true),
        ["a column of another year"] = (page, random) => Each(page, random, t =>
        {
            foreach (var row in t.Rows.Where(r => r.Exists(c => c.Cell is not null)))
                row.Insert(row.FindIndex(c => c.Cell is not null), new PublishedCell("99999"));
            if (t.Table is { IsAcross: false, Bands.Length: 1 } && random.Next(2) == 0) t.Rows[0].Insert(
                1, new PublishedCell("上年") { Rows = t.Rows.FindIndex(r => r.Exists(c => c.Cell is not null)) });
        }, mayRepeat: true),
    };

    /// <summary>Spoils one table of a page, or all of them.</summary>
    private static string Each(PublishedPage page, Random random, Action<PublishedTable> spoil, bool mayRepeat = false)
    {
        var all = !mayRepeat && random.Next(3) == 0;
        foreach (var table in all ? page.Tables : [page.Tables[random.Next(page.Tables.Count)]])
            if (table.Rows.Count > 2) spoil(table);
        return page.ToHtml();
    }

    private static List<PublishedCell> Any(PublishedTable table, Random random)
    {
        var rows = table.Rows.Where(r => r.Count > 0).ToList();
        return rows[random.Next(rows.Count)];
    }

    private static int DataRow(PublishedTable table, Random random)
    {
        var rows = Enumerable.Range(0, table.Rows.Count).Where(i => table.Rows[i].Exists(c => c.Cell is not null)).ToList();
        return rows[random.Next(rows.Count)];
    }

    private static int HeadRow(PublishedTable table, Random random)
    {
        var rows = Enumerable.Range(0, table.Rows.Count).Where(
            i => table.Rows[i].Count > 0 && !table.Rows[i].Exists(c => c.Cell is not null)).ToList();
        return rows.Count == 0 ? 0 : rows[random.Next(rows.Count)];
    }

    private static PublishedCell Label(PublishedTable table, Random random)
    {
        var labels = table.Rows.SelectMany(r => r).Where(c => c.Cell is null && c.Text.Length > 1).ToList();
        return labels[random.Next(labels.Count)];
    }

    private static void Typo(PublishedCell label, Random random)
    {
        var (text, at) = (label.Text, random.Next(label.Text.Length));
        label.Text = random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "的"),
            2 when at + 1 < text.Length => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + "某" + text[(at + 1)..],
        };
    }

    /// <summary>Exchanges two columns with their headings, in a table whose cells stand one below the other.</summary>
    private static void Exchange(PublishedTable table)
    {
        if (table.Table.IsAcross || table.Table.Bands.Length > 1) return;
        var band = table.Table.Bands[0];
        if (band.Columns.Max(c => c.Children.IsEmpty ? 0 : 1) > 0) return;
        foreach (var row in table.Rows) row.Reverse(row.Count - band.Leaves.Length, band.Leaves.Length);
    }

    private static string? Shown(Figure figure) =>
        figure.State == FigureState.Number ? figure.Value.ToString(CultureInfo.InvariantCulture) : null;

    private static (ImportedDocument Document, Figures Figures) Import(string html, Edition edition) =>
        TryImport(html, edition) ?? throw new InvalidOperationException("no report is found");

    private static (ImportedDocument Document, Figures Figures)? TryImport(string html, Edition edition)
    {
        var findings = new Findings();
        var documents = Importer.Read(findings, "page.html", Encoding.UTF8.GetBytes(html), Editions.OfForm, edition.From);
        var document = documents is [var one, ..] ? one : null;
        if (document is null || document.Edition != edition) return null;
        var text = document.DataFile(PublishedPage.Unit, edition.From, null);
        var filing = FilingReader.Read(findings, new Source("data.yaml", Encoding.UTF8.GetBytes(text)), document.Edition, null,
            edition.From);
        Assert.DoesNotContain(findings.All, f => f.Severity == Severity.Error && f.Rule != Catalogue.Unfilled);
        return (document, filing!.Figures);
    }
}
