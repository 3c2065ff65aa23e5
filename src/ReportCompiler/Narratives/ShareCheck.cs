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
            if (Part(word) is not { Quantity: { } quantity } part) continue;
            var typed = prose.Typed(sentence, _tokens[i].Start, _tokens[i].Start + share.Digits);
            if (typed is not { } at || Whole(word, i, part) is not { } whole) continue;
            var holds = Fits(quantity.Value, whole, share);
            sentence.Judge(_tokens[i], holds);
            if (holds) continue;
            var digits = Math.Min(share.Places, 6);
            var right = Percent(quantity.Value / whole * 100, digits);
            findings.Add(Errors.Prose.Share(at, Format(quantity.Value), Format(whole), right, Percent(share.Value, digits)));
        }
    }

    private static string Format(decimal value) => Input.Figure.Format(value);

    private static string Percent(decimal value, int places) =>
        Math.Round(value, places, MidpointRounding.AwayFromZero).ToString(string.Create(Invariant, $"F{places}"), Invariant);

    /// <summary>The 占 a percentage belongs to: nothing between but what the whole is called; −1 if there is none.</summary>
    private int ShareWord(int i)
    {
        for (var j = i - 1; j >= 0; j--)
        {
            if (_tokens[j].Kind == Kind.Share) return j;
            if (_tokens[j].Kind is not (Kind.Neutral or Kind.Object or Kind.Row or Kind.Own) && !IsOf(j)) return -1;
        }
        return -1;
    }

    /// <summary>办结总数, 申请总量, 同类: words that name the whole are understood where the form's own words stand among them.</summary>
    private bool IsOf(int j) => sentence.Word(_tokens[j]) is "其" or "全" or "比" or "率";

    /// <summary>The figure a share is of: the last before it, with no other matter between.</summary>
    private Token? Part(int word)
    {
        for (var j = word - 1; j >= 0; j--)
        {
            if (_tokens[j] is { Kind: Kind.Number, Quantity: { IsOther: true, Unit: "项", Value: > 1 and < 6 } items } && j < word - 1)
                return Together(j, (int)items.Value);
            if (_tokens[j] is { Kind: Kind.Number, Quantity: { } quantity })
                return quantity.IsCount && quantity.Slack == 0 ? _tokens[j] : null;
            if (_tokens[j].Kind is Kind.Compare or Kind.Vague or Kind.Each or Kind.Among) return null;
            if (sentence.Text[_tokens[j].Start] is '；' or ';') return null;
        }
        return null;
    }

    /// <summary>两项合计占 50%: so many of the figures before it, as one that stands where the last does.</summary>
    private Token? Together(int before, int count)
    {
        var parts = _tokens.Take(before).Where(t => t.Quantity is { IsCount: true, Slack: 0 }).TakeLast(count).ToList();
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
        var wholes = new List<decimal>(own.Select(n => n.Value));
        foreach (var other in paragraph) wholes.AddRange(Numbers(other.Tokens, quantity.Unit).Select(n => n.Value));
        for (var a = 0; a < own.Count; a++)
            for (var b = a + 1; b < own.Count; b++) wholes.Add(own[a].Value + own[b].Value);
        wholes.Add(own.Sum(n => n.Value));
        var sums = table is null ? [] : Sums(table);
        wholes.AddRange(sums);
        if (wholes.FirstOrDefault(w => Fits(quantity.Value, w, stated)) is > 0 and var right) return right;
        if (before.Count > 0) return before[0].Value is > 0 and var first ? first : null;
        return claim is null ? null : sums.FirstOrDefault(s => s >= quantity.Value && s > 0) is > 0 and var sum ? sum : null;
    }

    /// <summary>What the row that names the whole gives; nothing if an office is spoken of.</summary>
    private List<decimal> Named(int word, int share)
    {
        if (_tokens.Exists(t => t.Kind is Kind.Other or Kind.Prior)) return [];
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
