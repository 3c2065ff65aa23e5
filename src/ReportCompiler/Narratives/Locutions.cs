namespace ReportCompiler.Narratives;

/// <summary>
/// Turns of phrase that are read as one word, whatever stands within them: 通过网站、信函等渠道 changes nothing, 通过网站 makes the figure
/// one of a part; 因……等原因 says why, 从办理结果看 of what.
/// </summary>
internal static class Locutions
{
    /// <summary>What a figure counts that says how many times as much there is as the year before.</summary>
    public const string Times = "倍";

    private static readonly string[] Means = ["通过", "利用", "借助", "采取", "采用", "以"];
    private static readonly string[] Ways =
        ["渠道", "方式", "途径", "形式", "载体", "平台", "网站", "公众号", "邮箱", "窗口", "网络", "系统", "信箱"];
    private static readonly string[] Places = ["通过", "利用", "在"];
    private static readonly string[] Sites =
        ["网站", "门户网站", "官方网站", "官网", "微信", "官方微信", "微博", "官方微博", "新浪", "腾讯"];
    private static readonly string[] Reasons = ["等原因", "等情形", "等情况", "原因"];

    private const string Offices = "局厅委部办省市州县区旗镇乡";
    private static readonly string[] Leaders = ["主要负责", "主要领导"];
    private static readonly string[] Elsewise = ["其他方式", "其它方式", "其他渠道", "其它渠道", "其他途径", "其它途径"];

    private static readonly string[] Fields = ["等领域的", "等方面的", "等领域", "等方面"];

    private static readonly string[] Answers = ["答复", "答复决定", "处理决定", "答复行为", "答复意见", "告知书", "答复书"];

    private static readonly string[] Manners = ["根据", "按照", "依照", "依据", "严格按照", "严格依照", "按", "依"];
    private static readonly string[] MannerEnds = ["程序", "规定", "要求", "流程", "时限", "期限"];

    /// <summary>What a procedure is called by that is the one for applications.</summary>
    private static readonly string[] MannerWords =
        ["政府信息公开", "信息公开", "依申请公开", "申请", "条例", "》", "相关", "有关", "法定", "法律", "法规", "规定", "工作", "办理",
            "答复", "受理", "的", "和", "及", "、", "程序", "要求", "流程", "时限", "期限"];

    private static readonly string[] Selves = ["为主体的", "为主体", "的名义", "名义"];

    private static readonly string[] Causes = ["答复产生的", "答复引发的", "答复引起的", "答复行为引发的", "答复而产生的", "答复提起的"];

    private static readonly string[] Views =
        ["统计", "划分", "分类", "区分", "来分", "来看", "类别", "类型", "看", "结果分", "方式分", "渠道分", "途径分", "类型分", "主体分"];

