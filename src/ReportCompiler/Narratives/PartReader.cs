using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// Takes a sentence apart at its commas, and every part group by group: the words before a figure, the figure, and those behind it that
/// are not the next one's. Nothing is judged here; the same words give the same parts.
/// </summary>
internal sealed class PartReader(Phrasing phrasing, Sentence sentence)
{
    /// <summary>Words that put more to what stands before their bracket.</summary>
    private static readonly string[] Includes = ["含", "包括", "包含"];

    private const int MostCommas = 2;

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>The words of the figure before, which the next may go on from.</summary>
    private FigureWords? _words;

    /// <summary>The words of a part without a figure that the next part may go on from, and where it begins.</summary>
    private (FigureWords Words, int From, bool IsWhole)? _named;

    /// <summary>The parts of a sentence, in order.</summary>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">The sentence, its words found.</param>
    public static List<Part> Read(Phrasing phrasing, Sentence sentence) => new PartReader(phrasing, sentence).Read();

    private List<Part> Read()
    {
        var parts = new List<Part>();
        var outside = new Stack<(bool IsUnknown, (FigureWords Words, int From, bool IsWhole)? Named, int Open)>();
        var (isOfUnknown, isOfUnknownRow, hasFigure) = (false, false, false);
        for (var from = 0; from < _tokens.Count;)
        {
            var to = from;
            while (to < _tokens.Count && _tokens[to].Kind is not (Kind.Break or Kind.Among)) to++;
            var isWhole = to > from && IsWhole(_tokens[to - 1]);
            var part = ReadPart(from, to) with { IsOfUnknown = isOfUnknown, IsOfUnknownRow = isOfUnknownRow, IsWhole = isWhole };
            parts.Add(part);
            (isOfUnknown, isOfUnknownRow) = (false, false);
            if (to == _tokens.Count) break;
            var named = _named;
            hasFigure |= part.Mentions.Count > 0;
            var mark = _tokens[to].Kind == Kind.Among ? ' ' : sentence.Text[_tokens[to].Start];
            // 以自然人为主（9 件）: the figure is of what stands before the bracket.
            var isOfFigure = part.Mentions.Count == 0 && _named is not { Words.IsDifference: true } && sentence.FigureIn(to) >= 0;
            if (mark is not ('，' or ',' or '：' or ':') && !isOfFigure) _named = null;
            if (mark is '（' or '(')
            {
                var isUnknown = part.Mentions.Count == 0 && (HasUnknown(part) || (isOfFigure && part.IsOfUnknown));
                outside.Push((isUnknown, named, to));
                hasFigure = false;
                isOfUnknown = isUnknown && isOfFigure;
                isOfUnknownRow = isOfUnknown && NamesForm(part);
            }
            if (mark is '）' or ')' && outside.TryPop(out var before))
            {
                isOfUnknown = before.IsUnknown;
                // 专项经费（不含人员经费）28.6 万元: of what the bracket is put to.
                if (!hasFigure) _named = before.Named is { } put ? With(put, before.Open, to) : null;
            }
            from = to + 1;
        }
        return parts;
    }

    /// <summary>
    /// 予以公开（含部分公开）45 件: both together; what a bracket names of another group leaves nothing to be understood.
    /// </summary>
    private (FigureWords Words, int From, bool IsWhole)? With(
        (FigureWords Words, int From, bool IsWhole) named, int open, int close)
    {
        var inside = _tokens.GetRange(open + 1, close - open - 1);
        if (inside is not [var first, ..]) return named;
        if (!IsBeside(first) && IsParted(named.Words.Row, first)) return Of(named, inside, open);
        // 新收申请（含上年结转）107 件.
        if (named.Words.Row is { } counted && phrasing.IsOfIntake(counted)
            && Includes.Contains(sentence.Word(first), StringComparer.Ordinal)
            && inside.Select(t => t.Phrase).OfType<RowPhrase>().FirstOrDefault(r => r is { IsPlain: true, IsVerb: false }) is { } put)
        {
            named.Words.Include(put);
            return named;
        }
        if (named.Words.Row is not { IsVerb: false } row) return named;
        // 其他处理（含主动撤回申请）7 件，部分公开（含区分处理后公开）9 件: another row only by its own name.
        var isClear = inside.TrueForAll(t => t.Kind != Kind.Unknown);
        var rows = inside.Select(t => t.Phrase).OfType<RowPhrase>()
            .Where(r => r.IsVerb ? isClear : r.Severity == Severity.Error).ToList();
        if (rows.TrueForAll(r => r.Table == row.Table && r.Readings[0].All(row.Readings[0].Contains))) return named;
        if (!Includes.Contains(sentence.Word(first), StringComparer.Ordinal)) return named;
        var words = Of([.. _tokens.GetRange(named.From, open - named.From), _tokens[open] with { Kind = Kind.List }, .. inside]);
        return words.IsUnknown || words.Listed.Count == 0 ? null : named with { Words = words };
    }

