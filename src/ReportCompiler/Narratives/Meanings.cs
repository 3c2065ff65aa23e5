using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// Says which cells a figure's words mean, by themselves and by what the sentence has named before. Whether that can be trusted is not
/// asked here.
/// </summary>
internal sealed class Meanings(Phrasing phrasing, Sentence sentence, TableMatter matter, IReadOnlyList<RowPhrase> earlier)
{
    private const string Item = "项";
    private const string Page = "条";

    private readonly List<(Claim Claim, bool IsBeside)> _claims = [];

    /// <summary>The rows that columns without one go on from, and the column that rows without one do.</summary>
    private readonly List<RowPhrase> _rows = [];

    /// <summary>The row that a part of the sentence named as a whole of what follows, without a figure.</summary>
    private RowPhrase? _whole;

    private ColumnPhrase? _column;

    /// <summary>Whether the figure before named its column.</summary>
    private bool _isOfColumn;

    /// <summary>The column that rows listed behind it may be of as well as of all.</summary>
    private ColumnPhrase? _shared;
    private bool _isOfAsked;

    /// <summary>The tables of which rows were named whose figures were not understood.</summary>
    private readonly HashSet<Table> _missed = [];

    /// <summary>Whether a semicolon stands behind the rows: the next that is named begins anew.</summary>
    private bool _isNewClause;

    /// <summary>The claims that were taken, each with whether it is counted beside the others.</summary>
    public IReadOnlyList<(Claim Claim, bool IsBeside)> Claims => _claims;

    /// <summary>Takes a claim that is trusted: what stands behind may go on from it.</summary>
    public void Take(Claim claim, bool isBeside) => _claims.Add((claim, isBeside));

    /// <summary>行政诉讼 53 件，其中直接起诉 30 件（维持 15 件）: a bracket is of the part before it, and not of the whole.</summary>
    /// <returns>How many figures were understood before it.</returns>
    public int Open()
    {
        if (_claims is [.., { Claim.Row: { IsVerb: false } part }])
            _rows.RemoveAll(r => r.Readings[0].Length > part.Readings[0].Length && part.Readings[0].All(r.Readings[0].Contains));
        return _claims.Count;
    }

    /// <summary>
    /// 直接起诉 30 件（维持 15 件），复议后起诉 23 件（维持 16 件）: rows that a bracket told the columns of are done with.
    /// </summary>
    /// <param name="opened">How many figures were understood before it.</param>
    public void Close(int opened)
    {
        if (_claims.Skip(opened).Any(c => c.Claim.Row is null)) _rows.Clear();
    }

    /// <summary>Leaves a figure unread whose row is named.</summary>
    public void Miss(RowPhrase row) => _missed.Add(row.Table);

    /// <summary>Lets columns go on from the rows of the sentence before: 其中，予以公开 99 件.</summary>
    public void GoOn() => _rows.AddRange(earlier);

    /// <summary>
    /// 新收的申请中: the rows that were named before are forgotten; 行政诉讼中，直接起诉 5 件，维持 3 件: columns behind a part of the
    /// whole are of that part.
    /// </summary>
    public void NameWhole(RowPhrase row)
    {
        _rows.Clear();
        Name(row);
        _whole = row;
    }

    /// <summary>Forgets all rows but one.</summary>
    public void Keep(RowPhrase row) => _rows.RemoveAll(r => r != row);

    /// <summary>A part of the sentence ends: a column is shared only where it says who asked.</summary>
    public void EndPart()
    {
        // 自然人 48 件、法人 2 件: who asked; 办结自然人申请 50 件，其中予以公开 9 件: of theirs.
        if (!_isOfAsked) _shared = null;
    }

    /// <summary>A semicolon: the next row that is named begins anew.</summary>
    public void EndClause()
    {
        _shared = null;
        _isNewClause = true;
    }

    /// <summary>直接起诉 12 件，维持 6 件；复议后起诉 9 件，维持 7 件: columns go on from the rows of their own clause, if any.</summary>
    public void Name(RowPhrase row)
    {
        if (_isNewClause && !row.IsVerb) _rows.Clear();
        _isNewClause = false;
        if (_whole is { IsVerb: false } whole && whole != row && row.Readings[0].All(whole.Readings[0].Contains)) _rows.Remove(whole);
        _rows.Add(row);
    }

    private static bool IsOfKind(Cell cell, Token number) =>
        Quantity.IsOfPeople(cell.Unit) == Quantity.IsOfPeople(number.Quantity!.Unit);

