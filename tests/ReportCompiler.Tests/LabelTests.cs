using System.Globalization;
using System.Text;
using ReportCompiler.Forms;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The labels of a form as they are printed are accepted in data files, numbering, brackets, full-width colons and all.</summary>
public sealed class LabelTests
{
    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    [InlineData(2021)]
    public void A_data_file_may_be_written_in_the_printed_labels(int year)
    {
        var edition = Editions.OfForm.For(year)!;
        var text = new StringBuilder($"单位: 甲局\n年度: {year}\n");
        foreach (var table in edition.Tables)
        {
            text.Append(table.Key).Append(":\n");
            foreach (var row in table.KeyedRows) Write(text, row, "  ");
        }

        var (filing, findings) = InMemory.Read(text.ToString(), year);

        Assert.Empty(findings.All.Select(f => $"{f.Location?.Span.Line}: {f.Message.Chinese}"));
        Assert.All(edition.Cells, c => Assert.Equal(c.Index, filing!.Figures.Value(c)));
    }

    [Theory]
    [InlineData(2014)]
    public void So_are_their_other_wordings(int year)
    {
        var all = Editions.OfForm.For(year)!.Tables.SelectMany(t => t.KeyedRows).SelectMany(Below);
        var rows = all.Where(r => !r.OtherLabels.IsEmpty).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.All(row.OtherLabels, label => Assert.Equal(row.Path, Find(year, row.Path, label))));
    }

    private static string? Find(int year, string path, string label)
    {
        var steps = path.Split('.')[..^1];
        var table = Editions.OfForm.For(year)!.FindTable(steps[0])!;
        var group = steps[1..].Aggregate((Row?)null, (row, step) => row is null ? table.Find(step) : row.Find(step));
        return (group is null ? table.Find(label) : group.Find(label))?.Path;
    }

    private static IEnumerable<Row> Below(Row row) => row.KeyedRows.SelectMany(Below).Prepend(row);

    private static void Write(StringBuilder text, Row row, string indent)
    {
        text.Append(indent).Append(row.IsOwnValue ? Row.OwnValueKey : row.Label).Append(':');
        if (row.IsGroup)
        {
            text.Append('\n');
            foreach (var below in row.KeyedRows) Write(text, below, indent + "  ");
        }
        else if (!row.HasColumns && row.Cells[0].Column.Label.Length > 0 && row.Cells[0].Table.Key == "主动公开")
        {
            var cell = row.Cells[0];
            text.Append('\n').Append(indent).Append("  ").Append(cell.Column.Label).Append(": ").Append(Value(cell)).Append('\n');
        }
        else if (!row.HasColumns) text.Append(' ').Append(Value(row.Cells[0])).Append('\n');
        else
        {
            text.Append('\n');
            foreach (var cell in row.Cells)
                text.Append(indent).Append("  ").Append(cell.Column.Label).Append(": ").Append(Value(cell)).Append('\n');
        }
    }

    private static string Value(Cell cell) => cell.Index.ToString(CultureInfo.InvariantCulture);
}
