using System.Globalization;
using ReportCompiler.Forms;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>Which slip of the hand explains a change, and which of several changes is the likelier.</summary>
public sealed class LikelihoodTests
{
    private static readonly Edition Form = Editions.OfForm.For(2021)!;
    private static readonly Input.Filing File = Sheet.Empty(Form).Filed();

    /// <summary>Cells of a table with what stands there and what should; the reasons, one for each.</summary>
    [Theory]
    [InlineData("予以公开.自然人 5>0, 予以公开.商业企业 0>5", "neighbour-column neighbour-column")]
    [InlineData("予以公开.自然人 0>5, 予以公开.商业企业 5>0", "neighbour-column neighbour-column")]
    [InlineData("予以公开.法律服务机构 5>0, 予以公开.其他 0>5", "neighbour-column neighbour-column")]
    [InlineData("无法提供.本机关不掌握相关政府信息.其他 5>0, 无法提供.没有现成信息需要另行制作.其他 0>5", "neighbour-row neighbour-row")]
    [InlineData("予以公开.自然人 5>7, 予以公开.商业企业 7>5", "exchanged exchanged")]
    [InlineData("予以公开.自然人 5>0, 予以公开.科研机构 0>5", "exchanged exchanged")]
    [InlineData("予以公开.自然人 5>0, 部分公开.自然人 0>5", "neighbour-row neighbour-row")]
    [InlineData("予以公开.自然人 5>7, 部分公开.自然人 7>5", "exchanged exchanged")]
    [InlineData("予以公开.自然人 5>0, 无法提供.本机关不掌握相关政府信息.自然人 0>5", "exchanged exchanged")]
    [InlineData("予以公开.自然人 8>5, 予以公开.商业企业 0>3", "neighbour-column neighbour-column")]
    [InlineData("予以公开.自然人 0>3, 予以公开.商业企业 8>5", "neighbour-column neighbour-column")]
    [InlineData("予以公开.自然人 8>5, 部分公开.自然人 0>3", "neighbour-row neighbour-row")]
    [InlineData("予以公开.自然人 8>5, 予以公开.科研机构 0>3", "digit-wrong zeroed")]
    [InlineData("予以公开.自然人 8>5, 予以公开.商业企业 1>4", "digit-wrong digit-wrong")]
    [InlineData("予以公开.自然人 8>5, 予以公开.商业企业 0>4", "digit-wrong zeroed")]
    [InlineData("予以公开.自然人 5>0, 部分公开.商业企业 0>5", "digit-wrong zeroed")]
    [InlineData("予以公开.自然人 12>21, 部分公开.商业企业 66>6", "digits-swapped digit-doubled")]
    [InlineData("予以公开.自然人 12>3456", "other")]
    [InlineData("予以公开.总计 12>3456", "total-not-updated")]
    [InlineData("予以公开.总计 12>13", "digit-wrong")]
    [InlineData("予以公开.自然人 0>3456", "zeroed")]
    [InlineData("-予以公开.自然人 0>3456", "left-out")]
    [InlineData("-予以公开.总计 0>3456", "left-out")]
    [InlineData("予以公开.自然人 5>7, 予以公开.商业企业 7>5, 部分公开.自然人 1>2, 部分公开.商业企业 2>1",
        "exchanged exchanged exchanged exchanged")]
    [InlineData("予以公开.自然人 5>7, 予以公开.商业企业 7>5, 部分公开.自然人 7>5", "exchanged exchanged digit-wrong")]
    [InlineData("予以公开.自然人 5>7, 予以公开.商业企业 7>5, 部分公开.自然人 7>5, 部分公开.其他 12>3456, "
        + "无法提供.本机关不掌握相关政府信息.法律服务机构 0>3, 不予处理.重复申请.其他 44>4, 不予处理.信访举报投诉类申请.自然人 1>3",
        "exchanged exchanged digit-wrong other zeroed digit-doubled digit-wrong")]
    [InlineData("予以公开.自然人 5>7, 部分公开.自然人 1>2, 予以公开.商业企业 7>5, 部分公开.商业企业 2>1, "
        + "无法提供.本机关不掌握相关政府信息.自然人 12>3456, 无法提供.没有现成信息需要另行制作.商业企业 0>9, 不予处理.重复申请.其他 44>4",
        "exchanged exchanged exchanged exchanged other zeroed digit-doubled")]
    public void A_change_has_the_slip_that_explains_it(string changes, string expected)
    {
        var (cells, to) = Read(changes);
        var reasons = new string[cells.Length];
        Likelihood.Of(cells, to, reasons);
        Assert.Equal(expected, string.Join(' ', reasons));
    }

    [Fact]
    public void Slips_are_likelier_one_than_the_other()
    {
        string[] inOrder =
        [
            "予以公开.自然人 5>7, 予以公开.商业企业 7>5", // exchanged with the neighbour
            "予以公开.自然人 12>21", // two digits
            "予以公开.自然人 12>13", // one
            "予以公开.总计 12>13", // a total is likelier right
            "予以公开.自然人 0>12",
            "予以公开.自然人 2>0",
            "予以公开.自然人 5>0, 予以公开.科研机构 0>5", // two columns apart
            "予以公开.自然人 8>5, 予以公开.商业企业 0>3", // added to the figure beside it
            "-予以公开.自然人 0>3",
            "予以公开.自然人 12>3456",
            "!予以公开.自然人 12>21", // last year's
        ];
        var scores = inOrder.Select(Score).ToList();
        Assert.All(scores.Zip(scores.Skip(1)), p => Assert.True(p.First.Against(p.Second) < 0 && p.Second.Against(p.First) > 0));
        Assert.All(scores, s => Assert.Equal(0, s.Against(s)));
        Assert.Equal(Score("予以公开.自然人 12>13").Cost, Likelihood.CostOf(Read("予以公开.自然人 12>13").Cells[0], 13));
        // Of equals the one that changes more totals comes last, then the one that changes more cells that no file states.
        Assert.True(new Score(0, 9, 1, 0).Against(new Score(0, 9, 0, 1)) > 0);
        Assert.True(new Score(0, 9, 1, 1).Against(new Score(0, 9, 1, 0)) > 0);
    }