    /// <summary>Whether a figure is counted or measured as those of the tables are.</summary>
    public bool IsOfTables(Mention mention) => mention.Figure.Quantity! is { IsCount: true } or { IsMoney: true }
        || IsOfDecisions(mention) || IsOfItems(mention) || IsOfRules(mention) || IsBare(mention);

    /// <summary>收到申请数量为 0。 a number that its own words call a count, without a counting word.</summary>
    private bool IsBare(Mention mention)
    {
        if (mention.Figure.Quantity!.Unit.Length > 0) return false;
        var at = sentence.Tokens.FindIndex(t => t.Start == mention.Figure.Start);
        if (at + 1 < sentence.Tokens.Count && sentence.Tokens[at + 1].Kind != Kind.Break) return false;
        if (mention.Words.Row is { IsVerb: false } && sentence.Tokens[at - 1].Kind == Kind.Row && IsCompared(at + 1)) return true;
        var before = sentence.Text.AsSpan(0, mention.Figure.Start).TrimEnd(" 为是");
        return before.Length < mention.Figure.Start && before is [.., '数'] or [.., '数', '量'];
    }

    /// <summary>部分公开 67，占 4.61%: whether the comma at a place leads on to what share or how much more that is.</summary>
    private bool IsCompared(int comma)
    {
        var percent = sentence.Tokens.FindIndex(comma, t => t.Kind == Kind.Number);
        return percent > comma && sentence.Tokens[percent].Quantity!.Unit == "%"
            && sentence.Tokens[comma + 1].Kind is Kind.Share or Kind.Compare
            && sentence.Tokens.FindIndex(comma + 1, percent - comma - 1, t => t.Kind is Kind.Break or Kind.Among or Kind.Row) < 0;
    }

    /// <summary>行政许可处理决定 71 项: what was decided, not the kinds of it; applications, too, are counted so.</summary>
    private bool IsOfDecisions(Mention mention)
    {
        if (mention.Figure.Quantity!.Unit != Item) return false;
        if (mention.Words.HasObject) return true;
        if (_claims is [.., { Claim: { Number.Quantity.Unit: Item, Readings: var before } }] && before[0][0].Unit != Item) return true;
        return IsOfDecided(mention);
    }

    private bool IsOfDecided(Mention mention) => sentence.Text
        .AsSpan(sentence.Tokens[mention.From].Start..mention.Figure.Start).Contains("决定", StringComparison.Ordinal);

    /// <summary>上一年项目数量 190 项: the kinds of it, where the form asks for them.</summary>
    private bool IsOfItems(Mention mention)
    {
        if (mention.Figure.Quantity!.Unit != Item) return false;
        if (mention.Words.Row is { } row) return !row.IsVerb && HasItems(row, mention.Words.Column);
        return mention.Words.Column is { } column && _rows.Exists(r => r.Table == column.Table && HasItems(r, column));
    }

    private static bool HasItems(RowPhrase row, ColumnPhrase? column) => row.Readings[0].Any(r => r.Cells.Any(c =>
        c.Unit == Item && (column is null || (c.Column.Key is { } key && column.Columns.Contains(key, StringComparer.Ordinal)))));

    /// <summary>
    /// 行政许可事项本年增加 2 项: by how many the kinds themselves have changed, which a form may ask for; null where it does not, or where
    /// as many came as went: 增加 3 项、减少 1 项.
    /// </summary>
    public Claim? ChangeOfItems(Mention mention)
    {
        if (mention.Figure.Quantity!.Unit != Item) return null;
        var row = mention.Words.HasPhrase ? mention.Words.Row : _rows.LastOrDefault();
        if (row is not { IsVerb: false, Readings: [[var of]] } || (mention.Words.HasPhrase && !matter.Holds(row, mention))) return null;
        var cells = of.Cells.Where(c => c is { Kind: ValueKind.SignedCount, Unit: Item }).ToImmutableArray();
        if (cells.Length != 1 || Sign(mention) is not (not 0 and var sign)) return null;
        Name(row);
        var figure = mention.Figure with { Quantity = mention.Figure.Quantity with { Value = sign * mention.Figure.Quantity.Value } };
        return new Claim(figure, [cells], Severity.Warning, LastYear: false) { Row = row };
    }

