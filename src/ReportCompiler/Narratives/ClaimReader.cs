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
/// <see cref="CellReadings"/> which cells they may mean. What is decided here is whether all that can be trusted.
/// </remarks>
internal sealed class ClaimReader
{
    private readonly Phrasing _phrasing;
    private readonly Sentence _sentence;
    private readonly TableMatter _matter;
    private readonly Nearness _nearness;
    private readonly Scope[] _scopes;
    private readonly List<(Claim Claim, bool IsBeside)> _claims = [];

    /// <summary>The rows that the sentence before spoke of.</summary>
    private readonly IReadOnlyList<RowPhrase> _before;

    /// <summary>The rows that columns without one go on from, and the column that rows without one do.</summary>
    private readonly List<RowPhrase> _rows = [];
    private ColumnPhrase? _column;

    /// <summary>Whether the figure before named its column.</summary>
    private bool _isOfColumn;

    /// <summary>The column that rows listed behind it may be of as well as of all.</summary>
    private ColumnPhrase? _shared;
    private bool _isOfAsked;

    /// <summary>Whether a semicolon stands behind the rows: the next that is named begins anew.</summary>
    private bool _isNewClause;

    /// <summary>Whether what stands behind may be of something that was not understood.</summary>
    private bool _isTainted;
    private bool _isUnderstood = true;

    /// <summary>Whether what stands behind are the parts of a row that was understood.</summary>
    private bool _isOfWhole;

    private ClaimReader(Phrasing phrasing, Sentence sentence, Discourse discourse)
    {
        (_phrasing, _sentence) = (phrasing, sentence);
        _matter = new TableMatter(phrasing, sentence, discourse);
        _nearness = new Nearness(sentence, _matter);
        _before = discourse.Rows;
        _scopes = ScopeReader.Read(sentence, discourse.IsOfAnother);
        // 其中，予以公开 99 件 goes on from the sentence before.
        if (sentence.Tokens is [{ Kind: Kind.Among }, ..]) _rows.AddRange(discourse.Rows);
    }

    /// <summary>The claims of a sentence; what is known of its other figures is left in it.</summary>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">The sentence, its words found.</param>
    /// <param name="discourse">What the paragraph has said before it.</param>
    public static List<Claim> Read(Phrasing phrasing, Sentence sentence, Discourse discourse)
    {
        var reader = new ClaimReader(phrasing, sentence, discourse);
        foreach (var part in PartReader.Read(phrasing, sentence)) reader.Read(part);
        return CellReadings.Apart(phrasing, CellReadings.Different(sentence, reader._claims));
    }

    private void Read(Part part)
    {
        var isTrusted = !part.IsOfUnknown;
        foreach (var mention in part.Mentions)
        {
            NameOwn(mention.From, mention.Number);
            isTrusted &= Read(mention, isTrusted);
        }
        if (part.IsWhole && part.Mentions is [{ Words.Row: { IsVerb: false } whole }]) _rows.RemoveAll(r => r != whole);
        NameOwn(part.Mentions.Count > 0 ? part.Mentions[^1].End : part.From, part.To);
        if (part.Row is not null && !_scopes[part.To - 1].IsOther)
        {
            if (part.IsWhole) _rows.Clear();
            Name(part.Row);
            _isOfWhole = part.IsWhole;
        }
        // 自然人 48 件、法人 2 件: who asked; 办结自然人申请 50 件，其中予以公开 9 件: of theirs.
        if (!_isOfAsked) _shared = null;
        if (!isTrusted && part.Mentions.Any(IsNamed) && !IsItem(part)) _isTainted = true;
        if (part.To < _sentence.Tokens.Count) Pass(_sentence.Tokens[part.To]);
    }

    /// <summary>Whether words of the form stand before a figure, and no ordinary ones.</summary>
    private bool IsNamed(Mention mention)
    {
        if (!mention.IsNamedBefore || mention.Words.Row is { IsContinuing: true }) return false;
        // 行政许可事项 15 项: another count of the same authority.
        var before = _sentence.Tokens.Skip(mention.From).Take(mention.Number - mention.From);
        return IsOfTables(mention) || before.Any(t => t.Kind == Kind.Unknown);
    }

    /// <summary>
    /// 不予公开的答复中，因可能损害第三方权益的 9 件，属过程性信息的 7 件: an item of an understood whole that is not understood itself
    /// says nothing of its neighbours, which are no part of it.
    /// </summary>
    private bool IsItem(Part part) => _isOfWhole && part.Mentions.All(m => m.Words.Row is { IsVerb: false });

