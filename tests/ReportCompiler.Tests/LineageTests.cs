using ReportCompiler.Forms;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What compares with what across editions, and what never does.</summary>
public sealed class LineageTests
{
    private const string Otherwise = "依申请公开.办理结果.其他处理";

    private static readonly Edition Of2021 = Editions.OfForm.Find("2021")!;
    private static readonly Edition Of2019 = Editions.OfForm.Find("2019")!;

    [Theory]
    [InlineData("自然人")]
    [InlineData("其他")]
    [InlineData("总计")]
    public void Three_rows_of_2021_compare_with_one_of_2019(string column)
    {
        string[] rows = [$"{Otherwise}.逾期不补正.{column}", $"{Otherwise}.逾期不缴费.{column}", $"{Otherwise}.其他.{column}"];

        Assert.Equal([$"{Otherwise}.{column}"], Paths(Lineage.Of(Of2021, Of2019).Before([.. rows.Select(r => Of2021.Find(r)!)])));
        Assert.Equal(rows, Paths(Lineage.Of(Of2019, Of2021).Before([Of2019.Find($"{Otherwise}.{column}")!])));
        Assert.Equal(rows, Paths(Lineage.Of(Of2019, Of2021).Before($"{Otherwise}.{column}")));
    }

    [Fact]
    public void Every_cell_of_either_edition_is_in_one_pairing()
    {
        foreach (var (now, last) in (ValueTuple<Edition, Edition>[])[(Of2021, Of2019), (Of2019, Of2021), (Of2021, Of2021),
            (Of2019, Editions.OfForm.Find("2014")!)])
        {
            var pairings = Lineage.Of(now, last).Pairings;

            Assert.Equal(now.Cells, pairings.SelectMany(p => p.Now).OrderBy(c => c.Index));
            Assert.Equal(last.Cells, pairings.SelectMany(p => p.Before).OrderBy(c => c.Index));
            Assert.Equal(now == last || last.Key == "2014" ? 0 : 7, pairings.Count(p => p.IsJoined));
            Assert.Equal(pairings.Length, pairings.Select(p => p.Path).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void What_an_edition_compares_with_is_there()
    {
        foreach (var edition in Editions.OfForm.Keys.Select(k => Editions.OfForm.Find(k)!))
            foreach (var join in edition.Correspondences)
                Assert.All(join.Before, path => Assert.NotNull(Editions.OfForm.Find(join.Former)!.Find(path)));
    }

    [Fact]
    public void Cells_of_one_path_are_the_same()
    {
        Assert.Equal(["依申请公开.结转下年度.总计"],
            Paths(Lineage.Of(Of2021, Of2019).Before([Of2021.Find("依申请公开.结转下年度.总计")!])));
        Assert.All(Of2021.Cells, c => Assert.Equal([c.Path], Paths(Lineage.Of(Of2021, Of2021).Before([c]))));
    }

    [Theory]
    [InlineData("主动公开.规章.现行有效件数")]
    [InlineData("主动公开.行政规范性文件.现行有效件数")]
    [InlineData("依申请公开.办理结果.其他处理.逾期不补正.自然人")]
    public void What_counts_other_things_is_not_joined(string path) =>
        Assert.True(Lineage.Of(Of2021, Of2019).Before([Of2021.Find(path)!]).IsDefault);

    [Fact]
    public void The_list_of_2014_compares_with_nothing() =>
        Assert.All(Of2019.Cells, c => Assert.True(Lineage.Of(Of2019, Editions.OfForm.Find("2014")!).Before([c]).IsDefault));

    private static IEnumerable<string> Paths(IEnumerable<Cell> cells) => cells.Select(c => c.Path);
}