    /// <summary>Whether it is more or less, 1 or −1; 0 if both are told of one row.</summary>
    private int Sign(Mention mention)
    {
        var start = Math.Max(0, sentence.Tokens.FindLastIndex(mention.Number, t => t.Kind == Kind.Row));
        var end = sentence.Tokens.FindIndex(mention.Number, t => t.Kind == Kind.Row || sentence.Word(t) is "；" or ";");
        var signs = sentence.Tokens[start..(end < 0 ? ^0 : end)].Where(t => t.Kind == Kind.Compare)
            .Select(t => Words.SignOf(sentence.Word(t))).Where(s => s != 0).Distinct().ToList();
        return signs is [var sign] ? sign : 0;
    }

    /// <summary>
    /// 行政处罚事项 865 项，处理决定 1204 件: kinds that were not read; columns behind them are of that row and of none before it, and of
    /// none at all where it was not understood either.
    /// </summary>
    public void Turn(RowPhrase? row)
    {
        _rows.Clear();
        if (row is not null) Name(row);
    }

    /// <summary>
    /// 制发规范性文件 59 件，其中主动公开 57 件: of those before, and not the information of the form, which is counted in 条.
    /// </summary>
    private bool IsOfWhole(Mention mention, RowPhrase row)
    {
        if (row.IsVerb || row.IsPlain || _claims is not [.., { Claim: var whole }]) return false;
        var (unit, of) = (mention.Figure.Quantity!.Unit, row.Readings[0][0].Cells[0].Unit);
        var words = sentence.Text.AsSpan(sentence.Tokens[mention.From].Start..mention.Figure.Start).TrimEnd("的有为是共");
        // 制发规范性文件 44 件，主动公开 41 条: nor is it where the form counts the whole beside the information.
        if (!words.EndsWith("主动公开") || whole.Row == row) return false;
        return unit != of ? whole.Readings[0][0].Unit == unit
            : whole.Row?.Group == row.Group && phrasing.RowOf("主动公开") == row;
    }

    /// <summary>
    /// 主动公开行政许可 120 条; 公开信息 152 条，行政许可 35 条: what was put on the site, however many were decided.
    /// </summary>
    private bool IsOfPages(Mention mention, Table table) =>
        mention.Figure.Quantity!.Unit == Page && !IsOfContext(table)
        && (sentence.Text.AsSpan(sentence.Tokens[mention.From].Start..mention.Figure.Start).Contains("公开", StringComparison.Ordinal)
            || (IsBehindPages(mention) && !IsOfDecided(mention)));

    private bool IsBehindPages(Mention mention)
    {
        var before = sentence.Tokens.FindLast(t => t.Start < mention.Figure.Start && t.Quantity is { IsCounted: true });
        if (before.Quantity is not { Unit: Page } || _claims.Exists(c => c.Claim.Number.Start == before.Start)) return false;
        var words = sentence.Text.AsSpan(0, before.Start);
        return words.Contains("公开", StringComparison.Ordinal) || words.Contains("发布", StringComparison.Ordinal);
    }

    /// <summary>
    /// 收到申请 12 件，其中行政处罚 5 件: what the applications were about, and no decisions.
    /// </summary>
    private bool IsOfContents(Mention mention, Table table)
    {
        if (phrasing.Contexts.IsEmpty || IsOfContext(table)) return false;
        // 公开典型案例，行政处罚（2 件）: in brackets by themselves they are as likely of something else.
        if (sentence.FigureIn(mention.From - 1) >= 0) return true;
        var isAmong = mention.Start > 0 && sentence.Tokens[mention.Start - 1].Kind == Kind.Among;
        return isAmong && _claims is [.., { Claim.Table: var of }] && IsOfContext(of);
    }

    /// <summary>办理申请 59 件，其中 50 件按规定答复: fewer than those that were worked on, and not all of them.</summary>
    private bool IsOfAnswered(Mention mention)
    {
        if (mention.Start == 0 || sentence.Tokens[mention.Start - 1].Kind != Kind.Among) return false;
        if (mention.Words.Row is not { IsVerb: true } part || phrasing.IsIntake(part)) return false;
        return _claims.Exists(c => c.Claim.Row is { IsVerb: true } whole && whole.Table == part.Table && !phrasing.IsIntake(whole)
            && c.Claim.Number.Quantity!.Value > mention.Figure.Quantity!.Value);
    }

    /// <summary>Whether figures of a table need words of it near them.</summary>
    public bool IsOfContext(Table table) => phrasing.Contexts.Any(c => c.Table == table);

