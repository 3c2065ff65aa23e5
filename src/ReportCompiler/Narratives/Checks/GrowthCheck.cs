using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-growth: 同比增长 20 %, 比上年减少 5 件 behind a figure that is the table's recompute from last year's totals.
/// </summary>
internal sealed class GrowthCheck(CheckedProse prose, Sentence sentence)
{
    private static readonly string[] WithLastYear =
        ["同比", "比上年", "较上年", "与上年", "同上年", "和上年", "比较上年", "上年同期", "比上年同期", "较上年同期", "上年",
        "比年初", "较年初", "相比于上年", "相较于上年", "相较上年", "相比上年", "较之上年"];

    private static readonly string[] Asides = ["内容", "申请内容", "主要涉及", "主要集中", "涉及"];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>The figure that those behind 其中 are parts of.</summary>
    private Claim? _whole;

    /// <summary>Whether a word compares with the year before, or names it.</summary>
    public static bool IsWithLastYear(string word) => WithLastYear.Contains(word, StringComparer.Ordinal);

    /// <summary>Checks the comparisons of a sentence.</summary>
    public void Check(Findings findings)
    {
        if (prose.Last is null || !_tokens.Exists(t => t.Kind is Kind.Compare or Kind.Prior)) return;
        Claim? claim = null;
        Claim? aside = null;
        var outside = new Stack<Claim?>();
        var respective = new Queue<Claim>();
        var (compares, wasLast, sign) = (false, false, 0);
        Token? ahead = null;
        for (var i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            var text = sentence.Word(token);
            // 1286 件（以人力资源服务许可为主），较上年: what a bracket without a figure says changes nothing.
            if (text is "（" or "(" && Closing(i) is > 0 and var close)
            {
                i = close;
                continue;
            }
            if (text is "（" or "(") outside.Push(claim);
            // 99 件（自然人 66 件、法人 33 件），同比: of what stands before the bracket.
            if (text is "）" or ")" && outside.TryPop(out var before)) claim = before;
            if (token.Kind is Kind.Among) _whole = claim;
            if (text is "；" or ";") _whole = null;
            // 申请量同比上升 20%，复议量同比上升 50%: another thing is compared.
            if (token.Kind is Kind.Among || text is "；" or ";" || (token.Kind == Kind.Break && NamesOther(i + 1) && !IsAside(i + 1)))
                (aside, claim) = (token.Kind is Kind.Break && text is not ("；" or ";") ? claim : null, null);
            if (token.Kind is Kind.Each)
            {
                claim = null;
                respective = text == "分别" ? new Queue<Claim>(Respective(i)) : [];
            }
            // 新收申请增加 54 件，办结申请增加 66 件: another row begins another comparison.
            if (token.Phrase is RowPhrase row && claim?.Row is { } of && row != of && !IsOfShare(i)) claim = null;
            if (token.Kind is Kind.Compare or Kind.Prior)
            {
                compares |= IsWithLastYear(text);
                if (Words.SignOf(text) is not 0 and var said) sign = said;
            }
            if (token.Kind != Kind.Number) continue;
            if (respective.TryDequeue(out var each))
            {
                if (compares && sign != 0 && !IsOfPoints(sentence, token)) Check(findings, each, token, sign);
                continue;
            }
            if (sentence.Changes.Find(c => c.Number.Start == token.Start) is { } change)
            {
                claim = change;
                if (ahead is { } former) CheckLastYears(findings, claim, former);
                ahead = null;
                // 申请总量与上年的 83 件相比减少 11 件: what the row was is told before how much less it is.
                if (token.Quantity!.Unit != "%" && IsLastYears(i))
                {
                    CheckLastYears(findings, claim, token);
                    sign = 0;
                    continue;
                }
                if (compares && sign != 0 && !IsOfPoints(sentence, token)) Check(findings, claim, token, sign);
                // 分别增加 5 件、3 件: the word is said of both.
                if (i + 1 == _tokens.Count || _tokens[i + 1].Kind != Kind.List) sign = 0;
                continue;
            }
            if (sentence.Claims.Find(c => c.Number.Start == token.Start) is { } told)
            {
                // 由上年的 121 件调整为 129 件，净增 8 件 compares both; so does 收费 105 万元，上年为 98 万元，增加 7 万元.
                var isOfSame = told.LastYear && claim is not null && AreOfSame(claim, told);
                (claim, compares, sign) = (isOfSame ? claim : told.LastYear ? null : told, isOfSame || (!told.LastYear && wasLast), 0);
                wasLast = told.LastYear;
                continue;
            }
            compares |= IsBare(claim, i);
            ahead = claim is null && compares && IsLastYears(i) && IsSetAgainst(i) ? token : null;
            if (claim is not null && compares && sign != 0 && !IsOfPoints(sentence, token)) Check(findings, claim, token, sign);
            else if (claim is not null && compares && token.Quantity!.Unit == claim.Number.Quantity!.Unit && IsLastYears(i))
            {
                CheckLastYears(findings, claim, token);
                continue;
            }
            // 答复率 100%，同比增加 187 件: a rate is passed over, for what is counted is none.
            else if (token.Quantity!.Unit == "%" && aside is not null && sentence.IsRate(token)) (claim, aside) = (aside, null);
            else if (token.Quantity!.Unit != "%") claim = null;
            sign = 0;
        }
    }

