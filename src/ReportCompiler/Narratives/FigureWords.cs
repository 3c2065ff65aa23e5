using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>The words that belong to one figure: which row and column they name, and whether all of them are understood.</summary>
/// <param name="phrasing">The edition's words.</param>
/// <param name="sentence">The sentence.</param>
internal sealed class FigureWords(Phrasing phrasing, Sentence sentence)
{
    /// <summary>Words that put a row to what is counted behind it, and those that say that it is counted with it.</summary>
    private static readonly string[] Put = ["含", "包含", "包括", "连同", "加上"];
    private static readonly string[] With = ["在内", "共", "共计", "合计", "总计", "总共", "一共", "累计", "累计共"];

    /// <summary>Words behind examples.</summary>
    private static readonly string[] Etc = ["等", "等而", "等原因", "等原因而", "等情形", "等情形而", "等情况", "等事由", "等理由"];

    private readonly List<RowPhrase> _listed = [];
    private readonly List<ColumnPhrase> _columns = [];
    private RowPhrase? _verb;

    /// <summary>The row named last; null if none is.</summary>
    public RowPhrase? Row { get; private set; }

    /// <summary>The row that is counted with what the figure is of, 含上年结转在内共 91 件; null if none is.</summary>
    public RowPhrase? Included { get; private set; }

    /// <summary>The column named; null if none is.</summary>
    public ColumnPhrase? Column { get; private set; }

    /// <summary>Rows listed before the one named last, without a figure of their own: 予以公开和部分公开共 50 件.</summary>
    public IReadOnlyList<RowPhrase> Listed => _listed;

    /// <summary>Columns listed before the one named last: 企业和其他组织 33 件.</summary>
    public IReadOnlyList<ColumnPhrase> ListedColumns => _columns;

    /// <summary>
    /// Whether what is listed adds up: rows of one table, and of one group. Reconsideration and litigation of one case may be counted
    /// as two or as one.
    /// </summary>
    public bool AreOfOneGroup => _listed.TrueForAll(r => r.Table == Row!.Table && r.Group == Row.Group);

    /// <summary>Whether a verb of another table stands before the row: 办理行政许可.</summary>
    public bool IsAfterVerb { get; private set; }

    /// <summary>Whether a word among them is not understood, or two rows do not go together.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Whether two rows or columns among them do not go together.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>Whether they name what the verbs of the edition are about, 政府信息公开申请, in full.</summary>
    public bool HasObject { get; private set; }

    /// <summary>Whether they name it for short: 申请.</summary>
    public bool HasShortObject { get; private set; }

    /// <summary>Whether the figure sums up what was said: 共计, 合计.</summary>
    public bool IsTotal { get; private set; }

    /// <summary>Of how many figures it is said to be the sum, 两项合计; 0 if that is not said.</summary>
    public int Summed { get; private set; }

    /// <summary>Whether words of the form stand among them that are no ordinary ones: a row, a column, what the verbs are about.</summary>
    public bool NamesForm { get; private set; }

    /// <summary>Whether words stand among them that may be of the form or of any other matter: a verb, 申请, 其他.</summary>
    public bool MayNameForm { get; private set; }

    /// <summary>Whether it is told how much of a whole it is: 占.</summary>
    public bool IsShare { get; private set; }

    /// <summary>Whether it is told how much more or less it is.</summary>
    public bool IsDifference { get; private set; }

    /// <summary>Whether it is said that it is of what else there is beside those named before: 其他 4 件, 其他情形 2 件.</summary>
    public bool IsElse { get; private set; }

    /// <summary>Whether it is said that it is what is left of a whole: 其余 70 件.</summary>
    public bool IsRest { get; private set; }

    /// <summary>Whether the column is named 法人 alone, which may leave out other organisations.</summary>
    public bool IsOfLegalPersons { get; private set; }

    /// <summary>Whether a row or column is named.</summary>
    public bool HasPhrase => Row is not null || Column is not null;

    /// <summary>Takes what the figure before is of: 由 150 件上升至 179 件.</summary>
    public void GoOn(FigureWords before)
    {
        (Row, Included, Column) = (before.Row, before.Included, before.Column);
        (HasObject, HasShortObject) = (before.HasObject, before.HasShortObject);
        (NamesForm, MayNameForm, IsUnknown) = (before.NamesForm, before.MayNameForm, before.IsUnknown);
        _listed.AddRange(before._listed);
    }

