using System.Collections.Immutable;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>A repair as it is read aloud.</summary>
public sealed class RepairWordsTests
{
    private static readonly CellEdit Own = new("甲局", 2021, "表.行.列", 3, 4.5m, Reasons.DigitWrong, null);
    private static readonly CellEdit LastYears = Own with { Year = 2020, From = 0, To = 2 };
    private static readonly CellEdit Others = Own with { Unit = "乙局", Year = 2020 };

    [Fact]
    public void One_cell_is_named_with_its_slip() => Assert.Equal(
        ("改一格即可：“表.行.列”由 3 改为 4.5（一位数字写错了），这条勾稽关系即成立",
            "one cell mends it: “表.行.列” from 3 to 4.5 (one digit is wrong), and the equation holds"),
        Sentence(1, Reasons.DigitWrong, Own));

    [Fact]
    public void Cells_of_other_files_are_named_with_their_unit_and_year() => Assert.Equal(
        ("改 3 格即可：“表.行.列”由 3 改为 4.5；“2020 年 表.行.列”由 0 改为 2；“乙局 2020 年 表.行.列”由 3 改为 4.5，2 条勾稽关系全部成立",
            "3 cells mend it: “表.行.列” from 3 to 4.5; “2020 表.行.列” from 0 to 2; “乙局 2020 表.行.列” from 3 to 4.5, "
            + "and all 2 broken equations hold"),
        Sentence(2, Reasons.Other, Own, LastYears, Others));

    [Fact]
    public void A_detail_may_be_wrong_instead_of_a_total() => Assert.Equal(
        new Diagnostics.Text("请对照台账：也可能是分项写错，例如“表.行.列”应由 3 改为 4.5；“表.行.列”应由 0 改为 2",
            "compare with your records: a detail may be wrong instead, such as “表.行.列”, 4.5 for 3; “表.行.列”, 2 for 0"),
        RepairWords.InsteadOfTotal(new Repair([Own, LastYears], [], 1, Reasons.Several)));

    [Fact]
    public void Every_slip_has_words_of_its_own()
    {
        string[] reasons =
        [
            Reasons.Exchanged, Reasons.NeighbourColumn, Reasons.NeighbourRow, Reasons.DigitsSwapped, Reasons.DigitWrong,
            Reasons.DigitMissing, Reasons.DigitDoubled, Reasons.DigitAdded, Reasons.Zeroed, Reasons.LeftOut,
            Reasons.TotalNotUpdated, Reasons.Several,
        ];
        Assert.Equal(reasons.Length, reasons.Select(RepairWords.Reason).Distinct().Count());
        Assert.Equal(reasons.Length, reasons.Select(r => RepairWords.Reason(r).English).Distinct(StringComparer.Ordinal).Count());
    }

    private static (string Chinese, string English) Sentence(int equations, string reason, params ImmutableArray<CellEdit> edits)
    {
        // The likeliest stands first and is the one that is told.
        ImmutableArray<Repair> repairs = [new(edits, [], equations, reason), new([Others], [], 9, Reasons.Zeroed)];
        var text = RepairWords.Sentence(new UnitRepairs("甲局", 2021, new Localisation(repairs, 2, true)));
        return (text.Chinese, text.English);
    }
}
