using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>What a paragraph has said before a sentence: whom it speaks of, and of which table.</summary>
/// <param name="phrasing">The edition's words.</param>
/// <param name="paragraph">The whole paragraph.</param>
/// <param name="carried">The tables that the paragraph before, under the same heading, leaves to this one.</param>
/// <param name="rows">The rows that it spoke of, if this one may go on with them.</param>
internal sealed class Discourse(
    Phrasing phrasing, string paragraph, IReadOnlyList<Table> carried, IReadOnlyList<RowPhrase> rows)
{
    private const int Distinctive = 6;
    private const int ShortestWord = 3;
    private const int LongestHeading = 16;

    /// <summary>Words that open a sentence about what the authority does, whoever is named behind them.</summary>
    private static readonly string[] Openings =
    [
        "指导", "督促", "组织", "会同", "联合", "协调", "协同", "推动", "推进", "要求", "配合", "通过", "按照", "根据", "依托", "依据",
        "围绕", "加强", "提示", "委托", "依法", "严格", "坚持", "落实", "贯彻", "持续", "进一步", "及时", "转载", "更新", "发布", "公开",
        "公示", "印发", "制定", "出台", "修订", "编制", "梳理", "调整", "动态", "召开", "举办", "开展", "建立", "健全", "完善", "优化",
        "强化", "深化", "规范", "畅通", "聚焦", "对照", "主动", "积极", "充分", "认真", "扎实", "做好", "抓好", "参加", "配备", "修改",
        "大力", "不断", "着力", "全面", "切实", "统筹", "深入", "全力", "努力", "加快", "拓展", "拓宽", "提升", "提高", "细化", "明确",
    ];

    /// <summary>Words whose object an office is.</summary>
    private static readonly string[] With =
        ["对接", "会同", "联合", "协调", "征求", "报送", "商请", "函询", "指导", "督促", "邀请", "移交", "配合"];

    /// <summary>区住建局收到的申请最多: offices are compared, and no subject of what follows.</summary>
    private static readonly string[] Rankings = ["最多", "较多", "居多", "居前", "排名"];

    /// <summary>Places where information goes out; those of an office are no office.</summary>
    private static readonly string[] Places =
    [
        "网站", "门户网站", "政府网站", "官网", "官方网站", "官方微信", "官方微博", "微信公众号", "公众号", "政务微博", "政务微信",
        "信息公开平台", "政务公开平台", "信息公开网",
    ];

    private static readonly string[] Bodies =
        ["领导", "党组", "党委", "班子", "政府信息公开", "信息公开", "政务公开", "党政办", "党政综合办"];

    private readonly HashSet<Table> _tables = [];
    private readonly List<RowPhrase> _told = [];

    /// <summary>The text of the paragraph.</summary>
    public string Paragraph { get; } = paragraph;

    /// <summary>Whether the sentence before made an office its subject.</summary>
    public bool IsOfAnother { get; private set; }

    /// <summary>Whether that is a part of the year: 一季度收到 12 件。</summary>
    public bool IsOfPeriod { get; private set; }

    /// <summary>Whether a sentence before named the year, and none behind it another time.</summary>
    public bool IsOfTheYear { get; private set; }

    /// <summary>The tables that the sentence before spoke of.</summary>
    public IReadOnlyList<Table> Last { get; private set; } = [];

    /// <summary>The tables that the paragraph has spoken of.</summary>
    public IReadOnlyList<Table> Tables => [.. _tables];

    /// <summary>The rows that it has spoken of.</summary>
    public IReadOnlyList<RowPhrase> Told => _told;

    /// <summary>The rows that the sentence before spoke of.</summary>
    public IReadOnlyList<RowPhrase> Rows { get; private set; } = rows;

    /// <summary>Whether every count of the sentence before was understood, and one of them says what came in.</summary>
    public bool IsOfIntake { get; private set; }

    /// <summary>Takes what a sentence leaves to those behind it.</summary>
    public void Pass(Sentence sentence)
    {
        var clause = sentence.Tokens.TakeWhile(t => t.Kind is not Kind.Break);
        var other = clause.Where(t => t.Kind is Kind.Other or Kind.Period).Take(1).ToList();
        var isSubject = other is [var first] && !IsPlace(sentence, first) && !Locutions.IsMeans(sentence.Word(first))
            && !IsOwnBody(sentence, sentence.Tokens.IndexOf(first))
            && !IsActedOn(sentence) && !IsObject(sentence, first);
        IsOfAnother = isSubject && !sentence.Tokens.Exists(t => t.Kind == Kind.Own) && !IsRanking(sentence);
        IsOfPeriod = IsOfAnother && other[0].Kind == Kind.Period;
        IsOfTheYear = (IsOfTheYear || sentence.Tokens.Exists(t => t.Kind == Kind.Current))
            && !sentence.Tokens.Exists(t => t.Kind is Kind.Period or Kind.Prior);
        IsOfIntake = sentence.Claims.Exists(c => c is { LastYear: false, Row: { } row } && phrasing.IsIntake(row))
            && sentence.Tokens.TrueForAll(t => t.Quantity is not { IsCounted: true } || sentence.OfLastYear.Contains(t.Start)
                || sentence.Claims.Exists(c => c.Number.Start == t.Start));
        Rows = [.. sentence.Claims.Select(c => c.Row).OfType<RowPhrase>()];
        _told.AddRange(Rows);
        Last = [.. sentence.Claims.Select(c => c.Table).Distinct()];
        foreach (var claim in sentence.Claims.Where(c => !c.LastYear)) _tables.Add(claim.Table);
        // （三）复议诉讼方面。 is a heading in the paragraph itself.
        var isHeading = sentence.Text.Length <= LongestHeading && !sentence.Tokens.Exists(t => t.Kind == Kind.Number);
        foreach (var context in phrasing.Contexts)
            if (Evidences(sentence, context.Table) || (isHeading && IsHeaded(sentence.Text, context.Table))) _tables.Add(context.Table);
    }

    private static bool IsRanking(Sentence sentence) => !sentence.Tokens.Exists(t => t.Kind == Kind.Number)
        && Array.Exists(Rankings, r => sentence.Text.Contains(r, StringComparison.Ordinal));

    /// <summary>指导区政务服务局完善登记工作: the authority does it, and to whom is said.</summary>
    private static bool IsActedOn(Sentence sentence)
    {
        var first = sentence.Tokens.FindIndex(t => t.Kind is not (Kind.Neutral or Kind.Current or Kind.Break));
        return first >= 0 && Openings.Any(v => sentence.Text.AsSpan(sentence.Tokens[first].Start).StartsWith(v));
    }

    /// <summary>经办人员主动对接区数据局: whom something was done with.</summary>
    private static bool IsObject(Sentence sentence, Token token)
    {
        // 受理向市政府办公室提出的申请: to whom.
        if (token.Start > 0 && sentence.Text[token.Start - 1] is '向') return true;
        foreach (var verb in With)
            if (sentence.Text.AsSpan(0, token.Start).Contains(verb, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>局领导, 局政府信息公开领导小组: bodies of the authority itself, where nothing before says of which.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The word for the office.</param>
    public static bool IsOwnBody(Sentence sentence, int at)
    {
        var isNamed = at > 0 && sentence.Tokens[at - 1].Kind is not (Kind.Break or Kind.Neutral or Kind.Current or Kind.List);
        if (isNamed || sentence.Tokens[at].Length > 1) return false;
        foreach (var body in Bodies)
            if (sentence.Text.AsSpan(sentence.Tokens[at].End).StartsWith(body)) return true;
        return false;
    }

    /// <summary>在省政府网站开设窗口: where something was done, not whose it is.</summary>
    public static bool IsPlace(Sentence sentence, Token token)
    {
        var behind = sentence.Text.AsSpan(token.End);
        foreach (var place in Places)
            if (behind.StartsWith(place)) return true;
        return false;
    }

    /// <summary>Whether it is about a table by what was said before, or by the words of the sentence alone.</summary>
    public bool IsAbout(Table table, Sentence sentence) =>
        _tables.Contains(table) || Evidences(sentence, table) || IsHeaded(sentence.Heading, table) || IsLed(sentence, table)
        || IsCarried(table, sentence);

    /// <summary>
    /// Whether a sentence goes on from the paragraph before: every word of it up to its last figure is understood, so that it names no
    /// other matter.
    /// </summary>
    public bool IsCarried(Table table, Sentence sentence)
    {
        if (!carried.Contains(table)) return false;
        var last = sentence.Tokens.FindLastIndex(t => t.Kind == Kind.Number);
        return !sentence.Tokens.Take(last).Any(t => t.Kind is Kind.Unknown or Kind.Tail or Kind.Other or Kind.Period);
    }

    /// <summary>Whether figures of applications were understood in the paragraph.</summary>
    public bool HasApplications => phrasing.Rows.FirstOrDefault(r => r.IsVerb) is { } verb && _tables.Contains(verb.Table);

    /// <summary>The sentence behind; null at the end of the paragraph.</summary>
    public Sentence? Next { get; set; }

    /// <summary>Whether the sentence behind goes on with rows of the table: 共答复 177 件。其中，予以公开 87 件.</summary>
    public bool GoesOn(Table table) => Next is { Tokens: [var first, ..] } next
        && (first.Kind == Kind.Among || next.Text.StartsWith('按'))
        && next.Tokens.Exists(t => t.Phrase is RowPhrase { IsVerb: false } row && row.Table == table && row.Avoid.IsEmpty);

    /// <summary>Whether the heading above names a row of the table: 行政复议、行政诉讼情况.</summary>
    private bool IsHeaded(string heading, Table table) =>
        heading.Contains(table.Key, StringComparison.Ordinal)
        || Enumerable.Range(0, heading.Length).Any(i => NamesRow(heading[i..], table));

    private bool NamesRow(string heading, Table table)
    {
        var walk = phrasing.Words.Begin();
        for (var i = 0; i < heading.Length && walk.Step(heading[i]); i++)
            if (i >= ShortestWord && phrasing.PhraseOf(walk.Number) is RowPhrase { IsVerb: false, IsContinuing: false } row
                && row.Table == table)
                return true;
        return false;
    }

    /// <summary>
    /// 行政复议、行政诉讼情况：复议 5 件: whether a sentence opens with a heading of its own that names two rows of the table.
    /// </summary>
    private static bool IsLed(Sentence sentence, Table table)
    {
        var end = sentence.Tokens.FindIndex(t => t.Kind == Kind.Break);
        // 行政复议和行政诉讼工作：受理行政复议申请 52 件: of those who decide on them as well.
        if (sentence.Tokens.Exists(t => t.Phrase is RowPhrase { IsVerb: true })) return false;
        if (end < 1 || sentence.Tokens[end].Start > LongestHeading) return false;
        if (sentence.Word(sentence.Tokens[end]) is not ("：" or ":")) return false;
        var lead = sentence.Tokens[..end];
        return lead.TrueForAll(t => t.Kind is Kind.Row or Kind.List or Kind.Neutral)
            && lead.Where(t => t.Phrase is RowPhrase { IsVerb: false } row && row.Table == table).DistinctBy(t => t.Phrase).Count() > 1;
    }

    /// <summary>
    /// Whether a sentence speaks of a table in words that nothing else is called by: two of its rows or columns, or one long label.
    /// A row with words to avoid is an ordinary word.
    /// </summary>
    public static bool Evidences(Sentence sentence, Table table)
    {
        var other = ReadOnlySpan<char>.Empty;
        foreach (var token in sentence.Tokens)
        {
            var isOwn = token.Phrase switch
            {
                RowPhrase row => row.Table == table && (!row.IsContinuing && (row.IsVerb ? row.IsPlain : row.Avoid.IsEmpty || row.IsPlain)),
                ColumnPhrase column => column.Table == table && token.Length >= ShortestWord,
                _ => false,
            };
            if (!isOwn) continue;
            if (token.Phrase is RowPhrase { IsPlain: true } plain && !sentence.Mentions(plain.Avoid)) return true;
            var word = sentence.Text.AsSpan(token.Start, token.Length);
            if (word.Length >= Distinctive || (!other.IsEmpty && !word.SequenceEqual(other))) return true;
            other = word;
        }
        return false;
    }
}
