using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>The cells that a figure's words may mean; each reading is a sum of cells.</summary>
internal static class CellReadings
{
    /// <summary>The readings of some rows in some columns; one of them is empty where the rows have no such column.</summary>
    /// <param name="words">The figure's words.</param>
    /// <param name="rows">The rows they may mean.</param>
    /// <param name="columns">The columns; none for those that the phrases have themselves.</param>
    public static IEnumerable<ImmutableArray<Cell>> Of(FigureWords words, IReadOnlyList<RowPhrase> rows, ImmutableArray<string> columns)
    {
        foreach (var row in rows)
            foreach (var reading in row.Readings) yield return row.Cells(reading, columns);
        // 行政复议、行政诉讼 3 件 may be the sum of both; 予以公开和部分公开共 50 件 is.
        if (words.Row is null && rows.Count > 1 && !rows.Any(r => r.IsVerb)) yield return Sum(rows, columns);
        if (words.Row is not null && words.Listed.Count > 0) yield return Sum([.. words.Listed, words.Row], columns);
        // 新增申请及上年结转共 107 件.
        if (words is { Included: { } put, Row: { } counted }) yield return Sum([counted, put], columns);
    }

    /// <summary>
    /// 政府集中采购 111 个、1313.97 万元: the one column of a row that is counted, or that is money; none if there are several.
    /// </summary>
    public static ImmutableArray<string> OnlyColumn(RowPhrase phrase, Quantity figure)
    {
        if (phrase.Readings is not [[var row]]) return [];
        var cells = row.Cells.Where(c => !c.IsTotal && (c.Kind == ValueKind.Amount) == figure.IsMoney).ToList();
        return cells is [{ Column.Key: { } key }] ? [key] : [];
    }

    /// <summary>
    /// 行政复议 5 件，维持 2 件: of what is called alike in several groups, that of the one group the sentence has spoken of.
    /// </summary>
    public static List<ImmutableArray<Cell>> InGroup(List<ImmutableArray<Cell>> readings, IEnumerable<Claim> before)
    {
        if (readings.Count < 2) return readings;
        // 维持或者驳回 14 件，纠错 2 件: of the same group as the row beside it.
        // 新闻发布会 12 次，主要负责人参加 4 次；在线访谈 26 次，主要负责人参加 5 次: of the total before it, if that follows on no other.
        if (before.TakeLast(2).ToArray() is [.., { Readings: [[{ Row: var row }]] }] near
            && (!row.IsOwnValue || near[0] is { Readings: [[{ Row.IsOwnValue: false }]] }))
        {
            var group = row.Path[..row.Path.LastIndexOf('.')];
            if (readings.FindAll(r => r.All(c => GroupOf(c) == group)) is { Count: > 0 } beside) return beside;
        }
        var groups = before.Select(c => c.Row).OfType<RowPhrase>().Select(r => r.Group).ToHashSet(StringComparer.Ordinal);
        var inGroup = readings.FindAll(r => r.All(c => groups.Contains(GroupOf(c))));
        return inGroup.Count > 0 && inGroup.Select(r => GroupOf(r[0])).Distinct(StringComparer.Ordinal).Count() == 1 ? inGroup : readings;
    }

    private static string GroupOf(Cell cell) => cell.Row.Path[..cell.Row.Path.LastIndexOf('.')];

    private static ImmutableArray<Cell> Sum(IReadOnlyList<RowPhrase> rows, ImmutableArray<string> columns) =>
        [.. rows.SelectMany(r => r.Cells(r.Readings[0], columns)).Distinct()];

    /// <summary>
    /// Claims without those that the sentence itself tells from another of the same words: of 36 件已办结，答复 29 件，主动撤回 7 件 the
    /// second is a part.
    /// </summary>
    public static List<(Claim Claim, bool IsBeside)> Different(Sentence sentence, IReadOnlyList<(Claim Claim, bool IsBeside)> claims)
    {
        var counts = sentence.Tokens.FindAll(t => t.Quantity is { IsCount: true });
        return [.. claims.Where(c => c.Claim.Row is not { IsVerb: true } || !claims.Any(o => IsWhole(o.Claim, c.Claim)))];

        bool IsWhole(Claim whole, Claim part) => whole.Number.Start < part.Number.Start && whole.Row is { IsVerb: true }
            && whole.Table == part.Table
            && (IsOfAll(whole, part) || HasRest(whole, part));

        bool HasRest(Claim whole, Claim part) =>
            counts.Exists(c => c.Start != whole.Number.Start && c.Start != part.Number.Start
                && c.Quantity!.Value == whole.Number.Quantity!.Value - part.Number.Quantity!.Value
                && (whole.Readings[0].SequenceEqual(part.Readings[0]) || !claims.Any(o => o.Claim.Number.Start == c.Start)));

        // 受理 12 件，答复 7 件，不予受理 4 件，未补正 1 件: one of several that make up the whole.
        bool IsOfAll(Claim whole, Claim part)
        {
            var behind = counts.FindAll(c => c.Start > part.Number.Start);
            return behind.Count > 1 && !behind.TrueForAll(c => claims.Any(o => o.Claim.Number.Start == c.Start))
                && behind.Sum(c => c.Quantity!.Value) == whole.Number.Quantity!.Value - part.Number.Quantity!.Value;
        }
    }

    /// <summary>
    /// Claims without the readings that the sentence rules out: where what was carried over is counted beside it (收到 7 件，上年结转 1
    /// 件) a figure is not both together; 含 and brackets say that it is among them.
    /// </summary>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="claims">The claims of a sentence, each with whether it is counted beside the others.</param>
    public static List<Claim> Apart(Phrasing phrasing, IReadOnlyList<(Claim Claim, bool IsBeside)> claims)
    {
        var beside = claims.Where(c => c is { IsBeside: true, Claim: { Row.IsVerb: false, Readings.Length: 1 } })
            .SelectMany(c => c.Claim.Readings[0]).ToHashSet();
        return [.. claims.Select(c => Apart(c.Claim))];

        Claim Apart(Claim claim)
        {
            if (claim.Row is not { } row || claim.Readings.Length < 2 || !phrasing.IsIntake(row)) return claim;
            var left = claim.Readings.Where(r => r.Length == 1 || !r.Any(beside.Contains)).ToImmutableArray();
            return left.IsEmpty ? claim : claim with { Readings = left };
        }
    }
}
