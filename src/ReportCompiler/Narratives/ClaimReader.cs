using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// Finds which figures of a sentence are understood. A figure belongs to the phrase in its own part of the sentence, between commas,
/// and only if every word from the comma to the figure is known: an unknown word may say that it is another's. What is not understood
/// is left unread, and what is listed behind it too; nothing is guessed.
/// </summary>
/// <remarks>
/// The stages, each of which can be read alone: <see cref="Lexicon"/> and <see cref="Locutions"/> find the words,
/// <see cref="ScopeReader"/> whom and when they speak of, <see cref="PartReader"/> which words belong to which figure,
/// <see cref="FigureWords"/> what these say, <see cref="TableMatter"/> whether they are about the table at all,
/// <see cref="Meanings"/> and <see cref="CellReadings"/> which cells they may mean. What is decided here is whether all that can be
/// trusted.
/// </remarks>
internal sealed class ClaimReader
{
    private static readonly string[] Publishing = ["主动公开", "公开发布", "公开", "发布", "公布"];

    private readonly Sentence _sentence;
    private readonly Meanings _meanings;
    private readonly Nearness _nearness;
    private readonly TableMatter _matter;
    private readonly Limits _limits;
    private readonly Scope[] _scopes;

    /// <summary>Whether what stands behind may be of something that was not understood.</summary>
    private Taint _taint;
    private bool _isUnderstood = true;

    /// <summary>The row whose column was not told.</summary>
    private RowPhrase? _open;

    /// <summary>Whether that is a whole whose parts stand behind, or a row beside them.</summary>
    private bool _isTaintOfWhole;

    /// <summary>Whether what stands behind are the parts of a row that was understood.</summary>
    private bool _isOfWhole;

    /// <summary>How many figures were understood before the bracket.</summary>
    private int _opened;

    /// <summary>Whether the bracket holds a figure alone: it is as if it stood before it.</summary>
    private bool _isOfFigure;

    /// <summary>What stands before that was not understood.</summary>
    private enum Taint : byte
    {
        None,

        /// <summary>Another matter, known by name: what names its own in full is not of it.</summary>
        Matter,

        /// <summary>A row whose column was not told: columns behind are of that row, whatever else is named is not read.</summary>
        Column,
        Unknown,
    }

    private ClaimReader(Phrasing phrasing, Sentence sentence, Discourse discourse)
    {
        _sentence = sentence;
        var matter = _matter = new TableMatter(phrasing, sentence, discourse);
        _meanings = new Meanings(phrasing, sentence, matter, discourse.Rows);
        _nearness = new Nearness(sentence, matter);
        _limits = new Limits(phrasing, sentence, matter, _meanings);
        _scopes = ScopeReader.Read(sentence, discourse);
        // 收到申请 67 件。上述申请已办结 64 件: all that came in, where the sentence before speaks of no part of it.
        if (discourse.IsOfIntake)
            sentence.Tokens = [.. sentence.Tokens.Select(t => sentence.Word(t) is "上述" ? t with { Kind = Kind.Neutral } : t)];
        // 其中，予以公开 99 件 goes on from the sentence before.
        if (sentence.Tokens is [{ Kind: Kind.Among }, ..] || IsOfOneRow(phrasing, sentence, discourse.Rows)) _meanings.GoOn();
    }

    /// <summary>The claims of a sentence; what is known of its other figures is left in it.</summary>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">The sentence, its words found.</param>
    /// <param name="discourse">What the paragraph has said before it.</param>
    public static List<Claim> Read(Phrasing phrasing, Sentence sentence, Discourse discourse)
    {
        if (!sentence.HasFigures && !discourse.IsOfIntake) return [];
        var reader = new ClaimReader(phrasing, sentence, discourse);
        foreach (var part in PartReader.Read(phrasing, sentence)) reader.Read(part);
        return CellReadings.Apart(phrasing, CellReadings.Different(sentence, reader._meanings.Claims));
    }

    /// <summary>
    /// 制发规范性文件 4 件，废止 6 件。年末现行有效 62 件: whether a sentence names columns of the one row that the one before spoke of,
    /// and nothing else.
    /// </summary>
    private static bool IsOfOneRow(Phrasing phrasing, Sentence sentence, IReadOnlyList<RowPhrase> rows)
    {
        if (rows is not [{ IsVerb: false } row, ..] || rows.Any(r => r != row)) return false;
        if (phrasing.Rows.Any(r => r.IsVerb && r.Table == row.Table)) return false;
        var words = sentence.Tokens.Take(sentence.Tokens.FindLastIndex(t => t.Kind == Kind.Number) + 1).ToList();
        return words.Exists(t => t.Kind == Kind.Column) && words.TrueForAll(IsOfColumn);

        bool IsOfColumn(Token token) => token.Phrase is ColumnPhrase column
            ? column.Table == row.Table && !sentence.Word(token).Contains("文件", StringComparison.Ordinal)
            : token.Kind is Kind.Neutral or Kind.Current or Kind.Own or Kind.Break or Kind.List or Kind.Number or Kind.Compare;
    }

