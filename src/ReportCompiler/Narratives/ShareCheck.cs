using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>narrative-share: 占 x% recomputes from the figures around it or from the tables.</summary>
internal sealed class ShareCheck
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly CheckedProse _prose;
    private readonly Phrasing _phrasing;
    private readonly Sentence _sentence;
    private readonly List<Token> _tokens;
    private readonly SharePart _part;
    private readonly ShareWhole _whole;

    /// <summary>The check of one sentence.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="paragraph">The sentences of its paragraph before it.</param>
    public ShareCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence, IReadOnlyList<Sentence> paragraph)
    {
        (_prose, _phrasing, _sentence, _tokens) = (prose, phrasing, sentence, sentence.Tokens);
        _part = new SharePart(sentence);
        _whole = new ShareWhole(prose, phrasing, sentence, paragraph, _part);
    }

    /// <summary>Checks the typed shares of a sentence.</summary>
    public void Check(Findings findings)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i] is not { Kind: Kind.Number, Quantity: { Unit: "%" } share } || _part.Word(i) is not (> 0 and var word)) continue;
            if (_prose.Typed(_sentence, _tokens[i].Start, _tokens[i].Start + share.Digits) is not { } at) continue;
            if (PartOfWhole(word, i, share) is not var (part, whole)) continue;
            var holds = ShareWhole.Fits(part, whole, share);
            _sentence.Judge(_tokens[i], holds);
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
            return told.Find(t => ShareWhole.Fits(t.Part, t.Whole, share)) is { Whole: > 0 } right ? right : told[0];
        if (_part.NamesPart(word) || _part.Of(word, i) is not { Quantity: { } quantity } part) return null;
        if (_whole.Of(word, i, part) is not { } whole) return null;
        return (quantity.Value, whole);
    }

    /// <summary>
    /// 自然人申请占新收申请的 70%，商业企业占 18%: what the tables give of a part without a figure and of its whole; the likeliest first.
    /// </summary>
    private List<(decimal Part, decimal Whole)> Unstated(int word, int share)
    {
        var (start, parts) = (_part.StartOf(word), _part.Unstated(word, share));
        if (parts.Count == 0) return [];
        if (_tokens.Exists(t => t.Kind is Kind.Other or Kind.Period or Kind.Prior or Kind.Planned or Kind.SoFar)) return [];
        var words = new FigureWords(_phrasing, _sentence);
        words.TakeBefore(parts);
        if (words.IsUnknown || words.IsDifference || words.Listed.Count > 0) return [];
        var named = _tokens.GetRange(word + 1, share - word - 1).Select(t => t.Phrase).OfType<RowPhrase>().ToList();
        // 商业企业占 18%: of the whole that was named before it.
        if (named.Count == 0) named = _whole.NamedBefore(start);
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

        decimal? Sum(ImmutableArray<Cell> cells) =>
            cells.IsEmpty ? null : CheckedProse.Sum(_prose.District.Totals, cells);
    }

    private static string Format(decimal value) => Input.Figure.Format(value);

    private static string Percent(decimal value, int places) =>
        Math.Round(value, places, MidpointRounding.AwayFromZero).ToString(string.Create(Invariant, $"F{places}"), Invariant);
}