    /// <summary>
    /// 不予公开（属于内部事务信息）2 件, 收到申请（网络）3 件、收到申请（信函）5 件: whether a bracket tells a part of what stands
    /// before it; 无法提供（多为本县不掌握）27 件 glosses it.
    /// </summary>
    private bool IsParted(RowPhrase? row, Token first) =>
        row is not null && (sentence.Text[first.Start] is '属' || _tokens.Count(t => t.Phrase == row) > 1);

    /// <summary>（含…）, （不含…）: whether a bracket puts something to what stands before it, or takes it away.</summary>
    private bool IsBeside(Token first) => sentence.Word(first).TrimStart('不').TrimStart('未') is var word && Includes.Any(word.StartsWith);

    /// <summary>
    /// 不予公开（属于内部事务信息）2 件, 收到申请（自然人）9 件: what a bracket names of what stands before it; 收到申请（网络）3 件: what
    /// is not understood leaves open how much of that is counted.
    /// </summary>
    private (FigureWords Words, int From, bool IsWhole)? Of(
        (FigureWords Words, int From, bool IsWhole) named, List<Token> inside, int open)
    {
        var before = _tokens.GetRange(named.From, open - named.From);
        var words = Of([.. before, .. inside]);
        if (words.IsUnknown || words.Listed.Count > named.Words.Listed.Count) return null;
        var isNeither = inside.TrueForAll(t => t.Kind is Kind.Period or Kind.Current or Kind.Own);
        var isSame = words.Row == named.Words.Row && (words.Column != named.Words.Column || isNeither);
        var isPart = words.Row is { IsVerb: false } part && named.Words.Row is { } whole
            && part.Table == whole.Table && (whole.IsVerb || part.Readings[0].All(whole.Readings[0].Contains));
        return isSame || isPart ? named with { Words = words } : null;
    }

    private bool HasUnknown(Part part) => _tokens.FindIndex(part.From, part.To - part.From, t => t.Kind == Kind.Unknown) >= 0;

    private bool NamesForm(Part part) =>
        _tokens.FindIndex(part.From, part.To - part.From, t => t.Kind is Kind.Row or Kind.Column) >= 0;

    private Part ReadPart(int from, int to)
    {
        var named = _named is not null && NamesNothing(from, to) ? _named : null;
        _named = null;
        if (named is not null) _words = named.Value.Words;
        var start = named?.From ?? from;
        var mentions = ReadRespective(_tokens[from].Kind == Kind.Each ? StartOfList(from) : start, to);
        if (mentions.Count > 0) return new Part(from, to, mentions);
        for (var next = from; NextNumber(next, to) is var number && number < to;)
        {
            // 不予公开的答复中，7 件因第三方合法权益: what each part is of stands behind it.
            var isPart = named is { IsWhole: true } && NamesPart(number + 1, to);
            var mention = ReadFigure(next, start, to, number, goesOn: named is not null && !isPart && next == from);
            mentions.Add(mention);
            next = mention.End < to && _tokens[mention.End].Kind == Kind.List ? mention.End + 1 : mention.End;
        }
        if (mentions is not [.., var last]) return new Part(from, to, mentions) { Row = Name(from, to) };
        // 行政许可同比增长 6%，达 402 件: of what that is the part before the comma says.
        if (mentions is [{ Figure.Quantity.Unit: "%", Words: { IsDifference: true, HasPhrase: true, IsUnknown: false } } growth]
            && IsReached(to))
            _named = (growth.Words, from, false);
        // 予以公开 9 件、无法提供（含本机关不掌握）5 件: the last of the list has its figure behind the bracket.
        if (last.End + 1 < to && _tokens[last.End].Kind == Kind.List && IsOpen(to)) Name(last.End + 1, to);
        return new Part(from, to, mentions);
    }

    private bool IsOpen(int at) => at < _tokens.Count && sentence.Text[_tokens[at].Start] is '（' or '(';

    /// <summary>Whether the part behind a comma begins with what was reached: ，达 402 件.</summary>
    private bool IsReached(int comma) => comma + 2 < _tokens.Count && sentence.Word(_tokens[comma]) is "，" or ","
        && sentence.Word(_tokens[comma + 1]) is "达" or "达到" && _tokens[comma + 2].Kind == Kind.Number;