    /// <summary>部门规章 4 部, and 废止 1 部 behind it.</summary>
    private bool IsOfRules(Mention mention) => mention.Figure.Quantity!.Unit == "部"
        && (mention.Words.HasPhrase && mention.Words.Row is null ? _rows.LastOrDefault() : mention.Words.Row) is { } row
        && row.Readings[0][0].Key == "规章";

    /// <summary>
    /// 公开行政规范性文件 10 件: whether a figure is of a row with several columns, and neither it nor one before says of which.
    /// </summary>
    public bool IsOfNoColumn(RowPhrase row, Mention mention) => IsOfTables(mention) && _column is null && mention.Words.Column is null
        && row is { IsVerb: false, IsContinuing: false, Column: null } && !IsSingle(row) && matter.Holds(row, mention);

    /// <summary>What a figure is a claim of; null if its words mean no cells.</summary>
    /// <param name="mention">The figure with its words.</param>
    /// <param name="scope">Whom and when it speaks of.</param>
    public Claim? Of(Mention mention, Scope scope)
    {
        var words = mention.Words;
        var isLast = scope.Year == StatedYear.Last;
        // 其余 3 件分别告知补正和通过其他途径办理: some for each, of the rest that is told.
        if (words is { IsRest: true, HasPhrase: false } && IsGivenBehind(mention)) return null;
        if (words is { IsElse: true, HasPhrase: false } or { IsRest: true, HasPhrase: false } || IsOfRest(words))
            return isLast ? null : (words.IsRest ? Answered(mention) : null) ?? Else(mention.Figure);
        if (words is { IsRest: true, Row: { IsVerb: true } answered } && IsLeft(mention.Figure, answered)) return null;
        // 其中网络申请 11 件，书面申请 7 件: parts of those counted before, by whatever they are told apart.
        if (!words.HasPhrase && (words.HasObject || words.HasShortObject) && scope.IsAmong) return null;
        if (!words.HasPhrase && !words.HasObject && !words.HasShortObject)
        {
            if (isLast || words.Included is { } put && (scope.IsAmong || scope.IsInBrackets)) return null;
            if (mention.Figure.Quantity!.IsMoney) return Cost(mention);
            return words.Included is { } with ? With(mention.Figure, with)
                : words.IsTotal || IsSum(mention) ? Total(mention.Figure, words.Summed) : null;
        }
        if (words.Row is { } other && IsElseOfAnother(other, mention)) return isLast || !_isOfColumn ? null : Else(mention.Figure);
        var rows = Rows(mention);
        if (rows.Count == 0 || IsOfContents(mention, rows[0].Table) || IsOfAnswered(mention)) return null;
        if (words is { Row: { Column: null } kept, Column: null } && !isLast && !IsOfPages(mention, kept.Table)
            && AllThereIs.Of(sentence, kept, mention) is { IsEmpty: false } all)
        {
            Name(kept);
            return new Claim(mention.Figure, all, Severity.Warning, LastYear: false) { Row = kept };
        }
        var column = words.Column;
        ImmutableArray<string> only = [];
        if (words.Row is { Column: null } row && column is null && !IsSingle(row))
        {
            only = CellReadings.OnlyColumn(row, mention.Figure.Quantity!);
            if (only.IsEmpty && !AllThereIs.IsSaidOf(sentence, row, mention)) column = _column;
        }
        if (column is not null && (column.Table != rows[0].Table || IsOfSome(words))) return null;
        if (IsOfPages(mention, rows[0].Table) || IsOfWhole(mention, rows[0])) return null;
        if (words.ListedColumns.Any(c => c.Table != words.Column?.Table)) return null;
        // 企业和其他组织 33 件: others than firms, or than all that were named.
        if (words is { ListedColumns.Count: > 0, Column: { } others } && ElseReadings.IsElse(others) && !_isOfColumn) return null;
        var columns = words.ListedColumns.Append(column).OfType<ColumnPhrase>().SelectMany(c => c.Columns).Distinct(StringComparer.Ordinal);
        var readings = CellReadings.Of(words, rows, column is null ? only : [.. columns]).ToList();
        if (Why(words) is { } why) readings.AddRange(CellReadings.Of(words, [why], column is null ? only : [.. columns]));
        // 对自然人予以公开 140 件、部分公开 48 件: of those, or of all.
        if (column is null && _shared is not null && _shared.Table == rows[0].Table)
            readings.AddRange(CellReadings.Of(words, rows, _shared.Columns));
        if (words.Column is not null)
        {
            _shared = words.Column;
            _isOfAsked = words.Row is { IsVerb: true } || words.HasObject || words.HasShortObject;
        }
        if (readings.Exists(r => r.IsEmpty)) return null;
        // 自然人 71 件、商业企业 15 件、其他 9 件: of the column, or of all that are not named.
        if (words.Column is not null && ElseReadings.IsElse(words.Column))
            readings.AddRange([.. readings.SelectMany(r => ElseReadings.Left(r, _claims.Select(c => c.Claim)))]);
        var isOfItems = mention.Figure.Quantity!.Unit == Item && !IsOfDecisions(mention);
        readings.RemoveAll(r => !IsOfKind(r[0], mention.Figure) || (isOfItems && r[0].Unit != Item));
        if (readings.Count == 0) return null;
        if (words.Row is { IsVerb: false }) readings = CellReadings.InGroup(readings, _claims.Select(c => c.Claim));
        var isSure = !words.IsAfterVerb && !isLast && readings.Count == 1 && rows.All(r => r.Severity == Severity.Error);
        foreach (var listed in words.Listed) Name(listed);
        if (words.Row is not null) Name(words.Row);
        _column = column ?? _column;
        _isOfColumn = words.Column is not null;
        return new Claim(mention.Figure, [.. readings], isSure ? Severity.Error : Severity.Warning, isLast)
        {
            Row = words.Row,
            // What was disclosed is counted up; applications are those of the year.
            MayBeOfMoreYears = readings[0][0].Unit == "条" && ScopeReader.MayBeOfMoreYears(sentence, mention.Number),
        };
    }

