using System.Text;
using ReportCompiler.Fixes;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Repairs;
using ReportCompiler.Rules;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>What a repair must not propose, or not first: figures under a wrong name, last year's file, a total just made anew.</summary>
public sealed class DoubtTests
{
    private const string Rest = "  上年结转: 无\n  办理结果:\n    予以公开: {自然人: 3, 商业企业: 1}\n    总计: {自然人: 3, 商业企业: 1}\n"
        + "  结转下年度: 无\n复议诉讼: 无\n";

    [Theory]
    [InlineData("{自然人: 3, 自然人: 1}", false)]
    [InlineData("{自然人: 3, 其它: 1}", false)]
    [InlineData("{自然人: 3, 企业单位个数: 1}", false)]
    [InlineData("{自然人: 3}", true)]
    public void Keys_are_mended_before_figures(string row, bool isProposed)
    {
        var compiled = InMemory.Compile("机关: 甲县人民政府\n", 2021, null, [],
            "单位: 乙局\n年度: 2021\n主动公开: 无\n依申请公开:\n  本年新收: " + row + "\n" + Rest);

        Assert.True(compiled.HasErrors);
        Assert.Equal(isProposed, !compiled.Repairs.IsEmpty);
    }

    [Fact]
    public void A_column_twice_makes_no_total_anew()
    {
        const string text = "单位: 乙局\n年度: 2021\n主动公开: 无\n依申请公开:\n  本年新收: {自然人: 3, 自然人: 1, 总计: 4}\n" + Rest;

        Assert.Empty(Fixer.Data(new Source("a.yaml", Encoding.UTF8.GetBytes(text)), Editions.OfForm.For(2021)!, [], 2021,
            totals: true).Totals);
    }

    [Fact]
    public void Last_years_file_is_changed_last_and_a_row_of_none_like_one_of_zeros()
    {
        var before = Read("本年新收: {自然人: 3}\n  上年结转: 无\n  办理结果:\n    予以公开: {自然人: 2}\n    总计: {自然人: 2}\n"
            + "  结转下年度: {自然人: 1}", 2020);
        var none = Localiser.Find(Read(ThisYear("无"), 2021), before);
        var zero = Localiser.Find(Read(ThisYear("{自然人: 0}"), 2021), before);

        Assert.Equal(3, none.Repairs.Length);
        Assert.Equal(zero.Repairs.Select(Cells), none.Repairs.Select(Cells));
        Assert.Equal([2021, 2021, 2020], none.Repairs.Select(r => r.Edits.Min(e => e.Year)));
    }

    [Fact]
    public void A_cell_that_is_not_stated_has_its_row_for_a_place()
    {
        var found = Localiser.Find(Read("本年新收: {}\n" + Rest[..Rest.IndexOf("复议", StringComparison.Ordinal)].TrimEnd(), 2021));

        Assert.All(found.Repairs[0].Edits, e => Assert.Equal((null, 5), (e.Location, e.Beside!.Span.Line)));
    }

    [Fact]
    public void A_total_made_anew_is_no_detail_that_may_be_wrong()
    {
        const string text = """
            单位: 乙局
            年度: 2021
            主动公开: 无
            依申请公开:
              本年新收: {自然人: 3, 总计: 3}
              上年结转: 无
              办理结果:
                予以公开: {自然人: 2}
                总计: {自然人: 3, 总计: 5}
              结转下年度: 无
            复议诉讼: 无

            """;
        var mended = Fixer.Data(new Source("a.yaml", Encoding.UTF8.GetBytes(text)), Editions.OfForm.For(2021)!, [], 2021, totals: true);

        Assert.NotEmpty(mended.Totals);
        Assert.DoesNotContain(mended.Doubt?.Edits ?? [], e => mended.Totals.Any(t => t.Cell == e.Cell));
    }

    [Theory]
    [InlineData("甲局", 2021, "复议诉讼", false)]
    [InlineData("甲局", 2021, "依申请公开", true)]
    [InlineData("甲局", 2020, "复议诉讼", true)]
    [InlineData("乙局", 2021, "复议诉讼", true)]
    public void Only_repairs_of_the_table_with_a_wrong_name_wait(string unit, int year, string table, bool isProposed)
    {
        var sheet = Sheet.Empty(Editions.OfForm.For(2021)!);
        sheet["复议诉讼.行政复议.结果维持"] = 3;
        sheet["复议诉讼.行政复议.总计"] = 4;
        Filing[] filings = [.. new[] { (Unit: "甲局", Year: 2021), (Unit: "乙局", Year: 2021), (Unit: "甲局", Year: 2020) }.Select(f =>
            (f.Unit == "甲局" && f.Year == 2021 ? sheet : Sheet.Empty(sheet.Edition))
                .Filed(f.Year, f.Unit, doubtful: f == (unit, year) ? table : null))];
        UnitCheck Check(bool isSound) => new([.. filings[..2]], [.. filings[2..]], default, isSound);

        Assert.Equal(isProposed, !UnitRepairs.Of([Check(isSound: false)]).IsEmpty);
        Assert.Empty(UnitRepairs.Of([Check(isSound: true)]));
    }

    [Fact]
    public void A_repair_waits_where_one_of_its_tables_has_a_wrong_name()
    {
        var sheet = Sheet.Empty(Editions.OfForm.For(2021)!);
        (sheet["依申请公开.本年新收.自然人"], sheet["依申请公开.本年新收.总计"]) = (3, 4);
        (sheet["复议诉讼.行政复议.结果维持"], sheet["复议诉讼.行政复议.总计"]) = (3, 4);
        foreach (var table in new[] { null, "依申请公开", "复议诉讼" })
            Assert.Equal(table is null, !UnitRepairs.Of([new([sheet.Filed(doubtful: table)], [], default, false)]).IsEmpty);
    }

    [Fact]
    public void A_repair_waits_where_another_that_is_as_small_may_only_want_a_name()
    {
        var (now, last) = (Sheet.Empty(Editions.OfForm.For(2021)!), Sheet.Empty(Editions.OfForm.For(2021)!));
        foreach (var sheet in new[] { now, last })
        {
            (sheet["依申请公开.本年新收.自然人"], sheet["依申请公开.上年结转.自然人"]) = (3, 0);
            (sheet["依申请公开.办理结果.予以公开.自然人"], sheet["依申请公开.办理结果.总计.自然人"]) = (2, 2);
            sheet["依申请公开.结转下年度.自然人"] = 1;
        }
        UnitCheck Check(string? doubtful) => new([now.Filed()], [last.Filed(2020, doubtful: doubtful)], default, false);

        Assert.Contains(Assert.Single(UnitRepairs.Of([Check(null)])).Localisation.Repairs, r => r.Edits.All(e => e.Year == 2021));
        Assert.Empty(UnitRepairs.Of([Check("依申请公开")]));
    }

    private static string ThisYear(string carried) =>
        "本年新收: {自然人: 3}\n  上年结转: " + carried
            + "\n  办理结果:\n    予以公开: {自然人: 2}\n    总计: {自然人: 2}\n  结转下年度: {自然人: 1}";

    private static string Cells(Repair repair) => string.Join(' ', repair.Edits.Select(e => $"{e.Year} {e.Cell} {e.From} {e.To}"));

    private static Filing Read(string request, int year) =>
        InMemory.Read($"单位: 乙局\n年度: {year}\n主动公开: 无\n依申请公开:\n  {request}\n复议诉讼: 无\n", year).Filing!;
}
