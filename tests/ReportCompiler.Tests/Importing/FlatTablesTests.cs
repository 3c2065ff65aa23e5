using System.Globalization;
using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Tests.Importing.Published;
using Xunit;

namespace ReportCompiler.Tests.Importing;

/// <summary>Reports that lost the lines of their tables: a cell on each line, or in each paragraph.</summary>
public sealed class FlatTablesTests
{
    private static readonly Dictionary<string, Func<List<List<string>>, string>> Kinds = new(StringComparer.Ordinal)
    {
        ["lines.txt"] = rows => string.Concat(rows.SelectMany(r => r).Select(c => $"{c}\n")),
        ["lines and blanks.txt"] = rows => string.Concat(rows.SelectMany(r => r).Select(c => $"{c}\n\n")),
        ["pages.txt"] = rows => string.Concat(
            rows.SelectMany(r => r).Chunk(40).Select((p, i) => $"{string.Join('\n', p)}\n{i + 1}\n\f")),
        ["paragraphs.html"] = rows => $"<html>{string.Concat(rows.SelectMany(r => r).Select(c => $"<p>{c}</p>"))}</html>",
    };

    public static TheoryData<string, string> Cases =>
        [.. from edition in Editions.OfForm.Keys from kind in Kinds.Keys select (edition, kind)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_after_the_other_is_read_where_every_row_is_whole(string edition, string kind)
    {
        var report = Report(edition);
        var tally = new Tally();
        tally.Add(kind, Written(Rows(report), kind), report);

        // Several figures without a total cannot be proved to be all there are.
        var open = report.Edition.Cells.Count(c => c.Row.Cells is { Length: > 1 } row && !row[^1].IsTotal);
        Assert.Equal((report.Truth.Count - open, open, 0, ""), (tally.Right, tally.Open, tally.Missing, tally.Said));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_too_few_or_too_many_puts_no_figure_into_the_cell_of_another(string edition, string kind)
    {
        var tally = new Tally();
        for (var seed = 0; seed < 40; seed++)
        {
            var (report, random) = (Report(edition), new Random(seed));
            var rows = Rows(report);
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                var row = rows[random.Next(rows.Count)];
                var at = row.FindIndex(c => c.All(char.IsAsciiDigit));
                if (at < 0) continue;
                at = random.Next(at, row.Count);
                // A blank is left out, or a page's number, or a figure said twice, comes in.
                if (random.Next(2) == 0) row.RemoveAt(at);
                else row.Insert(random.Next(at, row.Count + 1), random.Next(1, 9).ToString(CultureInfo.InvariantCulture));
            }
            tally.Add($"{edition} {seed} {kind}", Written(rows, kind), report);
        }
        Assert.Equal("", tally.Said);
    }

    private static byte[] Written(List<List<string>> rows, string kind) => Encoding.UTF8.GetBytes(Kinds[kind](rows));

    /// <summary>The lines of a report and the rows of its tables, blanks left out.</summary>
    private static List<List<string>> Rows(PublishedReport report) =>
    [
        .. report.Parts.SelectMany(p => p.Table is null ? [[p.Line]]
            : p.Table.Rows.Select(r => r.Select(c => c.Text).Where(t => t.Length > 0).ToList()).Where(r => r.Count > 0)),
    ];

    /// <summary>A report whose totals are what its other figures add up to.</summary>
    private static PublishedReport Report(string key)
    {
        var edition = Editions.OfForm.Find(key)!;
        var figures = edition.Cells.ToDictionary(c => c, c => (long)c.Index + 11);
        foreach (var total in edition.Derivations)
            figures[total.Total] = total.Operands.Sum(o => o.Sign * o.Cells.Sum(c => figures[c]));
        return PublishedReport.Of(edition, c => figures[c].ToString(CultureInfo.InvariantCulture));
    }
}
