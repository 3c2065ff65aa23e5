using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>narrative-share: 占 x% recomputes from the figures around it or from the tables.</summary>
internal sealed class ShareCheck
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly CheckedProse _prose;
    private readonly Phrasing _phrasing;
    private readonly Sentence _sentence;
    private readonly List<Token> _tokens;
    private readonly IReadOnlyList<Sentence> _paragraph;
    private readonly SharePart _part;
    private ShareWhole? _whole;

    /// <summary>How many ways there are to put right what the sentence or its paragraph has wrong; −1 while nobody has asked.</summary>
    private int _ways = -1;

    /// <summary>The check of one sentence.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="paragraph">The sentences of its paragraph before it.</param>
    public ShareCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence, IReadOnlyList<Sentence> paragraph)
    {
        (_prose, _phrasing, _sentence, _paragraph, _tokens) = (prose, phrasing, sentence, paragraph, sentence.Tokens);
        _part = new SharePart(sentence, _tokens);
    }

    /// <summary>Made for the first share; hardly a sentence has one.</summary>
    private ShareWhole Whole => _whole ??= Wholes(_part, [.. _paragraph.Select(s => s.Tokens)]);

    /// <summary>Checks the typed shares of a sentence.</summary>
    public void Check(Findings findings)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i] is not { Kind: Kind.Number, Quantity: { Unit: "%" } share } || _part.Word(i) is not (> 0 and var word)) continue;
            if (_prose.Typed(_sentence, _tokens[i].Start, _tokens[i].Start + share.Digits) is not { } at) continue;
            if (Told(word, i, share) is not var (part, whole, isOfTable)) continue;
            // 约为 47.30%: a nought behind what is rounded is no place.
            var holds = ShareWhole.Fits(part, whole, share) || (IsAbout(word, i, share) && ShareWhole.Fits(part, whole, Shorter(share)));
            _sentence.Judge(_tokens[i], holds);
            if (holds) continue;
            var digits = Math.Min(share.Places, 6);
            var right = Percent(part / whole * 100, digits);
            findings.Add(Errors.Prose.Share(at, Format(part), Format(whole), right, Percent(share.Value, digits), isOfTable));
        }
    }

    private bool IsAbout(int word, int number, Quantity share) => share.Places > 1 && share.Value * 10 % 1 == 0
        && _sentence.Text.AsSpan(_tokens[word].Start.._tokens[number].Start).Contains('约');

    private static Quantity Shorter(Quantity share) => share with { Places = 1, Slack = 0.05m };

    /// <summary>What a share is the ratio of, the likeliest if it is none; null if it is not told.</summary>
    private (decimal Part, decimal Whole, bool IsOfTable)? Told(int word, int i, Quantity share)
    {
        if (Unstated(word, i) is { Count: > 0 } told)
            return told.Find(t => ShareWhole.Fits(t.Part, t.Whole, share)) is { Whole: > 0 } right ? Of(right) : Of(told[0]);
        if (_part.NamesPart(word) || _part.IsOfAnother(word)) return null;
        var stated = Ratio(_part, Whole, word, i);
        // 12 件，其中自然人 8 件，占 67%, where the table has 9: of the table's figures, and not of the slip.
        if (_ways < 0) _ways = TableFigures.Ways(_prose, _paragraph.Append(_sentence));
        (decimal Part, decimal Whole)? likeliest = null;
        for (var way = 0; way < _ways; way++)
        {
            if (AsTable(way, word, i) is not var (part, whole)) continue;
            if (ShareWhole.Fits(part, whole, share)) return (part, whole, true);
            likeliest ??= (part, whole);
        }
        if (likeliest is not { } table || likeliest == stated || IsOfOwn(word, i, share, stated)) return stated is { } s ? Of(s) : null;
        return (table.Part, table.Whole, true);

        static (decimal, decimal, bool) Of((decimal Part, decimal Whole) ratio) => (ratio.Part, ratio.Whole, false);
    }

    /// <summary>Whether a share fits a figure that is no cell's: whether that is right, the table cannot say.</summary>
    private bool IsOfOwn(int word, int i, Quantity share, (decimal Part, decimal Whole)? stated) =>
        stated is var (part, whole) && ShareWhole.Fits(part, whole, share)
        && !_sentence.Claims.Exists(c => c.Number.Start == _part.Of(word, i)!.Value.Start);

    /// <summary>What a share would be the ratio of, if the figures were those of the table.</summary>
    private (decimal Part, decimal Whole)? AsTable(int way, int word, int i)
    {
        var part = new SharePart(_sentence, TableFigures.Of(_prose, _sentence, way));
        var before = _paragraph.Select(s => TableFigures.Of(_prose, s, way)).ToList();
        return Ratio(part, Wholes(part, before), word, i);
    }

    private ShareWhole Wholes(SharePart part, IReadOnlyList<List<Token>> before) =>
        new(_prose, _phrasing, _sentence, _paragraph, part) { Before = before };

    private static (decimal Part, decimal Whole)? Ratio(SharePart parts, ShareWhole wholes, int word, int i) =>
        parts.Of(word, i) is { Quantity: { } quantity } part && wholes.Of(word, i, part) is { } whole ? (quantity.Value, whole) : null;

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
        if (named.Count == 0) named = Whole.NamedBefore(start);
        // 收到申请 12 件。自然人占总数的 75%: of what was counted before.
        if (named.Count == 0) named = Whole.CountedBefore(start, words.Row);
        // 自然人 48 件，企业 7 件，自然人占总量的 77%: of the rows that its figure is of.
        if (named.Count == 0 && words is { Row: null, Column: { } column }) return OfColumn(column);
        var wholes = named.Where(w => (words.Row ?? w).Table == w.Table && (words.Column is null || words.Column.Table == w.Table));
        var told = new List<(decimal, decimal)>();
        foreach (var whole in wholes)
            foreach (var reading in whole.Readings)
            {
                var part = words.Row is { IsVerb: false } row ? row.Cells(row.Readings[0], words.Column?.Columns ?? [])
                    : whole.Cells(reading, words.Column?.Columns ?? []);
                if (words.Column is null && words.Row is not { IsVerb: false }) continue;
                if (Sum(part) is not { } of || Sum(whole.Cells(reading, [])) is not (> 0 and var all)) continue;
                told.Add((of, all));
                // 自然人占 70%，企业占 21.7%，其他申请人占 8.3%: of the column, or of all that are not named.
                if (words.Column is { } other && ElseReadings.IsElse(other) && Sum(whole.Cells(reading, Named(start))) is { } rest)
                    told.Add((all - rest, all));
            }
        return told;

        decimal? Sum(ImmutableArray<Cell> cells) =>
            cells.IsEmpty ? null : CheckedProse.Sum(_prose.District.Totals, cells);
    }

    /// <summary>The columns that the sentence has named up to a place.</summary>
    private ImmutableArray<string> Named(int end) =>
        [.. _tokens.Take(end).Select(t => t.Phrase).OfType<ColumnPhrase>().SelectMany(c => c.Columns).Distinct(StringComparer.Ordinal)];

    /// <summary>A column's figure that the sentence has told, as the tables have it, and all of its rows.</summary>
    private List<(decimal Part, decimal Whole)> OfColumn(ColumnPhrase column)
    {
        var told = new List<(decimal, decimal)>();
        // 自然人 130 件，商业企业 20 件。自然人占 86.7%: of what the sentence before counted, where this one counts nothing.
        var claims = _sentence.Claims.Count > 0 || _paragraph.Count == 0 ? _sentence.Claims : _paragraph[^1].Claims;
        foreach (var reading in claims.Where(c => !c.LastYear).SelectMany(c => c.Readings))
        {
            if (!reading.All(c => c.Column.Key is { } key && column.Columns.Contains(key, StringComparer.Ordinal))) continue;
            ImmutableArray<Cell> all = [.. reading.Select(c => c.Row).Distinct().SelectMany(r => r.Cells.Where(c => c.IsTotal))];
            if (CheckedProse.Sum(_prose.District.Totals, reading) is { } part && !all.IsEmpty
                && CheckedProse.Sum(_prose.District.Totals, all) is > 0 and var whole) told.Add((part, whole));
        }
        return told;
    }

    private static string Format(decimal value) => Input.Figure.Format(value);

    /// <summary>A share with so many decimals.</summary>
    public static string Percent(decimal value, int places) =>
        Math.Round(value, places, MidpointRounding.AwayFromZero).ToString(string.Create(Invariant, $"F{places}"), Invariant);
}