    private void Read(Part part)
    {
        var isTrusted = !part.IsOfUnknown;
        foreach (var mention in part.Mentions)
        {
            NameOwn(mention.From, mention.Number);
            if (Read(mention, isTrusted)) continue;
            if (isTrusted && RowWithoutColumn(mention) is { } row)
            {
                _meanings.Name(row);
                (_taint, _open) = (Taint.Column, row);
            }
            else isTrusted &= IsOutOfContext(mention);
        }
        if (part.IsWhole && part.Mentions is [{ Words.Row: { IsVerb: false } whole }]) _meanings.Keep(whole);
        NameOwn(part.Mentions.Count > 0 ? part.Mentions[^1].End : part.From, part.To);
        if (part.Row is not null && !_scopes[part.To - 1].IsOther)
        {
            if (part.IsWhole) _meanings.NameWhole(part.Row);
            else _meanings.Name(part.Row);
            _isOfWhole = part.IsWhole;
        }
        _meanings.EndPart();
        var isNamed = part.IsOfUnknownRow || (part.Mentions.Any(IsNamed) && !IsItem(part) && !IsOfSorts(part));
        if (!isTrusted && isNamed)
        {
            // 收到群众来信 41 件、来电 230 个: what is listed behind another matter is no subject either.
            _taint = part.Mentions.All(m => IsOfAnother(m) || (m != part.Mentions[0] && IsListed(m))) ? Taint.Matter : Taint.Unknown;
            // 城投集团予以公开 9 件，部分公开 2 件: whosever the row is, those behind it are.
            _isTaintOfWhole |= part.IsOfUnknownRow || part.Mentions.Any(m => m.Words.Row is { IsVerb: false, IsContinuing: false });
        }
        if (part.To < _sentence.Tokens.Count) Pass(part.To);
    }

    /// <summary>
    /// 行政处罚 7 件、行政复议 1 件，集中采购 18 项: whether only what the case was about is left open, which says nothing of others.
    /// </summary>
    private bool IsOutOfContext(Mention mention) => mention is { IsNamedBefore: true, Words: { IsUnknown: false, Column: null } }
        && mention.Words is { Row: { IsVerb: false, IsContinuing: false } row, IsAfterVerb: false, Listed.Count: 0 }
        && _scopes[mention.Number] is { IsOther: false, Year: StatedYear.This } && row.Table != _matter.Verbs
        && _meanings.IsOfContext(row.Table) && !_matter.Holds(row, mention);

    /// <summary>Whether words of the form stand before a figure, and no ordinary ones.</summary>
    private bool IsNamed(Mention mention)
    {
        if (!mention.IsNamedBefore || mention.Words.Row is { IsContinuing: true }) return false;
        // 网络申请数 5 件: the form knows nothing of the ways.
        var start = _sentence.Tokens[mention.From].Start;
        if (Ways.Are(_sentence.Text.AsSpan(start, mention.Figure.Start - start))) return false;
        var before = _sentence.Tokens.Skip(mention.From).Take(mention.Number - mention.From);
        // 规范性文件类信息 4 条: a class of what was disclosed, and nobody's row.
        if (mention.Figure.Quantity!.Unit == "条" && _sentence.Text.AsSpan(start..mention.Figure.Start).EndsWith("类信息")) return false;
        // 废止文件 3 件: a column of whatever row says of no other matter.
        if (mention.Words is { Row: null, Column: { } column, IsUnknown: false } && column.Table != _matter.Verbs) return false;
        // 行政许可事项 15 项: another count of the same authority.
        return before.Any(t => t.Kind == Kind.Unknown) || (mention.Figure.Quantity!.Unit != "项" && _meanings.IsOfTables(mention));
    }

    /// <summary>
    /// 公开行政规范性文件 10 件，废止 3 件: the row that a figure names, and no column, so that it is of none; whose it is stands fast,
    /// and the columns behind it go on from the row, but no other row does: of 公开规范性文件 10 条，行政许可 20 条 nobody knows whether
    /// decisions or pages are counted. Nothing else is said of it but that it was published.
    /// </summary>
    private RowPhrase? RowWithoutColumn(Mention mention)
    {
        var isOwn = _taint == Taint.None && _scopes[mention.Number] is { IsOther: false, IsInBrackets: false, Year: StatedYear.This };
        var before = _sentence.Tokens[mention.From..mention.Number];
        var named = before.FindLast(t => t.Kind == Kind.Row);
        if (!isOwn || named.Phrase is not RowPhrase row || !_meanings.IsOfNoColumn(row, mention)) return null;
        var text = _sentence.Text.AsSpan(0, named.Start);
        var verb = 0;
        foreach (var publishing in Publishing)
            if (verb == 0 && text.EndsWith(publishing)) verb = publishing.Length;
        var isAlone = before.TrueForAll(t => t == named || t.Kind is Kind.Neutral or Kind.Current or Kind.Own or Kind.Break
            || (t.Start >= named.Start - verb && t.End <= named.Start));
        return isAlone ? row : null;
    }