    /// <summary>
    /// 不予公开 22 件、不予处理 13 件，分别比上年增加 3 件、8 件: what the figures behind 分别 are said of; nothing if there are not
    /// as many figures in the part before, or one of them is not understood.
    /// </summary>
    private List<Claim> Respective(int each)
    {
        var behind = new List<Token>();
        for (var i = each + 1; i < _tokens.Count && _tokens[i].Kind is Kind.Compare or Kind.Neutral or Kind.List or Kind.Number; i++)
            if (_tokens[i].Kind == Kind.Number) behind.Add(_tokens[i]);
        var end = _tokens.FindLastIndex(each, t => t.Kind == Kind.Break);
        if (behind.Count < 2 || end < 0 || sentence.Word(_tokens[end]) is not ("，" or ",")) return [];
        // 较上年分别增长 4.6%、下降 6.5%.
        if (_tokens.FindIndex(end + 1, each - end - 1, t => t.Kind is not (Kind.Compare or Kind.Neutral)) >= 0) return [];
        var start = _tokens.FindLastIndex(end - 1, t => t.Kind is Kind.Break or Kind.Among) + 1;
        var unit = behind[^1].Quantity!.Unit;
        var numbers = _tokens.GetRange(start, end - start)
            .FindAll(t => t.Quantity is { } q && (unit == "%" ? q.Unit != unit : q.Unit == unit));
        var claims = numbers.Select(n => sentence.Claims.Find(c => c.Number.Start == n.Start && !c.LastYear)).OfType<Claim>().ToList();
        return claims.Count == behind.Count && numbers.Count == behind.Count ? claims : [];
    }

    /// <summary>Where a bracket closes that has no figure; 0 if it does not, or has one.</summary>
    private int Closing(int open)
    {
        for (var i = open + 1; i < _tokens.Count && _tokens[i].Kind != Kind.Number; i++)
            if (sentence.Word(_tokens[i]) is "）" or ")") return i;
        return 0;
    }

    /// <summary>Whether a part of the sentence has a word before its figure that is not understood.</summary>
    private bool NamesOther(int from)
    {
        for (var i = from; i < _tokens.Count && _tokens[i].Kind is not (Kind.Break or Kind.Number); i++)
            if (_tokens[i].Kind is Kind.Unknown or Kind.Tail) return true;
        return false;
    }

    /// <summary>收到申请 13 件，内容涉及征地补偿、旧城改造等，较去年减少 2 件: what they were about, said in passing.</summary>
    private bool IsAside(int from)
    {
        var end = _tokens.FindIndex(from, t => t.Kind is Kind.Break or Kind.Number or Kind.Compare);
        return end > 0 && _tokens[end].Kind == Kind.Break && Asides.Any(a => sentence.Text.AsSpan(_tokens[from].Start).StartsWith(a));
    }

