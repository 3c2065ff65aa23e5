using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// Finds which figures of a sentence are understood. A figure belongs to the phrase in its own part of the sentence, between commas,
/// and only if every word from the comma to the figure is known: an unknown word may say that it is another's.
/// </summary>
/// <remarks>
/// A part is taken group by group: the words before a figure, the figure, and those behind it that are not the next one's. What is
/// not understood is left unread, and what is listed behind it too; nothing is guessed.
/// </remarks>
internal sealed class ClaimReader(Phrasing phrasing, Sentence sentence, Discourse discourse)
{
    /// <summary>No word among those to avoid is longer; what is, is a turn of several.</summary>
    private const int LongestWord = 4;

    private readonly List<Token> _tokens = sentence.Tokens;
    private readonly Scope[] _scopes = ScopeReader.Read(sentence, discourse.IsOfAnother);
    private readonly List<Claim> _claims = [];
    private readonly List<RowPhrase> _seen = [];
    private ColumnPhrase? _lastColumn;
    private bool _tainted;
    private bool _understood = true;
    private readonly HashSet<int> _beside = [];
    private readonly Stack<bool> _outside = [];
    private bool _isUnknown;
    private bool _isUnknownAround;
    private bool _among;
    private bool _isBeside;
    private FigureWords? _words;
    private (FigureWords Words, int From)? _named;

    /// <summary>The claims of a sentence.</summary>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">The sentence, its words found.</param>
    /// <param name="discourse">What the paragraph has said before it.</param>
    public static List<Claim> Read(Phrasing phrasing, Sentence sentence, Discourse discourse) =>
        new ClaimReader(phrasing, sentence, discourse).Read();

    private List<Claim> Read()
    {
        // 其中，予以公开 99 件 goes on from the sentence before.
        if (_tokens is [{ Kind: Kind.Among }, ..]) _seen.AddRange(discourse.Rows);
        for (var from = 0; from < _tokens.Count;)
        {
            var to = from;
            while (to < _tokens.Count && _tokens[to].Kind is not (Kind.Break or Kind.Among)) to++;
            ReadPart(from, to);
            if (to < _tokens.Count) Pass(to);
            from = to + 1;
        }
        return [.. _claims.Select(WithoutCarriedOver)];
    }

    /// <summary>
    /// Where what was carried over is counted beside it (收到 7 件，上年结转 1 件) a figure is not both together; 含 and brackets say that
    /// it is among them.
    /// </summary>
    private Claim WithoutCarriedOver(Claim claim)
    {
        if (claim.Row is not { } row || claim.Readings.Length < 2 || !phrasing.IsIntake(row)) return claim;
        var beside = _claims.Where(c => c.Row is { IsVerb: false } && c.Readings.Length == 1 && _beside.Contains(c.Number.Start))
            .SelectMany(c => c.Readings[0]).ToHashSet();
        var left = claim.Readings.Where(r => r.Length == 1 || !r.Any(beside.Contains)).ToImmutableArray();
        return left.IsEmpty ? claim : claim with { Readings = left };
    }

    private void Pass(int i)
    {
        if (_tokens[i].Kind == Kind.Among)
        {
            // The parts of what is not understood are of it.
            _tainted |= !_understood;
            _among = true;
            _named = null;
            return;
        }
        var mark = sentence.Text[_tokens[i].Start];
        if (mark is not ('，' or ',' or '：' or ':')) _named = null;
        if (mark is '；' or ';') (_tainted, _among, _isBeside) = (false, false, false);
        if (mark is '（' or '(') _outside.Push(_isUnknown);
        if (mark is '）' or ')' && _outside.TryPop(out var outside)) _isUnknownAround = outside;
    }

