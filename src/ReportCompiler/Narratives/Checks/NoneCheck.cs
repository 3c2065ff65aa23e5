using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>narrative-none: what the prose says there was none of is 0 in the tables.</summary>
internal sealed class NoneCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence)
{
    private static readonly ImmutableArray<string> Happening =
        ["引发", "引起", "发生", "产生", "提起", "提出", "收取", "征收", "实施", "作出", "做出", "开展", "执行"];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks the denials of a sentence.</summary>
    /// <param name="findings">Takes what was found.</param>
    /// <param name="context">The whole paragraph, for what the sentence is about.</param>
    /// <param name="other">Whether the sentence before made an office its subject.</param>
    public void Check(Findings findings, string context, bool other)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Kind == Kind.Denial && IsAbout(i, other, rows: false) && Denied(i) is var (cells, end))
                Report(findings, i, i, end, cells, context);
            if (IsZero(i) && IsAbout(i, other, rows: true) && Listed(i) is var (listed, start))
                Report(findings, i, start, i, listed, context);
        }
    }

    private void Report(Findings findings, int word, int start, int end, ImmutableArray<Cell> cells, string context)
    {
        var at = prose.Typed(sentence, _tokens[start].Start, _tokens[end].End);
        if (prose.Typed(sentence, _tokens[word].Start, _tokens[word].End) is not { } denial) return;
        foreach (var cell in cells.Distinct())
        {
            if (!IsOfTable(cell.Table, context)) continue;
            var figures = prose.District.Totals;
            if (!figures[cell].IsUsable || figures.Value(cell) == 0) continue;
            findings.Add(Errors.Prose.None(at ?? denial, cell.Name, Figure.Format(figures.Value(cell))) with
            {
                Unit = prose.District.Authority,
                OfDistrict = true,
                Cell = cell.Path,
                Expected = Figure.Format(figures.Value(cell)),
                Actual = "0",
            });
        }
    }

    /// <summary>Whether the denial is of the table's matters: where a table's words need a context, something must give it.</summary>
    private bool IsOfTable(Table table, string context)
    {
        if (sentence.Claims.Exists(c => phrasing.Contexts.Any(t => t.Table == c.Readings[0][0].Table))) return true;
        return phrasing.Contexts.Where(c => c.Table == table)
            .All(c => sentence.IsUnder(c.Table, c.Words) || sentence.Mentions(c.Words) || c.Words.Any(context.Contains));
    }

    /// <summary>Whether the words before it leave no doubt that the authority and the year are meant.</summary>
    private bool IsAbout(int i, bool other, bool rows)
    {
        var year = false;
        for (var j = 0; j < i; j++)
        {
            var kind = _tokens[j].Kind;
            if (kind == Kind.Own) other = false;
            else if (kind is Kind.Other or Kind.Period or Kind.Planned) other = true;
            else if (kind == Kind.Prior) year = true;
            else if (kind == Kind.Current) year = false;
        }
        if (other || year) return false;
        for (var j = i - 1; j >= 0 && _tokens[j].Kind is not (Kind.Break or Kind.Among); j--)
            if (!MayStand(_tokens[j].Kind, rows)) return false;
        return true;
    }

    private static bool MayStand(Kind kind, bool rows) =>
        kind is Kind.Neutral or Kind.Own or Kind.Current or Kind.Each or Kind.Object
        || (rows && kind is Kind.Row or Kind.Column or Kind.List or Kind.Tail);

    /// <summary>The cells that a denial names after it, and the last word of it; null if anything is not understood.</summary>
    private (ImmutableArray<Cell> Cells, int End)? Denied(int i)
    {
        var items = new List<(RowPhrase Row, ColumnPhrase? Column)>();
        RowPhrase? verb = null, row = null;
        ColumnPhrase? column = null;
        var hasObject = false;
        var bare = sentence.Text.AsSpan(_tokens[i].Start, _tokens[i].Length) is "未" or "尚未" or "均未" or "未曾";
        var happens = !bare;
        var j = i + 1;
        for (; j < _tokens.Count && _tokens[j].Kind is not (Kind.Break or Kind.Among); j++)
        {
            var token = _tokens[j];
            switch (token.Kind)
            {
                case Kind.Neutral:
                    happens |= Happening.Contains(sentence.Word(token), StringComparer.Ordinal);
                    break;
                case Kind.Tail: break;
                case Kind.Number when token.Quantity is { Value: 1, IsCount: true }: break;
                case Kind.Object: hasObject = true; break;
                case Kind.Row when ((RowPhrase)token.Phrase!).IsVerb:
                    var isFirst = verb is null && row is null && !hasObject;
                    if (!isFirst || !phrasing.IsIntake((RowPhrase)token.Phrase) || Next(j) == "的") return null;
                    verb = (RowPhrase)token.Phrase;
                    happens = true;
                    break;
                // 没有公开涉密信息: an ordinary word, and no row of the form.
                case Kind.Row when ((RowPhrase)token.Phrase!).IsContinuing: return null;
                case Kind.Row:
                    if (row is not null && !((RowPhrase)token.Phrase!).Readings[0].All(row.Readings[0].Contains)) return null;
                    row = (RowPhrase)token.Phrase!;
                    break;
                case Kind.Column:
                    if (column is not null) return null;
                    column = (ColumnPhrase)token.Phrase!;
                    happens = true;
                    break;
                case Kind.List:
                    if (!Finish()) return null;
                    break;
                default: return null;
            }
        }
        if (!Finish() || items.Count == 0 || sentence.Word(_tokens[j - 1]) == "的" || _tokens[j - 1].Kind == Kind.List) return null;
        return Cells(items) is { IsEmpty: false } cells ? (cells, j - 1) : null;

        // Takes what stands between two commas of a list; false if it is not understood.
        bool Finish()
        {
            // 公民、法人和其他组织: a list before its noun.
            if (row is null && column is null && !hasObject) return items.Count == 0;
            if (!happens) return false;
            if (row is null && column is null && (verb is not null || !bare)) row = verb ?? phrasing.Rows.FirstOrDefault(phrasing.IsIntake);
            if (row is null) return false;
            items.Add((row, column));
            (row, column, hasObject) = (null, null, false);
            return true;
        }
    }

    /// <summary>
    /// The cells of a list; a column named once, 行政复议、行政诉讼被纠错, is every row's. None if a row has no such column.
    /// </summary>
    private ImmutableArray<Cell> Cells(List<(RowPhrase Row, ColumnPhrase? Column)> items)
    {
        var column = items.Select(i => i.Column).FirstOrDefault(c => c is not null);
        var cells = ImmutableArray.CreateBuilder<Cell>();
        foreach (var (row, own) in items)
        {
            if (column is not null && column.Table != row.Table) return [];
            var denied = Denied(row, (own ?? column)?.Columns ?? []);
            if (denied.IsEmpty) return [];
            cells.AddRange(denied);
        }
        return cells.ToImmutable();
    }

    /// <summary>无结转: what a row may mean that there is none of, or else the likeliest.</summary>
    private ImmutableArray<Cell> Denied(RowPhrase row, ImmutableArray<string> columns)
    {
        foreach (var reading in row.Readings)
            if (row.Cells(reading, columns) is { IsEmpty: false } none && CheckedProse.Sum(prose.District.Totals, none) == 0) return none;
        return row.Cells(row.Readings[0], columns);
    }

    /// <summary>Whether 为零 or, after 均, 0 stands here at the end of its part.</summary>
    private bool IsZero(int i)
    {
        if (i + 1 < _tokens.Count && _tokens[i + 1].Kind is not Kind.Break) return false;
        if (_tokens[i].Kind == Kind.DenialAfter) return true;
        if (i < 2 || _tokens[i] is not { Kind: Kind.Number, Quantity: { Value: 0, IsMoney: false } q } || q.Unit == "%") return false;
        var (before, earlier) = (_tokens[i - 1], _tokens[i - 2]);
        if (before.Kind == Kind.Each) return true;
        return before.Kind == Kind.Neutral && (earlier.Kind == Kind.Each || (q.Unit.Length == 0 && sentence.Word(before) == "为"));
    }

    /// <summary>The cells of the rows listed before a zero, and the first word of them.</summary>
    private (ImmutableArray<Cell> Cells, int Start)? Listed(int i)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        var start = i;
        RowPhrase? part = null;
        for (var j = i - 1; j >= 0 && _tokens[j].Kind is not (Kind.Break or Kind.Among); j--)
        {
            if (_tokens[j].Kind is Kind.Column) return null;
            if (_tokens[j].Kind is Kind.List) part = null;
            if (_tokens[j].Kind is not Kind.Row) continue;
            var row = (RowPhrase)_tokens[j].Phrase!;
            start = j;
            // 行政诉讼复议后起诉: the group before its row.
            if (part is not null && part.Readings[0].All(row.Readings[0].Contains)) continue;
            var denied = Denied(row, []);
            if (denied.IsEmpty || part is not null || row.IsVerb || row.IsContinuing) return null;
            part = row;
            cells.AddRange(denied);
        }
        return cells.Count == 0 ? null : (cells.ToImmutable(), start);
    }

    private string Next(int i) => i + 1 < _tokens.Count ? sentence.Word(_tokens[i + 1]) : "";
}
