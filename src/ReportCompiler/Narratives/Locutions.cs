namespace ReportCompiler.Narratives;

/// <summary>
/// Turns of phrase that are read as one word, whatever stands within them: 通过网站、信函等渠道 changes nothing, 通过网站 makes the figure
/// one of a part; 因……等原因 says why, 从办理结果看 of what.
/// </summary>
internal static class Locutions
{
    private static readonly string[] Means = ["通过", "利用", "借助", "采取", "采用", "以"];
    private static readonly string[] Ways = ["渠道", "方式", "途径", "形式", "载体", "平台", "网站", "公众号", "邮箱", "窗口", "网络"];
    private static readonly string[] Reasons = ["等原因", "等情形", "等情况", "原因"];

    private static readonly string[] Answers = ["答复", "答复决定", "处理决定", "答复行为", "答复意见", "告知书", "答复书"];

    private static readonly string[] Views =
        ["统计", "划分", "分类", "区分", "来分", "来看", "类别", "类型", "看", "结果分", "方式分", "渠道分", "途径分", "类型分", "主体分"];

    /// <summary>The words with every such turn as one.</summary>
    public static List<Token> Join(string text, List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(text, tokens, i) is var (last, kind))
            {
                joined.Add(new Token(kind, tokens[i].Start, tokens[last].End - tokens[i].Start));
                i = last;
            }
            else joined.Add(tokens[i]);
        }
        return joined;
    }

    /// <summary>Gives a row that its figure parts, 结转 16 件至下年, its whole name; what stands behind then says nothing.</summary>
    public static void Mend(string text, List<Token> tokens, Lexicon lexicon)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: Kind.Row } row || tokens[i + 1].Kind != Kind.Number) continue;
            if (lexicon.Parted(text.Substring(row.Start, row.Length), text.AsSpan(tokens[i + 1].End)) is not var (phrase, length)) continue;
            var last = i + 2;
            while (last < tokens.Count && tokens[last].End < tokens[i + 1].End + length) last++;
            if (last == tokens.Count || tokens[last].End != tokens[i + 1].End + length) continue;
            tokens[i] = row with { Phrase = phrase };
            tokens.RemoveRange(i + 2, last - i - 1);
            tokens.Insert(i + 2, new Token(Kind.Neutral, tokens[i + 1].End, length));
        }
    }

    /// <summary>Whether a word is what a case was brought against: 不服政府信息公开答复.</summary>
    public static bool IsDispute(string word) =>
        word.StartsWith("不服", StringComparison.Ordinal) || (word[0] is '对' && word.EndsWith("不服", StringComparison.Ordinal));

    /// <summary>以街道办事处名义: by itself.</summary>
    private static int? InOwnName(string text, List<Token> tokens, int i)
    {
        if (text[tokens[i].Start] is not '以' || tokens[i].Length > 1) return null;
        if (i + 1 >= tokens.Count || tokens[i + 1].Kind != Kind.Own) return null;
        var behind = text.AsSpan(tokens[i + 1].End);
        var length = behind.StartsWith("名义") ? 2 : behind.StartsWith("的名义") ? 3 : 0;
        if (length == 0) return null;
        for (var last = i + 1; last < tokens.Count; last++)
            if (tokens[last].End == tokens[i + 1].End + length) return last;
        return null;
    }

    private static (int Last, Kind Kind)? At(string text, List<Token> tokens, int i)
    {
        if (tokens[i].Phrase is not null) return null;
        if (InOwnName(text, tokens, i) is { } own) return (own, Kind.Neutral);
        var start = tokens[i].Start;
        if (Begins(text, start, Means) is { } means)
        {
            // No words of the form, no verb: those stand behind the way they came by.
            if (EndOf(text, tokens, i, start + means.Length, Ways) is not { } last || IsOutcome(text, tokens, i, last)) return null;
            var turn = text.AsSpan(start..tokens[last].End);
            var isAll = turn.IndexOfAny("等各多") >= 0 || turn.Contains("不同", StringComparison.Ordinal);
            return (last, isAll ? Kind.Neutral : Kind.Other);
        }
        if (text[start] is '因') return EndOf(text, tokens, i, start + 1, Reasons) is { } reason ? (reason, Kind.Neutral) : null;
        if (text[start] is '不' or '对' && Disputed(text, tokens, i) is { } answer) return (answer, Kind.Neutral);
        if (text[start] is '从') return EndOf(text, tokens, i, start + 1, ["看", "来看"]) is { } view ? (view, Kind.Neutral) : null;
        if (text[start] is '按') return EndOf(text, tokens, i, start + 1, Views) is { } sorted ? (sorted, Kind.Neutral) : null;
        return null;
    }

    /// <summary>以“予以公开”方式答复: how it was answered is what is counted.</summary>
    private static bool IsOutcome(string text, List<Token> tokens, int i, int last) =>
        tokens[i].Length == 1 && text[tokens[i].Start] is '以'
        && tokens[i + 1] is { Kind: Kind.Row, Phrase: Forms.RowPhrase { IsContinuing: false } } row
        && text.AsSpan(row.End..tokens[last].End) is "方式" or "形式";

    /// <summary>不服政府信息公开答复, 对政府信息公开答复不服: what a case was brought against; the last word of it.</summary>
    private static int? Disputed(string text, List<Token> tokens, int i)
    {
        var start = tokens[i].Start;
        var isBefore = text[start] is '不';
        if (isBefore && !text.AsSpan(start).StartsWith("不服")) return null;
        for (var j = i + 1; j < tokens.Count && tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number or Kind.Other); j++)
        {
            if (isBefore && EndsWith(text, tokens[j].End, Answers)) return j;
            var turn = text.AsSpan(start..tokens[j].End);
            if (!isBefore && turn.EndsWith("不服")) return turn.Contains("信息公开", StringComparison.Ordinal) ? j : null;
        }
        return null;
    }

    /// <summary>The last word of a turn that ends with one of these within its part of the sentence; null if none does.</summary>
    private static int? EndOf(string text, List<Token> tokens, int i, int from, string[] endings)
    {
        int? last = null;
        for (var j = i + 1; j < tokens.Count && tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number or Kind.Own); j++)
        {
            if (tokens[j].Phrase is Forms.RowPhrase { IsVerb: true }) break;
            if (tokens[j].End <= from) continue;
            if (EndsWith(text, tokens[j].End, endings)) last = j;
        }
        return last;
    }

    private static string? Begins(string text, int at, string[] words)
    {
        foreach (var word in words)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return word;
        return null;
    }

    private static bool EndsWith(string text, int end, string[] words)
    {
        foreach (var word in words)
            if (text.AsSpan(0, end).EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
