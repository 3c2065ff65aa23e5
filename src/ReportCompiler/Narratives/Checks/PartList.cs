using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// The parts of a whole as they are listed behind it: how many there are and what they come to. Whatever may begin another
/// classification ends the list.
/// </summary>
/// <param name="sentence">The sentence, its words found.</param>
/// <param name="unit">What the whole is counted in.</param>
/// <param name="isOfForm">Whether the whole is a figure of the form.</param>
internal sealed class PartList(Sentence sentence, string unit, bool isOfForm)
{
    private static readonly string[] Wholes = ["共", "共计", "总计", "合计", "总共"];

    // May be of two classes at once: no further part of what was counted.
    private static readonly string[] Others =
    [
        "涉及", "主要", "包含", "同时", "另", "按", "从", "回复", "回应", "办理", "受理", "收到", "答复", "办结", "阅读", "点击", "访问",
        "关注", "较", "比", "同比", "均", "已",
    ];

    // What was done, unless the first part was done so, too.
    private static readonly string[] Acts =
        ["发布", "开展", "召开", "举办", "组织", "印发", "制定", "推送", "转载", "更新", "新增"];

    /// <summary>The same information may go out by several of these.</summary>
    private static readonly string[] Channels =
        ["网站", "公众号", "微信", "微博", "新媒体", "平台", "公开栏", "公报", "抖音", "头条", "客户端", "广播", "电视", "报刊"];

    /// <summary>其他 5 件: the rest of whatever the parts before are one of.</summary>
    private static readonly object Rest = new();

    /// <summary>网上申请 19 件: the way that applications came in by.</summary>
    private static readonly object Way = new();

    /// <summary>属于主动公开的 71 份: how a document is to be disclosed.</summary>
    private static readonly object Class = new();

    /// <summary>其中 3 条权责清单: what a figure counts stands behind it.</summary>
    private static readonly object Item = new();

    /// <summary>其中 9 宗为新办: one of all that are told.</summary>
    private static readonly object Nameless = new();

    private const int FewestBehindSubtotal = 3;

    private readonly List<Token> _tokens = sentence.Tokens;
    private readonly PartRest _rest = new(sentence);
    private readonly PartNames _names = new();
    private readonly List<string> _acts = [];
    private object? _axis;
    private decimal _least = decimal.MaxValue;
    private bool _hasChannels;
    private bool _hasRows;

    /// <summary>Where the part begins that is read, and whether 、 stands before it.</summary>
    private int _start;
    private bool _isListed;

    /// <summary>Whether the last part is what else there is; whether all are announced as all; whether none follows.</summary>
    private bool _hasRest;
    private bool _isAll;
    private bool _isNameless;
    private bool _isAnnounced;
    private bool _isBare;

    /// <summary>其中政策类共 9 条: whether the first part may be of those behind it.</summary>
    private bool _isSubtotal;
    private bool _isEnded;
    private bool _isInBrackets;

    /// <summary>Whether no other can be, by what they are: 公文 and 非公文.</summary>
    private bool _isWhole;

    /// <summary>Whether a part among them is counted in another word: it may be one all the same.</summary>
    private bool _hasOthers;

    /// <summary>How many parts there are.</summary>
    public int Count { get; private set; }

    /// <summary>What they come to.</summary>
    public decimal Sum { get; private set; }

    /// <summary>Whether one of them is what went out by a channel.</summary>
    public bool HasChannels => _hasChannels;

    /// <summary>The largest part.</summary>
    public decimal Most { get; private set; }

    /// <summary>What the first comes to.</summary>
    public decimal First { get; private set; }

    /// <summary>Which word is the last one's figure.</summary>
    public int Last { get; private set; }

    /// <summary>What the whole is called: 发布微博 120 条，其中原创微博 11 条 tells kinds of one channel apart.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whose report it is; empty if that does not matter.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Whether the parts are those that the whole itself names, be it of another level only (市政协提案).</summary>
    public bool AreNamed =>
        _names.Are(Name, Count, Authority.LastIndexOfAny(['省', '市', '区', '县', '旗']) is >= 0 and var level ? Authority[level] : ' ');

    /// <summary>当面 9 件，网上 11 件，征地类 6 件: whether those before the last figure make up the whole.</summary>
    public bool HasReached { get; private set; }

    /// <summary>Whether each is of those that came in by one way.</summary>
    public bool AreWays { get; private set; } = true;

