using ReportCompiler.Diagnostics;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-growth in a word: 54 件，与上年持平 is as much as last year's totals have, 翻一番 twice as much, 翻两番 four times, 减半 half,
/// 是上年的 3 倍 three times.
/// Such a word is not exact but for the first: doubled is from half as much again to less than three times as much.
/// </summary>
internal sealed class TimesCheck(CheckedProse prose, Sentence sentence)
{
    private static readonly (string Word, int Times)[] Words =
    [
        ("持平", 1), ("翻番", 2), ("翻一番", 2), ("翻了一番", 2), ("增加一倍", 2), ("增加了一倍", 2), ("增长一倍", 2), ("增长了一倍", 2),
        ("翻两番", 4), ("翻了两番", 4), ("减半", Half), ("减少一半", Half), ("减少了一半", Half), ("下降一半", Half), ("下降了一半", Half),
    ];

    private const int Half = -2;

    /// <summary>Checks the words of a sentence that say how many times as much there was.</summary>
    public void Check(Findings findings)
    {
        if (prose.Last is null || sentence.Claims.Count == 0) return;
        foreach (var (word, times) in Words)
        {
            for (var at = 0; (at = sentence.Text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
                if (IsClosed(at + word.Length)) Holds(findings, word, at, (last, now, slack) => Fits(last, now, times, slack));
        }
        Numbers(findings);
    }

    /// <summary>14 件，是上年的 2 倍.</summary>
    private void Numbers(Findings findings)
    {
        foreach (var number in sentence.Tokens.Where(t => t.Quantity is { Unit: Locutions.Times } && IsClosed(t.End)))
        {
            var (times, slack) = (number.Quantity!.Value, Narratives.Numbers.HalfUnit(number.Quantity.Places));
            var holds = Holds(findings, sentence.Word(number), number.Start,
                (last, now, _) => now >= (times - slack) * last && now < (times + (2 * slack)) * last);
            if (holds is { } judged) sentence.Judge(number, judged);
        }
    }

    /// <summary>Whether a word is as the tables have it, of which they are told otherwise; null if it cannot be compared.</summary>
    private bool? Holds(Findings findings, string word, int at, Func<decimal, decimal, decimal, bool> fits)
    {
        if (prose.Typed(sentence, at, at + word.Length) is not { } place) return null;
        var before = sentence.Claims.Where(c => !c.LastYear && c.Number.End <= at).OrderBy(c => c.Number.Start).ToList();
        if (before.Count == 0 || !Compares(before[^1].Number.End, at)) return null;
        // 46 件，其中自然人 40 件，与上年持平: of the last part, or of what stands before.
        if (before.Exists(c => Changes(c).Exists(y => fits(y.Last, y.Now, y.Slack)))) return true;
        if (Changes(before[^1]) is not [var (last, now, _), ..]) return null;
        findings.Add(Errors.Prose.Times(place, word, Figure.Format(last), Figure.Format(now)) with
        {
            Unit = prose.District.Authority,
            OfDistrict = true,
            Cell = before[^1].Readings[0] is [var cell] ? cell.Path : null,
        });
        return false;
    }

    /// <summary>Whether nothing stands between a figure and the word but what compares it with the year before.</summary>
    private bool Compares(int from, int to)
    {
        var compares = false;
        foreach (var token in sentence.Tokens)
        {
            if (token.Start < from || token.Start >= to) continue;
            if (token.Kind is Kind.Compare or Kind.Prior) compares |= GrowthCheck.IsWithLastYear(sentence.Word(token));
            else if (token.Kind is not (Kind.Neutral or Kind.Current) && sentence.Word(token) is not ("，" or ",")) return false;
        }
        return compares;
    }

    /// <summary>Whether the part of the sentence ends there: 翻一番多 and 持平略增 say something else.</summary>
    private bool IsClosed(int end) => end == sentence.Text.Length || sentence.Text[end] is '，' or ',' or '；' or ';' or '）' or ')';

    /// <summary>
    /// Last year's and this year's figures of every reading that the figure itself fits, and how exactly it is written; none if a year
    /// has none.
    /// </summary>
    private List<(decimal Last, decimal Now, decimal Slack)> Changes(Claim claim) =>
    [
        .. from reading in FigureCheck.Fitting(prose, claim)
           let last = CheckedProse.Sum(prose.Last!.Totals, reading)
           let now = CheckedProse.Sum(prose.District.Totals, reading)
           let quantity = claim.Number.Quantity!
           where last is not null && now is not null
           select (last.Value, now.Value, quantity.In(reading[0].Unit)?.Slack ?? quantity.Slack),
    ];

    // 收费 105.9 万元，与上年持平: both may be rounded to what is written.
    private static bool Fits(decimal last, decimal now, int times, decimal slack) => times switch
    {
        1 => Math.Abs(now - last) <= 2 * slack,
        2 => now * 2 >= last * 3 && now < last * 3,
        Half => Fits(now, last, 2, slack),
        _ => now >= last * 3 && now < last * 6,
    };
}
