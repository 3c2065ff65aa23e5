using ReportCompiler.Forms;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>The carry-over joins two years' files: the wrong cell may be in either.</summary>
public sealed class LastYearTests
{
    private const string CarriedOut = "依申请公开.结转下年度.自然人";
    private const string CarriedIn = "依申请公开.上年结转.自然人";

    private readonly Sheet _before = Sheet.Random(Editions.OfForm.For(2019)!, new Random(3));
    private readonly Sheet _now = Sheet.Empty(Editions.OfForm.For(2021)!);

    public LastYearTests()
    {
        // What was carried in was all disclosed.
        foreach (var cell in _before.Edition.FindTable("依申请公开")!.Find("结转下年度")!.Cells)
            foreach (var row in new[] { "上年结转", "办理结果.予以公开", "办理结果.总计" })
                _now[$"依申请公开.{row}.{cell.Column.Key}"] = _before[cell];
        foreach (var row in new[] { "本年新收", "结转下年度" })
            foreach (var cell in _now.Edition.FindTable("依申请公开")!.Find(row)!.Cells) _now[cell] = 0;
    }

    [Fact]
    public void Files_that_agree_need_no_repair() => Assert.Same(Localisation.Nothing, Find());

    [Fact]
    public void A_wrong_cell_of_last_year_is_named()
    {
        var truth = _before[CarriedOut];
        _before[CarriedOut] += 40;

        var found = Find();
        var repair = Assert.Single(found.Repairs);
        var edit = Assert.Single(repair.Edits);
        Assert.Equal((CarriedOut, 2020, (decimal)truth), (edit.Cell, edit.Year, edit.To));
        Assert.Equal(["row-total", "balance", "carry-over"], repair.Rules);
        Assert.Equal(3, repair.Equations);
    }

    [Fact]
    public void A_wrong_cell_of_this_year_is_named()
    {
        var truth = _now[CarriedIn];
        _now[CarriedIn] += 40;

        var edit = Assert.Single(Assert.Single(Find().Repairs).Edits);
        Assert.Equal((CarriedIn, 2021, (decimal)truth), (edit.Cell, edit.Year, edit.To));
    }

    [Fact]
    public void A_mistake_within_last_year_is_not_repeated_where_the_carry_over_holds()
    {
        _before["依申请公开.办理结果.予以公开.自然人"] += 3;
        Assert.Same(Localisation.Nothing, Find());

        _now["复议诉讼.行政复议.总计"] = 3;
        _before["复议诉讼.行政复议.总计"] += 3;
        Assert.All(Find().Repairs, r => Assert.All(r.Edits, e => Assert.Equal(2021, e.Year)));
    }

    [Fact]
    public void Merged_units_are_bound_by_their_sum()
    {
        var (one, other) = (_before.Copy(), Sheet.Empty(_before.Edition));
        other[CarriedOut] = 2;
        other["依申请公开.本年新收.自然人"] = 2;
        foreach (var path in new[] { CarriedIn, "依申请公开.办理结果.予以公开.自然人", "依申请公开.办理结果.总计.自然人" })
        {
            _now[path] += 2;
            _now[path[..path.LastIndexOf('.')] + ".总计"] += 2;
        }
        Assert.Same(Localisation.Nothing, Localiser.Find([_now.Filed()], [one.Filed(2020, "甲局"), other.Filed(2020, "乙局")]));

        other[CarriedOut] = 20;
        var repair = Localiser.Find([_now.Filed()], [one.Filed(2020, "甲局"), other.Filed(2020, "乙局")]).Repairs[0];
        Assert.Equal(("乙局", 2m, Reasons.DigitAdded), (repair.Edits[0].Unit, repair.Edits[0].To, repair.Reason));
    }

    private Localisation Find() => Localiser.Find(_now.Filed(), _before.Filed(2020));
}