    private bool IsWhole(Token last) => Words.IsIn(sentence.Word(last));

    private int NextNumber(int from, int to)
    {
        while (from < to && _tokens[from].Kind != Kind.Number) from++;
        return from;
    }

    /// <summary>为重复申请和信访类申请，分别为 11 件和 3 件: where the part begins whose list has its figures behind the comma.</summary>
    private int StartOfList(int each) => each > 1 && sentence.Word(_tokens[each - 1]) is "，" or ","
        ? _tokens.FindLastIndex(each - 2, t => t.Kind is Kind.Break or Kind.Among) + 1 : each;

    /// <summary>Reads 行政复议、行政诉讼分别为 85 件和 55 件; none if the part is not of that form.</summary>
    private List<Mention> ReadRespective(int start, int to) =>
        [.. Respective.Pairs(sentence, start, to).Select(p => Named(new Mention(p.Figure, p.Number, start, start, to, Of(p.Words))))];

    private static Mention Named(Mention mention) => mention with { IsNamedBefore = mention.Words.HasPhrase };

    private FigureWords Of(List<Token> words)
    {
        var of = new FigureWords(phrasing, sentence);
        of.TakeBefore(words);
        return of;
    }

    /// <summary>清理规范性文件，废止 2 件: keeps what a part without a figure names for the next; the one row it names.</summary>
    private RowPhrase? Name(int from, int to)
    {
        var tokens = _tokens.GetRange(from, to - from);
        var words = Of(tokens);
        // 新收的申请中，自然人 142 件: of a whole the verb is kept as well.
        var isWhole = tokens.Count > 0 && IsWhole(tokens[^1]);
        var named = tokens.Select(t => t.Phrase).OfType<RowPhrase>().Where(r => !r.IsContinuing);
        var rows = named.Where(r => isWhole || !r.IsVerb).Distinct().ToList();
        // 没有现成信息、需要另行制作: one row in two words.
        // （5 件）和法律服务机构（6 件）: what it is listed behind stands before it.
        var isList = tokens.FindLastIndex(t => t.Kind is Kind.List) > 0 && rows.Count != 1;
        // 答复 9 件，均在法定期限内办结，2 件结转下年: what is said of those before is not what follows.
        var isOfEach = words.Row is { IsVerb: true } && tokens is [{ Kind: Kind.Predicate or Kind.Each }, ..];
        if (words.HasPhrase && !words.IsUnknown && !isList && !isOfEach) _named = (words, from, isWhole);
        return rows.Count == 1 ? rows[0] : null;
    }

    private bool NamesPart(int from, int to)
    {
        var at = _tokens.FindIndex(from, to - from, t => t.Kind is Kind.Row or Kind.Column or Kind.Number or Kind.List or Kind.Compare);
        return at > 0 && _tokens[at].Kind is Kind.Row or Kind.Column;
    }

