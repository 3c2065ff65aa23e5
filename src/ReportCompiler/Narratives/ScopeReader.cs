using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// Says of every word of a sentence whom and when it speaks of. A subject holds over commas until another is named; what stands in
/// brackets ends with them; a sentence that opens with last year is about it, in its midst it is of that part alone.
/// </summary>
internal sealed class ScopeReader(Sentence sentence)
{
    private static readonly string[] Causes = ["因", "由于", "对", "就", "针对"];

    /// <summary>Times of many years, up to where the year is named.</summary>
    private static readonly string[] Ages = ["历年", "以来", "近年来", "近三年", "近五年", "三年来", "五年来", "十三五", "十四五", "任期"];

    /// <summary>Words of a place or a way.</summary>
    private static readonly string[] Placing = ["通过", "经由", "在", "借助", "依托", "利用", "运用"];

    /// <summary>Words behind which 累计 may go back to the years before.</summary>
    private static readonly string[] Since = ["截至", "截止", "目前", "至今", "以来", "开通", "上线", "到本年底", "到本年末"];

    /// <summary>Words of the report's year that are neutral elsewhere.</summary>
    private static readonly string[] Years = ["全年", "全年度", "年内", "年度内", "当年", "报告期内", "统计期内", "一年来"];

    private readonly List<Token> _tokens = sentence.Tokens;
    private readonly Stack<(bool IsOther, bool IsAnothers, bool IsSoFar, StatedYear Year)> _outside = [];
    private bool _other;

    /// <summary>Whether that is somebody else, another time or a plan, and not only a place or a way.</summary>
    private bool _anothers;
    private StatedYear _year;
    private bool _opened;
    private bool _ofTheYear;

    /// <summary>Whether what has come together over many years is spoken of, up to where the year is named.</summary>
    private bool _soFar;

    /// <summary>Whether the paragraph has named the year before the sentence.</summary>
    private bool _isOfYear;
    private bool _hasPrior;
    private bool _among;

    /// <summary>Where a way that something was done by stands in the part; −1 if none does.</summary>
    private int _means = -1;
    private bool _beforeMeans;

    /// <summary>Whether a part told by 其中 came by such a way, and whom the sentence spoke of before it.</summary>
    private bool? _beforePart;

    /// <summary>Whether a part of the year or another year is spoken of, and whether its part of the sentence began with it.</summary>
    private bool _period;
    private bool _isOpenedByPeriod;

    /// <summary>Whether the sentence before spoke of a part of the year, and nothing in this one of all of it.</summary>
    private bool _isOfPeriod;

    /// <summary>The scope of every word.</summary>
    /// <param name="sentence">The sentence, its words found.</param>
    /// <param name="before">What the paragraph has said before it.</param>
    public static Scope[] Read(Sentence sentence, Discourse before) => new ScopeReader(sentence)
    {
        _other = before.IsOfAnother,
        _anothers = before.IsOfAnother,
        _isOfYear = before.IsOfTheYear,
        _isOfPeriod = before.IsOfPeriod,
    }.Read();

    /// <summary>截至2017年底，累计公开 6142 条: where nothing says that it was in the year.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="number">Where the figure stands among its words.</param>
    public static bool MayBeOfMoreYears(Sentence sentence, int number)
    {
        var text = sentence.Text.AsSpan(0, sentence.Tokens[number].Start);
        if (!text.Contains("累计", StringComparison.Ordinal) || text.Contains("全年", StringComparison.Ordinal)) return false;
        // 截至 2017 年 12 月底: when, and not in which year.
        if (sentence.Tokens.FindIndex(0, number, t => t.Kind == Kind.Current && !Since.Any(s => IsBehind(t, s))) >= 0) return false;
        foreach (var word in Since)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;

        bool IsBehind(Token token, string word) => sentence.Text.AsSpan(0, token.Start).EndsWith(word);
    }

    private Scope[] Read()
    {
        var scopes = new Scope[_tokens.Count];
        for (var i = 0; i < _tokens.Count; i++)
        {
            Take(i);
            scopes[i] = new Scope(_other || _period || _soFar, IsFormer(i) ? Former : _year, _outside.Count > 0, _among)
            {
                IsAnothers = _anothers || _period || _soFar,
            };
        }
        return scopes;
    }

    /// <summary>
    /// 由 11 件上升到 16 件: a figure that another came of is of the year before, if the sentence has named that; else of any time.
    /// </summary>
    private StatedYear Former => _hasPrior ? StatedYear.Last : StatedYear.Unclear;

