using ReportCompiler.Diagnostics;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-share: the shares of one list agree with each other. Those of a list that ends with what else there is come to 100 %;
/// figures that carry a share each (19 条，占比 47.5%，… 2 条，占比 5%) have one whole in common.
/// </summary>
/// <param name="prose">The prose.</param>
/// <param name="sentence">The sentence.</param>
/// <param name="paragraph">The sentences of its paragraph before it.</param>
internal sealed class ShareListCheck(CheckedProse prose, Sentence sentence, IReadOnlyList<Sentence> paragraph)
{
    private const int Whole = 100;
    private const int FewestShares = 3;

    private static readonly string[] Rests = ["其他", "其它", "其余"];
    private static readonly string[] Bare = ["", "类", "情况", "情形", "方面", "信息", "类信息", "类型", "类别", "领域", "内容", "申请"];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks the shares of a sentence.</summary>
    /// <param name="findings">Takes what was found.</param>
    public void Check(Findings findings)
    {
        var shares = Enumerable.Range(0, _tokens.Count).Where(i => _tokens[i].Quantity is { Unit: "%" }).ToList();
        if (shares.Count < 2 || !shares.TrueForAll(i => Word(i) > 0)) return;
        if (_tokens.Exists(t => t.Kind is Kind.Each or Kind.Compare or Kind.Vague)) return;
        AddUp(findings, shares);
        Agree(findings, shares);
    }

    /// <summary>部分公开占 58.5%、不予公开占 36.2%，其他情况占 5.2%: all there is.</summary>
    private void AddUp(Findings findings, List<int> all)
    {
        var among = _tokens.FindIndex(t => t.Kind == Kind.Among);
        if (among != _tokens.FindLastIndex(t => t.Kind == Kind.Among) || _tokens.Exists(t => sentence.Word(t) is "（" or "(")) return;
        var shares = all.FindAll(i => i > among);
        if (shares.Count < FewestShares || !IsRest(Word(shares[^1])) || shares.FindIndex(i => IsRest(Word(i))) != shares.Count - 1) return;
        // A part that is counted without its share is one all the same.
        if (_tokens.Skip(among + 1).Any(t => t.Quantity is { IsCounted: true })) return;
        var step = Step(shares.Min(i => _tokens[i].Quantity!.Places));
        var sum = 0m;
        for (var i = shares.Count - 1; i >= 0; i--)
        {
            sum += _tokens[shares[i]].Quantity!.Value;
            // 网络占 60%，信函占 40%，自然人占 70%，企业占 20%，其他占 10%: the last of them are all of another list.
            if (sum >= Whole - (step * (shares.Count + 1)) && sum <= Whole + (step * (shares.Count + 2) / 2)) return;
        }
        if (shares.Exists(i => IsTold(_tokens[i])) || Typed(_tokens[shares[^1]]) is not { } at) return;
        sentence.Judge(_tokens[shares[^1]], holds: false);
        findings.Add(Errors.Prose.Shares(at, Input.Figure.Format(sum), shares.Count));
    }

    /// <summary>
    /// 政策类信息 19 条，占比 47.5%，规划类信息 2 条，占比 5%: parts of one whole, which was told or which most of them give.
    /// </summary>
    private void Agree(Findings findings, List<int> shares)
    {
        var pairs = shares.ConvertAll(i => (Part: Counted(Word(i)), Share: _tokens[i]));
        if (pairs.Exists(p => p.Part is null) || _tokens.Exists(t => t.Kind == Kind.Among && t.Start > pairs[0].Part!.Value.Start)) return;
        // 政策类信息, 规划类信息: parts of one kind.
        var names = pairs.ConvertAll(p => sentence.Text[Math.Max(0, p.Part!.Value.Start - 2)..p.Part.Value.Start]);
        if (names.Exists(n => n != names[0])) return;
        // No part of the list is its whole.
        var own = _tokens.Where(t => !pairs.Exists(p => p.Part == t));
        var told = paragraph.SelectMany(s => s.Tokens).Concat(own).Where(t => t.Quantity is { Unit: "条", Slack: 0 })
            .Select(t => t.Quantity!.Value).Where(v => v > 0).Distinct().ToList();
        var wholes = told.FindAll(w => pairs.Exists(p => IsOf(p, w)));
        if (wholes is not [var whole]) return;
        foreach (var pair in pairs)
        {
            if (IsOf(pair, whole) || IsTold(pair.Share) || pair.Part!.Value.Quantity!.Value > whole) continue;
            if (Typed(pair.Share) is not { } at) continue;
            sentence.Judge(pair.Share, holds: false);
            var (part, places) = (pair.Part.Value.Quantity!.Value, Math.Min(pair.Share.Quantity!.Places, 6));
            findings.Add(Errors.Prose.Share(at, Input.Figure.Format(part), Input.Figure.Format(whole),
                ShareCheck.Percent(part / whole * Whole, places), ShareCheck.Percent(pair.Share.Quantity.Value, places), isOfTable: false));
        }
    }

    private bool IsTold(Token share) => sentence.Known.GetValueOrDefault(share.Start) == Knowledge.Contradicted;

    private static bool IsOf((Token? Part, Token Share) pair, decimal whole) =>
        ShareWhole.Fits(pair.Part!.Value.Quantity!.Value, whole, pair.Share.Quantity!);

    /// <summary>The figure that a share stands behind, of information and of no cell; null if none does.</summary>
    private Token? Counted(int word)
    {
        var number = word > 1 && _tokens[word - 1].Kind == Kind.Break ? word - 2 : word - 1;
        return number >= 0 && _tokens[number] is { Quantity: { Unit: "条", Slack: 0 } } part
            && !sentence.Claims.Exists(c => c.Number.Start == part.Start) ? part : null;
    }

    /// <summary>Where 占 stands before a share, with nothing between that says of what; −1 if it does not.</summary>
    private int Word(int share)
    {
        var word = share - 1;
        while (word > 0 && _tokens[word].Kind == Kind.Neutral) word--;
        return word > 0 && _tokens[word].Kind == Kind.Share ? word : -1;
    }

    /// <summary>其他情况占: whether what stands before 占 is all that is left.</summary>
    private bool IsRest(int word)
    {
        var start = _tokens.FindLastIndex(word, t => t.Kind is Kind.Break or Kind.List or Kind.Among or Kind.Number) + 1;
        var name = sentence.Text.AsSpan(_tokens[start].Start.._tokens[word].Start);
        foreach (var rest in Rests)
            if (name.StartsWith(rest) && Bare.Contains(name[rest.Length..].ToString(), StringComparer.Ordinal)) return true;
        return false;
    }

    private Location? Typed(Token number) => prose.Typed(sentence, number.Start, number.Start + number.Quantity!.Digits);

    private static decimal Step(int places)
    {
        var step = 1m;
        for (var i = 0; i < places; i++) step /= 10;
        return step;
    }
}
