using ReportCompiler.Forms;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>Small cases with known answers: each slip of the hand, both years, what the form cannot hold, and the bound on work.</summary>
public sealed class LocaliserTests
{
    private static readonly Edition Form = Editions.OfForm.For(2021)!;
    private static readonly Sheet Sound =
        Sheet.Consistent(Sheet.Published().Single(p => p.Name.StartsWith("RealHangzhou", StringComparison.Ordinal)).Filing);

    [Fact]
    public void A_published_table_has_one_wrong_cell_that_breaks_three_equations()
    {
        var found = Localiser.Find(Sheet.Published().Single(p => p.Name.StartsWith("RealHebeiKejt", StringComparison.Ordinal)).Filing);

        var repair = Assert.Single(found.Repairs);
        var edit = Assert.Single(repair.Edits);
        Assert.Equal(("依申请公开.办理结果.总计.自然人", 2m, 11m), (edit.Cell, edit.From, edit.To));
        Assert.Equal(("河北省科学技术厅", 2022), (edit.Unit, edit.Year));
        Assert.NotNull(edit.Location);
        Assert.Equal(["row-total", "outcome-total", "balance"], repair.Rules);
        Assert.Equal((3, 1L, true, Reasons.TotalNotUpdated), (repair.Equations, found.Count, found.IsExhaustive, repair.Reason));
    }

    [Fact]
    public void Consistent_tables_need_no_repair()
    {
        foreach (var (name, filing) in Sheet.Published())
            if (name is not ("RealHebeiKejt 2022" or "RealHongze 2023" or "RealPingtan 2020"))
                Assert.Same(Localisation.Nothing, Localiser.Find(filing));
        Assert.Equal((0L, true), (Localisation.Nothing.Count, Localisation.Nothing.IsExhaustive));
    }

    [Fact]
    public void Groups_without_a_common_cell_are_mended_each_by_itself()
    {
        var found = Localiser.Find(Sheet.Published().Single(p => p.Name.StartsWith("RealHongze", StringComparison.Ordinal)).Filing);

        // No single result can make either total of 0 right, for none may fall below 0 and there are two of them, or one.
        Assert.Equal(found.Repairs.Length, found.Count);
        Assert.All(found.Repairs, r => Assert.Equal((2, 2), (r.Edits.Length, r.Equations)));
        Assert.Contains(found.Repairs, r => r.Edits.All(e => e.Cell.EndsWith("总计", StringComparison.Ordinal)));
        Assert.Equal(["remedy-total"], found.Repairs[0].Rules);
    }

    [Theory]
    [InlineData(174, Reasons.DigitsSwapped, 147)]
    [InlineData(177, Reasons.DigitWrong, 147)]
    [InlineData(14, Reasons.DigitMissing, 147)]
    [InlineData(1447, Reasons.DigitDoubled, 147)]
    [InlineData(1847, Reasons.DigitAdded, 147)]
    [InlineData(0, Reasons.Zeroed, 147)]
    [InlineData(655, Reasons.Other, 147)]
    public void A_slip_within_a_number_has_its_name(long typed, string reason, long meant)
    {
        var sheet = Sound.Copy();
        const string cell = "依申请公开.办理结果.不予公开.属于行政查询事项.自然人";
        var more = meant - sheet[cell];
        foreach (var path in new[] { cell, "依申请公开.办理结果.不予公开.属于行政查询事项.总计", "依申请公开.办理结果.总计.自然人",
            "依申请公开.办理结果.总计.总计", "依申请公开.本年新收.自然人",
            "依申请公开.本年新收.总计" })
            sheet[path] += more;
        Assert.True(sheet.IsConsistent());
        sheet[cell] = typed;

        var repair = Assert.Single(Localiser.Find(sheet.Filed()).Repairs);
        Assert.Equal((reason, (decimal)typed, (decimal)meant), (repair.Reason, repair.Edits[0].From, repair.Edits[0].To));
    }