    /// <summary>当面申请 0 件: whether one of the ways is told that none came in by, and so every one is.</summary>
    public bool HasNone => AreWays && isOfForm && _least == 0;

    /// <summary>Whether no more of the same stands behind the last.</summary>
    public bool IsEnded => _isEnded && !_hasOthers;

    /// <summary>Whether ； stands between parts of which the form knows nothing.</summary>
    public bool IsParted { get; private set; }

    /// <summary>
    /// Whether the parts are more than the whole, and not only because a channel carries what another does, or what a row counts: three
    /// channels in the sentence of their whole are told apart, two or others hardly ever.
    /// </summary>
    /// <param name="whole">The whole.</param>
    /// <param name="isApart">Whether it stands in the sentence before.</param>
    public bool Exceeds(decimal whole, bool isApart)
    {
        if (Sum <= whole || !_hasChannels || isOfForm || Most > whole) return Sum > whole;
        return !_hasRows && ((Count > 2 && !isApart) || (Sum - whole) * 2 < _least);
    }

    /// <summary>动态 80 条，通知 31 条，其他 22 条; 分别为 61 条和 35 条: whether all there is comes to less than the whole.</summary>
    /// <param name="whole">The whole.</param>
    public bool FallsShort(decimal whole) =>
        Sum < whole && IsEnded
            && (_isAll || _isWhole || HasNone || _names.Are(Name, Count, level: ' ') || (_isBare && _isAnnounced && !isOfForm)
            ? Count > 1 : _hasRest && Count > 2);