    /// <summary>Whether a word is what a share is of: 占答复总数 15.4%.</summary>
    private bool IsOfShare(int i)
    {
        var at = _tokens.FindLastIndex(i, t => t.Kind is Kind.Break or Kind.Number or Kind.Share);
        return at >= 0 && _tokens[at].Kind == Kind.Share;
    }

    /// <summary>比上年的 80 件: nothing stands between but what changes nothing.</summary>
    private bool IsLastYears(int number)
    {
        var i = number - 1;
        while (i > 0 && _tokens[i].Kind == Kind.Neutral) i--;
        return i >= 0 && IsWithLastYear(sentence.Word(_tokens[i]));
    }

    /// <summary>同上年的 156 件相比，申请量增加 26 件: of what it is only the part behind the comma says.</summary>
    private bool IsSetAgainst(int number) => _tokens[number].Quantity!.IsCount && number + 2 < _tokens.Count
        && sentence.Word(_tokens[number + 1]) is "相比" or "比较" or "比" && sentence.Word(_tokens[number + 2]) is "，" or ",";

    /// <summary>
    /// 行政复议 21 件，下降 12.5%: a growth right behind a figure of the table, in a sentence that compares with nothing else, is over the
    /// year before.
    /// </summary>
    private bool IsBare(Claim? claim, int number)
    {
        if (claim is not { LastYear: false } || _tokens[number].Quantity is not { Unit: "%" }) return false;
        var said = number - 1;
        while (said > 0 && _tokens[said].Kind == Kind.Neutral) said--;
        if (said < 2 || Words.SignOf(sentence.Word(_tokens[said])) == 0) return false;
        if (sentence.Word(_tokens[said - 1]) is not ("，" or ",")) return false;
        return _tokens[said - 2].Start == claim.Number.Start && !_tokens.Exists(IsOfOtherTime);
    }

    private bool IsOfOtherTime(Token token) => token.Kind is Kind.Period or Kind.SoFar or Kind.Planned
        || (token.Kind == Kind.Compare && Words.SignOf(sentence.Word(token)) == 0 && !IsWithLastYear(sentence.Word(token)));

    private void CheckLastYears(Findings findings, Claim claim, Token token)
    {
        if (prose.Typed(sentence, token.Start, token.Start + token.Quantity!.Digits) is not { } at) return;
        var fitting = sentence.Changes.Contains(claim) ? claim.Readings : FigureCheck.Fitting(prose, claim);
        if (fitting.IsEmpty || CheckedProse.Sum(prose.Last!.Totals, fitting[0]) is not { } last) return;
        var holds = fitting.Any(r => CheckedProse.Sum(prose.Last.Totals, r) == token.Quantity.Value);
        sentence.Judge(token, holds);
        if (holds) return;
        var (figure, stated) = (Figure.Format(last), Figure.Format(token.Quantity.Value));
        var names = (IReadOnlyList<CellName>)[.. fitting[0].Select(c => c.Name)];
        findings.Add(Errors.Prose.Figure(at, [(names, figure)], stated, token.Quantity.Unit, lastYear: true) with
        {
            Severity = Severity.Warning,
            Unit = prose.District.Authority,
            OfDistrict = true,
            Expected = figure,
            Actual = stated,
        });
    }

    /// <summary>增加 2 个百分点 is said of a share.</summary>
    public static bool IsOfPoints(Sentence sentence, Token token) => sentence.Text.AsSpan(token.Start).StartsWith("个百分点")
        || sentence.Text.AsSpan(token.Start + token.Quantity!.Digits).StartsWith("个百分点");