    /// <summary>Reads what stands between two commas.</summary>
    private void ReadPart(int from, int to)
    {
        var named = _named;
        _named = null;
        var goesOn = named is not null && NamesNothing(from, to);
        var part = new Part(goesOn ? named!.Value.From : from, to);
        if (goesOn) _words = named!.Value.Words;
        // 各县（区）共收到: what stands before a bracket says of what the rest is.
        part.IsUnknown = _isUnknownAround;
        _isUnknownAround = false;
        if (ReadRespective(part)) return;
        var start = from;
        while (start < to)
        {
            var number = start;
            while (number < to && _tokens[number].Kind != Kind.Number) number++;
            for (var i = start; i < number; i++)
                if (_tokens[i].Kind is Kind.Own or Kind.Current) _tainted = false;
            if (number == to)
            {
                if (start == from) Mention(from, to);
                _isUnknown = start == from && _tokens.FindIndex(from, to - from, t => t.Kind == Kind.Unknown) >= 0;
                break;
            }
            _isUnknown = false;
            start = ReadFigure(part, start, number, goesOn && start == from);
        }
        if (part.IsUnknown && part.HasPhrase) _tainted = true;
    }

    /// <summary>Reads 行政复议、行政诉讼分别为 85 件和 55 件; whether the part is of that form.</summary>
    private bool ReadRespective(Part part)
    {
        if (part.IsUnknown || _tainted) return false;
        var pairs = Respective.Pairs(sentence, part.From, part.To);
        foreach (var (item, number) in pairs)
        {
            var words = new FigureWords(phrasing, sentence);
            words.TakeBefore(item);
            part.HasPhrase |= words.HasPhrase;
            var scope = _scopes[number];
            var token = Respective.Counted(_tokens[number], _tokens[pairs[^1].Number]);
            var isKnown = !words.IsUnknown && !words.IsDifference && !scope.IsOther && scope.Year == StatedYear.This
                && (token.Quantity!.IsCount || token.Quantity.IsMoney);
            var claim = isKnown ? Claim(words, part, number, part.To) : null;
            if (claim is not null) _claims.Add(claim with { Number = token });
            else sentence.Known[token.Start] = Unjudged(words, part, part.From, number, part.To);
        }
        return pairs.Count > 0;
    }

    /// <summary>清理规范性文件，废止 2 件: a row without a figure of its own, which the columns behind go on from.</summary>
    private void Mention(int from, int to)
    {
        var rows = _tokens.GetRange(from, to - from).Select(t => t.Phrase).OfType<RowPhrase>().Where(r => !r.IsVerb).Distinct().ToList();
        if (rows.Count == 1 && !_scopes[to - 1].IsOther) _seen.Add(rows[0]);
        var words = new FigureWords(phrasing, sentence);
        words.TakeBefore(_tokens.GetRange(from, to - from));
        var isList = _tokens.GetRange(from, to - from).Exists(t => t.Kind is Kind.List);
        if (words.HasPhrase && !words.IsUnknown && !words.IsDifference && !isList) _named = (words, from);
    }