    [Fact]
    public void The_slips_together_are_the_likeliest_there_are()
    {
        var random = new Random(2);
        var cells = Form.FindTable("依申请公开")!.Leaves.Take(3).SelectMany(r => r.Cells.Take(3)).ToList();
        for (var i = 0; i < 300; i++)
        {
            var count = random.Next(1, 9);
            var chosen = cells.OrderBy(_ => random.Next()).Take(count).OrderBy(c => c.Index).Select(c => Cell(c, random.Next(4))).ToArray();
            var to = chosen.Select(_ => (Int128)random.Next(4)).ToArray();
            var reasons = new string[count];
            var cost = Likelihood.Of(chosen, to, reasons).Cost;
            var (least, alone) = (Least(chosen, to), chosen.Zip(to).Sum(p => Likelihood.CostOf(p.First, p.Second)));
            const int MostMatched = 6;
            Assert.True(count <= MostMatched ? cost == least : cost >= least && cost <= alone, $"{cost} {least} {alone}");
            Assert.All(reasons, Assert.NotNull);
        }
    }

    [Fact]
    public void Repairs_of_parts_are_those_of_the_whole()
    {
        var (one, other) = (Found("予以公开.商业企业 1>2"), Found("!予以公开.自然人 3>4"));
        var both = one.With(other);
        Assert.Equal([.. one.Cells, .. other.Cells], both.Cells.OrderBy(c => c.IsOfLastYear));
        Assert.Equal(one.Score + other.Score, both.Score);
        Assert.Equal(new Score(1, one.Score.Cost + other.Score.Cost, 0, 0), both.Score);
        Assert.Equal(new Score(2, 4, 6, 8), new Score(1, 2, 3, 4) + new Score(1, 2, 3, 4));
        Assert.Equal(["4", "2"], both.Cells.Zip(both.To).OrderBy(p => p.First.Order).Select(p => $"{p.Second}"));
    }

    [Fact]
    public void Of_equals_the_one_that_is_printed_first_comes_first()
    {
        var (one, other) = (Found("予以公开.自然人 1>2, 部分公开.其他 3>4"), Found("予以公开.科研机构 1>2, 部分公开.其他 3>4"));
        Assert.Equal(one.Score, other.Score);
        Assert.True(one.Against(other) < 0 && other.Against(one) > 0);
    }

    [Fact]
    public void More_repairs_than_can_be_counted_are_not_fewer()
    {
        var two = new BestRepairs();
        two.Add(new FoundRepair([], [], [], default));
        two.Add(new FoundRepair([], [], [], default));
        var all = two;
        for (var i = 1; i < 62; i++) all = BestRepairs.Combine(all, two);
        Assert.Equal(1L << 62, all.Count);
        Assert.Equal(long.MaxValue, BestRepairs.Combine(all, two).Count);
        Assert.Equal(0, BestRepairs.Combine(all, new BestRepairs()).Count);
    }

    private static int Least(Span<Unknown> cells, Span<Int128> to)
    {
        if (cells.IsEmpty) return 0;
        var least = Likelihood.CostOf(cells[0], to[0]) + Least(cells[1..], to[1..]);
        for (var i = 1; i < cells.Length; i++)
        {
            var pair = Likelihood.Of([cells[0], cells[i]], [to[0], to[i]], new string[2]).Cost;
            Unknown[] others = [.. cells[1..i], .. cells[(i + 1)..]];
            Int128[] figures = [.. to[1..i], .. to[(i + 1)..]];
            least = Math.Min(least, pair + Least(others, figures));
        }
        return least;
    }

    private static FoundRepair Found(string changes)
    {
        var (cells, to) = Read(changes);
        var reasons = new string[cells.Length];
        return new FoundRepair(cells, to, reasons, Likelihood.Of(cells, to, reasons));
    }

    private static Score Score(string changes)
    {
        var (cells, to) = Read(changes);
        return Likelihood.Of(cells, to, new string[cells.Length]);
    }

    /// <summary>Cells of the outcomes, each <c>from>to</c>; <c>-</c> before one that is not stated, <c>!</c> before last year's.</summary>
    private static (Unknown[] Cells, Int128[] To) Read(string changes)
    {
        var all = changes.Split(", ").Select(c => c.Split(' ', '>')).ToList();
        return ([.. all.Select(c => Cell(
            Form.Find("依申请公开.办理结果." + c[0].TrimStart('-', '!'))!, int.Parse(c[1], CultureInfo.InvariantCulture), c[0][0]))],
            [.. all.Select(c => Int128.Parse(c[2], CultureInfo.InvariantCulture))]);
    }

    private static Unknown Cell(Cell cell, int value, char mark = ' ') => new(File, cell, cell.Index, value, 1)
    {
        IsSigned = false,
        IsExplicit = mark != '-',
        IsOfLastYear = mark == '!',
    };
}