    private void Check(Findings findings, Claim claim, Token token, int sign)
    {
        var quantity = token.Quantity!;
        if (prose.Typed(sentence, token.Start, token.Start + quantity.Digits) is not { } at) return;
        var stated = claim.Number.Quantity!;
        if (quantity.Unit != "%" && stated.Unit != "%" && quantity.Unit != stated.Unit && !(quantity.IsMoney && stated.IsMoney)) return;
        (decimal Now, decimal Before)? first = null;
        // Of a count that is none of the table's, what the tables give of its words still is how much it grew.
        var fitting = FigureCheck.Fitting(prose, claim);
        var readings = sentence.Changes.Contains(claim) || fitting.IsEmpty ? claim.Readings : fitting;
        foreach (var reading in readings)
        {
            if (CheckedProse.Sum(prose.District.Totals, reading) is not { } now) return;
            if (CheckedProse.Sum(prose.Last!.Totals, reading) is not { } before) return;
            first ??= (now, before);
            if (!Fits(now, before, Of(reading, quantity), sign)) continue;
            sentence.Judge(token, holds: true);
            return;
        }
        // 154 件，其中自然人 107 件、法人 47 件，同比: of the last part, or of the whole.
        if ((_whole is not null && _whole != claim && Holds(_whole, quantity, sign)) || HoldsOfWhole(claim, quantity, sign))
        {
            sentence.Judge(token, holds: true);
            return;
        }
        if (first is not var (current, last) || (quantity.Unit == "%" && last == 0)) return;
        sentence.Judge(token, holds: false);
        quantity = Of(readings[0], quantity);
        var (right, typed) = (Written(current, last, quantity), Figure.Format(sign * quantity.Value));
        findings.Add(Errors.Prose.Growth(at, Figure.Format(last), Figure.Format(current), right, typed, quantity.Unit) with
        {
            Unit = prose.District.Authority,
            OfDistrict = true,
            Cell = claim.Readings[0].Length == 1 ? claim.Readings[0][0].Path : null,
        });
    }

    private bool Holds(Claim claim, Quantity quantity, int sign) => claim.Readings.Any(r =>
        CheckedProse.Sum(prose.District.Totals, r) is { } now && CheckedProse.Sum(prose.Last!.Totals, r) is { } before
        && Fits(now, before, Of(r, quantity), sign));

    /// <summary>A difference in the unit of the cells: 收费 2600 元，比上年减少 500 元, of a cell in 万元.</summary>
    private static Quantity Of(ImmutableArray<Cell> reading, Quantity quantity) => quantity.In(reading[0].Unit) is var (value, slack)
        ? quantity with { Value = value, Slack = slack, Unit = reading[0].Unit } : quantity;

    private static bool AreOfSame(Claim claim, Claim last) =>
        claim.Readings.Any(r => last.Readings.Any(of => of.SequenceEqual(r)));

    /// <summary>结果维持 4 件，纠正 1 件，其他 1 件，比上年增加 1 件: of the last part, or of the whole before the parts.</summary>
    private bool HoldsOfWhole(Claim part, Quantity quantity, int sign)
    {
        var clause = _tokens.FindLast(t => t.Start < part.Number.Start && sentence.Word(t) is "；" or ";").End;
        return sentence.Claims.Any(c => c.Number.Start >= clause && c.Number.Start < part.Number.Start && !c.LastYear && IsWhole(c)
            && Holds(c, quantity, sign));

        bool IsWhole(Claim whole) => whole.Table == part.Table && (whole.Row is { IsVerb: true } ? part.Row is { IsVerb: false }
            : part.Readings.Any(r => r.All(c => whole.Readings.Any(w => w.Any(of => IsWithin(c, of))))));

        bool IsWithin(Cell cell, Cell of) => cell != of && (of.Row.IsOwnValue || of.IsTotal)
            && cell.Path.StartsWith(of.Path[..(of.Path.LastIndexOf('.') + 1)], StringComparison.Ordinal);
    }

    private static bool Fits(decimal now, decimal before, Quantity quantity, int sign)
    {
        var change = (now - before) * sign;
        if (quantity.Unit != "%") return Math.Abs(change - quantity.Value) <= quantity.Slack;
        return before > 0 && change >= 0 && CheckedProse.IsPercent(change / before, quantity);
    }

    /// <summary>The change as the sentence should write it, signed: in per cent, or in what is counted.</summary>
    public static string Written(decimal now, decimal before, Quantity quantity)
    {
        if (quantity.Unit != "%") return Figure.Format(now - before);
        var places = Math.Min(quantity.Places, 6);
        var share = Math.Round((now - before) / before * 100, places, MidpointRounding.AwayFromZero);
        return share.ToString(string.Create(CultureInfo.InvariantCulture, $"F{places}"), CultureInfo.InvariantCulture);
    }
}
