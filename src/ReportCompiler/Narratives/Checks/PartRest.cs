namespace ReportCompiler.Narratives.Checks;

/// <summary>What else there is beside the parts of a whole that are named: 其他信息 237 条, 其余 31 宗.</summary>
/// <param name="sentence">The sentence, its words found.</param>
internal sealed class PartRest(Sentence sentence)
{
    private static readonly string[] Rests = ["其他", "其它", "其余", "未分类"];

    /// <summary>What such a rest is called that is of all, and not of one kind (其他规范性文件).</summary>
    private static readonly string[] BareRests =
        ["", "类", "信息", "类信息", "政府信息", "公开信息", "各类信息", "类别", "类别信息", "方面信息"];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Whether a part begins with what else there is.</summary>
    public bool Opens(int start)
    {
        while (_tokens[start].Kind == Kind.Neutral) start++;
        // 其他结果 7 件: a row of the form.
        if (_tokens[start] is { Phrase: not null, Length: > 2 }) return false;
        foreach (var rest in Rests)
            if (sentence.Text.AsSpan(_tokens[start].Start).StartsWith(rest)) return true;
        return false;
    }

    /// <summary>其他信息 237 条: whether a part is what else there is, of whatever kind.</summary>
    public bool IsBare(int start, int end)
    {
        if (!Opens(start)) return false;
        while (_tokens[start].Kind == Kind.Neutral) start++;
        var name = sentence.Text.AsSpan(_tokens[start].Start.._tokens[end].Start);
        foreach (var rest in Rests)
            if (name.StartsWith(rest) && BareRests.Contains(name[rest.Length..].ToString(), StringComparer.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether the remainder is told behind a part, in the same word.</summary>
    public bool Follows(int part, string unit) => _tokens.FindIndex(part, t => t.Kind == Kind.Rest) is > 0 and var rest
        && rest + 1 < _tokens.Count && _tokens[rest - 1].Kind == Kind.Break && _tokens[rest + 1].Quantity?.Unit == unit;

    /// <summary>Whether a word says that what else there is follows.</summary>
    public bool IsAt(int i) =>
        i < _tokens.Count && (_tokens[i].Kind is Kind.Else or Kind.Rest || sentence.Word(_tokens[i]) is "其他" or "其它");
}