    /// <summary>Takes the words before the figure.</summary>
    public void TakeBefore(List<Token> tokens)
    {
        var before = Kind.Unknown;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case Kind.Tail when IsWhy(tokens, i): break;
                case Kind.Tail when IsWhose(tokens, i): break;
                case Kind.Tail or Kind.Unknown or Kind.Neutral when EndOfExamples(tokens, i) is > 0 and var group:
                    _listed.Clear();
                    Row = null;
                    i = group - 1;
                    break;
                // 收到申请及上年结转共 107 件: what was carried over is put to it.
                case Kind.List when i + 1 < tokens.Count && IsIncluded(tokens, i + 1): break;
                case Kind.List: EndItem(); break;
                case Kind.Row when IsIncluded(tokens, i): Included = (RowPhrase)token.Phrase!; break;
                case Kind.Row: Take((RowPhrase)token.Phrase!); break;
                case Kind.Column: Take((ColumnPhrase)token.Phrase!, token); break;
                case Kind.Object: TakeObject(token); break;
                // 自然人以外的申请 80 件: of all columns but that one.
                case Kind.Neutral when before is Kind.Column && sentence.Word(token) is "以外" or "之外" or "外":
                    (IsUnknown, IsTorn) = (true, true);
                    break;
                case Kind.Neutral when SummedBy(sentence.Word(token)) is > 0 and var summed:
                    (Summed, IsTotal) = (summed, IsOfTotal(sentence.Word(token)));
                    break;
                case Kind.Neutral: IsTotal = IsOfTotal(sentence.Word(token)); break;
                case Kind.Own or Kind.Current or Kind.Prior or Kind.SoFar or Kind.Other or Kind.Period or Kind.Planned: break;
                case Kind.Predicate: break;
                case Kind.Rest: IsRest = true; break;
                // 余 4 件结转下年.
                case Kind.Vague when i == 0 && sentence.Word(token) is "余": IsRest = true; break;
                case Kind.Else:
                    (IsElse, MayNameForm) = (true, true);
                    break;
                // 办理行政许可事项 3405 件: what was decided is counted, and no kinds of it.
                case Kind.Tail when IsMatter(tokens, i): break;
                // 分别是重复申请 1 件和信访类 2 件: each with its own figure.
                case Kind.Each when IsOfEach(tokens, i): break;
                case Kind.Compare: IsDifference = true; break;
                case Kind.Share: IsShare = true; break;
                // 办结率 100%: a ratio, which says nothing of what is listed behind it.
                case Kind.Unknown when before is not Kind.Unknown && sentence.Word(token) is "率": IsShare = true; break;
                // 另处理重复申请 2 件: an outcome that is said to be one.
                case Kind.Unknown when IsHandled(tokens, i): break;
                // 依申请公开事项 are applications.
                case Kind.Tail when before is Kind.Object && sentence.Word(token) is "事项": break;
                default: IsUnknown = true; break;
            }
            before = token.Kind;
        }
        // 信函 2 件，网络 1 件，共 3 件.
        IsTotal |= tokens is [var only] && sentence.Word(only) is "共";
    }

    /// <summary>
    /// 含上年结转在内共 91 件, 连同上年结转共办理 91 件: whether a row is told for what is counted with it, and not for itself.
    /// </summary>
    private bool IsIncluded(List<Token> tokens, int i)
    {
        // 上年结转 10 件，与新收申请合计 210 件.
        var isJoined = i == 1 && tokens[0].Kind == Kind.List;
        if (tokens[i].Phrase is not RowPhrase row) return false;
        if (row is not { IsPlain: true, IsVerb: false } && !(isJoined && phrasing.IsOfIntake(row))) return false;
        var isPut = sentence.Text[tokens[i].Start] is '加'
            || (i > 0 && Put.Contains(sentence.Word(tokens[i - 1]), StringComparer.Ordinal))
            || isJoined
            || (i > 1 && tokens[i - 1].Kind == Kind.List && tokens.FindIndex(0, i, t => t.Phrase is RowPhrase { IsVerb: true }) >= 0);
        return isPut && tokens.FindIndex(i + 1, t => With.Contains(sentence.Word(t), StringComparer.Ordinal)) > 0;
    }

    /// <summary>
    /// 信访类申请、重复申请等不予处理 9 件, 没有现成信息等情形无法提供 42 件: what stands before a word are examples of the group named
    /// behind it, of which the figure is; where that is named, −1 if they are none.
    /// </summary>
    private int EndOfExamples(List<Token> tokens, int i)
    {
        var (from, next) = (tokens[i].Start, tokens.FindIndex(i, t => t.Kind == Kind.Row));
        if (next < 0 || Row is not { IsVerb: false } last || tokens[next].Phrase is not RowPhrase group) return -1;
        if (!Etc.Contains(sentence.Text[from..tokens[next].Start], StringComparer.Ordinal)) return -1;
        return Column is null && _listed.Append(last).All(r => IsWithin(r, group)) ? next : -1;
    }

    /// <summary>Takes a row that a bracket puts to what the figure is of: 新收申请（含上年结转）107 件.</summary>
    public void Include(RowPhrase row) => Included = row;

    /// <summary>Whether 分别 opens the words and a row or column follows it.</summary>
    private bool IsOfEach(List<Token> tokens, int each)
    {
        if (sentence.Word(tokens[each]) != "分别" || tokens.FindIndex(0, each, t => t.Kind != Kind.Neutral) >= 0) return false;
        var next = tokens.FindIndex(each + 1, t => t.Kind != Kind.Neutral);
        return next > 0 && tokens[next].Phrase is ColumnPhrase or RowPhrase { IsVerb: false };
    }

    /// <summary>处理 before a row of what the verbs are about, and nothing else: 处理申请 says not what came of it.</summary>
    private bool IsHandled(List<Token> tokens, int i) => sentence.Word(tokens[i]) is "处理" && i + 1 < tokens.Count
        && tokens[i + 1].Phrase is RowPhrase { IsVerb: false, IsContinuing: false } && IsOfVerbs(tokens[i + 1]);

    /// <summary>两项合计, 两者: how many are summed up; 0 if the word does not say so.</summary>
    public static int SummedBy(string word) => word is "二者" ? 2 : word is [var count, '项' or '者' or '类', ..]
        && "两三四".IndexOf(count, StringComparison.Ordinal) is >= 0 and var more ? more + 2 : 0;

    /// <summary>合计, 总数为: whether the words up to this one sum up.</summary>
    private bool IsOfTotal(string word) =>
        word is "共计" or "合计" or "总计" or "总共" or "总数" or "总量" || word is [_, '项', .., '计']
        || (IsTotal && word is "为" or "有" or "达" or "达到");

    /// <summary>Whether a word is the 事项 of a row whose cases are counted, or of which it is told by how many kinds it changed.</summary>
    private bool IsMatter(List<Token> tokens, int i) => i > 0 && tokens[i - 1].Phrase is RowPhrase { IsVerb: false }
        && sentence.Word(tokens[i]) is "事项" && (IsCountedByCases(tokens[^1]) || IsChangeOfKinds(tokens));

    /// <summary>行政许可事项比上年增加 2 项.</summary>
    private bool IsChangeOfKinds(List<Token> tokens) => tokens.Exists(t => t.Kind == Kind.Compare && Words.SignOf(sentence.Word(t)) != 0)
        && sentence.Tokens.Find(t => t.Start >= tokens[^1].End) is { Kind: Kind.Number, Quantity.Unit: "项" };

    /// <summary>Whether the figure behind a word is one of cases: 件, and not 个 or 项.</summary>
    private bool IsCountedByCases(Token last)
    {
        var behind = sentence.Tokens.FindAll(t => t.Start >= last.End);
        if (behind is not [{ Kind: Kind.Number, Quantity.Unit: "件" or "件次" or "宗" or "起" }, ..]) return false;
        // 行政强制事项 3 件，比上年增加 1 项: kinds, by what they are compared in.
        var next = behind.FindIndex(1, t => t.Kind == Kind.Number);
        return next < 0 || behind[next].Quantity!.Unit != "项" || behind[next - 1].Kind != Kind.Compare;
    }

    /// <summary>涉及我局的, 针对我局政府信息公开的行政复议: whose answer it was about.</summary>
    private bool IsWhose(List<Token> tokens, int i) =>
        i + 1 < tokens.Count && tokens[i + 1].Kind == Kind.Own && sentence.Word(tokens[i]) is "涉及" or "涉" or "针对";

    /// <summary>涉及过程性信息 is why it was refused; 涉及行政处罚 what it was about.</summary>
    private bool IsWhy(List<Token> tokens, int i) => i + 1 < tokens.Count && sentence.Word(tokens[i]) is "涉及" or "涉" or "主要涉及"
        && (IsOfVerbs(tokens[i + 1]) || (i + 2 == tokens.Count && IsOfContext(tokens[i + 1])));

    /// <summary>涉及复议 2 件: they are counted themselves.</summary>
    private bool IsOfContext(Token token) =>
        token.Phrase is RowPhrase { IsVerb: false } row && phrasing.Contexts.Any(c => c.Table == row.Table);

    /// <summary>Whether a word is a row or column of the table that the verbs are about.</summary>
    private bool IsOfVerbs(Token token)
    {
        var table = token.Phrase switch { RowPhrase { IsVerb: false } row => row.Table, ColumnPhrase column => column.Table, _ => null };
        return table is not null && phrasing.Rows.FirstOrDefault(r => r.IsVerb)?.Table == table;
    }

    /// <summary>Takes the words behind it; a phrase among them counts if none stands before the figure.</summary>
    public void TakeBehind(List<Token> tokens)
    {
        var (isFirst, isAll) = (!HasPhrase, false);
        // 3 件因需征求意见结转下年: the reason is of no account.
        if (isFirst && tokens is [var cause, .., { Phrase: RowPhrase { IsPlain: true, IsVerb: false } plain }]
            && sentence.Word(cause) is "因" or "由于"
            && tokens.TrueForAll(t => t.Phrase == plain || t.Kind is Kind.Unknown or Kind.Neutral or Kind.Tail or Kind.Object))
        {
            Take(plain);
            return;
        }
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case Kind.Tail when IsWhy(tokens, i): break;
                // 3 件均已办结: what is said of each is not what is counted; nor is how much more it is than another.
                case Kind.Each or Kind.Share: return;
                // 14 件因本机关不掌握或没有现成信息而无法提供: both together.
                case Kind.List when isFirst: EndItem(); break;
                case Kind.Predicate or Kind.Compare when !isFirst: return;
                // 150 件上升至: the next figure is of the same.
                case Kind.Current: return;
                case Kind.Predicate: break;
                case Kind.Neutral or Kind.Own: isAll |= sentence.Word(token) == "全部"; break;
                case Kind.Object: TakeObject(token); break;
                // 8 件已全部办结, too.
                case Kind.Row when isAll: return;
                // 制发 4 件行政规范性文件: what the column is of.
                case Kind.Row when Row is null && !IsElse && Column is { } made && token.Phrase is RowPhrase { IsVerb: false } of
                    && made.Table == of.Table && of.Readings[0].Any(r => r.Cells.Length > 1):
                    Take(of);
                    // 对制发的 4 件行政规范性文件在公开的同时: what is done with them.
                    if (i + 1 < tokens.Count && tokens[i + 1].Kind == Kind.Neutral && sentence.Word(tokens[i + 1]) != "的") return;
                    break;
                case Kind.Row when isFirst || Row is { IsVerb: true }:
                    Take((RowPhrase)token.Phrase!);
                    break;
                case Kind.Column when isFirst: Take((ColumnPhrase)token.Phrase!, token); break;
                default: IsUnknown = true; return;
            }
        }
    }

    private void EndItem()
    {
        if (Row is { IsVerb: false } row && Column is null && !IsUnknown) _listed.Add(row);
        if (Column is { } column) _columns.Add(column);
        if (Row is { IsVerb: true } verb) _verb = verb;
        (Row, Column, IsAfterVerb) = (null, null, false);
    }

    private void Take(RowPhrase row)
    {
        // 其他行政复议案件 612 件: others than the row's.
        IsUnknown |= IsElse;
        // 公开 is any word, 行政强制措施 one of the form's.
        if (row.IsVerb || (row.IsContinuing && row.Table == phrasing.Rows.FirstOrDefault(r => r.IsVerb)?.Table)) MayNameForm = true;
        else NamesForm = true;
        // 属于国家秘密不予公开 1 件: the row with its group behind it.
        if (Row is { IsVerb: false } part && (IsWithin(part, row) || IsOutcomeOf(row, part))) return;
        // 上年结转办理数量 1 件, 结转下年办结 2 件: that it is worked on says nothing more.
        if (Row is { IsVerb: false, IsPlain: true } kept && row.IsVerb && !phrasing.IsIntake(row) && kept.Table == row.Table) return;
        // 行政许可办理 1362 件: what was worked on of another table is what was decided.
        if (Row is { IsVerb: false } decided && IsWork(row) && row.Table != decided.Table
            && !phrasing.Contexts.Any(c => c.Table == decided.Table)) return;
        // 依法公开行政许可决定 12 件: an ordinary word before a row of another table.
        if (Row is { IsContinuing: true } word && word.Table != row.Table)
        {
            // 公开规范性文件 22 件: that they were disclosed says not how many were made.
            IsUnknown |= row.Column is null && row.Readings[0].Any(HasSeveralCounts);
            Row = null;
        }
        if (Row is { } before)
        {
            IsTorn |= !GoTogether(before, row);
            IsUnknown |= IsTorn;
            IsAfterVerb |= before.IsVerb && before.Table != row.Table;
        }
        // 依法办理、规范答复申请 151 件: what either may mean.
        Row = row.IsVerb && _verb is { } listed && listed.Table == row.Table && listed.Readings.Length > row.Readings.Length ? listed : row;
    }

    private void Take(ColumnPhrase column, Token token)
    {
        // 其他 alone is any other; behind its neighbours it is the column.
        var isOrdinary = sentence.Word(token) is "其他" or "其他组织"
            && !sentence.Tokens.Exists(t => t.Start < token.Start && t.Phrase is ColumnPhrase c && c.Table == column.Table);
        if (sentence.Word(token) is "其他" or "其他组织") MayNameForm = true;
        else NamesForm = true;
        IsElse |= isOrdinary;
        if (Row is { IsContinuing: true } word && word.Table != column.Table) Row = null;
        IsTorn |= Column is not null && Column != column;
        IsUnknown |= IsTorn;
        if (!isOrdinary) Column = column;
        IsOfLegalPersons |= sentence.Word(token) is var name && name.StartsWith("法人", StringComparison.Ordinal) && !name.Contains("组织");
    }

    /// <summary>
    /// 收到行政复议 is understood, 受理行政许可 is of applications for licences; 答复予以公开 is one of its outcomes, 办结上年结转 a part.
    /// </summary>
    private bool GoTogether(RowPhrase before, RowPhrase row)
    {
        if (!before.IsVerb) return before.Table == row.Table && !row.IsVerb && row.Readings[0].All(before.Readings[0].Contains);
        // 收到举报投诉 12 件: all of one table, and each a matter of its own.
        if (before.Table == row.Table && row.Readings[0] is [var own] && IsApart(before, own)) return true;
        // 办理行政许可 3405 件 counts what was decided; 受理 what was asked for.
        if (before.Table != row.Table) return IsWork(before) || phrasing.Contexts.Any(c => c.Table == row.Table);
        // 办理上年结转 13 件 is a part of what is worked on, and a row of its own.
        return row.IsVerb || row.Readings[0].All(r => before.Readings.Any(reading => reading.Contains(r) || IsBeside(reading[0], r)));
    }

    /// <summary>Whether a row is the count of a matter that stands beside those of the verb in one table: 行政复议, 举报投诉.</summary>
    private static bool IsApart(RowPhrase verb, Row row) => verb.IsVerb && !row.Path.StartsWith(verb.Beside, StringComparison.Ordinal)
        && (row.IsOwnValue || row.Path.Count(c => c == '.') == 1) && row.Cells is [{ Unit: "件" }];

    /// <summary>集中采购 7 项、3.54 万元: each has but one column to be of.</summary>
    private static bool HasSeveralCounts(Row row) => row.Cells.Count(c => c.Kind != ValueKind.Amount) > 1;

    /// <summary>Whether a verb says that something was worked on, 办理, and not that it came in.</summary>
    private bool IsWork(RowPhrase row) => row.IsVerb && row.Readings.Length > 1 && !phrasing.IsIntake(row);

    /// <summary>予以公开答复 41 件: an outcome, and behind it that it was answered.</summary>
    private bool IsOutcomeOf(RowPhrase verb, RowPhrase outcome) => verb.IsVerb && verb.Table == outcome.Table && !phrasing.IsIntake(verb)
        && outcome.Readings[0].All(r => verb.Readings.Any(reading => IsBeside(reading[0], r)));

    /// <summary>Whether a row is a part of the other, and not all of it.</summary>
    private static bool IsWithin(RowPhrase part, RowPhrase whole) => !whole.IsVerb && part.Table == whole.Table
        && part.Readings[0].Length < whole.Readings[0].Length && part.Readings[0].All(whole.Readings[0].Contains);

    /// <summary>Whether a row lies in the group of the other.</summary>
    private static bool IsBeside(Row of, Row row)
    {
        var group = of.Path[..of.Path.LastIndexOf('.')];
        return group.Contains('.') && row.Path.StartsWith(group + ".", StringComparison.Ordinal);
    }

    private void TakeObject(Token token)
    {
        var word = sentence.Word(token);
        var isWhole = phrasing.Objects.Any(o => word.StartsWith(o, StringComparison.Ordinal));
        NamesForm |= isWhole;
        MayNameForm = true;
        HasObject |= isWhole;
        HasShortObject |= !isWhole;
    }
}