    /// <summary>The words with every such turn as one.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="places">Where its characters stand in the prose, which has the quotes.</param>
    /// <param name="tokens">Its words.</param>
    public static List<Token> Join(string text, int[] places, List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(text, places, tokens, i) is var (last, kind))
            {
                joined.Add(new Token(kind, tokens[i].Start, tokens[last].End - tokens[i].Start));
                i = last;
            }
            else joined.Add(tokens[i]);
        }
        return joined;
    }

    /// <summary>Gives a row that its figure parts, 结转 16 件至下年, its whole name; what stands behind then says nothing.</summary>
    public static void Mend(string text, int[] places, List<Token> tokens, Lexicon lexicon)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Phrase is Forms.RowPhrase site && EndOfQuote(places, tokens, i + 1) is > 0 and var close
                && tokens.Count(t => t.Phrase is Forms.RowPhrase of && of.Readings[0][0] == site.Readings[0][0]) == 1)
                MendSite(text, tokens, i, close, lexicon);
            // 予以公开 77 件、部分公开 13 件，两项合计 90 件: of how many it is the sum is no count.
            if (tokens[i].Quantity is { Unit: "项", Value: > 1 and < 6 } && tokens[i + 2].Kind == Kind.Number
                && text.AsSpan(tokens[i + 1].Start, tokens[i + 1].Length) is "合计" or "共计" or "总计" or "共")
            {
                tokens[i] = new Token(Kind.Neutral, tokens[i].Start, tokens[i + 1].End - tokens[i].Start);
                tokens.RemoveAt(i + 1);
            }
            // 比上年新增 18 件，与上年相比，新增 18 件: how many more, and not how many came in.
            if (tokens[i].Kind == Kind.Compare)
            {
                var more = text[tokens[i + 1].Start] is '，' or ',' ? i + 2 : i + 1;
                if (more + 1 < tokens.Count && tokens[more + 1].Kind == Kind.Number && IsNew(text, tokens[more]))
                    tokens[more] = new Token(Kind.Compare, tokens[more].Start, tokens[more].Length);
            }
            // 14 件，是上年的 2 倍: how many times as much there is compares with the year before.
            if (i + 3 < tokens.Count && tokens[i].Kind == Kind.Prior && text.AsSpan(tokens[i].End..tokens[i + 2].Start) is "的"
                && tokens[i + 2] is { Quantity: { Unit: "" } ratio } number
                && text.AsSpan(tokens[i + 3].Start, tokens[i + 3].Length) is Times)
            {
                tokens[i] = tokens[i] with { Kind = Kind.Compare };
                tokens[i + 2] = number with { Length = number.Length + 1, Quantity = ratio with { Unit = Times, IsOther = true } };
                tokens.RemoveAt(i + 3);
            }
            // 比上年（31 件）下降 29%: the bracket is no more than the figure in it.
            if (i + 3 < tokens.Count && tokens[i].Kind == Kind.Compare && tokens[i + 2].Kind == Kind.Number
                && text.AsSpan(tokens[i].Start, tokens[i].Length).EndsWith("上年")
                && text[tokens[i + 1].Start] is '（' or '(' && text[tokens[i + 3].Start] is '）' or ')')
                (tokens[i + 1], tokens[i + 3]) = (tokens[i + 1] with { Kind = Kind.Neutral }, tokens[i + 3] with { Kind = Kind.Neutral });
            if (tokens[i].Kind == Kind.Number && tokens[i + 1].Phrase is Forms.RowPhrase { IsVerb: false } counted)
                MendVerb(text, tokens, i, counted, lexicon.Phrasing);
            if (tokens[i] is not { Kind: Kind.Row } row || tokens[i + 1].Kind != Kind.Number) continue;
            if (lexicon.Parted(text.AsSpan(row.Start, row.Length), text.AsSpan(tokens[i + 1].End)) is not var (phrase, length)) continue;
            var last = i + 2;
            while (last < tokens.Count && tokens[last].End < tokens[i + 1].End + length) last++;
            if (last == tokens.Count || tokens[last].End != tokens[i + 1].End + length) continue;
            tokens[i] = row with { Phrase = phrase };
            tokens.RemoveRange(i + 2, last - i - 1);
            tokens.Insert(i + 2, new Token(Kind.Neutral, tokens[i + 1].End, length));
        }
    }

    private static bool IsNew(string text, Token token) => text.AsSpan(token.Start, token.Length) is "新增";

    /// <summary>召开四次新闻发布会, 举办 3 期培训班: the verb of the row's own words stands before the figure.</summary>
    private static void MendVerb(string text, List<Token> tokens, int number, Forms.RowPhrase row, Forms.Phrasing phrasing)
    {
        var (from, to) = (number, tokens[number].Start);
        var word = text.AsSpan(tokens[number + 1].Start, tokens[number + 1].Length);
        for (var first = number - 1; first >= 0 && tokens[first].Kind is Kind.Unknown or Kind.Neutral; first--)
            if (phrasing.RowOf(text.AsSpan(tokens[first].Start..to), word) == row) from = first;
        if (from == number) return;
        var start = tokens[from].Start;
        tokens.RemoveRange(from, number - from);
        tokens.Insert(from, new Token(Kind.Neutral, start, to - start));
    }

    /// <summary>政务微信“青杨林业”公开信息 12 条: gives the row its whole name, that the account's own parts.</summary>
    private static void MendSite(string text, List<Token> tokens, int i, int close, Lexicon lexicon)
    {
        var row = tokens[i];
        if (lexicon.Parted(text.AsSpan(row.Start, row.Length), text.AsSpan(tokens[close].Start)) is not var (phrase, length)) return;
        var end = tokens[close].Start + length;
        var last = tokens.FindIndex(close, t => t.End == end);
        if (last < 0 || !text.AsSpan(tokens[close].Start..end).Contains("公开", StringComparison.Ordinal)) return;
        tokens[i] = row with { Phrase = phrase };
        tokens.RemoveRange(i + 1, last - i);
        tokens.Insert(i + 1, new Token(Kind.Neutral, row.End, end - row.End));
    }

    /// <summary>Behind which word the quotes close that open before a word, with no figure between; −1 if none open there.</summary>
    private static int EndOfQuote(int[] places, List<Token> tokens, int open)
    {
        if (open == 0 || open >= tokens.Count || !IsQuote(places, tokens[open])) return -1;
        var close = open + 1;
        while (close < tokens.Count && !IsQuote(places, tokens[close]) && tokens[close].Kind is not (Kind.Break or Kind.Number)) close++;
        return close < tokens.Count && IsQuote(places, tokens[close]) ? close : -1;
    }

    /// <summary>Whether something stands before a word that a sentence leaves out: one place for a quote.</summary>
    private static bool IsQuote(int[] places, Token token) => token.Start > 0 && places[token.Start] - places[token.Start - 1] > 1;

    /// <summary>Whether a word is what a case was brought against: 不服政府信息公开答复.</summary>
    public static bool IsDispute(string word) =>
        word.StartsWith("不服", StringComparison.Ordinal)
            || Causes.Any(c => word.EndsWith(c, StringComparison.Ordinal))
            || (word[0] is '对' && word.EndsWith("不服", StringComparison.Ordinal));

    /// <summary>Whether a turn says by what way: 通过网站.</summary>
    public static bool IsMeans(string turn) => Begins(turn, 0, Means) is not null;

    /// <summary>以街道办事处名义: by itself.</summary>
    private static int? InOwnName(string text, List<Token> tokens, int i)
    {
        if (text[tokens[i].Start] is not '以' || tokens[i].Length > 1) return null;
        var self = i;
        while (self + 1 < tokens.Count && (tokens[self + 1].Kind == Kind.Own || (self > i && tokens[self + 1].Kind == Kind.List))) self++;
        if (self == i || tokens[self].Kind != Kind.Own) return null;
        foreach (var ending in Selves)
        {
            if (!text.AsSpan(tokens[self].End).StartsWith(ending)) continue;
            for (var last = self + 1; last < tokens.Count; last++)
                if (tokens[last].End == tokens[self].End + ending.Length) return last;
        }
        return null;
    }

    private static (int Last, Kind Kind)? At(string text, int[] places, List<Token> tokens, int i)
    {
        if (tokens[i].Phrase is not null) return null;
        // 5 件，其中以区政府名义印发 3 件: by itself alone is a part.
        if (InOwnName(text, tokens, i) is { } own)
            return (own, tokens.FindIndex(0, i, t => t.Kind == Kind.Among) < 0 ? Kind.Neutral : Kind.Unknown);
        var start = tokens[i].Start;
        if (text[start] is '通' or '利' or '在' && Account(text, places, tokens, i) is { } account) return (account, Kind.Neutral);
        if (Named(text, places, tokens, i) is { } named) return (named, Kind.Neutral);
        var isFirst = i == 0 || tokens[i - 1].Kind is Kind.Break or Kind.Among;
        if (IsOffice(text, tokens[i]) && (i == 0 || IsOpen(tokens[i - 1])) && LeaderAt(text, tokens[i].End)) return (i, Kind.Neutral);
        if (text[start] is '法' && IsCourt(text, tokens, i)) return (i, Kind.Neutral);
        if (isFirst && Examples(text, tokens, i) is { } ways) return (ways, Kind.Neutral);
        if (text[start] is '通' or '利' or '借' or '采' or '以' && Begins(text, start, Means) is { } means)
        {
            // No words of the form, no verb: those stand behind the way they came by.
            if (EndOf(text, tokens, i, start + means.Length, Ways) is not { } last || IsOutcome(text, tokens, i, last)) return null;
            var turn = text.AsSpan(start..tokens[last].End);
            var isAll = turn.IndexOfAny("等各多") >= 0 || turn.Contains("不同", StringComparison.Ordinal)
                || (turn.Contains("线上", StringComparison.Ordinal) && turn.Contains("线下", StringComparison.Ordinal));
            // 通过县政府门户网站: the authority's own, and all it has; what is named of it stays a subject.
            if (!isAll && tokens.FindIndex(i, last - i + 1, t => t.Kind == Kind.Own) >= 0) return null;
            return (last, isAll ? Kind.Neutral : Kind.Other);
        }
        if (text[start] is '根' or '按' or '依' or '严' && Manner(text, tokens, i) is { } manner) return (manner, Kind.Neutral);
        if (ListOfWays(text, tokens, i) is { } listed) return (listed, Kind.Neutral);
        if (text[start] is '因' && Disputed(text, tokens, i, Causes) is { } cause) return (cause, Kind.Neutral);
        if (text[start] is '因')
            return (EndOf(text, tokens, i, start + 1, Reasons) ?? Grounds(text, tokens, i)) is { } reason ? (reason, Kind.Neutral) : null;
        if (text[start] is '不' or '对' && Disputed(text, tokens, i) is { } answer) return (answer, Kind.Neutral);
        if (text[start] is '涉') return Matters(text, tokens, i) is { } matters ? (matters, Kind.Neutral) : null;
        if (text[start] is '从') return EndOf(text, tokens, i, start + 1, ["看", "来看"]) is { } view ? (view, Kind.Neutral) : null;
        if (text[start] is '按') return EndOf(text, tokens, i, start + 1, Views) is { } sorted ? (sorted, Kind.Neutral) : null;
        return null;
    }

    /// <summary>
    /// 通过“青杨林业”公众号公开信息, 通过局门户网站公开信息: whose it was, where the form has a row for what went out by it; the last word
    /// before that row.
    /// </summary>
    private static int? Account(string text, int[] places, List<Token> tokens, int i)
    {
        if (Begins(text, tokens[i].Start, Places) is not { } place) return null;
        var (quoted, isNamed) = (false, false);
        for (var j = i; j < tokens.Count && tokens[j].Kind is not (Kind.Break or Kind.Number); j++)
        {
            if (tokens[j].Start < tokens[i].Start + place.Length) continue;
            if (IsQuote(places, tokens[j])) quoted = !quoted;
            if (!quoted && tokens[j].Phrase is Forms.RowPhrase { IsVerb: false } row && IsSite(text, tokens[j]))
                return j > i && (!isNamed || IsOnly(text, tokens, row)) ? j - 1 : null;
            if (text[tokens[j].Start] is '《' or '》') quoted = text[tokens[j].Start] == '《';
            var isOwn = tokens[j].Kind == Kind.Own || tokens[j] is { Kind: Kind.Other, Length: 1 };
            if (!quoted && !isOwn && text[tokens[j].Start] != '》') return null;
            isNamed |= quoted;
        }
        return null;
    }

    /// <summary>“青杨林业”微博公开信息: the account's name where nothing stands before it; its last word.</summary>
    private static int? Named(string text, int[] places, List<Token> tokens, int i)
    {
        if (EndOfQuote(places, tokens, i) is not (> 0 and var close) || tokens[i - 1].Kind is not (Kind.Break or Kind.Among)) return null;
        return tokens[close].Phrase is Forms.RowPhrase { IsVerb: false } row && IsSite(text, tokens[close]) && IsOnly(text, tokens, row)
            ? close - 1 : null;
    }

    /// <summary>收到网上申请、信函等形式的申请: all the ways there are; the last word of them.</summary>
    private static int? ListOfWays(string text, List<Token> tokens, int i)
    {
        if (!Narratives.Ways.Begin(text.AsSpan(tokens[i].Start))) return null;
        for (var j = i + 1; j < tokens.Count && tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number); j++)
        {
            if (text[tokens[j].Start] is not '等') continue;
            if (!Narratives.Ways.Are(text.AsSpan(tokens[i].Start..tokens[j].Start))) return null;
            var start = tokens[j].Start + 1;
            while (start < text.Length && text[start] is '多' or '各' or '种' or '类') start++;
            foreach (var way in Ways)
                if (text.AsSpan(start).StartsWith(way)) return tokens.FindIndex(j, t => t.End >= start + way.Length);
            return null;
        }
        return null;
    }

    /// <summary>厅主要负责同志参加: a sign of the office itself, before its head.</summary>
    private static bool IsOffice(string text, Token token) => token.Length == 1 && Offices.Contains(text[token.Start]);

    /// <summary>法院维持 2 件: who decided, and no other whose figure it is.</summary>
    private static bool IsCourt(string text, List<Token> tokens, int i) => text.AsSpan(tokens[i].Start, tokens[i].Length) is "法院"
        && i + 1 < tokens.Count && tokens[i + 1].Kind == Kind.Row && text[tokens[i + 1].Start] is '维' or '驳';

    private static bool IsOpen(Token before) => before.Kind is Kind.Break or Kind.Among or Kind.Neutral or Kind.List;

    private static bool LeaderAt(string text, int at) => Begins(text, at, Leaders) is not null;

    /// <summary>通过电视、报纸等其他方式公开: what the other ways are, before their row; the last word of it.</summary>
    private static int? Examples(string text, List<Token> tokens, int i)
    {
        for (var j = i; j + 1 < tokens.Count && tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number or Kind.Row); j++)
            if (j > i && text[tokens[j].Start] is '等' && tokens[j].Length == 1 && tokens[j + 1].Phrase is Forms.RowPhrase { IsVerb: false }
                && Begins(text, tokens[j + 1].Start, Elsewise) is not null) return j;
        return null;
    }

    /// <summary>因属于过程性信息等不予公开 11 件: why, before the group of all such reasons; the last word of it.</summary>
    private static int? Grounds(string text, List<Token> tokens, int i)
    {
        for (var j = i + 1; j + 1 < tokens.Count && tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number); j++)
            if (text[tokens[j].Start] is '等' && tokens[j].Length == 1) return IsGroup(tokens[j + 1].Phrase) ? j : null;
        return null;
    }

    private static bool IsGroup(object? phrase) =>
        phrase is Forms.RowPhrase { IsVerb: false } row && (row.Readings[0].Length > 1 || row.Readings[0][0].IsOwnValue);

    /// <summary>根据政府信息公开程序办结 9 件: by what rule, where nothing else is named that it is the rule of; its last word.</summary>
    private static int? Manner(string text, List<Token> tokens, int i)
    {
        if (Begins(text, tokens[i].Start, Manners) is not { } manner) return null;
        var (at, end) = (tokens[i].Start + manner.Length, -1);
        while (at < text.Length && Begins(text, at, MannerWords) is { } word)
        {
            at += word.Length;
            if (MannerEnds.Contains(word, StringComparer.Ordinal)) end = at;
        }
        var last = end < 0 ? -1 : tokens.FindIndex(i, t => t.End == end);
        return last > i ? last : null;
    }

    /// <summary>Whether no other account of the kind is named in the sentence.</summary>
    private static bool IsOnly(string text, List<Token> tokens, Forms.RowPhrase row) => tokens
        .FindAll(t => t.Phrase is Forms.RowPhrase of && of.Readings[0][0] == row.Readings[0][0] && IsSite(text, t)).Count == 1;

    /// <summary>Whether a word is one of a place where information is disclosed: 门户网站公开信息.</summary>
    public static bool IsSite(string text, Token word)
    {
        var span = text.AsSpan(word.Start, word.Length);
        if (span.IndexOf("公开") < 0) return false;
        foreach (var site in Sites)
            if (span.StartsWith(site)) return true;
        return false;
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

    /// <summary>因政府信息公开申请答复产生的: what a case came of; the last word of it.</summary>
    private static int? Disputed(string text, List<Token> tokens, int i, string[] causes)
    {
        for (var j = i + 1; j < tokens.Count && tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number or Kind.Other); j++)
            if (EndsWith(text, tokens[j].End, causes)) return j;
        return null;
    }

    /// <summary>
    /// 共收到涉及道路、绿化等领域的申请: what all of them were about, where it is said that they are all; the last word of it.
    /// </summary>
    private static int? Matters(string text, List<Token> tokens, int i)
    {
        if (EndOf(text, tokens, i, tokens[i].End, Fields) is not { } last || last + 2 >= tokens.Count) return null;
        if (tokens[last + 1].Kind != Kind.Object || i == 0 || tokens[i - 1].Phrase is not Forms.RowPhrase { IsVerb: true }) return null;
        var isAll = text[tokens[last + 2].Start] is '共' || (tokens[i - 1].Start > 0 && text[tokens[i - 1].Start - 1] is '共');
        return isAll ? last : null;
    }

    /// <summary>The last word of a turn that ends with one of these within its part of the sentence; null if none does.</summary>
    private static int? EndOf(string text, List<Token> tokens, int i, int from, string[] endings)
    {
        int? last = null;
        for (var j = i + 1; j < tokens.Count && tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number); j++)
        {
            // 通过省政府门户网站等渠道: where, and not whose.
            if (tokens[j].Kind == Kind.Own && !text.AsSpan(tokens[j].End).StartsWith("门户网站")
                && !text.AsSpan(tokens[j].End).StartsWith("网站")) break;
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