    private bool IsFormer(int i) => _year == StatedYear.This && _tokens[i].Kind == Kind.Number && i + 1 < _tokens.Count
        && Words.IsOnward(sentence.Word(_tokens[i + 1]));

    private void Take(int i)
    {
        switch (_tokens[i].Kind)
        {
            case Kind.Break:
                if (_means >= 0 && !_tokens.GetRange(_means, i - _means).Exists(IsOfApplications)) _other = _beforeMeans;
                _means = -1;
                Break(sentence.Text[_tokens[i].Start]);
                break;
            // 县政府 is the authority, 县政府办公室 an office of it; 我局通过网站 did it itself.
            case Kind.Own:
                var isOfOffice = i + 1 < _tokens.Count && _tokens[i + 1].Kind == Kind.Other && !IsMeans(i + 1);
                (_other, _soFar) = (isOfOffice || IsOfOthers(i), false);
                _anothers = _other;
                break;
            case Kind.Other when IsAmongUnits(i) || IsOwnSite(i) || Discourse.IsOwnBody(sentence, i):
                break;
            // 通过政府网站公开信息 1200 条，办理申请 12 件: how the first was done says nothing of the second.
            case Kind.Other when IsMeans(i) || IsWhere(i):
                (_means, _beforeMeans) = (i, _other);
                if (_among) _beforePart ??= _other;
                (_other, _isOfPeriod) = (true, false);
                break;
            // 历年累计公开 1323 条，其中 2014 年 130 条
            case Kind.Other when Ages.Contains(sentence.Word(_tokens[i]), StringComparer.Ordinal):
                _soFar = true;
                break;
            case Kind.Other or Kind.Planned:
                (_other, _isOfPeriod) = (true, false);
                _anothers |= _tokens[i].Kind == Kind.Planned || !IsPlaced(i);
                break;
            // 2021年全县收到: whoever it is, and until the year is named again.
            case Kind.Period:
                (_period, _isOpenedByPeriod) = (true, IsOpening(i));
                break;
            // Over many years, unless the sentence has said of which one.
            case Kind.SoFar:
                _soFar |= !_ofTheYear && !IsOfYear();
                break;
            // 较上年净增 13 件；办结数从 62 件上升到 76 件: what it came of is the year before's, too.
            case Kind.Compare:
                _hasPrior |= sentence.Word(_tokens[i]) is var word && (word is "同比" || word.Contains("上年", StringComparison.Ordinal));
                break;
            case Kind.Among:
                _among = true;
                break;
            // 因上年申请引发行政复议 1 件: of the year, whenever what it came of was filed.
            case Kind.Prior when i > 0 && Causes.Contains(sentence.Word(_tokens[i - 1]), StringComparer.Ordinal):
                _year = StatedYear.Unclear;
                break;
            case Kind.Prior:
                (_year, _hasPrior) = (StatedYear.Last, true);
                _opened = i == 0 || (i == 1 && _tokens[0].Kind == Kind.Neutral)
                    || sentence.Text[_tokens[i - 1].Start] is '；' or ';';
                break;
            case Kind.Neutral when Years.Contains(sentence.Word(_tokens[i]), StringComparer.Ordinal):
                NameYear();
                break;
            // 本年新收 99 件，累计办理 102 件: the rows name the year.
            case Kind.Row when sentence.Text[_tokens[i].Start + 1] is '年':
                _ofTheYear |= sentence.Text[_tokens[i].Start] is '本' or '上';
                break;
            // 2013年至2017年: of all those years.
            case Kind.Current when IsEndOfRange(i):
                (_period, _isOpenedByPeriod) = (true, true);
                break;
            case Kind.Current:
                _year = StatedYear.This;
                NameYear();
                break;
        }
    }

    /// <summary>一季度收到 131 件。全年办结 496 件: of the whole year again.</summary>
    private void NameYear()
    {
        _other &= !_isOfPeriod;
        _anothers &= !_isOfPeriod;
        (_ofTheYear, _period, _isOfPeriod, _soFar) = (true, false, false, false);
    }

    /// <summary>
    /// 累计办理 1238 件，结转下年 46 件: of the year, as what was carried over shows, or of the one the paragraph has named.
    /// </summary>
    private bool IsOfYear() =>
        _tokens.Exists(t => t.Phrase is RowPhrase { IsPlain: true, IsVerb: false } && sentence.Word(t).Contains('年'))
        || (_isOfYear && !Since.Any(s => sentence.Text.Contains(s, StringComparison.Ordinal)));