    [Fact]
    public void A_figure_one_column_beside_its_own_is_first_among_many_repairs()
    {
        var sheet = Sound.Copy();
        Swap(sheet, "依申请公开.结转下年度.其他", "依申请公开.结转下年度.法律服务机构");
        Assert.Equal((2, Reasons.Exchanged),
            (Localiser.Find(sheet.Filed()).Repairs[0].Edits.Length, Localiser.Find(sheet.Filed()).Repairs[0].Reason));

        sheet = Sound.Copy();
        Swap(sheet, "依申请公开.办理结果.不予处理.信访举报投诉类申请.自然人", "依申请公开.办理结果.不予处理.信访举报投诉类申请.商业企业");
        var found = Localiser.Find(sheet.Filed());
        Assert.Equal(Reasons.Exchanged, found.Repairs[0].Reason);
        Assert.Equal("依申请公开.办理结果.不予处理.信访举报投诉类申请.自然人", found.Repairs[0].Edits[0].Cell);

        sheet = Sound.Copy();
        Swap(sheet, "依申请公开.办理结果.不予公开.属于行政查询事项.自然人", "依申请公开.办理结果.不予公开.属于行政查询事项.商业企业");
        Assert.Equal(Reasons.NeighbourColumn, Localiser.Find(sheet.Filed()).Repairs[0].Reason);
    }

    [Fact]
    public void A_figure_one_row_below_its_own_is_first_among_the_columns()
    {
        var sheet = Sound.Copy();
        Swap(sheet, "依申请公开.办理结果.不予处理.重复申请.自然人", "依申请公开.办理结果.不予处理.要求提供公开出版物.自然人");

        var repair = Localiser.Find(sheet.Filed()).Repairs[0];
        Assert.Equal(Reasons.NeighbourRow, repair.Reason);
        Assert.Equal(["依申请公开.办理结果.不予处理.重复申请.自然人", "依申请公开.办理结果.不予处理.要求提供公开出版物.自然人"],
            repair.Edits.Select(e => e.Cell));
    }

    [Fact]
    public void A_figure_left_out_is_put_where_it_is_missing()
    {
        var sheet = Sound.Copy();
        sheet.Clear("依申请公开.办理结果.部分公开.商业企业");

        var repair = Assert.Single(Localiser.Find(sheet.Filed()).Repairs);
        Assert.Equal((Reasons.LeftOut, 0m, 39m, null), (repair.Reason, repair.Edits[0].From, repair.Edits[0].To, repair.Edits[0].Location));
    }

