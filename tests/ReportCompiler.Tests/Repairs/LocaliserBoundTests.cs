using System.Diagnostics;
using System.Globalization;
using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>However much is wrong in a file, the search for the wrong cells ends soon.</summary>
public sealed class LocaliserBoundTests
{
    // Two hundred times what it takes: only an explosion takes longer, on however slow a machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public void Totals_that_could_be_exchanged_in_a_thousand_ways_are_not_paired_in_all_of_them()
    {
        var row = 0;
        var filing = Read(cell => cell.Column.Key switch
        {
            "自然人" => 5 + row % 2,
            "总计" => 6 - row++ % 2,
            _ => 0,
        });
        Assert.NotEmpty(Find(filing).Repairs);
    }

    [Fact]
    public void Where_every_figure_is_wrong_the_search_ends()
    {
        var random = new Random(2009);
        foreach (var most in (int[])[2, 3, 10, 1000, int.MaxValue])
            for (var i = 0; i < 4; i++) Find(Read(_ => random.Next(most)));
    }

    private static Localisation Find(Filing filing)
    {
        var clock = Stopwatch.StartNew();
        var search = Task.Run(() => Localiser.Find(filing, filing), TestContext.Current.CancellationToken);
        Assert.True(search.Wait(Soon, TestContext.Current.CancellationToken), "the search does not end");
        TestContext.Current.SendDiagnosticMessage($"{clock.ElapsedMilliseconds} ms, {search.Result.Count} repairs");
        return search.Result;
    }

    private static Filing Read(Func<Cell, int> figure)
    {
        var text = new StringBuilder("单位: 甲局\n年度: 2021\n");
        foreach (var table in Editions.OfForm.For(2021)!.Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"{table.Key}:\n");
            foreach (var row in table.KeyedRows) Write(row, "  ");
        }
        return InMemory.Read(text.ToString(), 2021).Filing!;

        void Write(Row row, string indent)
        {
            var cells = row.Cells.Select(c => $"{c.Column.Key}: {figure(c)}");
            var value = row.IsGroup ? "" : row.HasColumns ? $" {{{string.Join(", ", cells)}}}" : $" {figure(row.Cells[0])}";
            text.Append(CultureInfo.InvariantCulture, $"{indent}{row.Key}:{value}\n");
            foreach (var below in row.KeyedRows) Write(below, indent + "  ");
        }
    }
}
