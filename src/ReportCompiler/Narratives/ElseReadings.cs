using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// What 其他 4 件 may mean behind rows or columns that were named: the row or column of that name beside the one before, or all that
/// were not named.
/// </summary>
internal static class ElseReadings
{
    private static readonly string[] Keys = ["其他", "其他情形", "其他处理", "其他结果"];

    /// <summary>The readings, each a sum of cells; none if there is nothing else.</summary>
    /// <param name="last">The figure before.</param>
    /// <param name="named">All figures of the sentence that were understood.</param>
    /// <param name="isColumn">Whether the figure before named a column.</param>
    public static ImmutableArray<ImmutableArray<Cell>> Of(Claim last, IEnumerable<Claim> named, bool isColumn)
    {
        var known = named.Where(c => !c.LastYear && c.Table == last.Table).ToList();
        if (isColumn) return [.. last.Readings.SelectMany(r => Columns(r).Concat(Left(r, known)))];
        return [.. last.Readings.SelectMany(r => Rows(r, known)).Where(r => r.Length > 0)
            .DistinctBy(r => string.Join('+', r.Select(c => c.Path)), StringComparer.Ordinal)];
    }

    /// <summary>其他 9 件 behind 自然人 71 件、商业企业 15 件: all columns of those rows that no figure names.</summary>
    /// <param name="reading">Cells of the rows.</param>
    /// <param name="named">The figures of the sentence that were understood.</param>
    public static IEnumerable<ImmutableArray<Cell>> Left(ImmutableArray<Cell> reading, IEnumerable<Claim> named)
    {
        var cells = named.Where(c => !c.LastYear).SelectMany(c => c.Readings).SelectMany(r => r).ToHashSet();
        var left = reading.Select(c => c.Row).Distinct().SelectMany(r => r.Cells.Where(c => !c.IsTotal && !cells.Contains(c)));
        return left.ToImmutableArray() is { IsEmpty: false } all ? [all] : [];
    }

    /// <summary>Whether a column is called by an ordinary word, 其他, and not by one of the form's alone, 其他结果.</summary>
    public static bool IsElse(ColumnPhrase column) => column.Columns is [var one] && one == Keys[0];

    /// <summary>Whether a cell is of a row that is called so itself.</summary>
    public static bool IsElse(Cell cell) => Keys.Contains(cell.Row.Key, StringComparer.Ordinal);

    private static IEnumerable<ImmutableArray<Cell>> Columns(ImmutableArray<Cell> reading)
    {
        var cells = reading.Select(c => c.Row.Cells.FirstOrDefault(o => o != c && Keys.Contains(o.Column.Key, StringComparer.Ordinal)));
        var found = cells.OfType<Cell>().ToImmutableArray();
        return found.Length == reading.Length ? [found] : [];
    }

    /// <summary>From the group of the row before upwards: the row of that name in it, and all rows of it that no figure names.</summary>
    private static IEnumerable<ImmutableArray<Cell>> Rows(ImmutableArray<Cell> reading, List<Claim> known)
    {
        var (table, column) = (reading[0].Table, reading[0].Column.Key);
        var unit = reading.Length == 1 ? reading[0].Row.Path : Above(reading[0].Row.Path);
        for (var level = Above(unit); level.Contains('.', StringComparison.Ordinal); (unit, level) = (level, Above(level)))
        {
            if (table.FindRow(level[(level.IndexOf('.', StringComparison.Ordinal) + 1)..]) is not { } group) yield break;
            foreach (var row in group.KeyedRows)
                if (Keys.Contains(row.Key, StringComparer.Ordinal) && row.Path != unit) yield return Cells(row.Details, column);
            var all = group.Details.Where(r => r is { IsOwnValue: false, IsUncounted: false }).ToList();
            // 不予处理的 30 件中，重复申请 8 件: the whole is none of its parts.
            var of = known.Where(c => IsPart(c, level) && !all.TrueForAll(r => c.Readings[0].Any(x => x.Row == r))).ToList();
            if (of.Count < 2) continue;
            var rows = of.SelectMany(c => c.Readings[0]).Select(c => c.Row).ToHashSet();
            yield return Cells(all.Where(r => !rows.Contains(r)), column);
        }
    }

    private static bool IsPart(Claim claim, string group) =>
        claim.Readings[0].All(c => c.Row.Path.StartsWith(group + ".", StringComparison.Ordinal));

    private static ImmutableArray<Cell> Cells(IEnumerable<Row> rows, string? column) =>
        [.. rows.SelectMany(r => r.Cells.Where(c => c.Column.Key == column))];

    private static string Above(string path) => path.LastIndexOf('.') is > 0 and var dot ? path[..dot] : "";
}