    [Fact]
    public void Totals_that_are_not_stated_are_no_cells_to_change()
    {
        var sheet = Sheet.Empty(Form);
        sheet["依申请公开.本年新收.自然人"] = 21;
        sheet["依申请公开.办理结果.予以公开.自然人"] = 12;
        sheet["依申请公开.结转下年度.商业企业"] = 0;

        var found = Localiser.Find(sheet.Filed());
        Assert.Equal(("依申请公开.本年新收.自然人", 12m), (found.Repairs[0].Edits[0].Cell, found.Repairs[0].Edits[0].To));
        Assert.Equal(Reasons.DigitsSwapped, found.Repairs[0].Reason);
        Assert.DoesNotContain(found.Repairs, r => r.Edits.Any(e => e.Cell.Contains("总计", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("无", "1")]
    [InlineData("{自然人: 无, 总计: 0}", null)]
    public void A_row_that_says_there_is_nothing_is_mended_in_one_cell(string before, string? expected)
    {
        var found = Localiser.Find(Sheet.Read(Source(before, "{自然人: 4, 总计: 4}")));

        if (expected is null) Assert.All(found.Repairs, r => Assert.Equal(2, r.Edits.Length));
        else
        {
            var edit = Assert.Single(Assert.Single(found.Repairs).Edits);
            Assert.Equal(("依申请公开.上年结转.自然人", 0m, 1m, Reasons.LeftOut), (edit.Cell, edit.From, edit.To, edit.Reason));
        }
    }

    [Fact]
    public void A_total_row_that_says_there_is_nothing_is_a_statement_of_its_own()
    {
        var found = Localiser.Find(Sheet.Read(Source("{自然人: 1, 总计: 1}", "无")));

        var edit = Assert.Single(Assert.Single(found.Repairs).Edits);
        Assert.Equal(("依申请公开.办理结果.总计.自然人", 4m), (edit.Cell, edit.To));
    }

    private static Source Source(string before, string outcome) => new("a.yaml", System.Text.Encoding.UTF8.GetBytes($$"""
        单位: 甲局
        年度: 2021
        主动公开: 无
        依申请公开:
          本年新收: {自然人: 3, 总计: 3}
          上年结转: {{before}}
          办理结果:
            予以公开: {自然人: 4, 总计: 4}
            总计: {{outcome}}
          结转下年度: 无
        复议诉讼: 无

        """));

    [Fact]
    public void No_figure_falls_below_zero_and_what_one_cannot_lose_two_can()
    {
        var sheet = Sheet.Empty(Form);
        sheet["依申请公开.本年新收.自然人"] = 1;
        sheet["依申请公开.本年新收.总计"] = 1;
        sheet["依申请公开.上年结转.总计"] = 0;
        sheet["依申请公开.办理结果.予以公开.自然人"] = 4;
        sheet["依申请公开.办理结果.部分公开.自然人"] = 3;

        var found = Localiser.Find(sheet.Filed());
        Assert.True(found.IsExhaustive);
        Assert.All(found.Repairs, r => Assert.Equal(2, r.Edits.Length));
        Assert.All(found.Repairs, r => Assert.True(sheet.With(r).IsConsistent()));
        Assert.Contains(found.Repairs,
            r => r.Edits.Select(e => e.Cell).SequenceEqual(["依申请公开.办理结果.予以公开.自然人", "依申请公开.办理结果.部分公开.自然人"]));
    }

    /// <summary>Of 4000 and 3000, which must come to so many together: the likeliest figures, wherever among thousands they are.</summary>
    [Theory]
    [InlineData(1, "4000>0 3000>1", "4000>1 3000>0")]
    [InlineData(300, "4000>0 3000>300", null)]
    [InlineData(400, "4000>400 3000>0", "4000>100 3000>300")]
    public void Cells_that_the_equations_do_not_fix_get_the_likeliest_figures(long received, string expected, string? or)
    {
        var sheet = Sheet.Empty(Form);
        (sheet["依申请公开.本年新收.自然人"], sheet["依申请公开.本年新收.总计"]) = (received, received);
        sheet["依申请公开.上年结转.总计"] = 0;
        sheet["依申请公开.办理结果.予以公开.自然人"] = 4000;
        sheet["依申请公开.办理结果.部分公开.自然人"] = 3000;

        var found = Localiser.Find(sheet.Filed());
        var repair = found.Repairs.Single(r => r.Edits.All(e => e.Cell.EndsWith("公开.自然人", StringComparison.Ordinal)));
        Assert.Contains(string.Join(' ', repair.Edits.Select(e => $"{e.From}>{e.To}")), new[] { expected, or });
        Assert.True(sheet.With(repair).IsConsistent());
    }

    [Fact]
    public void The_same_figures_give_the_same_repairs()
    {
        var random = new Random(7);
        for (var i = 0; i < 20; i++)
        {
            var sheet = Sheet.Random(Form, random);
            var spoiler = new Spoiler(sheet, random, "依申请公开");
            foreach (var kind in Spoiler.Kinds) spoiler.Number(kind);
            Assert.Equal(Text(Localiser.Find(sheet.Filed())), Text(Localiser.Find(sheet.Copy().Filed())));
        }

        static string Text(Localisation l) =>
            $"{l.Count} {l.IsExhaustive} {string.Join('\n', l.Repairs.Select(r => r.Reason + string.Join(", ", r.Edits)))}";
    }

    [Fact]
    public void At_most_twenty_are_listed_and_all_are_counted()
    {
        var sheet = Sheet.Empty(Form);
        foreach (var group in new[] { "行政复议", "未经复议直接起诉", "复议后起诉" })
        {
            foreach (var result in new[] { "结果维持", "结果纠正", "其他结果", "尚未审结" }) sheet[$"复议诉讼.{group}.{result}"] = 5;
            sheet[$"复议诉讼.{group}.总计"] = 23;
        }

        var found = Localiser.Find(sheet.Filed());
        Assert.Equal((125L, Localisation.MostListed), (found.Count, found.Repairs.Length));
        Assert.All(found.Repairs, r => Assert.Equal(3, r.Edits.Length));
    }

    private static void Swap(Sheet sheet, string a, string b) => (sheet[a], sheet[b]) = (sheet[b], sheet[a]);
}
