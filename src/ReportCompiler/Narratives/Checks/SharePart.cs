namespace ReportCompiler.Narratives.Checks;

/// <summary>Finds what a share is of: the figure that stands before 占 x%, or several of them together.</summary>
internal sealed class SharePart(Sentence sentence, List<Token> tokens)
{
    // 此类申请占, 其占比: of what was counted before.
    private const string Pointing = "此该这其上以前两三均都全总约";

    private readonly List<Token> _tokens = tokens;

    /// <summary>The words of the sentence, with the figures that shares are taken of.</summary>
    public List<Token> Tokens => _tokens;

    /// <summary>The 占 a percentage belongs to: nothing between but what the whole is called; −1 if there is none.</summary>
    public int Word(int i)
    {
        // 维持 24 件（51.1%）.
        if (IsInBrackets(i)) return i - 1;
        for (var j = i - 1; j >= 0; j--)
        {
            if (_tokens[j].Kind == Kind.Share) return j;
            if (_tokens[j].Kind == Kind.Each && j > 0 && _tokens[j - 1].Kind == Kind.Share) return j - 1;
            if (_tokens[j] is { Kind: Kind.List } or { Quantity.Unit: "%" } && Each(j) >= 0) continue;
            if (_tokens[j].Kind is not (Kind.Neutral or Kind.Object or Kind.Row or Kind.Own) && !IsOf(j)) return -1;
        }
        return -1;
    }

    /// <summary>The figure that the share at a place is of, of which 占 says so; null if it is not told.</summary>
    public Token? Of(int word, int share) => Each(word) is >= 0 and var each ? Respective(each, share) : Part(word);

    /// <summary>Where the words begin that stand before 占 in its own part of the sentence.</summary>
    public int StartOf(int word)
    {
        while (word > 0 && _tokens[word - 1].Kind is not (Kind.Break or Kind.Among or Kind.List or Kind.Number)) word--;
        return word;
    }

    /// <summary>Whether the words before 占 name a row or column that has no figure: the one before is not its.</summary>
    public bool NamesPart(int word) => _tokens.FindIndex(StartOf(word), word - StartOf(word), t => t.Kind is Kind.Row or Kind.Column) >= 0;

    /// <summary>The words before 占 that name what has no figure: 自然人申请占 70%; nothing if they do not.</summary>
    public List<Token> Unstated(int word, int share)
    {
        var start = StartOf(word);
        if (!NamesPart(word)) return Each(word) is >= 1 and var each ? ListedBefore(each, share) : [];
        return start > 0 && _tokens[start - 1].Kind == Kind.Number ? [] : _tokens.GetRange(start, word - start);
    }

    /// <summary>
    /// 自然人和商业企业是主要申请主体，分别占申请总量的 83% 和 12%: what a share is of that a list without figures names; nothing if
    /// there are not as many of them as shares.
    /// </summary>
    private List<Token> ListedBefore(int each, int share)
    {
        var shares = Enumerable.Range(each, _tokens.Count - each).TakeWhile(i => _tokens[i].Kind != Kind.Break)
            .Where(i => _tokens[i].Quantity is { Unit: "%" }).ToList();
        var end = _tokens[each - 1].Kind == Kind.Break ? each - 1 : each;
        var start = end == 0 ? 0 : _tokens.FindLastIndex(end - 1, t => t.Kind is Kind.Break or Kind.Among) + 1;
        var items = new List<List<Token>> { new() };
        foreach (var token in _tokens.Skip(start).Take(end - start))
        {
            if (token.Kind == Kind.Number) return [];
            if (token.Kind == Kind.List) items.Add([]);
            // What stands behind the last of them is said of all.
            else if (token.Phrase is not null || !items[^1].Exists(t => t.Phrase is not null)) items[^1].Add(token);
        }
        var isEach = items.Count > 1 && items.Count == shares.Count && items.TrueForAll(i => i.Exists(t => t.Phrase is not null));
        return isEach && shares.IndexOf(share) is >= 0 and var at ? items[at] : [];
    }

    /// <summary>办结总数, 申请总量, 同类: words that name the whole are understood where the form's own words stand among them.</summary>
    private bool IsOf(int j) => sentence.Word(_tokens[j]) is "其" or "全" or "比" or "率" or "比例" or "总体";

    /// <summary>收到申请 12 件，网络申请占 57%: whether the words before 占 name something else than the figure before the comma.</summary>
    public bool IsOfAnother(int word)
    {
        var start = StartOf(word);
        if (start == 0 || _tokens[start - 1].Kind != Kind.Break || Pointing.Contains(sentence.Text[_tokens[start].Start])) return false;
        return _tokens.FindIndex(start, word - start, t => t.Kind is Kind.Object or Kind.Unknown) >= 0;
    }