    /// <summary>Whether each of the rows that are named behind a figure has its own part of it.</summary>
    private bool IsGivenBehind(Mention mention) => mention.Number + 1 < sentence.Tokens.Count
        && sentence.Tokens[mention.Number + 1].Kind == Kind.Each
        && sentence.Tokens.Skip(mention.Number + 2).TakeWhile(t => t.Kind is not (Kind.Break or Kind.Number)).Any(t => t.Kind == Kind.Row);

    /// <summary>
    /// 不予公开 9 件，其余 5 件均已答复: what is left of those before, and not all that was answered; unless what stands before is no
    /// part of that: 除结转下年 5 件外，其余 69 件均已答复.
    /// </summary>
    private bool IsOfRest(FigureWords words) => words is { IsRest: true, Column: null, Row: { IsVerb: true } verb }
        && (phrasing.IsIntake(verb) || !_claims.Exists(c => IsPartOf(c.Claim, verb, isWithin: false))
            || _claims.Exists(c => IsPartOf(c.Claim, verb, isWithin: true)));

    private static bool IsPartOf(Claim claim, RowPhrase verb, bool isWithin) => claim is { LastYear: false, Row.IsVerb: false }
        && claim.Table == verb.Table
        && claim.Readings[0][0].Path.StartsWith(verb.Group + ".", StringComparison.Ordinal) == isWithin;

    /// <summary>
    /// 结果维持 6 件，纠正 2 件，其他 1 件; 逾期不补正 5 件，其他情形 2 件: the row or column for what else there is beside the one before.
    /// </summary>
    private Claim? Else(Token number)
    {
        // What is left of rows cannot be told where one of them was not understood.
        if (_claims is not [.., { Claim: { LastYear: false, Row: null or { IsVerb: false } } last }]) return null;
        if (_missed.Contains(last.Table)) return null;
        var readings = ElseReadings.Of(last, _claims.Select(c => c.Claim), _isOfColumn);
        // 涉及个人隐私 8 件，不属于所称信息 7 件，其他 1 件: nor where a figure between is of no row that is known.
        var between = sentence.Tokens.Where(t => t.Start > last.Number.Start && t.Start < number.Start);
        if (between.Any(t => t.Quantity is { IsCounted: true }))
            readings = readings.RemoveAll(r => r is not [var row] || !ElseReadings.IsElse(row));
        return readings.IsEmpty ? null : new Claim(number, readings, Severity.Warning, LastYear: false) { Row = last.Row };
    }

