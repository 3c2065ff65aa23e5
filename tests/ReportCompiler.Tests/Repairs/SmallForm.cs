using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Tests.Repairs;

/// <summary>A form of one table, so small that every change of every set of its cells can be tried.</summary>
/// <param name="Columns">The columns; that of the row's total stands behind them.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Rules">The rules beside that of a row's total.</param>
/// <param name="Balance">The figure of a cell that makes a sheet hold that was drawn, with last year's sheet; null for one drawn.</param>
internal sealed record SmallForm(string Columns, string Rows, string[] Rules, Func<Sheet, Sheet?, Cell, long?> Balance)
{
    private static readonly Dictionary<string, SmallForm> All = new(StringComparer.Ordinal)
    {
        ["a balance"] = new("甲 乙", "收 办 退 留", ["每: 列, 式: 收 = 办 + 退 + 留, 核对: 收"], (sheet, _, cell) =>
            cell.Row.Key == "收" ? sheet[In(cell, "办")] + sheet[In(cell, "退")] + sheet[In(cell, "留")] : null),
        ["counted twice"] = new("甲 乙", "收 办 退", ["式: 收.总计 + 收.甲 = 办.总计 + 办.甲 + 退.总计 + 退.甲"], (sheet, _, cell) =>
            cell.Row.Key == "收" ? sheet[In(cell, "办")] + sheet[In(cell, "退")] : null),
        ["below 0"] = new("增 减", "收 办 退", ["式: 收.总计 + 收.增 = 办.总计 + 办.增 + 退.总计"], (sheet, _, cell) =>
            cell.Row.Key == "收" ? sheet[In(cell, "办")] + (cell.Column.Key == "减" ? sheet["表.退.增"] + sheet["表.退.减"] : 0) : null),
        ["two years"] = new("甲 乙", "收 办 留", ["每: 列, 式: 留 = 上年.留 + 收 - 办, 核对: 留"], (sheet, last, cell) =>
            cell.Row.Key == "收" && last is not null ? sheet[In(cell, "办")] + sheet[In(cell, "留")] - last[In(cell, "留")] : null),
        ["sums of sums"] = new("甲 乙", "一 二 合", ["每: 列, 式: 合 = 一 + 二, 得出: 合"], (_, _, _) => null),
        ["what cancels out"] = new("甲 乙", "一 二",
            ["式: 一.总计 = 一.甲 + 二.乙", "式: 一.总计 + 二.总计 = 一.甲 + 一.乙 + 二.甲 + 二.乙"],
            (_, _, cell) => cell.Column.Key == "乙" ? 0 : null),
    };

    /// <summary>The names of the forms.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Files that hold but for cells perhaps spoiled; a total perhaps not stated, a row perhaps 无.</summary>
    /// <param name="name">The name of the form.</param>
    /// <param name="random">Draws them.</param>
    /// <param name="scale">How many times as large every figure is.</param>
    public static SmallSystem Draw(string name, Random random, int scale = 1)
    {
        var form = All[name];
        // Read anew each time: what is kept of a form would hide a fault in how that is made.
        var edition = form.Read();
        var before = name == "two years" ? form.Draw(edition, random, null) : null;
        return new SmallSystem(form.Draw(edition, random, before).Times(scale), before?.Times(scale));
    }

    private Sheet Draw(Edition edition, Random random, Sheet? before)
    {
        var sheet = Sheet.Empty(edition);
        foreach (var cell in edition.Cells) sheet[cell] = IsSigned(cell) ? random.Next(5) - 2 : random.Next(3);
        foreach (var cell in edition.Cells)
            if (!cell.IsTotal && Balance(sheet, before, cell) is { } figure) sheet[cell] = IsSigned(cell) ? figure : Math.Max(0, figure);
        foreach (var total in edition.Derivations) sheet[total.Total] = total.Operands.SelectMany(o => o.Cells).Sum(c => sheet[c]);
        foreach (var cell in edition.Cells)
        {
            if (random.Next(5) > 0) continue;
            if (cell.IsTotal && random.Next(2) == 0) sheet.Clear(cell.Path);
            else sheet[cell] = Math.Max(IsSigned(cell) ? -9 : 0, sheet[cell] + random.Next(7) - 3);
        }
        foreach (var row in edition.Tables[0].Leaves)
            if (random.Next(8) == 0) sheet.Nothing(row);
        return sheet;
    }

    private static bool IsSigned(Cell cell) => cell.Kind == ValueKind.SignedCount;

    private static string In(Cell cell, string row) => $"表.{row}.{cell.Column.Key}";

    private Edition Read()
    {
        var findings = new Findings();
        var kind = Columns.Contains('增') ? ", 类型: 增减" : "";
        var columns = Columns.Split(' ').Select(c => $"{{键: {c}, 英文: c{kind}}}");
        var sum = Columns.Replace(" ", " + ", StringComparison.Ordinal);
        var rows = Rows.Split(' ').Select(r => $"{{键: {r}, 英文: r}}");
        var rules = Rules.Select((r, i) => $"  - {{规则: other{i}, 代码: RC901{i}, 名称: 列, 级别: 错误, 表: 表, {r}}}");
        return EditionReader.Read(findings, new Source("editions/small.yaml", Encoding.UTF8.GetBytes($$"""
            版本: small
            自: 2020
            依据: 无
            标题: "{简称}{年度}"
            章节: [{序: 一, 标题: 表, 英文: table, 表: 表}]
            表:
              - 键: 表
                英文: table
                题: 表
                计量: 件
                列: [{{string.Join(", ", columns)}}, {键: 总计, 英文: total{{kind}}}]
                行: [{{string.Join(", ", rows)}}]
            规则:
              - {规则: row-total, 代码: RC9001, 名称: 行, 级别: 错误, 表: 表, 每: 行, 式: 总计 = {{sum}}, 得出: 总计}
            """ + "\n" + string.Join('\n', rules))))
            ?? throw new InvalidOperationException(string.Join('\n', findings.All.Select(f => f.Message.English)));
    }
}
