using ReportCompiler.Diagnostics;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-growth by the sentence alone: 收到 22 件，比上年的 14 件增长 57% tells all three. It is asked only where the sentence has one
/// figure of last year and one of this in that unit, whatever they count.
/// </summary>
internal sealed class OwnGrowthCheck(CheckedProse prose, Sentence sentence)
{
    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks the comparison of a sentence.</summary>
    /// <param name="findings">Takes what was found.</param>
    public void Check(Findings findings)
    {
        // 由 250 篇增至 310 篇，增长 24%: whenever it was 250.
        if (!_tokens.Exists(t => t.Kind is Kind.Compare or Kind.Prior && GrowthCheck.IsWithLastYear(sentence.Word(t)))
            && !_tokens.Exists(t => Words.IsOnward(sentence.Word(t)))) return;
        if (_tokens.Exists(t => t.Kind is Kind.Period or Kind.Planned or Kind.Among or Kind.Vague)) return;
        var changes = Enumerable.Range(0, _tokens.Count).Where(i => SignOf(i) != 0).ToList();
        var counts = _tokens.FindAll(t => t.Quantity is { IsCounted: true } or { IsMoney: true })
            .Where(t => !changes.Exists(i => _tokens[i].Start == t.Start)).ToList();
        var former = counts.FindAll(t => sentence.OfLastYear.Contains(t.Start));
        if (former is not [{ Quantity: { Slack: 0, Value: > 0 } last }]) return;
        var others = counts.FindAll(t => t.Quantity!.Unit == last.Unit && t.Start != former[0].Start);
        // 收到 22 件，比上年（31 件）下降 29%，答复 22 件: all that came in.
        if (others is not [{ Quantity: { Slack: 0 } now } current, ..] || others.Exists(t => t.Quantity!.Value != now.Value)) return;
        foreach (var i in changes)
            if (Fits(now.Value, last.Value, _tokens[i].Quantity!, last.Unit, SignOf(i)) is false)
                Report(findings, _tokens[i], current, former[0], SignOf(i));
    }

    private void Report(Findings findings, Token change, Token now, Token last, int sign)
    {
        if (sentence.Known.GetValueOrDefault(change.Start) is Knowledge.Verified or Knowledge.Contradicted) return;
        if ((Typed(change) ?? Typed(now) ?? Typed(last)) is not { } at) return;
        sentence.Judge(change, holds: false);
        var (before, after, quantity) = (last.Quantity!.Value, now.Quantity!.Value, change.Quantity!);
        findings.Add(Errors.Prose.OwnGrowth(at, Figure.Format(before), Figure.Format(after),
            GrowthCheck.Written(after, before, quantity), Figure.Format(sign * quantity.Value), quantity.Unit));
    }

    /// <summary>Whether a change is what the two figures come to; null if it is no change of them.</summary>
    private static bool? Fits(decimal now, decimal last, Quantity change, string unit, int sign) => change.Unit == "%"
        ? CheckedProse.IsPercent(sign * (now - last) / last, change)
        : change.Unit == unit ? Math.Abs((sign * (now - last)) - change.Value) <= change.Slack : null;

    /// <summary>
    /// 1 or −1 for a figure that 增长 or 减少 stands before, and nothing in its part of the sentence that may name another matter; 0 for
    /// any other.
    /// </summary>
    private int SignOf(int number)
    {
        if (_tokens[number].Kind != Kind.Number || GrowthCheck.IsOfPoints(sentence, _tokens[number])) return 0;
        var said = number - 1;
        while (said > 0 && _tokens[said].Kind == Kind.Neutral) said--;
        if (said < 0 || _tokens[said].Kind != Kind.Compare) return 0;
        var start = _tokens.FindLastIndex(said, t => t.Kind == Kind.Break) + 1;
        var isOther = _tokens.FindIndex(start, said - start, t => t.Kind is Kind.Unknown or Kind.Tail or Kind.Share or Kind.Each) >= 0;
        return isOther ? 0 : Words.SignOf(sentence.Word(_tokens[said]));
    }

    private Location? Typed(Token number) => prose.Typed(sentence, number.Start, number.Start + number.Quantity!.Digits);
}