    private bool IsInBrackets(int i) => i > 1 && i + 1 < _tokens.Count && sentence.Word(_tokens[i - 1]) is "（" or "("
        && sentence.Word(_tokens[i + 1]) is "）" or ")" && _tokens[i - 2].Quantity is { IsCount: true, Slack: 0 };

    /// <summary>Where 分别 stands before a place, with nothing but shares between: 分别占 55.7%、20.0%; −1 if it does not.</summary>
    private int Each(int at)
    {
        // 占比分别为 55.7%、20.0%.
        if (_tokens[at].Kind == Kind.Share && at + 1 < _tokens.Count && _tokens[at + 1].Kind == Kind.Each) at++;
        while (at > 0 && (IsOfWhole(_tokens[at]) || _tokens[at].Quantity is { Unit: "%" })) at--;
        return _tokens[at].Kind == Kind.Each && sentence.Word(_tokens[at]) == "分别" ? at : -1;
    }

    /// <summary>分别占申请总量的 88.5% 和 10.5%: whether a word may stand between 分别 and a share.</summary>
    private static bool IsOfWhole(Token token) => token.Kind is Kind.Share or Kind.List or Kind.Neutral or Kind.Object or Kind.Row;

    /// <summary>The figure that a share of several is of: as many counts stand before 分别 as shares behind it.</summary>
    private Token? Respective(int each, int share)
    {
        var end = each + 1;
        while (end < _tokens.Count && (IsOfWhole(_tokens[end]) || _tokens[end].Quantity is { Unit: "%" })) end++;
        var shares = Enumerable.Range(each, end - each).Where(i => _tokens[i].Kind == Kind.Number).ToList();
        var counts = _tokens.Take(each).Where(t => t.Kind == Kind.Number).TakeLast(shares.Count).ToList();
        var isListed = counts.Count == shares.Count && shares.Count > 1
            && counts.TrueForAll(c => c.Quantity is { IsCount: true, Slack: 0 } q && q.Unit == counts[0].Quantity!.Unit);
        return isListed ? counts[shares.IndexOf(share)] : null;
    }

    /// <summary>The figure a share is of: the last before it, with no other matter between.</summary>
    private Token? Part(int word)
    {
        var isSum = false;
        for (var j = word - 1; j >= 0; j--)
        {
            // 3190 条（机关 601 条、直属单位 2589 条），占 15.6%: what stands in brackets is a part of the figure before them.
            if (sentence.Word(_tokens[j]) is "）" or ")")
            {
                var open = _tokens.FindLastIndex(j, t => sentence.Word(t) is "（" or "(");
                // 以自然人为主（9 件），占 75%: but a figure alone is of the words before it.
                if (sentence.FigureIn(open) is > 0 and var alone && StartOf(open) is var start && !IsCounted(start, open)) j = alone;
                else j = open - 1;
            }
            if (j < 0) return null;
            if (_tokens[j] is { Kind: Kind.Number, Quantity: { IsOther: true, Unit: "项", Value: > 1 and < 6 } items } && j < word - 1)
                return Together(j, (int)items.Value);
            // 予以公开 42 件、部分公开 12 件，两者占 58.1%.
            if (FigureWords.SummedBy(sentence.Word(_tokens[j])) is > 0 and var summed) return Together(j, summed);
            isSum |= sentence.Word(_tokens[j]) is "合计" or "共计" or "总计" or "共" or "总共" or "一共";
            if (_tokens[j].Kind == Kind.Number && isSum) return Listed(j);
            if (_tokens[j] is { Kind: Kind.Number, Quantity: { } quantity })
                return (quantity.IsCount || IsBare(_tokens[j])) && quantity.Slack == 0 ? _tokens[j] : null;
            if (_tokens[j].Kind is Kind.Compare or Kind.Vague or Kind.Each or Kind.Among) return null;
            if (sentence.Text[_tokens[j].Start] is '；' or ';') return null;
        }
        return null;
    }

    /// <summary>部分公开 67，占 4.61%: a number of a row without its counting word.</summary>
    private bool IsBare(Token number) =>
        number.Quantity!.Unit.Length == 0 && sentence.Claims.Exists(c => c.Number.Start == number.Start);

    /// <summary>Whether a figure stands before the words up to a bracket, so that what the bracket holds is a part of it.</summary>
    private bool IsCounted(int start, int open) => start == open || (start > 0 && _tokens[start - 1].Kind == Kind.Number);

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
}
