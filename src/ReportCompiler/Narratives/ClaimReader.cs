using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// Finds which figures of a sentence are understood. A figure belongs to the phrase in its own part of the sentence, between commas,
/// and only if every word from the comma to the figure is known: an unknown word may say that it is another's.
/// </summary>
internal sealed class ClaimReader(Phrasing phrasing, Sentence sentence, string context)
{
    private readonly List<Token> _tokens = sentence.Tokens;
    private readonly List<Claim> _claims = [];
    private readonly List<RowPhrase> _seen = [];
    private readonly List<RowPhrase> _waiting = [];
    private RowPhrase? _row;
    private bool _afterVerb;
    private ColumnPhrase? _column;
    private ColumnPhrase? _lastColumn;
    private bool _unknown;
    private bool _tainted;
    private bool _other;
    private bool _understood = true;
    private bool _spent;
    private bool _opened;
    private Year _year;
    private int _clause;
    private readonly Stack<(bool Other, Year Year)> _outside = [];

    private enum Year { This, Last, Unclear }

    /// <summary>The claims of a sentence.</summary>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">The sentence, its words found.</param>
    /// <param name="context">The paragraph up to and with the sentence.</param>
    /// <param name="other">Whether the sentence before made an office its subject.</param>
    public static List<Claim> Read(Phrasing phrasing, Sentence sentence, string context, bool other) =>
        new ClaimReader(phrasing, sentence, context) { _other = other }.Read();