    /// <summary>废止 3 件, 现行有效的规范性文件 31 件: whether a figure names a column of the row that had none.</summary>
    private bool IsOfOpen(FigureWords words) => words.Column is { } column && column.Table == _open!.Table
        && (words.Row is null || words.Row.Readings[0].SequenceEqual(_open.Readings[0]));

    /// <summary>
    /// 受理举报投诉 12 件: whether a figure is of another matter that is known by name; what names its own in full behind it is not.
    /// </summary>
    private bool IsOfAnother(Mention mention)
    {
        if (mention.Words.Row is not { IsVerb: true } verb) return false;
        var (from, named) = (_sentence.Tokens[mention.From].Start, false);
        var text = _sentence.Text[from..mention.Figure.Start];
        var isNamed = new bool[text.Length];
        foreach (var word in verb.Avoid)
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                named = true;
                Array.Fill(isNamed, true, at, word.Length);
            }
        var before = _sentence.Tokens.Skip(mention.From).Take(mention.Number - mention.From);
        return named && before.All(t => t.Kind is not (Kind.Unknown or Kind.Tail) || isNamed[t.Start - from]);
    }

    private bool IsListed(Mention mention) => mention.From > 0 && _sentence.Word(_sentence.Tokens[mention.From - 1]) is "、"
        && !mention.Words.HasPhrase;

    /// <summary>
    /// 不予公开的答复中，因可能损害第三方权益的 9 件，属过程性信息的 7 件: an item of an understood whole that is not understood itself
    /// says nothing of its neighbours, which are no part of it; unless it begins with what may be whose it is.
    /// </summary>
    private bool IsItem(Part part) => _isOfWhole && _sentence.Tokens[part.From].Kind != Kind.Unknown
        && part.Mentions.All(m => m.Words.Row is { IsVerb: false });

    /// <summary>
    /// 办理出入境、户籍等行政许可 402 件: of which sorts they were is told between what was done and the row, and nobody else is named.
    /// </summary>
    private bool IsOfSorts(Part part)
    {
        if (part.Mentions is not [{ Words.Row: { IsVerb: false } } mention]) return false;
        var before = _sentence.Tokens[part.From..mention.Number];
        var (sorts, row) = (before.FindIndex(t => t.Kind == Kind.Unknown), before.FindLastIndex(t => t.Kind == Kind.Row));
        if (sorts < 1 || row <= sorts || _sentence.Word(before[row - 1]) != "等") return false;
        return before[sorts - 1].Phrase is RowPhrase { IsVerb: true }
            && before[..sorts].TrueForAll(t => t.Kind is Kind.Neutral or Kind.Current or Kind.Own or Kind.Row)
            && before[sorts..(row - 1)].TrueForAll(t => t.Kind is Kind.Unknown or Kind.Neutral or Kind.List);
    }

    /// <summary>
    /// 同意公开 14 件，告知向其他机关申请 11 件，结转下年 22 件: a row of the same list called by its own name, behind an item of it that
    /// was not understood; and 行政复议 1 件, which is no application.
    /// </summary>
    private bool IsNamesake(Mention mention)
    {
        if (_taint != Taint.Unknown || _isTaintOfWhole || mention is not { IsNamedBefore: true }) return false;
        if (mention.Words.Row is not { IsVerb: false, IsContinuing: false, Severity: Severity.Error } row) return false;
        var told = _meanings.Claims.Select(c => c.Claim).ToList();
        return !told.Exists(c => c.Row == row) && told.Exists(c => c.Row is { } of && of.IsVerb == (of.Table != row.Table));
    }

    /// <summary>The authority or its year named again: what follows is of it, whatever stands before.</summary>
    private void NameOwn(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (IsOwn(_sentence.Tokens[i])) (_taint, _isTaintOfWhole) = (Taint.None, false);
    }

    /// <summary>本年, and 本年新收 too.</summary>
    private bool IsOwn(Token token) => token.Kind is Kind.Own or Kind.Current
        || (token.Kind == Kind.Row && _sentence.Text.AsSpan(token.Start).StartsWith("本年"));

    private void Pass(int at)
    {
        var mark = _sentence.Tokens[at];
        // The parts of what is not understood are of it.
        if (mark.Kind == Kind.Among)
        {
            if (!_isUnderstood) (_taint, _isTaintOfWhole) = (Taint.Unknown, true);
            _isOfWhole = _isUnderstood && _meanings.Claims.Count > 0;
        }
        var sign = _sentence.Text[mark.Start];
        if (sign is '（' or '(') _isOfFigure = _sentence.FigureIn(at) >= 0;
        if (sign is '（' or '(' && !_isOfFigure) _opened = _meanings.Open();
        if (sign is '）' or ')' && !_isOfFigure) _meanings.Close(_opened);
        if (sign is not ('；' or ';')) return;
        (_taint, _isTaintOfWhole, _isOfWhole) = (Taint.None, false, false);
        _meanings.EndClause();
        _nearness.Break();
    }

    /// <summary>Whether another figure came of one whose words are understood, and it is not said when it was so much.</summary>
    private bool IsFormer(Mention mention, Scope scope) => scope.Year == StatedYear.Unclear && !mention.Words.IsUnknown
        && mention.Number + 1 < _sentence.Tokens.Count && Words.IsOnward(_sentence.Word(_sentence.Tokens[mention.Number + 1]));

    /// <summary>政府信息公开申请量增加 27 件: of how many applications there were more.</summary>
    private static bool IsOfApplications(Mention mention) => mention is { Words.HasObject: true, Figure.Quantity.Unit: "件" or "%" };

    /// <summary>Reads a figure; whether those behind it in its part can be trusted.</summary>
    private bool Read(Mention mention, bool isTrusted)
    {
        var (words, scope, figure) = (mention.Words, _scopes[mention.Number], mention.Figure);
        // 自然人申请占 69.6%: no count; what is listed behind it is understood all the same.
        var isPercent = figure.Quantity!.Unit == "%" && !words.IsUnknown;
        var isCount = !words.IsShare || !isPercent;
        if (_taint == Taint.Matter && words is { HasObject: true, Row.IsVerb: true }) _taint = Taint.None;
        var isUntainted = _taint == Taint.None || (_taint == Taint.Column && IsOfOpen(words)) || IsNamesake(mention);
        var isClear = isTrusted && isUntainted && !scope.IsOther && scope.Year != StatedYear.Unclear;
        var isKnown = isClear && isCount && !words.IsUnknown;
        var items = isKnown && words.IsDifference ? _meanings.ChangeOfItems(mention) : null;
        var isChange = isKnown && words.IsDifference && items is null;
        var isRead = isKnown && items is null && (isChange ? words.HasPhrase || IsOfApplications(mention) : _meanings.IsOfTables(mention));
        var claim = isRead ? _meanings.Of(mention, scope) : items;
        if (words.IsDifference || scope.Year != StatedYear.This) _sentence.OfLastYear.Add(figure.Start);
        // 新收申请增加 29 件: how much more there was of what the words before it name; behind a figure, of that one.
        if (isChange && claim is not null) _sentence.Changes.Add(claim);
        // 其他事项本年增加 2 项，处理决定 140 件: columns behind are of the row that changed.
        if (isChange && claim is null && words.Row is { IsVerb: false } changed) _meanings.Name(changed);
        if (isChange || claim is null) _sentence.Known[figure.Start] = _nearness.Of(mention, scope);
        // 由 250 篇增至 310 篇: of whatever time the first is, the second is of the year.
        if (isChange || isPercent || IsFormer(mention, scope)) return isTrusted;
        // 受理信访 390 件（其中结转下年 18 件）: of what is not the form's there may be more.
        var isOfForm = _taint != Taint.Matter && (_isUnderstood || !(scope.IsAmong || scope.IsInBrackets));
        if (claim is null && isOfForm && _limits.Of(mention, scope) is { } limit) _sentence.Limits.Add(limit);
        if (claim is null && words.Row is { IsVerb: false } missed)
        {
            _meanings.Miss(missed);
            if (figure.Quantity.Unit == "项") _meanings.Turn(words.IsUnknown ? null : missed);
        }
        if (claim is not null)
        {
            var opens = _sentence.Text[_sentence.Tokens[mention.Start].Start];
            var isBeside = scope is { IsInBrackets: false, IsAmong: false } && opens != '含';
            _meanings.Take(claim, isBeside);
            _nearness.Take();
        }
        // 受理申请 122 件，涉及 408 项（其中结转下年 8 件）: what is counted otherwise than the tables' figures has no part of those.
        if (!scope.IsInBrackets && (_meanings.IsOfTables(mention) || _meanings.Claims.Count == 0)) _isUnderstood = claim is not null;
        return claim is not null;
    }
}
