using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>Which cells the equations bind: amounts too, but nothing where a figure is still open or a year has no such cell.</summary>
public sealed class BoundCellsTests
{
    private static readonly Edition Form = Editions.OfForm.For(2021)!;

    [Theory]
    [InlineData("甲: 1.25, 乙: 2.5, 总计: 3.85", "总计 3.85 3.75 digit-wrong, 甲 1.25 1.35 digit-wrong, 乙 2.5 2.6 digit-wrong")]
    [InlineData("甲: 0.000001, 乙: 2, 总计: 2.000011",
        "甲 0.000001 0.000011 digit-missing, 总计 2.000011 2.000001 digit-wrong, 乙 2 2.00001 digit-wrong")]
    [InlineData("甲: 1.25, 乙: 2.5, 总计: 3.75", "")]
    public void Amounts_are_mended_to_the_last_place(string row, string expected)
    {
        var filing = Read("甲 乙 总计", ", 类型: 金额",
            "{规则: sum, 代码: RC9001, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = 甲 + 乙, 得出: 总计}", row);
        var edits = Localiser.Find(filing).Repairs.Select(r => Assert.Single(r.Edits));
        Assert.Equal(expected.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(),
            edits.Select(e => $"{e.Cell["表.行.".Length..]} {Figure.Format(e.From)} {Figure.Format(e.To)} {e.Reason}").Order());
    }

    /// <summary>Where raising the total would take four cells, its parts come down, and none below 0.</summary>
    [Theory]
    [InlineData(4000, 3000, 2000, 300)]
    [InlineData(40, 30, 20, 1)]
    [InlineData(2000, 4000, 3000, 1999)]
    [InlineData(9, 8, 7, 0)]
    public void What_two_cells_cannot_lose_three_can(int one, int two, int three, int total)
    {
        var found = Localiser.Find(ThreeOfOne(one, two, three, total));

        var edits = Assert.Single(found.Repairs).Edits;
        Assert.Equal(["表.行.甲", "表.行.乙", "表.行.丙"], edits.Select(e => e.Cell));
        Assert.Equal(total, edits.Sum(e => e.To));
        Assert.All(edits, e => Assert.True(e.To >= 0));
    }

    /// <summary>Three parts of a total that stands in three equations more.</summary>
    private static Filing ThreeOfOne(int one, int two, int three, int total) =>
        Read("甲 乙 丙 丁! 戊! 己! 总计", "", string.Join("\n  - ",
            "{规则: sum, 代码: RC9001, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = 甲 + 乙 + 丙, 得出: 总计}",
            "{规则: b, 代码: RC9002, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = 丁}",
            "{规则: c, 代码: RC9003, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = 戊}",
            "{规则: d, 代码: RC9004, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = 己}"),
            $"甲: {one}, 乙: {two}, 丙: {three}, 丁: {total}, 戊: {total}, 己: {total}, 总计: {total}");

    /// <summary>甲 and 乙 make 丁, 甲 and 丙 make 戊, and each must fall: of thousands of ways the one that a slip explains.</summary>
    [Theory]
    [InlineData(3000, 4000, 4000, 3300, 300, "甲 300, 乙 3000, 丙 0")]
    [InlineData(3000, 3301, 3000, 3300, 300, "甲 0, 乙 3300, 丙 300")]
    [InlineData(3000, 3000, 4000, 300, 3300, "甲 300, 乙 0, 丙 3000")]
    public void A_cell_of_two_equations_falls_as_far_as_both_let_it(int one, int two, int three, int first, int second, string expected)
    {
        string[] copies = ["己", "庚", "辛", "壬", "癸", "子"];
        var rules = copies.Select((c, i) =>
            $"{{规则: c{i}, 代码: RC901{i}, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: {"丁戊"[i % 2]} = {c}}}").Prepend(
            "{规则: a, 代码: RC9001, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 丁 = 甲 + 乙}").Prepend(
            "{规则: b, 代码: RC9002, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 戊 = 甲 + 丙}");
        var found = Localiser.Find(Read("甲 乙 丙 丁! 戊! " + string.Join("! ", copies) + "!", "", string.Join("\n  - ", rules),
            $"甲: {one}, 乙: {two}, 丙: {three}, 丁: {first}, 戊: {second}, "
            + string.Join(", ", copies.Select((c, i) => $"{c}: {(i % 2 == 0 ? first : second)}"))));

        Assert.Equal(expected, string.Join(", ", Assert.Single(found.Repairs).Edits.Select(e => $"{e.Cell[^1..]} {e.To}")));
    }