    /// <summary>
    /// 收到 61 件，上年结转 3 件，其中结转下年 8 件，其余 56 件全部答复: what is left of the balance is all that was answered, where every
    /// other row of it was told; or all but one, and then only if it is not what is left of those that were: 收到 61 件，结转下年 8 件，
    /// 其余 53 件全部答复, however many had been carried over.
    /// </summary>
    private Claim? Answered(Mention mention)
    {
        var behind = sentence.Tokens.Skip(mention.Number + 1).TakeWhile(t => t.Kind is not (Kind.Break or Kind.Among or Kind.Number));
        var verb = behind.Select(t => t.Phrase).OfType<RowPhrase>().FirstOrDefault(r => r is { IsVerb: true, Readings.Length: 1 });
        if (verb is null || _claims.Exists(c => c.Claim.LastYear)) return null;
        var cells = verb.Cells(verb.Readings[0], []);
        var told = _claims.SelectMany(c => c.Claim.Readings[0]).Select(c => c.Row).ToHashSet();
        var others = verb.Table.KeyedRows.Where(r => !cells.Any(c => c.Path.StartsWith(r.Path + ".", StringComparison.Ordinal)));
        var left = others.Count(r => !r.Details.All(told.Contains));
        if (cells.IsEmpty || left > 1 || (left == 1 && (Balance(verb).Count != 2 || IsLeft(mention.Figure, verb)))) return null;
        return new Claim(mention.Figure, [cells], Severity.Warning, LastYear: false) { Row = verb };
    }

    /// <summary>
    /// 收到 61 件，结转下年 8 件，其余 53 件: whether a figure is what one row of the balance leaves of the other, if two were told.
    /// </summary>
    private bool IsLeft(Token number, RowPhrase verb) => Balance(verb) is [var whole, var part]
        && whole.Number.Quantity!.Value - part.Number.Quantity!.Value == number.Quantity!.Value;

    /// <summary>What was told of the rows of the balance, and of outcomes: what came in, and what is called by name.</summary>
    private List<Claim> Balance(RowPhrase verb) =>
    [
        .. _claims.Select(c => c.Claim)
            .Where(c => c.Table == verb.Table && c.Row is { } row && (!row.IsVerb || phrasing.IsIntake(row))),
    ];

    /// <summary>The phrases a figure may be of: the one naming its row, those a column goes on from, or the verbs'.</summary>
    private List<RowPhrase> Rows(Mention mention)
    {
        var words = mention.Words;
        if (words.Row is { } row)
            return matter.Holds(row, mention) && words.AreOfOneGroup && (!row.IsContinuing || Continues(row)) ? [row] : [];
        var table = words.Column?.Table ?? phrasing.Rows.FirstOrDefault(r => r.IsVerb)?.Table;
        var seen = words.Column is null ? [] : _rows.Where(r => r.Table == table).Distinct().ToList();
        // 行政许可 415 件，集中采购 18 项，采购金额 214 万元: of those that have such a column.
        var having = seen.FindAll(r => !r.Cells(r.Readings[0], words.Column!.Columns).IsEmpty);
        if (seen.Count > 0) return having.Count > 0 ? having : seen;
        // 上年结转 5 件。自然人 4 件，企业 1 件: of those that were carried over, or of all that came in.
        if (words.Column is not null && sentence.Tokens[0].Kind == Kind.Column
            && earlier is [{ IsVerb: false, IsPlain: true } carried, ..] && earlier.All(r => r == carried)) return [];
        return matter.IsOfVerbs(words, table!) ? [.. phrasing.Rows.Where(r => r.IsVerb && r.Table == table)] : [];
    }

    /// <summary>因查询属于行政查询事项，不予公开 8 件: the row that says why; null if none does.</summary>
    private RowPhrase? Why(FigureWords words) => words is { Row: { IsVerb: false } all, Listed.Count: 0 }
        && _rows is [.., { IsVerb: false } why] && why.Readings[0].Length < all.Readings[0].Length && IsPart(why, all)
        && !_claims.Exists(c => c.Claim.Row == why) ? why : null;

    /// <summary>行政复议 9 件，维持 5 件，作出其他处理 2 件: what else there is of the table before, and no row of this one.</summary>
    private bool IsElseOfAnother(RowPhrase row, Mention mention) => !mention.Words.HasObject
        && _claims is [.., { Claim.Table: var before }] && before != row.Table && IsOfContext(before)
        && sentence.Text.AsSpan(sentence.Tokens[mention.From].Start..mention.Figure.Start).Contains("其他", StringComparison.Ordinal);