    /// <summary>Reads the parts.</summary>
    /// <param name="from">Where they begin among the words.</param>
    /// <param name="isAnnounced">Whether 其中 says that they are parts.</param>
    /// <param name="whole">The whole; what has reached it is all told.</param>
    public PartList Read(int from, bool isAnnounced, decimal whole)
    {
        var open = from;
        var (depth, hasList, hasComma, isComma, isParted) = (0, false, false, false, false);
        (_start, _isAnnounced) = (from, isAnnounced);
        _isAll = from < _tokens.Count && sentence.Word(_tokens[from]) == "分别";
        for (var i = from; i < _tokens.Count; i++)
        {
            var text = sentence.Word(_tokens[i]);
            if (text is "（" or "(" && depth++ == 0) open = i;
            if (text is "）" or ")" && --depth < 0)
            {
                _isInBrackets = true;
                break;
            }
            if (depth > 0) continue;
            // 权责类信息（含许可、处罚）302 条: the bracket says more of what is named before it.
            var isOf = i > 1 && sentence.Word(_tokens[i - 1]) is "的";
            var isBehindBracket = i > 0 && sentence.Word(_tokens[isOf ? i - 2 : i - 1]) is "）" or ")";
            if (text is "）" or ")" && IsNumbered(i + 1)) continue;
            // 9 条，占 2.5%；318 条，占 89.8%: of each its share.
            if (_tokens[i].Kind == Kind.Share && Count > 0 && EndOfShare(i) is > 0 and var share)
            {
                (i, isComma) = (share, false);
                continue;
            }
            // 法律服务机构和其他组织各 1 件: so many times.
            if (_tokens[i].Kind == Kind.Each && i > from) return this;
            if (_tokens[i].Kind is Kind.Among or Kind.Compare or Kind.Vague or Kind.Share || Ends(i, isAnnounced)) break;
            // 其中予以公开 5 件；部分公开 3 件: rows of one group go on; 共收到 7 件，上年结转 1 件；予以公开 3 件 begins anew.
            if (text is "；" or ";")
            {
                if (!isAnnounced || (_axis is null && (hasComma || isComma || hasList))) break;
                isParted |= _axis is null;
            }
            if (_tokens[i].Kind is Kind.Break) (_start, _isListed) = (i + 1, false);
            // A comma behind parts that were listed with 、 begins something else, if not the rest or more of the list, or of one that
            // had commas before.
            if (_tokens[i].Kind is Kind.Break && hasList && Count > 1 && !_rest.IsAt(i + 1)
                && (Sum == whole || (!hasComma && !IsListed(i + 1)))) break;
            isComma |= Count > 0 && text is "，" or ",";
            hasList |= _tokens[i].Kind == Kind.List && _tokens[i - 1].Kind == Kind.Number;
            if (_tokens[i].Kind == Kind.List) (_start, _isListed) = (i + 1, true);
            if (_tokens[i].Kind != Kind.Number) continue;
            HasReached |= Count > 1 && Sum == whole;
            // 政务 59 条，部门 31 条，解读 9 条，图解 3 条: where more than one follows, two that make up the whole are all of it.
            if (Count == 2 && Sum == whole && !_isListed && _tokens.FindIndex(i + 1, t => t.Quantity?.Unit == unit) > 0) break;
            var quantity = _tokens[i].Quantity!;
            // 6.2 级地震恢复重建信息 19 条: a figure in what a part is called.
            if (quantity.Unit != unit && i + 1 < _tokens.Count && _tokens[i + 1].Kind == Kind.Unknown) continue;
            // 动态 12 条、征集 3 期、其他 5 条: a part that is counted otherwise adds nothing.
            if (quantity.Unit != unit && Count > 0 && _isListed && i + 1 < _tokens.Count && _tokens[i + 1].Kind == Kind.List)
            {
                _hasOthers = true;
                continue;
            }
            var end = isBehindBracket ? Math.Max(_start, open) : i;
            var axis = _start < end ? Axis(_start, end) : isAnnounced ? AxisBehind(i) : Rest;
            // 其中 9 宗为新办，其余 31 宗为变更: nothing is asked of what the parts are, for they are all.
            if (_start == i && axis is null && isAnnounced && (Count == 0 || _isNameless) && _rest.Follows(i, unit))
                (axis, _isNameless) = (Nameless, true);
            var isItem = _start == i && axis is null && isAnnounced && (Count == 0 || _axis == Item) && IsItem(i);
            if (isItem) axis = Item;
            if (quantity.Unit != unit || quantity.Slack != 0 || (IsWhole(_start, end) && !IsAlone(_start, end))
                || (_start == end && (axis is null || axis == Rest))
                || (Count > 0 && !IsOn(axis))) break;
            if (axis != Rest && !IsBelow(axis)) _axis = axis;
            var name = isItem ? Behind(i) : sentence.Text[_tokens[_start].Start.._tokens[i].Start];
            _hasChannels |= IsChannel(Count == 0 && !isItem ? name[SiteOf(i)..] : name);
            _isWhole |= _names.IsComplement(name) || (_axis == Class && _names.IsLastClass(name))
                || (_axis is (Table, "column") && _names.IsLastColumn(_tokens.GetRange(_start, end - _start)));
            AreWays &= axis == Way || Ways.Are(name);
            if (Count == 0) (First, _isSubtotal) = (quantity.Value, IsWhole(_start, end));
            (Sum, Count) = (Sum + quantity.Value, Count + 1);
            (_least, Most) = (Math.Min(_least, quantity.Value), Math.Max(Most, quantity.Value));
            // 其中政策类共 9 条，法规 4 条，文件 5 条: parts of a part.
            if (_isSubtotal && Count > 2 && Sum == First * 2) return this;
            IsParted |= isParted;
            _isBare = _rest.IsBare(_start, i);
            (Last, hasComma, isComma, _hasRest) = (i, hasComma || isComma, false, _rest.Opens(_start));
            _isAll |= isAnnounced && _tokens[_start].Kind == Kind.Rest;
        }
        _isEnded = Count > 0 && HasNoMore();
        // 其中概况和动态共计 14 条，公示 9 条: two that are told so may be of other wholes.
        if ((_isNameless && !(_isEnded && _isAll)) || (_isSubtotal && Count < FewestBehindSubtotal)) (Count, Sum) = (0, 0);
        return this;
    }

    /// <summary>Whether a figure stands at a place, or behind 的 there.</summary>
    private bool IsNumbered(int i)
    {
        if (i < _tokens.Count && sentence.Word(_tokens[i]) is "的") i++;
        return i < _tokens.Count && _tokens[i].Kind == Kind.Number;
    }

    /// <summary>Whether nothing that may be a part stands behind the last.</summary>
    private bool HasNoMore()
    {
        var behind = _tokens.GetRange(Last + 1, _tokens.Count - Last - 1);
        // （当面 2 件、网上 11 件）: a bracket that was opened before them.
        if (_isInBrackets && behind is [var close, ..] && sentence.Word(close) is "）" or ")") return true;
        if (_isWhole && behind.FindIndex(t => sentence.Word(t) is "；" or ";") is >= 0 and var end) behind = behind.GetRange(0, end);
        return (behind is not [var next, ..] || sentence.Text[next.Start] is not ('等' or '以' or '多' or '余'))
            && !behind.Exists(t => t.Kind == Kind.Among || t.Quantity?.Unit == unit);
    }