    private static bool IsOfApplications(Token token) => token.Kind == Kind.Object || token.Phrase is RowPhrase { IsContinuing: false };

    private bool IsMeans(int i) => Locutions.IsMeans(sentence.Word(_tokens[i]));

    /// <summary>各部门、各街道 are all units of the authority; 各街道 alone are some.</summary>
    private bool IsAmongUnits(int i)
    {
        var before = i > 0 && _tokens[i - 1].Kind == Kind.List ? i - 2 : i - 1;
        return before >= 0 && (before < i - 1 || sentence.Text[_tokens[i].Start] == '各') && _tokens[before].Kind == Kind.Own
            && sentence.Word(_tokens[before]).Contains('各');
    }

    /// <summary>各县（区）市场监管局: the offices of that name of others.</summary>
    private bool IsOfOthers(int i)
    {
        var before = i - 1;
        if (before > 1 && sentence.Word(_tokens[before]) is "）" or ")")
            before = _tokens.FindLastIndex(before, t => sentence.Word(t) is "（" or "(") - 1;
        return before >= 0 && _tokens[before].Kind == Kind.Other;
    }

    /// <summary>局门户网站, 通过厅官网: the authority's own, where nothing before says whose.</summary>
    private bool IsOwnSite(int i) => _tokens[i].Length == 1 && Discourse.IsPlace(sentence, _tokens[i])
        && (i == 0 || _tokens[i - 1].Kind is Kind.Break or Kind.Among or Kind.Neutral or Kind.Current or Kind.List
            || sentence.Word(_tokens[i - 1]) is "过" or "用" or "托" or "在");

    /// <summary>在县政府信息公开平台公开 96 条; 向市政府门户网站报送 12 条: where that was put, and not whose the rest is.</summary>
    private bool IsWhere(int i) => Discourse.IsPlace(sentence, _tokens[i])
        && (sentence.Word(_tokens[i]) is [.., '政', '府'] || (i > 0 && sentence.Word(_tokens[i - 1]) is "在" or "向" or "于"));

    /// <summary>通过黄海市政府采购网公开: whether a word stands behind one of a place or a way, and before what was done there.</summary>
    private bool IsPlaced(int i)
    {
        var from = i;
        while (from > 0 && _tokens[from - 1].Kind is Kind.Unknown or Kind.Neutral or Kind.Tail or Kind.Other) from--;
        var before = sentence.Text.AsSpan(_tokens[from].Start.._tokens[i].Start);
        foreach (var word in Placing)
            if (before.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private bool IsEndOfRange(int i) =>
        i > 1 && sentence.Word(_tokens[i - 1]) is "至" or "到" && _tokens[i - 2].Kind is Kind.Period or Kind.Prior;

    /// <summary>Whether nothing was counted before a word in its part, and it is no year of what is named: 2019年修订的条例.</summary>
    private bool IsOpening(int i)
    {
        for (var j = i - 1; j >= 0 && _tokens[j].Kind != Kind.Break; j--)
            if (_tokens[j].Kind is Kind.Row or Kind.Column or Kind.Object or Kind.Among) return false;
        return i + 1 < _tokens.Count && _tokens[i + 1].Kind != Kind.Unknown;
    }

    private void Break(char mark)
    {
        // 均在一季度办结；… and 截至 5 月底，…: what is told in passing ends with its part.
        if (mark is '；' or ';' || !_isOpenedByPeriod) _period = false;
        if (_year == StatedYear.Last && !_opened) _year = StatedYear.Unclear;
        // 其中通过网站收到 11 件；予以公开 9 件: of all again.
        if (mark is '；' or ';' && _beforePart is { } before) (_other, _beforePart) = (before, null);
        // 复议 3 件，上年 1 件；诉讼 2 件: what was told in passing ends with its clause.
        if (mark is '；' or ';' && _year == StatedYear.Unclear && !_opened && _outside.Count == 0) _year = StatedYear.This;
        if (mark is '；' or ';') _among = false;
        if (mark is '（' or '(') _outside.Push((_other, _anothers, _soFar, _year));
        if (mark is '）' or ')' && _outside.TryPop(out var outside)) (_other, _anothers, _soFar, _year) = outside;
    }
}