    /// <summary>
    /// Whether a figure before is of a row beside this one and none of the row itself, or the sentence names what they are parts of:
    /// 不同意公开的答复中，因个人隐私, 信访类申请 2 件，不予处理, 按公开渠道分.
    /// </summary>
    private bool Continues(RowPhrase row)
    {
        if (IsOfOwnSite(row)) return true;
        // 行政强制 12 件，其中行政强制措施 5 件: a part of what was told.
        var told = _claims.Select(c => c.Claim.Row).OfType<RowPhrase>().Concat(earlier);
        if (!IsOfContext(row.Table) && told.Any(r => !r.IsContinuing && r.Readings[0].SequenceEqual(row.Readings[0]))) return false;
        var beside = row.Beside;
        if (IsFirstOfGroup(row)) return true;
        if (_whole is not null && IsPart(row, _whole)) return true;
        if (sentence.Tokens.Exists(t => t.Phrase is RowPhrase { IsVerb: false, IsContinuing: false } g ? IsPart(row, g) : IsView(t, row)))
            return true;
        return _claims.Exists(c => c.Claim.Readings[0][0].Path.StartsWith(beside, StringComparison.Ordinal))
            || earlier.Any(r => r.Readings[0][0].Path.StartsWith(beside, StringComparison.Ordinal));
    }

    /// <summary>属于主动公开范围 15 件，同意公开 13 件，同意部分公开 2 件: whether two rows beside it follow by their own names.</summary>
    private bool IsFirstOfGroup(RowPhrase row)
    {
        var at = sentence.Tokens.FindIndex(t => t.Phrase == row);
        var behind = sentence.Tokens.Where((t, i) => i > at && i + 1 < sentence.Tokens.Count && sentence.Tokens[i + 1].Kind == Kind.Number);
        return row.Group.Contains('.') && IsOfContext(row.Table) && behind.Select(t => t.Phrase).OfType<RowPhrase>()
            .Where(r => r is { IsVerb: false, IsContinuing: false } && r.Group == row.Group).Distinct().Count() > 1;
    }

    /// <summary>我局网站公开信息 120 条, 通过局网站公开信息: an ordinary word that its owner is named before.</summary>
    private bool IsOfOwnSite(RowPhrase row)
    {
        var at = sentence.Tokens.FindIndex(t => t.Phrase == row);
        if (at < 1 || !Locutions.IsSite(sentence.Text, sentence.Tokens[at])) return false;
        var before = sentence.Tokens[at - 1];
        return before.Kind == Kind.Own || before is { Kind: Kind.Other, Length: 1 }
            || (before.Kind == Kind.Neutral && sentence.Word(before) is [.., '局' or '厅' or '委' or '办' or '镇' or '乡']);
    }

    private static bool IsPart(RowPhrase row, RowPhrase whole) => whole.Readings[0] is [{ IsOwnValue: true }] ? whole.Group == row.Group
        : whole.Readings[0].Length > 1 && whole.Readings[0].Contains(row.Readings[0][0]);

    /// <summary>按公开渠道分: a turn that names the group of a row by its key.</summary>
    private bool IsView(Token token, RowPhrase row) => token.Kind == Kind.Neutral && sentence.Text[token.Start] is '按' or '从'
        && sentence.Word(token).Contains(row.Group[(row.Group.LastIndexOf('.') + 1)..], StringComparison.Ordinal);

    /// <summary>法人 2 件、其他组织 1 件: a word for several columns is of some of them, where another is named beside it.</summary>
    private bool IsOfSome(FigureWords words) => words is { Column: { Columns.Length: > 1 } column, IsOfLegalPersons: true }
        && sentence.Tokens.Exists(t => t.Phrase is ColumnPhrase { Columns: [var one] }
            && column.Columns.Contains(one, StringComparer.Ordinal));

    private static bool IsSingle(RowPhrase row) => row.Readings[0].All(r => r.Cells.Length == 1);

    /// <summary>收到 88 件，予以公开 26 件，部分公开 7 件，共计 33 件: what came in is not put to what came of it.</summary>
    private bool IsOfWholeAndParts(List<(Claim Claim, bool IsBeside)> counted) =>
        counted.Exists(c => c.Claim.Row is { } row && phrasing.IsIntake(row))
        && counted.Exists(c => c.Claim.Row is not { } row || (!row.IsPlain && !phrasing.IsIntake(row)));