    /// <summary>自然人提出的申请最多，达 68 件: nothing stands before the figure that names what it is of.</summary>
    private bool NamesNothing(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind == Kind.Number) return true;
            if (_tokens[i].Kind is not (Kind.Neutral or Kind.Current)) return false;
        }
        return false;
    }

    /// <summary>17 件未到期限，结转下年: what a figure is of that only the part behind the comma says; null if it does not.</summary>
    private FigureWords? ToldBehind(Part part, int from, int number)
    {
        var (next, end) = (part.To + 1, part.To + 1);
        if (number + 1 >= part.To || _tokens[number + 1].Kind != Kind.Predicate || next >= _tokens.Count) return null;
        if (sentence.Text[_tokens[part.To].Start] is not ('，' or ',')) return null;
        while (end < _tokens.Count && _tokens[end].Kind is not (Kind.Break or Kind.Among or Kind.Number)) end++;
        if (end < _tokens.Count && _tokens[end].Kind == Kind.Number) return null;
        for (var i = number + 1; i < part.To; i++)
            if (_tokens[i].Kind == Kind.Number) return null;
        var words = new FigureWords(phrasing, sentence);
        words.TakeBefore(_tokens.GetRange(from, number - from));
        if (words.HasPhrase) return null;
        words.TakeBefore(_tokens.GetRange(next, end - next));
        return words is { IsUnknown: false, Row.IsPlain: true } ? words : null;
    }

    /// <summary>What is known of a part while it is read from the left.</summary>
    private sealed class Part(int from, int to)
    {
        public int From { get; } = from;

        public int To { get; } = to;

        /// <summary>Whether a figure of it was not understood, with the words before it.</summary>
        public bool IsUnknown { get; set; }

        public bool HasPhrase { get; set; }

        /// <summary>The column named last.</summary>
        public ColumnPhrase? Column { get; set; }
    }

    /// <summary>Reads a figure with the words around it, and says where those of the next begin.</summary>
    private int ReadFigure(Part part, int from, int number, bool goesOn)
    {
        var end = EndOfTail(part, number);
        var words = ToldBehind(part, from, number);
        var isTold = words is not null;
        words ??= new FigureWords(phrasing, sentence);
        if (isTold) end = part.To;
        if (_words is not null && (goesOn || IsOnward(from, number))) words.GoOn(_words);
        _words = words;
        if (!isTold) words.TakeBefore(_tokens.GetRange(from, number - from));
        part.HasPhrase |= words.HasPhrase;
        if (!isTold) words.TakeBehind(_tokens.GetRange(number + 1, end - number - 1));
        var quantity = _tokens[number].Quantity!;
        var scope = _scopes[number];
        var known = !part.IsUnknown && !words.IsUnknown && !_tainted && !scope.IsOther && scope.Year != StatedYear.Unclear;
        if (known && words.IsDifference) return ReadChange(words, part, number, end);
        var claim = known && (quantity.IsCount || quantity.IsMoney) ? Claim(words, part, number, end) : null;
        if (claim is null) part.IsUnknown = true;
        else
        {
            _claims.Add(claim);
            _isBeside = true;
            if (_outside.Count == 0 && !_among && sentence.Text[_tokens[part.From].Start] != '含') _beside.Add(_tokens[number].Start);
        }
        if (words.IsDifference || scope.Year != StatedYear.This) sentence.OfLastYear.Add(_tokens[number].Start);
        if (claim is null) sentence.Known[_tokens[number].Start] = Unjudged(words, part, from, number, end);
        if (_outside.Count == 0) _understood = claim is not null;
        return end < part.To && _tokens[end].Kind == Kind.List ? end + 1 : end;
    }

    private static readonly string[] Onward = Words.Onward.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a figure is what another has become: 由 150 件上升至 179 件.</summary>
    private bool IsOnward(int from, int number) => from < number && from > 0 && _tokens[from - 1].Kind == Kind.Number
        && _tokens[from].Kind == Kind.Current && Onward.Contains(sentence.Word(_tokens[from]), StringComparer.Ordinal);

    /// <summary>新收申请增加 29 件: how much more there was of what the words before it name; behind a figure, of that one.</summary>
    private int ReadChange(FigureWords words, Part part, int number, int end)
    {
        var token = _tokens[number];
        if (words.HasPhrase && Claim(words, part, number, end) is { } of) sentence.Changes.Add(of);
        sentence.OfLastYear.Add(token.Start);
        sentence.Known[token.Start] = Unjudged(words, part, part.From, number, end);
        return end < part.To && _tokens[end].Kind == Kind.List ? end + 1 : end;
    }

    /// <summary>
    /// What is known of a figure that is no claim: it is of something else, or it stands beside words of the form and is not understood.
    /// </summary>
    private Knowledge Unjudged(FigureWords words, Part part, int from, int number, int end)
    {
        if (_scopes[number].IsOther) return Knowledge.Outside;
        // 办结率 100% is no share of the tables' figures: it is of those whose term has come.
        if (sentence.Text.AsSpan(0, _tokens[number].Start).TrimEnd("为达到是均").EndsWith("率")) return Knowledge.Outside;
        // Behind 其中, in brackets and in a list a figure goes on from the one before; so does how much more it is.
        var goesOn = _among || _outside.Count > 0 || from > part.From || words.IsDifference || _tokens[number].Quantity!.Unit == "%";
        var isNamed = words.NamesForm || (words.MayNameForm && (_isBeside || IsOfApplications()));
        var isBeside = isNamed ? words.Row is not { } row || IsAboutTable(row, part, number, end) : goesOn && _isBeside;
        if (!words.IsDifference) _isBeside = isBeside;
        return isBeside ? Knowledge.Unread : Knowledge.Outside;
    }

    private bool IsOfApplications() => sentence.Mentions(phrasing.Objects) || Has(discourse.Paragraph, phrasing.Objects);

    private Claim? Claim(FigureWords words, Part part, int number, int end)
    {
        var isLast = _scopes[number].Year == StatedYear.Last;
        if (!words.HasPhrase && !words.HasObject && !words.HasShortObject) return words.IsTotal ? Total(number, isLast) : null;
        var rows = Rows(words, part, number, end);
        if (rows.Count == 0) return null;
        var column = words.Column;
        if (words.Row is { Column: null } row && column is null && !IsSingle(row)) column = _lastColumn;
        if (column is not null && column.Table != rows[0].Table) return null;
        var readings = Readings(words, rows, column?.Columns ?? []);
        // 对自然人予以公开 140 件、部分公开 48 件: of those, or of all.
        if (column is null && part.Column is { } shared && shared.Table == rows[0].Table)
            readings.AddRange(Readings(words, rows, shared.Columns));
        part.Column = words.Column ?? part.Column;
        if (readings.Exists(r => r.IsEmpty)) return null;
        var isSure = !words.IsAfterVerb && !isLast && readings.Count == 1 && rows.TrueForAll(r => r.Severity == Severity.Error);
        if (words.Row is not null) _seen.Add(words.Row);
        _lastColumn = column ?? _lastColumn;
        return new Claim(_tokens[number], [.. readings], isSure ? Severity.Error : Severity.Warning, isLast) { Row = words.Row };
    }

    /// <summary>The phrases a figure may be of: the one naming its row, those a column goes on from, or the verbs'.</summary>
    private List<RowPhrase> Rows(FigureWords words, Part part, int number, int end)
    {
        if (words.Row is { } row) return IsAboutTable(row, part, number, end) && AreOfOneTable(words) ? [row] : [];
        var table = words.Column?.Table ?? phrasing.Rows.FirstOrDefault(r => r.IsVerb)?.Table;
        var seen = words.Column is null ? [] : _seen.Where(r => r.Table == table).Distinct().ToList();
        if (seen.Count > 0) return seen;
        // 政府信息公开申请 95 件: received, or answered; but not where documents are sorted by whether they are disclosed.
        // 自然人提出申请 132 件 names both who asked and what for.
        var isNamed = words.HasObject || (words.Column is not null && words.HasShortObject) || discourse.IsAbout(table!, sentence);
        if (Has(sentence.Text, Classifying) || !isNamed) return [];
        return [.. phrasing.Rows.Where(r => r.IsVerb && r.Table == table)];
    }

    private static readonly ImmutableArray<string> Classifying = ["主动公开", "公文"];

    /// <summary>
    /// Whether what is listed adds up: rows of one table, and of one group. Reconsideration and litigation of one case may be counted as
    /// two or as one.
    /// </summary>
    private static bool AreOfOneTable(FigureWords words) => words.Listed.All(w => w.Table == words.Row!.Table
        && w.Group == words.Row.Group);

    private static List<ImmutableArray<Cell>> Readings(FigureWords words, List<RowPhrase> rows, ImmutableArray<string> columns)
    {
        var readings = rows.SelectMany(r => r.Readings, (r, reading) => r.Cells(reading, columns)).ToList();
        // 行政复议、行政诉讼 3 件 may be the sum of both; 予以公开和部分公开共 50 件 is.
        if (words.Row is null && rows.Count > 1 && !rows.Exists(r => r.IsVerb)) readings.Add(Sum(rows));
        if (words.Row is not null && words.Listed.Count > 0) readings.Add(Sum([.. words.Listed, words.Row]));
        return readings;

        ImmutableArray<Cell> Sum(IEnumerable<RowPhrase> of) => [.. of.SelectMany(r => r.Cells(r.Readings[0], columns)).Distinct()];
    }

    /// <summary>共计 103 件 behind 收到 95 件，上年结转 8 件: what the sentence has counted up to here.</summary>
    private Claim? Total(int number, bool isLast)
    {
        if (isLast || _claims.Count < 2 || _claims.Exists(c => c.LastYear || c.Table != _claims[0].Table)) return null;
        ImmutableArray<Cell> sum = [.. _claims.SelectMany(c => c.Readings[0]).Distinct()];
        return new Claim(_tokens[number], [sum], Severity.Warning, LastYear: false);
    }

    private static bool IsSingle(RowPhrase row) => row.Readings[0].All(r => r.Cells.Length == 1);

    /// <summary>Whether the figure is of the row's table at all: other matters are counted in the same words.</summary>
    private bool IsAboutTable(RowPhrase row, Part part, int number, int end)
    {
        var stop = end < _tokens.Count ? _tokens[end].Start : sentence.Text.Length;
        var isTold = discourse.IsAbout(row.Table, sentence);
        // Words said after the figure part it: 86 件，其中涉及政府信息公开的 4 件
        if (!row.IsPlain && !isTold)
            foreach (var (table, words) in phrasing.Contexts.Where(c => c.Table == row.Table))
                if (!sentence.IsUnder(table, words) && !Has(sentence.Text[..stop], words) && !Has(sentence.Heading, words)) return false;
        var before = sentence.Text[_tokens[part.From].Start.._tokens[number].Start];
        var after = sentence.Text[_tokens[number].End..stop];
        var near = Has(before, phrasing.Objects) || Has(after, phrasing.Objects);
        var isNamed = near || sentence.IsUnder(row.Table, phrasing.Objects) || sentence.Mentions(phrasing.Objects)
            || Has(discourse.Paragraph, phrasing.Objects) || (isTold && Has(before + after, phrasing.ShortObjects))
            || Discourse.Evidences(sentence, row.Table)
            || (row.IsVerb && (discourse.GoesOn(row.Table) || discourse.IsCarried(row.Table, sentence)));
        if (row.IsVerb && !isNamed && !row.IsPlain) return false;
        var looked = row.IsVerb && !near ? sentence.Text[.._tokens[number].Start] : before;
        // A turn of several words says it for the whole sentence: 作为复议机关，我局办理行政复议 5 件.
        if (row.Avoid.Any(w => w.Length > LongestWord && sentence.Text[.._tokens[number].Start].Contains(w, StringComparison.Ordinal)))
            return false;
        return !Has(looked, row.Avoid) && !(row.IsVerb && Has(after, row.Avoid));
    }

    private static bool Has(string text, ImmutableArray<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Where the words behind a figure end: at a comma of a list, or where the phrase of the next figure begins.</summary>
    private int EndOfTail(Part part, int number)
    {
        var next = number + 1;
        while (next < part.To && _tokens[next].Kind is not (Kind.Number or Kind.List)) next++;
        if (next == part.To || _tokens[next].Kind == Kind.List) return next;
        // Another figure follows without a comma: what names a row before it is its own.
        for (var i = number + 1; i < next; i++)
            if (_tokens[i].Kind is Kind.Row or Kind.Column or Kind.Object or Kind.Current) return i;
        return next;
    }
}
