using System.Globalization;
using System.Text;
using CsCheck;
using ReportCompiler.Forms;
using ReportCompiler.Tracing;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The shares of a figure.</summary>
public sealed class TraceTests
{
    /// <summary>The figures of some units; null is not stated.</summary>
    internal static readonly Gen<(int Year, int?[][] Units)> Projects = Gen.OneOf(2019, 2021).SelectMany(year =>
        Gen.Int[-40, 60].Select(v => v < 0 ? (int?)null : v).Array[Editions.OfForm.For(year)!.Cells.Length].Array[1, 6]
            .Select(units => (year, units)));

    /// <summary>Also where units state totals that contradict their details: those are their own findings.</summary>
    [Fact]
    public void They_add_up_to_the_total_of_every_cell() => Projects.Sample(sample =>
    {
        var project = InMemory.Project("机关: 甲县\n");
        var edition = Editions.OfForm.For(sample.Year)!;
        var units = sample.Units.Select((figures, i) => InMemory.Read(Write(edition, sample.Year, i, figures), sample.Year).Filing!)
            .ToArray();
        var district = InMemory.District(project, sample.Year, units);

        var trace = new Trace(project, district, null, []);

        foreach (var cell in edition.Cells)
        {
            var origin = trace.Of(TracedFigure.Of(cell));
            var shares = origin.Shares;
            Assert.Equal(units.Select(u => u.Unit), shares.Select(s => s.Unit));
            Assert.Equal((cell.Path, district.Totals.Value(cell)), (cell.Path, shares.Sum(s => s.Value)));
            // Every figure that is written is traced to its line, and a total that is another than the share is named.
            Assert.All(shares, s => Assert.True(s.Value == 0 || s.Line is not null, cell.Path));
            Assert.Equal(units.Select(u => u.Figures.Value(cell)), shares.Select(s => s.Stated ?? s.Value));
            // So do the cells it is made of, and the shares of each.
            if (!origin.Parts.IsEmpty)
                Assert.Equal((cell.Path, district.Totals.Value(cell)), (cell.Path, origin.Parts.Sum(p => p.Sign * p.Value)));
            Assert.All(origin.Parts, p => Assert.Equal((p.Path, p.Value), (p.Path, p.Shares.Sum(s => s.Value))));
            Assert.Equal(cell.IsTotal, !origin.Parts.IsEmpty);
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
            // The dots of Chinese keyboards.
            foreach (var dot in "．。·・")
                Assert.All(edition.Cells, c => Assert.Same(c, CellPath.Find(edition, c.Path.Replace('.', dot))));
            Assert.Null(CellPath.Find(edition, "依申请公开"));
            Assert.Null(CellPath.Find(edition, ""));
            Assert.Null(CellPath.Find(edition, "依申请公开.本年新收.自然人.更多"));
        }
    }

    [Fact]
    public void A_group_and_a_column_are_the_rows_below_together()
    {
        var of2021 = Editions.OfForm.Find("2021")!;

        foreach (var (path, rows) in new[] { ("依申请公开.办理结果.（三）不予公开.总计", 8), ("依申请公开.办理结果.其他处理.自然人", 3),
            ("依申请公开.办理结果.商业企业", 21) })
        {
            var found = CellPath.FindAll(of2021, path)!;
            Assert.Equal(rows, found.Cells.Length);
            Assert.DoesNotContain(found.Cells, c => c.Path.Contains("办理结果.总计", StringComparison.Ordinal));
        }
        // A row is a row before it is a column.
        Assert.Null(CellPath.FindAll(of2021, "依申请公开.办理结果.其他处理.其他"));
        Assert.Equal("依申请公开.办理结果.其他处理.其他", CellPath.FindStep(of2021, "依申请公开.三、本年度办理结果.（六）其他处理.3.其他"));
        Assert.Equal("依申请公开", CellPath.FindStep(of2021, "收到和处理政府信息公开申请情况"));
        Assert.Null(CellPath.FindStep(of2021, "主动公开.行政许可"));
    }

    /// <summary>A data file of random figures, right or wrong.</summary>
    internal static string Write(Edition edition, int year, int unit, int?[] figures)
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
                if (figures[cell.Index] is { } figure)
                    text.Append(indent).Append(step).Append(": ")
                        .Append(figure % 10 == 0 ? "无" : figure.ToString(CultureInfo.InvariantCulture)).Append('\n');
                continue;
            }
            text.Append(indent).Append(step).Append(":\n");
            var start = text.Length;
            Write(text, edition, below, figures, indent + "  ");
            if (text.Length == start) text.Remove(start - 1, 1).Append(" {}\n");
        }
    }
}
