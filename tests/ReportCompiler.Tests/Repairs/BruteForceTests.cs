using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>On a form so small that every change of every set of cells can be tried, the search finds exactly the smallest sets.</summary>
public sealed class BruteForceTests
{
    private const int Highest = 18;

    private static readonly Edition Form = EditionReader.Read(new Findings(), new Source("editions/small.yaml", Encoding.UTF8.GetBytes("""
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
            列: [{键: 甲, 英文: a}, {键: 乙, 英文: b}, {键: 总计, 英文: total}]
            行: [{键: 收, 英文: in}, {键: 办, 英文: done}, {键: 退, 英文: back}, {键: 留, 英文: left}]
        规则:
          - {规则: row-total, 代码: RC9001, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = 甲 + 乙, 得出: 总计}
          - {规则: balance, 代码: RC9002, 名称: 列, 级别: 错误, 表: 表, 每: 列, 式: 收 = 办 + 退 + 留, 核对: 收}
        """)))!;

    [Fact]
    public void Exactly_the_smallest_sets_are_found()
    {
        var random = new Random(1976);
        var sizes = new int[8];
        for (var i = 0; i < 40; i++) sizes[Compare(Draw(random))]++;
        Assert.All(sizes[1..4], s => Assert.True(s > 1));
    }

    private static int Compare(Sheet sheet)
    {
        var found = Localiser.Find(sheet.Filed());
        Assert.True(found.IsExhaustive);
        if (sheet.IsConsistent())
        {
            Assert.Empty(found.Repairs);
            return 0;
        }
        var size = found.Repairs[0].Edits.Length;
        for (var smaller = 1; smaller < Math.Min(size, 4); smaller++) Assert.Empty(Sets(sheet, smaller));
        Assert.All(found.Repairs, r => Assert.True(sheet.With(r).IsConsistent()));
        if (size > 3) return size;
        var sets = Sets(sheet, size).Select(s => string.Join(' ', s.Select(c => c.Path))).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(sets.Count, found.Count);
        if (found.Count <= Localisation.MostListed)
            Assert.Equal(sets, found.Repairs.Select(r => string.Join(' ', r.Edits.Select(e => e.Cell))).Order(StringComparer.Ordinal));
        return size;
    }

    /// <summary>Four rows of two figures that balance; a cell perhaps spoiled, a total perhaps not stated, a row perhaps 无.</summary>
    private static Sheet Draw(Random random)
    {
        var sheet = Sheet.Empty(Form);
        var rows = Form.Tables[0].Leaves.ToList();
        foreach (var column in new[] { 0, 1 })
        {
            foreach (var row in rows[1..]) sheet[row.Cells[column]] = random.Next(3);
            sheet[rows[0].Cells[column]] = rows.Skip(1).Sum(r => sheet[r.Cells[column]]);
        }
        foreach (var row in rows) sheet[row.Cells[2]] = sheet[row.Cells[0]] + sheet[row.Cells[1]];
        foreach (var cell in Form.Cells)
        {
            if (random.Next(4) > 0) continue;
            if (cell.IsTotal && random.Next(2) == 0) sheet.Clear(cell.Path);
            else sheet[cell] = Math.Max(0, sheet[cell] + random.Next(7) - 3);
        }
        foreach (var row in rows)
            if (random.Next(6) == 0) sheet.Nothing(row);
        return sheet;
    }

    /// <summary>All sets of so many cells that can make every equation hold.</summary>
    private static IEnumerable<List<Cell>> Sets(Sheet sheet, int size)
    {
        // The 无 of a row says nothing of its total that a figure in the row would have to agree with.
        var cells = Form.Cells.Where(c => c.IsTotal ? sheet.IsExplicit(c) : sheet.IsStated(c)).ToList();
        return Choose(0, size).Where(set => Mends(sheet.Copy(), set, 0));

        IEnumerable<List<Cell>> Choose(int from, int left) => left == 0
            ? [[]]
            : Enumerable.Range(from, cells.Count - from)
                .SelectMany(i => Choose(i + 1, left - 1).Select(rest => (List<Cell>)[cells[i], .. rest]));
    }

    private static bool Mends(Sheet sheet, List<Cell> set, int from)
    {
        if (from == set.Count) return Holds(sheet);
        for (var value = 0; value <= Highest; value++)
        {
            sheet[set[from]] = value;
            if (Mends(sheet, set, from + 1)) return true;
        }
        return false;
    }

    /// <summary>The rules of the form by hand: a hundred times as fast as through the library, and a second opinion.</summary>
    private static bool Holds(Sheet sheet)
    {
        Span<long> columns = stackalloc long[3];
        foreach (var row in Form.Tables[0].Leaves)
        {
            var (a, b) = (sheet[row.Cells[0]], sheet[row.Cells[1]]);
            var total = sheet.IsExplicit(row.Cells[2]) ? sheet[row.Cells[2]] : a + b;
            if (total != a + b) return false;
            var sign = row.Key == "收" ? 1 : -1;
            (columns[0], columns[1], columns[2]) = (columns[0] + sign * a, columns[1] + sign * b, columns[2] + sign * total);
        }
        return columns[0] == 0 && columns[1] == 0 && columns[2] == 0;
    }
}