    /// <summary>其中 3 条权责清单、8 条工作动态: whether a figure with what it counts behind it is an item of a list.</summary>
    private bool IsItem(int i)
    {
        var end = EndOfItem(i);
        return (_isListed || (end < _tokens.Count && _tokens[end].Kind == Kind.List)) && end > i + 1
            && _tokens.GetRange(i + 1, end - i - 1).TrueForAll(t =>
                t.Kind is Kind.Unknown or Kind.Neutral or Kind.Else or Kind.Other or Kind.Own or Kind.Tail);
    }

    /// <summary>The words behind a figure that are said of it.</summary>
    private string Behind(int i) => sentence.Text[_tokens[i].End.._tokens[EndOfItem(i) - 1].End];

    private int EndOfItem(int i)
    {
        var end = _tokens.FindIndex(i + 1, t => t.Kind is Kind.Break or Kind.List or Kind.Number or Kind.Among);
        return end < 0 ? _tokens.Count : end;
    }

    /// <summary>Where the share of a part ends; −1 if it is none.</summary>
    private int EndOfShare(int share)
    {
        var end = _tokens.FindIndex(share, t => t.Kind is Kind.Break or Kind.Number);
        return end > 0 && _tokens[end].Quantity is { Unit: "%" } ? end : -1;
    }

    /// <summary>其中政府网站中公示类 4 条，人事类 2 条: how much of what is before a figure says where all parts are.</summary>
    private int SiteOf(int number)
    {
        var site = _tokens.FindLastIndex(number - 1, number - _start, t => Words.IsIn(sentence.Word(t)));
        return site < 0 ? 0 : _tokens[site].End - _tokens[_start].Start;
    }

    private bool IsChannel(string words) => Array.Exists(Channels, c => words.Contains(c, StringComparison.Ordinal)
        && !(words.EndsWith(c, StringComparison.Ordinal) && Name.EndsWith(c, StringComparison.Ordinal)));

    /// <summary>发布动态共 804 条，公开信息共计 449 条, 对外公开总数量达到 77 件: each is a whole.</summary>
    private bool IsWhole(int from, int to) => _tokens.FindIndex(from, to - from, t => sentence.Word(t) is var word
        && (Wholes.Contains(word) || word is [.., '总', '数'] or [.., '总', '数', '量'] or [.., '总', '量'])) >= 0;

    /// <summary>其中某栏目共 7 条，指南 2 条，…: whether it is the first of those that 其中 announces, and of one thing.</summary>
    private bool IsAlone(int from, int to) =>
        _isAnnounced && Count == 0 && _tokens.FindIndex(from, to - from, t => t.Kind == Kind.List) < 0;

    /// <summary>Whether something else begins at a word.</summary>
    private bool Ends(int i, bool isAnnounced)
    {
        var text = sentence.Text.AsSpan(_tokens[i].Start);
        if (text.StartsWith("组织机构") || text.StartsWith("组织人事")) return false;
        // 上年结转 2 件，公开答复 30 件: how all were answered.
        if (_tokens[i].Phrase is RowPhrase { IsVerb: false } && sentence.Word(_tokens[i]) is [_, _, .., '答', '复']) return true;
        foreach (var other in Others)
            // 已主动公开的 3 件: what it had been before.
            if (text.StartsWith(other))
                return !IsNoun(text[other.Length..]) && !IsWayIn(i, other) && !IsProposals(i, other) && !text.StartsWith("已主动公开");
        foreach (var act in Acts)
        {
            if (!text.StartsWith(act)) continue;
            // 重要活动 26 条、曝光台发布信息 7 条: in the midst of what a part that is listed is called.
            if (_isListed && i > _start && _tokens[i - 1].Kind is Kind.Unknown
                && (_rest.Opens(_start) || !IsChannel(sentence.Text[_tokens[_start].Start.._tokens[i].Start]))) continue;
            if (isAnnounced && Count == 0) _acts.Add(act);
            return !_acts.Contains(act);
        }
        // 其中网站公开 9 条，微信发布 3 条: both are disclosed.
        if (isAnnounced && Count == 0 && text.StartsWith("公开")) _acts.Add("发布");
        return false;
    }

