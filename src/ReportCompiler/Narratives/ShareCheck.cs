using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>narrative-share: 占 x% recomputes from the figures around it or from the tables.</summary>
internal sealed class ShareCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence, IReadOnlyList<Sentence> paragraph)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks the typed shares of a sentence.</summary>
    public void Check(Findings findings)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i] is not { Kind: Kind.Number, Quantity: { Unit: "%" } share } || ShareWord(i) is not (> 0 and var word)) continue;
            if (prose.Typed(sentence, _tokens[i].Start, _tokens[i].Start + share.Digits) is not { } at) continue;
            if (PartOfWhole(word, i, share) is not var (part, whole)) continue;
            var holds = Fits(part, whole, share);
            sentence.Judge(_tokens[i], holds);
            if (holds) continue;
            var digits = Math.Min(share.Places, 6);
            var right = Percent(part / whole * 100, digits);
            findings.Add(Errors.Prose.Share(at, Format(part), Format(whole), right, Percent(share.Value, digits)));
        }
    }

    /// <summary>What a share is the ratio of; null if it is not told.</summary>
    private (decimal Part, decimal Whole)? PartOfWhole(int word, int i, Quantity share)
    {
        if (Unstated(word, i) is { Count: > 0 } told)
            return told.Find(t => Fits(t.Part, t.Whole, share)) is { Whole: > 0 } right ? right : told[0];
        var of = Each(word) is >= 0 and var each ? Respective(each, i) : Part(word);
        if (NamesPart(word) || of is not { Quantity: { } quantity } part || Whole(word, i, part) is not { } whole) return null;
        return (quantity.Value, whole);
    }

    /// <summary>Where the words begin that stand before 占 in its own part of the sentence.</summary>
    private int StartOf(int word)
    {
        while (word > 0 && _tokens[word - 1].Kind is not (Kind.Break or Kind.Among or Kind.List or Kind.Number)) word--;
        return word;
    }

    /// <summary>Whether the words before 占 name a row or column that has no figure: the one before is not its.</summary>
    private bool NamesPart(int word) => _tokens.FindIndex(StartOf(word), word - StartOf(word), t => t.Kind is Kind.Row or Kind.Column) >= 0;

    /// <summary>
    /// 自然人申请占新收申请的 70%，商业企业占 18%: what the tables give of a part without a figure and of its whole; the likeliest first.
    /// </summary>
    private List<(decimal Part, decimal Whole)> Unstated(int word, int share)
    {
        var start = StartOf(word);
        if (!NamesPart(word) || (start > 0 && _tokens[start - 1].Kind == Kind.Number)) return [];
        if (_tokens.Exists(t => t.Kind is Kind.Other or Kind.Period or Kind.Prior or Kind.Planned or Kind.SoFar)) return [];
        var words = new FigureWords(phrasing, sentence);
        words.TakeBefore(_tokens.GetRange(start, word - start));
        if (words.IsUnknown || words.IsDifference || words.Listed.Count > 0) return [];
        var named = _tokens.GetRange(word + 1, share - word - 1).Select(t => t.Phrase).OfType<RowPhrase>().ToList();
        // 商业企业占 18%: of the whole that was named before it.
        if (named.Count == 0) named = WholeBefore(start);
        var wholes = named.Where(w => (words.Row ?? w).Table == w.Table && (words.Column is null || words.Column.Table == w.Table));
        var told = new List<(decimal, decimal)>();
        foreach (var whole in wholes)
            foreach (var reading in whole.Readings)
            {
                var part = words.Row is { IsVerb: false } row ? row.Cells(row.Readings[0], words.Column?.Columns ?? [])
                    : whole.Cells(reading, words.Column?.Columns ?? []);
                if (words.Column is null && words.Row is not { IsVerb: false }) continue;
                if (Sum(part) is { } of && Sum(whole.Cells(reading, [])) is > 0 and var all) told.Add((of, all));
            }
        return told;

        decimal? Sum(System.Collections.Immutable.ImmutableArray<Cell> cells) =>
            cells.IsEmpty ? null : CheckedProse.Sum(prose.District.Totals, cells);
    }

    /// <summary>The rows that named the whole before: of an earlier share, or in a part that ends in 中; none behind a semicolon.</summary>
    private List<RowPhrase> WholeBefore(int start)
    {
        var from = _tokens.FindLastIndex(Math.Max(0, start - 1), t => sentence.Word(t) is "；" or ";") + 1;
        for (var i = start - 1; i > from; i--)
        {
            var isShare = _tokens[i].Kind == Kind.Share;
            if (!isShare && !IsIn(_tokens[i])) continue;
            var (first, last) = isShare ? (i, _tokens.FindIndex(i, t => t.Kind is Kind.Number or Kind.Break)) : (StartOf(i), i);
            var named = _tokens.GetRange(first, last - first).Select(t => t.Phrase).OfType<RowPhrase>().ToList();
            if (last > 0 && named.Count > 0) return named;
        }
        return [];
    }

    private static string Format(decimal value) => Input.Figure.Format(value);

    private static string Percent(decimal value, int places) =>
        Math.Round(value, places, MidpointRounding.AwayFromZero).ToString(string.Create(Invariant, $"F{places}"), Invariant);

    private bool IsInBrackets(int i) => i > 1 && i + 1 < _tokens.Count && sentence.Word(_tokens[i - 1]) is "（" or "("
        && sentence.Word(_tokens[i + 1]) is "）" or ")" && _tokens[i - 2].Quantity is { IsCount: true, Slack: 0 };

    /// <summary>Where 分别 stands before a place, with nothing but shares between: 分别占 55.7%、20.0%; −1 if it does not.</summary>
    private int Each(int at)
    {
        while (at > 0 && _tokens[at] is { Kind: Kind.Share or Kind.List } or { Quantity.Unit: "%" }) at--;
        return _tokens[at].Kind == Kind.Each && sentence.Word(_tokens[at]) == "分别" ? at : -1;
    }

    /// <summary>The figure that a share of several is of: as many counts stand before 分别 as shares behind it.</summary>
    private Token? Respective(int each, int share)
    {
        var end = each + 1;
        while (end < _tokens.Count && _tokens[end] is { Kind: Kind.Share or Kind.List } or { Quantity.Unit: "%" }) end++;
        var shares = Enumerable.Range(each, end - each).Where(i => _tokens[i].Kind == Kind.Number).ToList();
        var counts = _tokens.Take(each).Where(t => t.Kind == Kind.Number).TakeLast(shares.Count).ToList();
        var isListed = counts.Count == shares.Count && shares.Count > 1
            && counts.TrueForAll(c => c.Quantity is { IsCount: true, Slack: 0 } q && q.Unit == counts[0].Quantity!.Unit);
        return isListed ? counts[shares.IndexOf(share)] : null;
    }

    /// <summary>The 占 a percentage belongs to: nothing between but what the whole is called; −1 if there is none.</summary>
    private int ShareWord(int i)
    {
        // 维持 24 件（51.1%）.
        if (IsInBrackets(i)) return i - 1;
        for (var j = i - 1; j >= 0; j--)
        {
            if (_tokens[j].Kind == Kind.Share) return j;
            if (_tokens[j] is { Kind: Kind.List } or { Quantity.Unit: "%" } && Each(j) >= 0) continue;
            if (_tokens[j].Kind is not (Kind.Neutral or Kind.Object or Kind.Row or Kind.Own) && !IsOf(j)) return -1;
        }
        return -1;
    }

    /// <summary>办结总数, 申请总量, 同类: words that name the whole are understood where the form's own words stand among them.</summary>
    private bool IsOf(int j) => sentence.Word(_tokens[j]) is "其" or "全" or "比" or "率";

    /// <summary>The figure a share is of: the last before it, with no other matter between.</summary>
    private Token? Part(int word)
    {
        var isSum = false;
        for (var j = word - 1; j >= 0; j--)
        {
            // 3190 条（机关 601 条、直属单位 2589 条），占 15.6%: what stands in brackets is a part of the figure before them.
            if (sentence.Word(_tokens[j]) is "）" or ")") j = _tokens.FindLastIndex(j, t => sentence.Word(t) is "（" or "(") - 1;
            if (j < 0) return null;
            if (_tokens[j] is { Kind: Kind.Number, Quantity: { IsOther: true, Unit: "项", Value: > 1 and < 6 } items } && j < word - 1)
                return Together(j, (int)items.Value);
            isSum |= sentence.Word(_tokens[j]) is "合计" or "共计" or "总计" or "共" or "总共" or "一共";
            if (_tokens[j].Kind == Kind.Number && isSum) return Listed(j);
            if (_tokens[j] is { Kind: Kind.Number, Quantity: { } quantity })
                return quantity.IsCount && quantity.Slack == 0 ? _tokens[j] : null;
            if (_tokens[j].Kind is Kind.Compare or Kind.Vague or Kind.Each or Kind.Among) return null;
            if (sentence.Text[_tokens[j].Start] is '；' or ';') return null;
        }
        return null;
    }

    /// <summary>予以公开 94 件、部分公开 36 件，合计占 39%: all that its part lists, as one; null if that is one figure.</summary>
    private Token? Listed(int last)
    {
        var start = _tokens.FindLastIndex(last, t => t.Kind is Kind.Break or Kind.Among) + 1;
        var parts = _tokens.GetRange(start, last + 1 - start).FindAll(t => t.Kind == Kind.Number);
        var isCount = parts.TrueForAll(p => p.Quantity is { IsCount: true, Slack: 0 } q && q.Unit == parts[0].Quantity!.Unit);
        if (parts.Count < 2 || !isCount) return null;
        return parts[^1] with { Quantity = parts[^1].Quantity! with { Value = parts.Sum(p => p.Quantity!.Value) } };
    }

    /// <summary>两项合计占 50%: so many of the figures before it, as one that stands where the last does.</summary>
    private Token? Together(int before, int count)
    {
        // 77 件，比上年的 65 件多 12 件；部分公开 21 件，两项合计: 77 and 21, no figure of the year before and no difference.
        var parts = _tokens.Take(before).Where(t => t.Quantity is { IsCount: true, Slack: 0 } && !sentence.OfLastYear.Contains(t.Start))
            .TakeLast(count).ToList();
        if (parts.Count < count || parts.Exists(p => p.Quantity!.Unit != parts[0].Quantity!.Unit)) return null;
        return parts[^1] with { Quantity = parts[^1].Quantity! with { Value = parts.Sum(p => p.Quantity!.Value) } };
    }

    /// <summary>The whole that fits the share; if none near does, the one that was surely meant; null if none is known.</summary>
    private decimal? Whole(int word, int share, Token part)
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
        var wholes = new List<decimal>(own.Select(n => n.Value));
        foreach (var other in paragraph) wholes.AddRange(Numbers(other.Tokens, quantity.Unit).Select(n => n.Value));
        for (var a = 0; a < own.Count; a++)
            for (var b = a + 1; b < own.Count; b++) wholes.Add(own[a].Value + own[b].Value);
        wholes.Add(own.Sum(n => n.Value));
        var sums = table is null ? [] : Sums(table);
        wholes.AddRange(sums);
        if (wholes.FirstOrDefault(w => Fits(quantity.Value, w, stated)) is > 0 and var right) return right;
        // 予以公开 58 件，占 28.7%，部分公开 23 件，占 11.4%: one that has its own share is a part beside it.
        if (before.Count > 0 && ShareOf(before[0].Start) is { } beside)
            return wholes.FirstOrDefault(w => Fits(before[0].Value, w, beside)) is > 0 and var same && same >= quantity.Value ? same : null;
        if (before.Count > 0) return before[0].Value is > 0 and var first ? first : null;
        return claim is null ? null : sums.FirstOrDefault(s => s >= quantity.Value && s > 0) is > 0 and var sum ? sum : null;
    }

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

    /// <summary>A figure's own share, told behind it; null if there is none, or if parts of the figure follow it.</summary>
    private Quantity? ShareOf(int start)
    {
        var next = _tokens.FindIndex(t => t.Start > start && t.Kind is Kind.Number or Kind.Among);
        if (next < 0 || _tokens[next] is not { Quantity: { Unit: "%" } share } || ShareWord(next) < 0) return null;
        return _tokens.Skip(next + 1).Take(2).Any(t => t.Kind == Kind.Among) ? null : share;
    }

    /// <summary>Whether the cells of a figure are among those of another.</summary>
    private bool IsPart(Token part, Token whole)
    {
        var (of, all) = (ClaimOf(part), ClaimOf(whole));
        return of is not null && all is not null && of.Readings[0].All(c => all.Readings.Any(r => r.Contains(c)));

        Claim? ClaimOf(Token number) => sentence.Claims.Find(c => c.Number.Start == number.Start && !c.LastYear);
    }

    private bool IsIn(Token token) => sentence.Word(token) is "中" or "里" or "当中" or "之中";

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

    /// <summary>Whether a share is right, rounded or cut off at the decimals it is given with.</summary>
    private static bool Fits(decimal part, decimal whole, Quantity share) =>
        whole > 0 && CheckedProse.IsPercent(part / whole, share);
}