    [Fact]
    public void Of_the_ways_in_which_three_cells_fall_the_likeliest_is_found()
    {
        var random = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var total = random.Next(8);
            int[] figures = [.. Enumerable.Range(0, 3).Select(_ => total + 1 + random.Next(12))];
            if (figures.Sum() - figures.Max() <= total) continue;
            var filing = ThreeOfOne(figures[0], figures[1], figures[2], total);
            var edits = Assert.Single(Localiser.Find(filing).Repairs).Edits;
            Unknown[] cells = [.. edits.Select(e => filing.Figures.Edition.Find(e.Cell)!).Select((c, at) =>
                new Unknown(filing, c, c.Index, figures[at], 1) { IsSigned = false, IsExplicit = true, IsOfLastYear = false })];
            var least = Enumerable.Range(0, total + 1)
                .SelectMany(a => Enumerable.Range(0, total + 1 - a).Select(b => Cost(a, b, total - a - b))).Min();
            Assert.Equal(least, Cost((int)edits[0].To, (int)edits[1].To, (int)edits[2].To));

            int Cost(int a, int b, int c) => Likelihood.Of(cells, [a, b, c], new string[3]).Cost;
        }
    }

    /// <summary>Twice the one is thrice the other: neither can be mended by itself.</summary>
    [Theory]
    [InlineData("增减", "甲: 1, 乙: 1", "甲 3, 乙 2")]
    [InlineData("增减", "甲: -31, 乙: -21", "甲 -30, 乙 -20")]
    [InlineData("件数", "甲: 1, 乙: 1", "甲 3, 乙 2")]
    [InlineData("件数", "甲: 31, 乙: 21", "甲 3, 乙 2")]
    [InlineData("金额", "甲: 0.000001, 乙: 0.000001", "甲 0.000003, 乙 0.000002")]
    public void Figures_that_are_counted_twice_and_thrice_are_mended_together(string kind, string row, string expected)
    {
        var found = Localiser.Find(Read("甲! 乙! 丙! 丁! 戊!", $", 类型: {kind}", string.Join("\n  - ",
            "{规则: a, 代码: RC9001, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 丙 = 甲, 得出: 丙}",
            "{规则: b, 代码: RC9002, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 丁 = 乙, 得出: 丁}",
            "{规则: c, 代码: RC9003, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 戊 = 乙, 得出: 戊}",
            "{规则: d, 代码: RC9004, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 甲 + 丙 = 乙 + 丁 + 戊}",
            "{规则: e, 代码: RC9005, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 乙 + 丁 + 戊 = 甲 + 丙}"), row));

        Assert.Equal(expected, string.Join(" | ", found.Repairs.Select(r =>
            string.Join(", ", r.Edits.Select(e => $"{e.Cell[^1..]} {Figure.Format(e.To)}")))));
    }

    [Fact]
    public void An_equation_of_one_cell_is_mended_there()
    {
        var found = Localiser.Find(Read("甲 乙 总计", "", string.Join("\n  - ",
            "{规则: sum, 代码: RC9001, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = 甲 + 乙, 得出: 总计}",
            "{规则: b, 代码: RC9002, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = 甲}"), "甲: 3, 乙: 2"));

        var edit = Assert.Single(Assert.Single(found.Repairs).Edits);
        Assert.Equal(("表.行.乙", 2m, 0m), (edit.Cell, edit.From, edit.To));
    }

    [Fact]
    public void What_is_only_a_warning_binds_nothing() => Assert.Same(Localisation.Nothing, Localiser.Find(Read("甲 乙", "",
        "{规则: sum, 代码: RC9001, 名称: 行, 级别: 警告, 表: 表, 每: 行, 式: 甲 = 乙}", "甲: 3, 乙: 2")));

    /// <summary>A row of a form with these columns; <c>!</c> behind one that no total counts.</summary>
    private static Filing Read(string columns, string kind, string rules, string row)
    {
        var keys = columns.Split(' ').Select(c => $"{{键: {c.TrimEnd('!')}, 英文: c{(c[^1] == '!' ? ", 不计入: 是" : "")}{kind}}}");
        var findings = new Findings();
        var edition = EditionReader.Read(findings, InMemory.Source("editions/small.yaml", $$"""
            版本: small
            自: 2021
            依据: 无
            标题: "{简称}{年度}"
            章节: [{序: 一, 标题: 表, 英文: table, 表: 表}]
            表:
              - 键: 表
                英文: table
                题: 表
                计量: 件
                列: [{{string.Join(", ", keys)}}]
                行: [{键: 行, 英文: row}]
            规则:
              - {{rules}}
            """)) ?? throw new InvalidOperationException(string.Join('\n', findings.All.Select(f => f.Message.English)));
        return FilingReader.Read(
            new Findings(), InMemory.Source("a.yaml", $"单位: 甲局\n年度: 2021\n表:\n  行: {{{row}}}\n"), edition, [], 2021)!;
    }

    [Fact]
    public void What_is_still_open_binds_nothing()
    {
        var sheet = Sheet.Empty(Form);
        foreach (var row in new[] { "行政复议", "复议后起诉" })
        {
            sheet[$"复议诉讼.{row}.结果维持"] = 3;
            sheet[$"复议诉讼.{row}.总计"] = 4;
        }
        Assert.All(Localiser.Find(sheet.Filed()).Repairs, r => Assert.Equal(2, r.Edits.Length));
        sheet.LeaveOpen("复议诉讼.行政复议.其他结果");
        Assert.All(Localiser.Find(sheet.Filed()).Repairs, r => Assert.StartsWith("复议诉讼.复议后起诉", Assert.Single(r.Edits).Cell));
        sheet.LeaveOpen("复议诉讼.复议后起诉.总计");
        Assert.Same(Localisation.Nothing, Localiser.Find(sheet.Filed()));
    }

    [Fact]
    public void The_year_before_binds_where_it_has_the_figure()
    {
        var (now, before) = (Sheet.Empty(Form), Sheet.Empty(Form));
        foreach (var row in new[] { "上年结转", "办理结果.予以公开", "办理结果.总计" }) now[$"依申请公开.{row}.自然人"] = 4;
        before["依申请公开.结转下年度.自然人"] = 3;
        before["依申请公开.本年新收.自然人"] = 3;
        Assert.NotEmpty(Find(before).Repairs);

        // Of another column, or of cells that the carry-over does not name, it says nothing.
        before.LeaveOpen("依申请公开.结转下年度.商业企业");
        before.LeaveOpen("依申请公开.本年新收.其他");
        Assert.NotEmpty(Find(before).Repairs);
        before.LeaveOpen("依申请公开.结转下年度.自然人");
        Assert.Same(Localisation.Nothing, Find(before));
        Assert.Same(Localisation.Nothing, Find(Sheet.Empty(Editions.OfForm.For(2014)!)));

        Localisation Find(Sheet last) => Localiser.Find(now.Filed(), last.Filed(2020));
    }

    [Fact]
    public void Parts_that_hang_together_are_searched_apart_small_ones_first()
    {
        var sheet = Sheet.Empty(Form);
        foreach (var row in Form.FindTable("依申请公开")!.Leaves) sheet[row.Cells[^1]] = 5;
        foreach (var row in Form.FindTable("复议诉讼")!.Leaves) sheet[row.Cells[^1]] = 5;
        var system = LinearSystem.Of([sheet.Filed()], [], r => r.Rule.Severity == Severity.Error);

        var components = Component.BrokenOf(system);
        Assert.Equal(["复议诉讼", "复议诉讼", "复议诉讼", "依申请公开"], components.Select(c => c.Unknowns[0].Cell.Table.Key));
        Assert.Equal([1, 1, 1], components[..3].Select(c => c.Sums.Length));
        Assert.Equal(["行政复议", "未经复议直接起诉", "复议后起诉"], components[..3].Select(c => c.Unknowns[0].Cell.Row.Key));
        Assert.Equal(system.Unknowns.Count, components.Sum(c => c.Unknowns.Length));
        Assert.All(components, c => Assert.Equal(c.Unknowns.OrderBy(u => u.Order), c.Unknowns));
    }
}
