using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-growth: 予以公开占 38.5%，较上年下降 1.9 个百分点 is how far the share lies from that of last year's totals. It is asked only
/// where the share itself is one of the table's.
/// </summary>
/// <param name="prose">The prose.</param>
/// <param name="phrasing">The edition's words.</param>
/// <param name="sentence">The sentence.</param>
internal sealed class PointsCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence)
{
    private const string Points = "个百分点";

    /// <summary>Both shares and their difference may each be rounded.</summary>
    private const int Roundings = 3;

    private readonly List<Token> _tokens = sentence.Tokens;
    private readonly SharePart _part = new(sentence, sentence.Tokens);

    /// <summary>Checks the typed points of a sentence.</summary>
    /// <param name="findings">Takes what was found.</param>
    public void Check(Findings findings)
    {
        if (prose.Last is null || !sentence.Text.Contains(Points, StringComparison.Ordinal)) return;
        for (var i = 1; i < _tokens.Count; i++)
            if (_tokens[i].Kind == Kind.Number && GrowthCheck.IsOfPoints(sentence, _tokens[i]) && Sign(i) is not 0 and var sign
                && ShareOf(i) is > 0 and var share) Check(findings, i, share, sign);
    }

    private void Check(Findings findings, int i, int share, int sign)
    {
        var (points, stated) = (_tokens[i].Quantity!, _tokens[share].Quantity!);
        if (prose.Typed(sentence, _tokens[i].Start, _tokens[i].Start + points.Digits) is not { } at) return;
        var ratios = Ratios(share).Where(r => CheckedProse.IsPercent(r.Now, stated)).ToList();
        if (ratios.Count == 0) return;
        var slack = Roundings * Numbers.HalfUnit(Math.Min(points.Places, stated.Places));
        var holds = ratios.Exists(r => Math.Abs((r.Now - r.Last) * 100 * sign - points.Value) <= slack);
        sentence.Judge(_tokens[i], holds);
        if (holds) return;
        var (now, last) = (ratios[0].Now * 100, ratios[0].Last * 100);
        findings.Add(Errors.Prose.Growth(at, Percent(last), Percent(now), Percent(now - last), Figure.Format(sign * points.Value), Points));

        string Percent(decimal value) => ShareCheck.Percent(value, Math.Min(points.Places, 6));
    }

    /// <summary>1 or −1 for 较上年提高 and 较上年下降 right before the points; 0 for any other.</summary>
    private int Sign(int i)
    {
        var start = _tokens.FindLastIndex(i - 1, t => t.Kind is Kind.Break or Kind.Number) + 1;
        var words = _tokens.GetRange(start, i - start);
        if (!words.TrueForAll(t => t.Kind is Kind.Compare or Kind.Neutral or Kind.Prior)) return 0;
        if (!words.Exists(t => GrowthCheck.IsWithLastYear(sentence.Word(t)))) return 0;
        return words.Select(t => Words.SignOf(sentence.Word(t))).LastOrDefault(s => s != 0);
    }

    /// <summary>The share right before the comma that the points are of; −1 if there is none.</summary>
    private int ShareOf(int i)
    {
        var share = _tokens.FindLastIndex(i - 1, t => t.Kind == Kind.Number);
        var isNext = share > 0 && share + 1 < i && _tokens[share].Quantity!.Unit == "%" && _tokens[share + 1].Kind == Kind.Break;
        return isNext && _tokens.FindIndex(share + 2, i - share - 2, t => t.Kind == Kind.Break) < 0 ? share : -1;
    }

    /// <summary>What a share is of both years, by whatever whole it may be taken of.</summary>
    private IEnumerable<(decimal Now, decimal Last)> Ratios(int share)
    {
        if (_part.Word(share) is not (> 0 and var word)) yield break;
        var claim = _part.NamesPart(word) ? null : _part.Of(word, share) is { } told
            ? sentence.Claims.Find(c => c.Number.Start == told.Start && !c.LastYear) : null;
        var words = new FigureWords(phrasing, sentence);
        words.TakeBefore(_part.Unstated(word, share));
        if (claim is null && (words.IsUnknown || words.IsDifference || words.Listed.Count > 0 || !words.HasPhrase)) yield break;
        var table = claim?.Table ?? words.Row?.Table ?? words.Column!.Table;
        foreach (var whole in phrasing.Rows.Where(r => r.IsVerb && r.Table == table))
            foreach (var reading in whole.Readings)
                foreach (var part in claim is not null ? FigureCheck.Fitting(prose, claim) : [Cells(words, whole, reading)])
                    if (Ratio(prose.District, part, whole.Cells(reading, [])) is { } now
                        && Ratio(prose.Last!, part, whole.Cells(reading, [])) is { } last) yield return (now, last);
    }

    private static ImmutableArray<Cell> Cells(FigureWords words, RowPhrase whole, ImmutableArray<Row> reading) =>
        words.Row is { IsVerb: false } row ? row.Cells(row.Readings[0], words.Column?.Columns ?? [])
            : words.Column is { } column ? whole.Cells(reading, column.Columns) : [];

    private static decimal? Ratio(Aggregation.District district, ImmutableArray<Cell> part, ImmutableArray<Cell> whole) =>
        !part.IsEmpty && CheckedProse.Sum(district.Totals, part) is { } of
        && CheckedProse.Sum(district.Totals, whole) is > 0 and var all ? of / all : null;
}