    /// <summary>The authority or its year named again: what follows is of it, whatever stands before.</summary>
    private void NameOwn(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_sentence.Tokens[i].Kind is Kind.Own or Kind.Current) _isTainted = false;
    }

    private void Pass(Token mark)
    {
        // The parts of what is not understood are of it.
        if (mark.Kind == Kind.Among)
        {
            _isTainted |= !_isUnderstood;
            _isOfWhole = _isUnderstood && _claims.Count > 0;
        }
        if (_sentence.Text[mark.Start] is not ('；' or ';')) return;
        _isTainted = false;
        _shared = null;
        _isNewClause = true;
        _nearness.Break();
    }

    /// <summary>Reads a figure; whether those behind it in its part can be trusted.</summary>
    private bool Read(Mention mention, bool isTrusted)
    {
        var (words, scope, figure) = (mention.Words, _scopes[mention.Number], mention.Figure);
        // 自然人申请占 69.6%: no count; what is listed behind it is understood all the same.
        var isPercent = figure.Quantity!.Unit == "%" && (!words.IsUnknown || _sentence.IsRate(figure));
        var isCount = !words.IsShare || figure.Quantity!.Unit != "%";
        var isKnown = isTrusted && !_isTainted && isCount && !words.IsUnknown && !scope.IsOther && scope.Year != StatedYear.Unclear;
        var isChange = isKnown && words.IsDifference;
        var claim = isKnown && (isChange ? words.HasPhrase : IsOfTables(mention)) ? Claim(mention) : null;
        if (words.IsDifference || scope.Year != StatedYear.This) _sentence.OfLastYear.Add(figure.Start);
        // 新收申请增加 29 件: how much more there was of what the words before it name; behind a figure, of that one.
        if (isChange && claim is not null) _sentence.Changes.Add(claim);
        if (isChange || claim is null) _sentence.Known[figure.Start] = _nearness.Of(mention, scope);
        if (isChange || isPercent) return isTrusted;
        if (claim is not null)
        {
            var opens = _sentence.Text[_sentence.Tokens[mention.Start].Start];
            var isBeside = scope is { IsInBrackets: false, IsAmong: false } && opens != '含';
            _claims.Add((claim, isBeside));
            _nearness.Take();
        }
        if (!scope.IsInBrackets) _isUnderstood = claim is not null;
        return claim is not null;
    }

    /// <summary>直接起诉 12 件，维持 6 件；复议后起诉 9 件，维持 7 件: columns go on from the rows of their own clause, if any.</summary>
    private void Name(RowPhrase row)
    {
        if (_isNewClause && !row.IsVerb) _rows.Clear();
        _isNewClause = false;
        _rows.Add(row);
    }

    private static bool IsOfKind(Cell cell, Token number) =>
        Quantity.IsOfPeople(cell.Unit) == Quantity.IsOfPeople(number.Quantity!.Unit);

    private bool IsOfTables(Mention mention) =>
        mention.Figure.Quantity! is { IsCount: true } or { IsMoney: true } || IsOfDecisions(mention);

    /// <summary>行政许可处理决定 71 项: what was decided, not the kinds of it; applications, too, are counted so.</summary>
    private bool IsOfDecisions(Mention mention)
    {
        if (mention.Figure.Quantity!.Unit != "项") return false;
        if (mention.Words.HasObject || _claims is [.., { Claim.Number.Quantity.Unit: "项" }]) return true;
        var before = _sentence.Text.AsSpan(_sentence.Tokens[mention.From].Start..mention.Figure.Start);
        return before.Contains("决定", StringComparison.Ordinal);
    }

    private Claim? Claim(Mention mention)
    {
        var words = mention.Words;
        var isLast = _scopes[mention.Number].Year == StatedYear.Last;
        if (words is { IsElse: true, HasPhrase: false } or { IsRest: true, HasPhrase: false }) return isLast ? null : Else(mention.Figure);
        // 其中网络申请 11 件，书面申请 7 件: parts of those counted before, by whatever they are told apart.
        if (!words.HasPhrase && (words.HasObject || words.HasShortObject) && _scopes[mention.Number].IsAmong) return null;
        if (!words.HasPhrase && !words.HasObject && !words.HasShortObject) return words.IsTotal && !isLast ? Total(mention.Figure) : null;
        var rows = Rows(mention);
        if (rows.Count == 0) return null;
        var column = words.Column;
        if (words.Row is { Column: null } row && column is null && !IsSingle(row)) column = _column;
        if (column is not null && (column.Table != rows[0].Table || IsOfSome(words))) return null;
        var readings = CellReadings.Of(words, rows, column?.Columns ?? []).ToList();
        // 对自然人予以公开 140 件、部分公开 48 件: of those, or of all.
        if (column is null && _shared is not null && _shared.Table == rows[0].Table)
            readings.AddRange(CellReadings.Of(words, rows, _shared.Columns));
        if (words.Column is not null)
        {
            _shared = words.Column;
            _isOfAsked = words.Row is { IsVerb: true } || words.HasObject || words.HasShortObject;
        }
        if (readings.Exists(r => r.IsEmpty)) return null;
        readings.RemoveAll(r => !IsOfKind(r[0], mention.Figure));
        if (readings.Count == 0) return null;
        if (words.Row is { IsVerb: false }) readings = CellReadings.InGroup(readings, _claims.Select(c => c.Claim));
        var isSure = !words.IsAfterVerb && !isLast && readings.Count == 1 && rows.All(r => r.Severity == Severity.Error);
        foreach (var listed in words.Listed) Name(listed);
        if (words.Row is not null) Name(words.Row);
        _column = column ?? _column;
        _isOfColumn = words.Column is not null;
        return new Claim(mention.Figure, [.. readings], isSure ? Severity.Error : Severity.Warning, isLast) { Row = words.Row };
    }

    /// <summary>
    /// 结果维持 6 件，纠正 2 件，其他 1 件; 逾期不补正 5 件，其他情形 2 件: the row or column for what else there is beside the one before.
    /// </summary>
    private Claim? Else(Token number)
    {
        if (_claims is not [.., { Claim: { LastYear: false, Row: null or { IsVerb: false } } last }]) return null;
        var readings = ElseReadings.Of(last, _claims.Select(c => c.Claim), _isOfColumn);
        return readings.IsEmpty ? null : new Claim(number, readings, Severity.Warning, LastYear: false) { Row = last.Row };
    }

    /// <summary>The phrases a figure may be of: the one naming its row, those a column goes on from, or the verbs'.</summary>
    private List<RowPhrase> Rows(Mention mention)
    {
        var words = mention.Words;
        if (words.Row is { } row)
            return _matter.Holds(row, mention) && words.AreOfOneGroup && (!row.IsContinuing || Continues(row)) ? [row] : [];
        var table = words.Column?.Table ?? _phrasing.Rows.FirstOrDefault(r => r.IsVerb)?.Table;
        var seen = words.Column is null ? [] : _rows.Where(r => r.Table == table).Distinct().ToList();
        if (seen.Count > 0) return seen;
        return _matter.IsOfVerbs(words, table!) ? [.. _phrasing.Rows.Where(r => r.IsVerb && r.Table == table)] : [];
    }

    /// <summary>Whether a figure before is of a row beside this one.</summary>
    private bool Continues(RowPhrase row)
    {
        var beside = row.Beside;
        return _claims.Exists(c => c.Claim.Readings[0][0].Path.StartsWith(beside, StringComparison.Ordinal))
            || _before.Any(r => r.Readings[0][0].Path.StartsWith(beside, StringComparison.Ordinal));
    }

    /// <summary>法人 2 件、其他组织 1 件: a word for several columns is of some of them, where another is named beside it.</summary>
    private bool IsOfSome(FigureWords words) => words is { Column: { Columns.Length: > 1 } column, IsOfLegalPersons: true }
        && _sentence.Tokens.Exists(t => t.Phrase is ColumnPhrase { Columns: [var one] }
            && column.Columns.Contains(one, StringComparer.Ordinal));

    private static bool IsSingle(RowPhrase row) => row.Readings[0].All(r => r.Cells.Length == 1);

    /// <summary>共计 103 件 behind 收到 95 件，上年结转 8 件: what the sentence has counted up to here.</summary>
    private Claim? Total(Token number)
    {
        if (_claims.Count < 2 || _claims.Exists(c => c.Claim.LastYear || c.Claim.Table != _claims[0].Claim.Table)) return null;
        return new Claim(number, [[.. _claims.SelectMany(c => c.Claim.Readings[0]).Distinct()]], Severity.Warning, LastYear: false);
    }
}
