using System.Globalization;
using System.Text;
using CsCheck;
using ReportCompiler.Aggregation;
using ReportCompiler.Forms;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The shares of a figure.</summary>
public sealed class TraceTests
{
    private static readonly Gen<(int Year, int?[][] Units)> Projects = Gen.OneOf(2019, 2021).SelectMany(year =>
        Gen.Int[-40, 60].Select(v => v < 0 ? (int?)null : v).Array[Editions.OfForm.For(year)!.Cells.Length].Array[1, 6].Select(units => (year, units)));

    /// <summary>Also where units state totals that contradict their details: those are their own findings.</summary>
    [Fact]
    public void They_add_up_to_the_total_of_every_cell() => Projects.Sample(sample =>
    {
        var project = InMemory.Project("机关: 甲县\n");
        var edition = Editions.OfForm.For(sample.Year)!;
        var units = sample.Units.Select((figures, i) => InMemory.Read(Write(edition, sample.Year, i, figures), sample.Year).Filing!).ToArray();
        var district = InMemory.District(project, sample.Year, units);

        foreach (var cell in edition.Cells)
        {
            var shares = Trace.Of(district, cell);
            Assert.Equal(units, shares.Select(s => s.Unit));
            Assert.Equal((cell.Path, district.Totals.Value(cell)), (cell.Path, shares.Sum(s => s.Value)));
            // Every figure that is written is traced to its line, and a total that is another than the share is named.
            Assert.All(shares, s => Assert.True(s.Value == 0 || s.Location is not null, cell.Path));
            Assert.All(shares, s => Assert.Equal(s.Unit.Figures.Value(cell), s.Stated ?? s.Unit.Figures.Value(cell)));
        }
    }, iter: 60);

    [Fact]
    public void Every_path_finds_its_cell_by_keys_and_by_labels()
    {
        foreach (var edition in Editions.OfForm.Keys.Select(k => Editions.OfForm.Find(k)!))
        {
            foreach (var cell in edition.Cells)
            {
                Assert.Same(cell, CellPath.Find(edition, cell.Path));
                Assert.Same(cell, CellPath.Find(edition, cell.Path.Replace(".总计", ".总　计", StringComparison.Ordinal)));
            }
            Assert.Null(CellPath.Find(edition, "依申请公开"));
            Assert.Null(CellPath.Find(edition, ""));
            Assert.Null(CellPath.Find(edition, "依申请公开.本年新收.自然人.更多"));
        }
    }

    private static string Write(Edition edition, int year, int unit, int?[] figures)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"单位: 第{unit}局\n年度: {year}\n");
        foreach (var table in edition.Tables)
        {
            text.Append(table.Key).Append(":\n");
            Write(text, edition, table.Key, figures, "  ");
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, Edition edition, string path, int?[] figures, string indent)
    {
        foreach (var step in edition.StepsBelow(path))
        {
            var below = path + "." + step;
            if (edition.Find(below) is { } cell)
            {
                // 无 now and then; a cell left out says nothing.
                if (figures[cell.Index] is { } figure) text.Append(indent).Append(step).Append(": ").Append(figure % 10 == 0 ? "无" : figure.ToString(CultureInfo.InvariantCulture)).Append('\n');
                continue;
            }
            text.Append(indent).Append(step).Append(":\n");
            var start = text.Length;
            Write(text, edition, below, figures, indent + "  ");
            if (text.Length == start) text.Remove(start - 1, 1).Append(" {}\n");
        }
    }
}