    /// <summary>自然人提出的申请最多，达 68 件: nothing stands before the figure that names what it is of.</summary>
    private bool NamesNothing(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind == Kind.Number) return true;
            if (_tokens[i].Kind is not (Kind.Neutral or Kind.Current or Kind.Compare)) return false;
        }
        return false;
    }

    private Mention ReadFigure(int from, int start, int to, int number, bool goesOn)
    {
        var told = ToldBehind(from, to, number) ?? OutcomeBehind(from, to, number);
        var words = told ?? new FigureWords(phrasing, sentence);
        var end = told is null ? EndOfTail(to, number) : to;
        if (_words is not null && (goesOn || IsOnward(from, number))) words.GoOn(_words);
        _words = words;
        if (told is null) words.TakeBefore(_tokens.GetRange(from, number - from));
        var isNamedBefore = words.HasPhrase;
        if (told is null) words.TakeBehind(_tokens.GetRange(number + 1, end - number - 1));
        return new Mention(_tokens[number], number, from, start, end, words) { IsNamedBefore = isNamedBefore };
    }

    /// <summary>17 件未到期限，结转下年: what a figure is of that only the part behind the comma says; null if it does not.</summary>
    private FigureWords? ToldBehind(int from, int to, int number)
    {
        var (next, end) = (to + 1, to + 1);
        if (number + 1 >= to || _tokens[number + 1].Kind != Kind.Predicate || next >= _tokens.Count) return null;
        if (sentence.Text[_tokens[to].Start] is not ('，' or ',')) return null;
        while (end < _tokens.Count && _tokens[end].Kind is not (Kind.Break or Kind.Among or Kind.Number)) end++;
        if (end < _tokens.Count && _tokens[end].Kind == Kind.Number) return null;
        if (NextNumber(number + 1, to) < to) return null;
        var words = Of(_tokens.GetRange(from, number - from));
        if (words.HasPhrase) return null;
        words.TakeBefore(_tokens.GetRange(next, end - next));
        return words is { IsUnknown: false, Row.IsPlain: true } ? words : null;
    }

    /// <summary>
    /// 其中 3 件涉及多个部门的内部材料，不予公开: what came of applications that a clause says something else of; null if it is not said
    /// within two commas, or the sentence names it more than once.
    /// </summary>
    private FigureWords? OutcomeBehind(int from, int to, int number)
    {
        var verb = phrasing.Rows.FirstOrDefault(r => r.IsVerb);
        if (number + 1 >= to || _tokens[number].Quantity is not { IsCount: true }) return null;
        if (_tokens.FindIndex(from, number - from, t => t.Kind != Kind.Neutral) >= 0) return null;
        for (var (begin, end, commas) = (number + 1, to, 0); IsClause(begin, end) && commas < MostCommas; commas++)
        {
            if (end >= _tokens.Count || sentence.Text[_tokens[end].Start] is not ('，' or ',')) return null;
            begin = end + 1;
            end = begin;
            while (end < _tokens.Count && _tokens[end].Kind is not (Kind.Break or Kind.Among)) end++;
            var part = _tokens.GetRange(begin, end - begin);
            if (part is not [.., { Phrase: RowPhrase { IsVerb: false, IsContinuing: false } row }] || row.Table != verb?.Table) continue;
            if (!part[..^1].TrueForAll(t => t.Kind is Kind.Neutral or Kind.Each) || _tokens.Count(t => t.Phrase == row) > 1) return null;
            var words = new FigureWords(phrasing, sentence);
            words.TakeBefore([part[^1]]);
            return words;
        }
        return null;
    }

    /// <summary>Whether a part says something that is of no row and counts nothing.</summary>
    private bool IsClause(int from, int to)
    {
        var part = _tokens.GetRange(from, to - from);
        return part.Exists(t => t.Kind == Kind.Unknown) && part.TrueForAll(t => t.Kind is Kind.Unknown or Kind.Neutral or Kind.Tail
            or Kind.List or Kind.Object or Kind.Denial or Kind.Compare || t.Phrase is RowPhrase { IsContinuing: true });
    }

    /// <summary>Whether a figure is what another has become: 由 150 件上升至 179 件.</summary>
    private bool IsOnward(int from, int number) => from < number && from > 0 && _tokens[from - 1].Kind == Kind.Number
        && Words.IsOnward(sentence.Word(_tokens[from]));

    /// <summary>Whether every item of a list names a row or a column.</summary>
    private bool IsListOfPhrases(int from, int to)
    {
        var hasRow = false;
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind == Kind.List && !hasRow) return false;
            hasRow = _tokens[i].Kind is Kind.Row or Kind.Column || (hasRow && _tokens[i].Kind != Kind.List);
        }
        return hasRow;
    }

    /// <summary>Where the words behind a figure end: at a comma of a list, or where the phrase of the next figure begins.</summary>
    private int EndOfTail(int to, int number)
    {
        var next = number + 1;
        while (next < to && _tokens[next].Kind is not (Kind.Number or Kind.List)) next++;
        if (next == to) return next;
        // 187 件办结申请中涉及自然人的 150 件: the first figure is the whole.
        var whole = _tokens.FindIndex(number + 1, next - number - 1, IsWhole);
        if (whole > 0 && _tokens[number + 1].Kind is Kind.Row or Kind.Object) return whole + 1;
        // A list without figures belongs to the one before it, if that names nothing yet.
        if (_tokens[next].Kind == Kind.List) return NextNumber(next, to) == to && IsListOfPhrases(number + 1, to) ? to : next;
        // Another figure follows without a comma: what names a row before it is its own, unless something is said of that row.
        for (var i = number + 1; i < next; i++)
        {
            // 比上年的 65 件多 12 件: how much more is said of the next.
            if (_tokens[i].Kind is Kind.Object or Kind.Current or Kind.Compare) return i;
            if (_tokens[i].Kind is not (Kind.Row or Kind.Column)) continue;
            var said = _tokens.FindIndex(i, next - i, t => t.Kind is Kind.Each or Kind.Predicate);
            return said > 0 ? said : i;
        }
        return next;
    }
}
