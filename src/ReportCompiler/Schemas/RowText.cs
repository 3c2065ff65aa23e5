using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Schemas;

/// <summary>What an editor tells of a row or column: its place in print, what is counted, its rules, the English meaning.</summary>
internal sealed class RowText(ImmutableArray<EquationRule> rules)
{
    /// <summary>A row or group.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">What it is printed under, from the table's caption down.</param>
    public string Of(Row row, string place) => Lines(
    [
        place,
        row is { IsGroup: false, HasColumns: false } ? Figure(row.Cells[0]) : "",
        Total(row.Leaves.SelectMany(r => r.Cells)),
        .. rules.Where(r => r.Equations.Any(e => !IsInRow(e) && Names(e, row))).Select(Rule),
        English(row.Gloss),
    ]);

    /// <summary>A column of rows that have the same columns.</summary>
    public string Of(Column column, IReadOnlyCollection<Cell> cells) => Lines(
    [
        Figure(cells.First()),
        Total(cells),
        .. rules.Where(r => r.Equations.Any(e => IsInRow(e) && e.Cells.Any(cells.Contains))).Select(Rule),
        English(column.Gloss),
    ]);

    /// <summary>A table.</summary>
    public static string Of(Table table) => Lines([table.Note ?? "", "不能省略；没有内容写 无", English(table.Gloss)]);

    /// <summary>What is written into a cell.</summary>
    public static string Of(ValueKind kind) => kind switch
    {
        ValueKind.Count => "整数，从 0 起；没有写 0 或 无",
        ValueKind.SignedCount => "整数，减少写负数；没有变化写 0 或 无",
        _ => "数字，最多六位小数；没有写 0 或 无",
    };

    private static string Figure(Cell cell) =>
        $"{(cell.Column.Key is null ? cell.Column.Label + "，" : "")}{(cell.Unit.Length > 0 ? $"计量：{cell.Unit}；" : "")}{Of(cell.Kind)}";

    private static string Total(IEnumerable<Cell> cells) => cells.All(c => c.IsTotal) ? "可以不写，由程序计算；写了就核对" : "";

    private static string Rule(EquationRule rule) => $"{rule.Rule.Title.Chinese}：{rule.Formula}";

    private static string English(string gloss) => gloss.Length > 0 ? $"English: {gloss}" : "";

    /// <summary>Whether an equation relates the columns of one row: then it is told of the columns, not of every row.</summary>
    private static bool IsInRow(Equation equation) =>
        equation.Cells is [{ Row: { HasColumns: true } row }, ..] && equation.Cells.All(c => c.Row == row);

    private static bool Names(Equation equation, Row row) => equation.Operands.Any(o => o.Cells is [var cell] && cell.Row == row);

    private static string Lines(ReadOnlySpan<string> lines) => string.Join('\n', lines.ToArray().Where(l => l.Length > 0));
}