    private List<Claim> Read()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            switch (token.Kind)
            {
                case Kind.Break: Break(i, sentence.Text[token.Start]); break;
                case Kind.Among: Among(i); break;
                case Kind.List: List(); break;
                case Kind.Own: (_other, _tainted) = (false, false); break;
                case Kind.Other or Kind.Planned: _other = true; break;
                case Kind.Prior: Prior(i); break;
                case Kind.Current: _year = Year.This; break;
                case Kind.Row: Row((RowPhrase)token.Phrase!); break;
                case Kind.Column: Column((ColumnPhrase)token.Phrase!); break;
                case Kind.Number: Number(i); break;
                case Kind.Neutral or Kind.Object: break;
                default: _unknown = true; break;
            }
        }
        return _claims;
    }

    private void Break(int i, char mark)
    {
        Taint();
        if (mark is '；' or ';') _tainted = false;
        if (_year == Year.Last && !_opened) _year = Year.Unclear;
        if (mark is '（' or '(') _outside.Push((_other, _year));
        if (mark is '）' or ')' && _outside.TryPop(out var outside)) (_other, _year) = outside;
        _waiting.Clear();
        _clause = i + 1;
        Reset();
        (_unknown, _spent) = (false, false);
    }

    /// <summary>A sentence that opens with last year is about it; in its midst it is of that part, and what follows is unclear.</summary>
    private void Prior(int i)
    {
        _year = Year.Last;
        _opened = i == 0 || (i == 1 && _tokens[0].Kind == Kind.Neutral) || sentence.Text[_tokens[i - 1].Start] is '；' or ';';
    }

    private void Among(int i)
    {
        if (!_understood) _tainted = true;
        Break(i, '，');
    }

    private void List()
    {
        if (_row is { IsVerb: false } row && _column is null && !_unknown) _waiting.Add(row);
        _spent = false;
        Reset();
    }

    /// <summary>A row under words that are not understood makes the rows listed after it doubtful too.</summary>
    private void Taint()
    {
        if (_unknown && (_row is not null || _column is not null)) _tainted = true;
    }

    private void Reset() => (_row, _column, _afterVerb) = (null, null, false);

    private void Row(RowPhrase row)
    {
        if (_row is { } before)
        {
            // 收到行政复议 is understood, 受理行政许可 is of applications for licences.
            if (before.IsVerb ? row.Table != before.Table && !HasContext(row.Table) : !Contains(before, row)) _unknown = true;
            _afterVerb |= before.IsVerb && before.Table != row.Table;
        }
        _row = row;
    }

    private bool HasContext(Table table) => phrasing.Contexts.Any(c => c.Table == table);

    private static bool Contains(RowPhrase whole, RowPhrase part) =>
        whole.Table == part.Table && !part.IsVerb && part.Readings[0].All(whole.Readings[0].Contains);

    private void Column(ColumnPhrase column)
    {
        if (_column is not null && _column != column) _unknown = true;
        _column = column;
    }

    private void Number(int i)
    {
        var quantity = _tokens[i].Quantity!;
        if (!quantity.IsCount && !quantity.IsMoney)
        {
            _unknown = true;
            return;
        }
        var before = _row is not null || _column is not null;
        var known = Right(i, before) && !_unknown && !_spent && !_tainted && !_other && _year != Year.Unclear;
        var claim = known ? Claim(i) : null;
        if (claim is not null) _claims.Add(claim);
        else if (before) Taint();
        if (_outside.Count == 0) _understood = claim is not null;
        Reset();
        _waiting.Clear();
        // What follows in the same part belongs to this figure; a list goes on only from a figure that is understood.
        _spent = true;
        _unknown |= claim is null;
    }

    /// <summary>Whether the words after the figure are known; a phrase among them is taken if none stands before it.</summary>
    private bool Right(int i, bool before)
    {
        for (var j = i + 1; j < _tokens.Count; j++)
        {
            var token = _tokens[j];
            switch (token.Kind)
            {
                case Kind.Break or Kind.List or Kind.Among or Kind.Each: return true;
                case Kind.Neutral or Kind.Object or Kind.Own: break;
                case Kind.Row when token.Phrase is RowPhrase row && (!before || IsVerbOfAnother(row.Table)): Row(row); break;
                case Kind.Column when !before: Column((ColumnPhrase)token.Phrase!); break;
                default: return false;
            }
        }
        return true;
    }

    private bool IsVerbOfAnother(Table table) => _row is { IsVerb: true } verb && verb.Table != table;

    private Claim? Claim(int i)
    {
        var number = _tokens[i];
        var severity = _afterVerb || _year == Year.Last ? Severity.Warning : Severity.Error;
        var rows = new List<RowPhrase>();
        if (_row is { } row)
        {
            if (!IsAboutTable(row, i)) return null;
            if (_column is null && row.Column is null && !IsSingle(row)) _column = _lastColumn;
            rows.Add(row);
        }
        else rows.AddRange(_seen.Where(r => r.Table == _column?.Table).Distinct());
        if (rows.Count == 0 || (_column is not null && _column.Table != rows[0].Table)) return null;
        var columns = _column?.Columns ?? [];
        var readings = rows.SelectMany(r => r.Readings, (r, reading) => r.Cells(reading, columns)).ToList();
        if (readings.Exists(r => r.IsEmpty)) return null;
        // 行政复议、行政诉讼 3 件 may be the sum of both.
        if (_row is null && rows.Count > 1) readings.Add([.. rows.SelectMany(r => r.Cells(r.Readings[0], columns)).Distinct()]);
        if (_row is not null && _waiting.Count > 0)
        {
            if (_waiting.Exists(w => w.Table != _row.Table)) return null;
            readings.Add([.. _waiting.Append(_row).SelectMany(r => r.Cells(r.Readings[0], columns)).Distinct()]);
        }
        if (rows.Exists(r => r.Severity == Severity.Warning) || readings.Count > 1) severity = Severity.Warning;
        if (_row is not null) _seen.Add(_row);
        _lastColumn = _column ?? _lastColumn;
        return new Claim(number, [.. readings], severity, _year == Year.Last);
    }

    private static bool IsSingle(RowPhrase row) => row.Readings[0].All(r => r.Cells.Length == 1);

    /// <summary>Whether the figure is of the row's table at all: other matters are counted in the same words.</summary>
    private bool IsAboutTable(RowPhrase row, int i)
    {
        // Words said after the figure part it: 86 件，其中涉及政府信息公开的 4 件
        foreach (var (table, words) in phrasing.Contexts.Where(c => c.Table == row.Table))
            if (!sentence.IsUnder(table, words) && !Has(sentence.Text[..End(i)], words) && !Has(sentence.Heading, words)) return false;
        var clause = _clause < _tokens.Count ? sentence.Text[_tokens[_clause].Start.._tokens[i].Start] : "";
        var after = sentence.Text[_tokens[i].End..End(i)];
        var near = Has(clause, phrasing.Objects) || Has(after, phrasing.Objects);
        var isNamed = near || sentence.IsUnder(row.Table, phrasing.Objects) || sentence.Mentions(phrasing.Objects)
            || Has(context, phrasing.Objects);
        if (row.IsVerb && !isNamed) return false;
        return !Has(row.IsVerb && !near ? sentence.Text[.._tokens[i].Start] : clause, row.Avoid) && !(row.IsVerb && Has(after, row.Avoid));
    }

    private int End(int i)
    {
        while (++i < _tokens.Count)
            if (_tokens[i].Kind is Kind.Break or Kind.List) return _tokens[i].Start;
        return sentence.Text.Length;
    }

    private static bool Has(string text, ImmutableArray<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