    /// <summary>其中网上收到 11 件，来信收到 2 件: what came in by a way is what the part is.</summary>
    private bool IsWayIn(int i, string verb) => verb is "收到" or "受理" && i > _start && i + 1 < _tokens.Count
        && _tokens[i + 1].Kind == Kind.Number && Ways.End(sentence.Text.AsSpan(_tokens[_start].Start.._tokens[i].Start));

    /// <summary>建议提案办理 40 条: the name of a class.</summary>
    private bool IsProposals(int i, string verb) => verb is "办理" && i > _start && i + 1 < _tokens.Count
        && _tokens[i + 1].Kind == Kind.Number && sentence.Text.AsSpan(0, _tokens[i].Start) is [.., '提', '案'] or [.., '建', '议'];

    /// <summary>提案办理情况 18 条: whether what was done is the name of a class.</summary>
    private static bool IsNoun(ReadOnlySpan<char> behind) => behind.StartsWith("情况") || behind.StartsWith("结果")
        || behind is ['信', '息', >= '0' and <= '9', ..];

    /// <summary>Whether a part goes on in the classification of the one before; behind 、 one that the form does not know may.</summary>
    private bool IsOn(object? axis) => axis == Rest || Equals(_axis, axis)
        || (_isListed && (_axis is null || axis is null)) || IsBelow(axis);

    /// <summary>Whether a row lies in a group that is among the parts: the total of 不同意公开 beside 同意公开.</summary>
    private bool IsBelow(object? axis) => _axis is (Table above, string group) && axis is (Table table, string part)
        && above == table && part.StartsWith(group + ".", StringComparison.Ordinal);

    /// <summary>动态 14 条、公告 4 条，文件 3 条、计划 2 条: whether 、 goes on behind the next figure.</summary>
    private bool IsListed(int i)
    {
        while (i < _tokens.Count && _tokens[i].Kind is not (Kind.Number or Kind.Break)) i++;
        return i + 1 < _tokens.Count && _tokens[i].Kind == Kind.Number && sentence.Word(_tokens[i + 1]) == "、";
    }

    /// <summary>What a part is one of: the rows of a table, its columns, or what the form does not know.</summary>
    private object? Axis(int from, int to)
    {
        // Which documents are disclosed is told of the first of them.
        if (_axis == Class || Count == 0)
        {
            var name = sentence.Text[_tokens[from].Start.._tokens[to - 1].End];
            if (PartNames.ClassOf(name) is >= 0 and var of && (_axis == Class || (of == 0 && !name.Contains('已')))) return Class;
        }
        for (var i = from; i < to; i++)
        {
            if (_rest.IsAt(i)) return Rest;
            if (_tokens[i].Phrase is RowPhrase { IsVerb: false } row && !IsOfInformation(row, i + 1, to)) return (row.Table, row.Group);
            if (_tokens[i].Phrase is ColumnPhrase column) return (column.Table, "column");
        }
        return null;
    }

    /// <summary>公开信息 252 条，其中行政处罚类 5 条，规范性文件 4 条: information on what a row is about.</summary>
    private bool IsOfInformation(RowPhrase row, int from, int to)
    {
        // 公开政府信息 98 条，其中动态 60 条，规范性文件 8 条: a class beside those that the form does not know.
        if (isOfForm)
            return unit == "条" && Count > 0 && _axis is null && Name.TrimEnd('共').EndsWith("信息", StringComparison.Ordinal)
                && !IsChannel(sentence.Word(_tokens[from - 1]));
        if (row.IsContinuing || _tokens.FindIndex(from, to - from, t => t.Kind == Kind.Unknown || sentence.Word(t) == "类") >= 0)
            return true;
        var isClass = unit == "条" && _axis is null && !IsChannel(sentence.Word(_tokens[from - 1]));
        _hasRows |= isClass;
        return isClass;
    }

    /// <summary>其中 23 件网上申请: what a part is one of if its words stand behind it; null if they do not say.</summary>
    private object? AxisBehind(int number)
    {
        var end = number + 1;
        while (end < _tokens.Count && _tokens[end].Kind is not (Kind.Break or Kind.List or Kind.Number)) end++;
        if (end == number + 1) return null;
        if (Axis(number + 1, end) is { } axis) return axis;
        return Ways.Are(sentence.Text.AsSpan(_tokens[number].End, _tokens[end - 1].End - _tokens[number].End)) ? Way : null;
    }
}
