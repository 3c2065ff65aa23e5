using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-share: 办结率 97.3% is what was answered of what there was to answer. A rate of 100 % may be of what was due and is borne out
/// only where nothing is left over; one that was done in time (按时办结率) the tables do not know. None is more than all.
/// </summary>
internal sealed class RateCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence, IReadOnlyList<Sentence> told)
{
    private const int Whole = 100;

    /// <summary>What a rate of is never more than all; of what was planned (完成率) more may be done.</summary>
    private static readonly string[] Bounded =
        ["办结", "答复", "回复", "办复", "办理", "公开", "解读", "满意", "反馈", "见面", "及时", "按时", "按期", "受理", "覆盖"];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks the typed rates of a sentence.</summary>
    public void Check(Findings findings)
    {
        for (var i = 2; i < _tokens.Count; i++)
            if (_tokens[i] is { Kind: Kind.Number, Quantity: { Unit: "%" } rate } && sentence.IsRate(_tokens[i])) Check(findings, i, rate);
    }

    private void Check(Findings findings, int i, Quantity rate)
    {
        if (rate.Value > Whole && IsBounded(_tokens[i]))
        {
            if (prose.Typed(sentence, _tokens[i].Start, _tokens[i].Start + rate.Digits) is not { } over) return;
            sentence.Judge(_tokens[i], holds: false);
            findings.Add(Errors.Prose.MoreThanAll(over, Percent(rate.Value, rate.Places)));
            return;
        }
        if (sentence.IsBound(_tokens[i]) || RateOf(i) is not { } verb || IsOfAnother(sentence, _tokens[i], told)) return;
        if (phrasing.Rows.FirstOrDefault(phrasing.IsIntake) is not { } intake) return;
        if (prose.Typed(sentence, _tokens[i].Start, _tokens[i].Start + rate.Digits) is not { } at) return;
        var (done, wholes) = (Sum(verb.Cells(verb.Readings[0], [])), intake.Readings.Select(r => Sum(intake.Cells(r, []))).ToList());
        if (done is not { } part || wholes.Contains(null)) return;
        if (Ratios(part, [.. wholes.OfType<decimal>()]).Any(r => ShareWhole.Fits(r.Part, r.Whole, rate)))
        {
            if (IsCounted(verb) || IsCounted(intake)) sentence.Judge(_tokens[i], holds: true);
            return;
        }
        // A form that does not count what was left over from the year before does not know what there was to answer.
        if (rate.Value == Whole || wholes is not [_, .., > 0 and var all] || !IsCounted(intake)) return;
        // 收到 12 件，均已办结，办结率 90%: where all were answered, it need not be said how many.
        if (part != all && !IsCounted(verb)) return;
        sentence.Judge(_tokens[i], holds: false);
        var right = Percent(part / all * Whole, rate.Places);
        findings.Add(Errors.Prose.Rate(at, Format(part), Format(all), right, Percent(rate.Value, rate.Places)));
    }

    private bool IsBounded(Token number)
    {
        var named = sentence.Text.AsSpan(0, number.Start);
        named = named[..named.LastIndexOf('率')];
        foreach (var word in Bounded)
            if (named.EndsWith(word)) return true;
        return false;
    }

    /// <summary>What a rate is of: 办结 of 办结率 97.3%, where its part of the sentence says nothing else; null if it does.</summary>
    private RowPhrase? RateOf(int i)
    {
        if (_tokens.Exists(t => t.Kind is Kind.Other or Kind.Period or Kind.Planned or Kind.SoFar)) return null;
        var at = i - 1;
        while (at > 0 && _tokens[at].Kind is Kind.Neutral or Kind.Each) at--;
        if (at < 1 || sentence.Word(_tokens[at]) != "率") return null;
        if (_tokens[at - 1].Phrase is not RowPhrase { IsVerb: true, Readings.Length: 1 } verb || phrasing.IsIntake(verb)) return null;
        for (var before = at - 2; before >= 0 && _tokens[before].Kind != Kind.Break; before--)
            if (_tokens[before].Kind is not (Kind.Neutral or Kind.Object or Kind.Own or Kind.Current) || IsTimely(_tokens[before]))
                return null;
        return verb;
    }

    /// <summary>
    /// 办理信访件 30 件，办结率 97%: whether what was counted before it, in its sentence or else in the one before, is something else, or
    /// not understood.
    /// </summary>
    public static bool IsOfAnother(Sentence sentence, Token rate, IReadOnlyList<Sentence> told)
    {
        var (of, counted) = (sentence, Last(sentence, rate.Start));
        if (counted.Kind != Kind.Number && told is [.., var before]) (of, counted) = (before, Last(before, int.MaxValue));
        return counted.Kind == Kind.Number && !of.Claims.Exists(c => c.Number.Start == counted.Start);

        static Token Last(Sentence of, int until) => of.Tokens
            .LastOrDefault(t => t.Start < until && t.Quantity is { IsCounted: true } && !of.OfLastYear.Contains(t.Start));
    }

    /// <summary>按时, 法定期限内.</summary>
    private bool IsTimely(Token token) => sentence.Text.AsSpan(token.Start, token.Length).IndexOfAny("时期限") >= 0;

    /// <summary>What was answered of all, of this year's, and of this year's without that of the year before.</summary>
    private static IEnumerable<(decimal Part, decimal Whole)> Ratios(decimal done, List<decimal> wholes)
    {
        foreach (var whole in wholes.Where(w => w >= done)) yield return (done, whole);
        if (wholes is [var own, var all, ..] && done >= all - own) yield return (done - (all - own), own);
    }

    /// <summary>Whether the sentence says how many that are, or the paragraph before it.</summary>
    private bool IsCounted(RowPhrase row) => told.Append(sentence).SelectMany(s => s.Claims).Any(c =>
        !c.LastYear && c.Row is { IsVerb: true } of
        && of.Readings[0].SequenceEqual(row.Readings[0]));

    private decimal? Sum(IReadOnlyCollection<Cell> cells) => cells.Count == 0 ? null : CheckedProse.Sum(prose.District.Totals, cells);

    private static string Format(decimal value) => Input.Figure.Format(value);

    private static string Percent(decimal value, int places) => ShareCheck.Percent(value, Math.Min(places, 6));
}
