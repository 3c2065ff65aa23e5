using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>Finds the whole that a share is taken of: by a row that names it, among the figures around it, or in the tables.</summary>
internal sealed class ShareWhole(
    CheckedProse prose, Phrasing phrasing, Sentence sentence, IReadOnlyList<Sentence> paragraph, SharePart parts)
{
    private readonly List<Token> _tokens = parts.Tokens;

    /// <summary>The words of the sentences of the paragraph before it, with their figures.</summary>
    public required IReadOnlyList<List<Token>> Before { get; init; }

    /// <summary>The whole that fits the share; if none near does, the one that was surely meant; null if none is known.</summary>
    public decimal? Of(int word, int share, Token part)
    {
        var quantity = part.Quantity!;
        var stated = _tokens[share].Quantity!;
        var own = Numbers(_tokens, quantity.Unit);
        var before = own.FindAll(n => n.Start < part.Start && n.Value >= quantity.Value);
        var claim = sentence.Claims.Find(c => c.Number.Start == part.Start && !c.LastYear);
        var names = _tokens.Skip(word + 1).Take(share - word - 1).Any(t => t.Kind is Kind.Object or Kind.Row);
        var table = claim?.Readings[0][0].Table ?? (names ? phrasing.Rows.FirstOrDefault(r => r.IsVerb)?.Table : null);
        // 占办结总数: the whole has the name of a row.
        if (Named(word, share) is { Count: > 0 } named)
        {
            var fitting = named.FirstOrDefault(w => Fits(quantity.Value, w, stated), named[0]);
            return fitting == 0 || fitting < quantity.Value ? null : fitting;
        }
        // 办结的 452 件申请中，予以公开 178 件，占 39.4%: of the figure that is said to be the whole.
        if (share == word + 1 && Among(part) is { } among) return among >= quantity.Value && among > 0 ? among : null;
        // 9 条，占 2.5%；318 条，占 89.8%: what follows with a share of its own is a part as well.
        var wholes = new List<decimal>(own.Where(n => n.Start <= part.Start || ShareOf(n.Start) is null).Select(n => n.Value));
        foreach (var other in Before) wholes.AddRange(Numbers(other, quantity.Unit).Select(n => n.Value));
        // A whole of two figures was told before, or is of the part and its neighbour.
        for (var a = 0; a < own.Count; a++)
            for (var b = a + 1; b < own.Count; b++)
                if (own[b].Start <= part.Start || own[a].Start == part.Start) wholes.Add(own[a].Value + own[b].Value);
        wholes.Add(own.Sum(n => n.Value));
        var sums = table is null ? [] : Sums(table);
        wholes.AddRange(sums);
        // 予以公开 35 件（占 50%），部分公开 7 件（占 10%）: of the whole that the row beside it is of.
        if (claim?.Row is { } row && Neighbour(part, row) is var (near, its)
            && wholes.FindAll(w => Fits(near, w, its)) is { Count: > 0 } shared)
            return shared.Find(w => Fits(quantity.Value, w, stated)) is > 0 and var one ? one
                : shared.Find(w => w >= quantity.Value) is > 0 and var all ? all : null;
        if (wholes.FirstOrDefault(w => Fits(quantity.Value, w, stated)) is > 0 and var right) return right;
        // 予以公开 58 件，占 28.7%，部分公开 23 件，占 11.4%: one that has its own share is a part beside it.
        if (before.Count > 0 && ShareOf(before[0].Start) is { } beside)
            return wholes.FirstOrDefault(w => Fits(before[0].Value, w, beside)) is > 0 and var same && same >= quantity.Value ? same : null;
        if (before.Count > 0) return before[0].Value is > 0 and var first ? first : null;
        if (claim is null && CountedBefore(quantity.Unit) is { } counted) return counted >= quantity.Value && counted > 0 ? counted : null;
        return claim is null ? null : sums.FirstOrDefault(s => s >= quantity.Value && s > 0) is > 0 and var sum ? sum : null;
    }

    /// <summary>
    /// 收到申请 104 件。其中，网上提交 86 件，占 83%: the one figure of the sentence before, or the one that says what came in; null if the
    /// sentence does not go on from it.
    /// </summary>
    private decimal? CountedBefore(string unit)
    {
        // 公开信息 104 条，电子化率 100%。在公开的信息中，…
        if (Enumeration.Opening(sentence, paragraph) is ({ Quantity: { } told }, _, _) && told.Unit == unit) return told.Value;
        if (Before.Count == 0 || !(_tokens is [{ Kind: Kind.Among }, ..] || sentence.Text.StartsWith('从'))) return null;
        if (Numbers(Before[^1], unit) is [var one]) return one.Value;
        var intake = paragraph[^1].Claims.FindAll(c => c is { LastYear: false, Row: { } row } && phrasing.IsIntake(row));
        return intake is [var only] ? Numbers(Before[^1], unit).Find(n => n.Start == only.Number.Start).Value : null;
    }

    /// <summary>The rows that named the whole before: of an earlier share, or in a part that ends in 中; none behind a semicolon.</summary>
    public List<RowPhrase> NamedBefore(int start)
    {
        var from = _tokens.FindLastIndex(Math.Max(0, start - 1), t => sentence.Word(t) is "；" or ";") + 1;
        for (var i = start - 1; i > from; i--)
        {
            var isShare = _tokens[i].Kind == Kind.Share;
            if (!isShare && !IsIn(_tokens[i])) continue;
            var (first, last) = isShare ? (i, _tokens.FindIndex(i, t => t.Kind is Kind.Number or Kind.Break)) : (parts.StartOf(i), i);
            var named = _tokens.GetRange(first, last - first).Select(t => t.Phrase).OfType<RowPhrase>().ToList();
            if (last > 0 && named.Count > 0) return named;
        }
        return [];
    }

    /// <summary>收到申请 12 件。自然人占总数的 75%: the rows that were counted before, in the sentence or the one before it.</summary>
    /// <param name="start">Where the words begin that name the part.</param>
    /// <param name="part">The row that is the part; null if it is a column.</param>
    public List<RowPhrase> CountedBefore(int start, RowPhrase? part)
    {
        var end = _tokens[start].Start;
        var (here, before) = (Rows(sentence, end), paragraph.Count > 0 ? paragraph[^1] : null);
        var told = here.Count == 0 && before is not null ? Rows(before, int.MaxValue) : here;
        // 12 件。在网上提出的 7 件中，自然人占 57%: of a figure that is not understood.
        var isClear = IsUnderstood(sentence, end) && (here.Count > 0 || before is null || IsUnderstood(before, int.MaxValue));
        // 予以公开 7 件，部分公开 1 件。自然人申请占 90%: of all of them, and of none alone.
        List<RowPhrase> rows = isClear ? [.. told.Select(c => c.Row!).Distinct()] : [];
        return rows.Count > 1 && rows.TrueForAll(r => !r.IsVerb) ? [] : rows;

        // 网络申请 44 件、信函申请 23 件，网络申请占 45.8%: a row is no part of its own or of those beside it.
        List<Claim> Rows(Sentence of, int until) => of.Claims.FindAll(c => c.Number.Start < until && !c.LastYear
            && c.Row is { IsContinuing: false } row && (part is null || row.IsVerb));

        static bool IsUnderstood(Sentence of, int until) => !of.Tokens.Exists(t => t.Start < until
            && t.Quantity is { IsCounted: true } && !of.OfLastYear.Contains(t.Start) && !of.Claims.Exists(c => c.Number.Start == t.Start));
    }

    /// <summary>Whether a share is right, rounded or cut off at the decimals it is given with.</summary>
    public static bool Fits(decimal part, decimal whole, Quantity share) =>
        whole > 0 && CheckedProse.IsPercent(part / whole, share);

    /// <summary>The one figure before a part of a whole in a part of the sentence that ends in 中; null if there is none.</summary>
    private decimal? Among(Token part)
    {
        var (end, at) = (_tokens.FindLastIndex(t => t.Start < part.Start && IsIn(t)), _tokens.IndexOf(part));
        if (end < 0 || at < 0) return null;
        if (end + 1 >= _tokens.Count || _tokens[end + 1].Kind != Kind.Break) return null;
        var start = _tokens.FindLastIndex(end, t => t.Kind is Kind.Break or Kind.Among) + 1;
        var numbers = _tokens.GetRange(start, end - start).FindAll(t => t.Kind == Kind.Number);
        if (numbers is not [{ Quantity: { IsCount: true, Slack: 0 } one } whole] || one.Unit != part.Quantity!.Unit) return null;
        var isNewClause = _tokens.FindIndex(end, at - end, t => sentence.Word(t) is "；" or ";") >= 0;
        return !isNewClause || IsPart(part, whole) ? one.Value : null;
    }

    /// <summary>The figure before one, and its share, where it is of a row beside; null if it is not.</summary>
    private (decimal Value, Quantity Share)? Neighbour(Token part, RowPhrase row)
    {
        var near = sentence.Claims.FindLast(c => c.Number.Start < part.Start);
        if (near is not { LastYear: false, Row: { IsVerb: false } beside } || beside == row || row.IsVerb) return null;
        if (beside.Table != row.Table || beside.Group != row.Group || near.Number.Quantity!.Unit != part.Quantity!.Unit) return null;
        var value = _tokens.Find(t => t.Start == near.Number.Start).Quantity!.Value;
        return ShareOf(near.Number.Start) is { } share ? (value, share) : null;
    }

    /// <summary>A figure's own share, told behind it; null if there is none, or if parts of the figure follow it.</summary>
    private Quantity? ShareOf(int start)
    {
        var next = _tokens.FindIndex(t => t.Start > start && t.Kind is Kind.Number or Kind.Among);
        if (next < 0 || _tokens[next] is not { Quantity: { Unit: "%" } share } || parts.Word(next) < 0) return null;
        return _tokens.Skip(next + 1).Take(2).Any(t => t.Kind == Kind.Among) ? null : share;
    }

    /// <summary>Whether the cells of a figure are among those of another.</summary>
    private bool IsPart(Token part, Token whole)
    {
        var (of, all) = (ClaimOf(part), ClaimOf(whole));
        return of is not null && all is not null && of.Readings[0].All(c => all.Readings.Any(r => r.Contains(c)));

        Claim? ClaimOf(Token number) => sentence.Claims.Find(c => c.Number.Start == number.Start && !c.LastYear);
    }

    private bool IsIn(Token token) => Words.IsIn(sentence.Word(token));

    /// <summary>What the row that names the whole gives; nothing if an office is spoken of.</summary>
    private List<decimal> Named(int word, int share)
    {
        if (_tokens.Exists(t => t.Kind is Kind.Other or Kind.Period or Kind.Prior)) return [];
        return Sums(_tokens.Skip(word + 1).Take(share - word - 1).Where(t => t.Kind == Kind.Row).Select(t => (RowPhrase)t.Phrase!));
    }

    private static List<(int Start, decimal Value)> Numbers(List<Token> tokens, string unit) =>
        [.. tokens.Where(t => t.Quantity is { } q && q.Unit == unit).Select(t => (t.Start, t.Quantity!.Value))];

    /// <summary>What the edition's phrases give of a table.</summary>
    private List<decimal> Sums(Table table) => Sums(phrasing.Rows.Where(r => r.Table == table));

    private List<decimal> Sums(IEnumerable<RowPhrase> rows) =>
        [.. rows.SelectMany(r => r.Readings, (r, reading) => r.Cells(reading, []))
            .Where(c => !c.IsEmpty).Select(c => CheckedProse.Sum(prose.District.Totals, c)).OfType<decimal>()];
}