    /// <summary>全部公开 77 件，部分公开 13 件，两项合计 90 件: as many figures as it says, which stand next before it.</summary>
    private Claim? TotalOf(Token number, int summed)
    {
        var last = _claims.TakeLast(summed).Select(c => c.Claim).ToList();
        var counts = sentence.Tokens.FindAll(t => t.Start < number.Start && t.Quantity is { IsCount: true }).TakeLast(summed);
        if (last.Count < summed || !counts.Select(t => t.Start).SequenceEqual(last.Select(c => c.Number.Start))) return null;
        ImmutableArray<Cell> cells = [.. last.SelectMany(c => c.Readings[0]).Distinct()];
        var isClear = last.TrueForAll(c => c.Readings.Length == 1 || (c.Row is { } row && phrasing.IsIntake(row)));
        if (!isClear || cells.Length < last.Sum(c => c.Readings[0].Length)) return null;
        return new Claim(number, [cells], Severity.Warning, LastYear: false);
    }

    /// <summary>
    /// 收到 66 件，加上上年结转 3 件，共 69 件: nothing else stands before the figure, and what is told before it is put to the rest.
    /// </summary>
    private bool IsSum(Mention mention)
    {
        var start = sentence.Tokens.FindLastIndex(mention.Number, t => t.Kind == Kind.Break);
        if (start < 1 || sentence.Text[sentence.Tokens[start].End..mention.Figure.Start] is not ("共" or "共计" or "共有")) return false;
        var before = sentence.Tokens[sentence.Tokens.FindLastIndex(start - 1, t => t.Kind == Kind.Break) + 1].Start;
        return sentence.Text[before] == '加' && _claims is [.., { Claim: { Row: { IsPlain: true, IsVerb: false } } put }]
            && put.Number.Start > before;
    }

    /// <summary>政府集中采购 4 个、23.5 万元: the one column of money that the row of the figure next before it has.</summary>
    private Claim? Cost(Mention mention)
    {
        var last = sentence.Tokens.FindLast(t => t.Start < mention.Figure.Start && t.Kind == Kind.Number);
        if (_claims is not [.., { Claim: { LastYear: false, Row: { IsVerb: false } row } before }]) return null;
        var only = CellReadings.OnlyColumn(row, mention.Figure.Quantity!);
        if (only.IsEmpty || before.Number.Start != last.Start) return null;
        return new Claim(mention.Figure, [row.Cells(row.Readings[0], only)], Severity.Warning, LastYear: false) { Row = row };
    }

    /// <summary>收到 88 件，含上年结转在内共 91 件: what came in before, with the row that is put to it.</summary>
    private Claim? With(Token number, RowPhrase put)
    {
        if (_claims is not [.., { Claim: { LastYear: false, Row: { } row } }] || !phrasing.IsIntake(row)) return null;
        var reading = row.Readings.FirstOrDefault(r => r.Length > 1 && put.Readings[0].All(r.Contains));
        return reading.IsDefault ? null : new Claim(number, [row.Cells(reading, [])], Severity.Warning, LastYear: false) { Row = row };
    }

    /// <summary>共计 103 件 behind 收到 95 件，上年结转 8 件: what the sentence has counted up to here.</summary>
    /// <param name="number">The figure.</param>
    /// <param name="summed">Of how many figures before it: 两项合计; 0 if that is not said.</param>
    private Claim? Total(Token number, int summed)
    {
        if (_claims.Exists(c => c.Claim.LastYear || c.Claim.Table != _claims[0].Claim.Table)) return null;
        if (summed > 0) return TotalOf(number, summed);
        // What stands in brackets or behind 其中 is a part of what was counted.
        var counted = _claims.FindAll(c => c.IsBeside);
        // 收到 114 件。加上上年结转的 2 件，共计 116 件: with what the sentence before has told.
        if (counted is [{ Claim: { Row.IsVerb: false, Readings: [[var carried]] } }]
            && earlier.FirstOrDefault(phrasing.IsIntake) is { Readings: [_, var both, ..] } intake
            && intake.Cells(both, []) is { Length: 2 } cells && cells.Contains(carried))
            return new Claim(number, [cells], Severity.Warning, LastYear: false);
        if (counted.Count < 2 || IsOfWholeAndParts(counted)) return null;
        return new Claim(number, [[.. counted.SelectMany(c => c.Claim.Readings[0]).Distinct()]], Severity.Warning, LastYear: false);
    }
}
