using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-share: 维持率 73.7% is what was upheld of the cases that were told, of all or of those decided; 予以公开率 38.4% what was
/// disclosed of what was answered or came in. It is asked only behind figures of the table that were understood.
/// </summary>
internal sealed class PartRateCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence, IReadOnlyList<Sentence> told)
{
    private const int Whole = 100;

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks the typed rates of a sentence.</summary>
    public void Check(Findings findings)
    {
        for (var i = 2; i < _tokens.Count; i++)
            if (_tokens[i].Quantity is { Unit: "%", Value: < Whole } rate && Named(i) is var (phrase, of))
                Check(findings, _tokens[i], rate, phrase, of);
    }

    private void Check(Findings findings, Token number, Quantity rate, object named, RowPhrase? of)
    {
        if (prose.Typed(sentence, number.Start, number.Start + rate.Digits) is not { } at) return;
        if (RateCheck.IsOfAnother(sentence, number, told)) return;
        var ratios = (named is ColumnPhrase column ? OfColumn(column, of) : OfRow((RowPhrase)named)).Where(r => r.Whole > 0).ToList();
        if (ratios.Count == 0) return;
        var holds = ratios.Exists(r => ShareWhole.Fits(r.Part, r.Whole, rate));
        sentence.Judge(number, holds);
        if (holds) return;
        var (part, whole) = ratios[0];
        var places = Math.Min(rate.Places, 6);
        findings.Add(Errors.Prose.Rate(at, Input.Figure.Format(part), Input.Figure.Format(whole),
            ShareCheck.Percent(part / whole * Whole, places), ShareCheck.Percent(rate.Value, places)));
    }

    /// <summary>
    /// The row or column that 率 is put to, and the row before the column, where its part of the sentence says nothing else; null if it
    /// does. 按时办结率 is of what was due, and not asked.
    /// </summary>
    private (object Phrase, RowPhrase? Of)? Named(int number)
    {
        if (sentence.IsBound(_tokens[number])) return null;
        if (_tokens.Exists(t => t.Kind is Kind.Other or Kind.Period or Kind.Prior or Kind.Planned or Kind.SoFar)) return null;
        var at = number - 1;
        while (at > 0 && _tokens[at].Kind == Kind.Neutral) at--;
        if (at < 1 || sentence.Word(_tokens[at]) != "率") return null;
        var start = _tokens.FindLastIndex(at, t => t.Kind == Kind.Break) + 1;
        // 复议维持率: of that row alone.
        var of = at - 2 >= start && _tokens[at - 1].Phrase is ColumnPhrase ? _tokens[at - 2].Phrase as RowPhrase : null;
        if (of is not null && of.Table != ((ColumnPhrase)_tokens[at - 1].Phrase!).Table) return null;
        var end = of is null ? at - 1 : at - 2;
        if (_tokens.FindIndex(start, end - start, t => t.Kind is not (Kind.Neutral or Kind.Own or Kind.Current)) >= 0) return null;
        return _tokens[at - 1].Phrase is ColumnPhrase { Columns.Length: 1 }
            or RowPhrase { IsVerb: false, IsContinuing: false, Severity: Severity.Error }
            && sentence.Word(_tokens[at - 1]).AsSpan().IndexOfAny("时期限") < 0 ? (_tokens[at - 1].Phrase!, of) : null;
    }

    /// <summary>What was told of a table before, in the sentence or else in the paragraph.</summary>
    private List<Claim> Told(Table table)
    {
        var here = sentence.Claims.FindAll(c => c.Table == table && !c.LastYear);
        return here.Count > 0 ? here : [.. told.SelectMany(s => s.Claims).Where(c => c.Table == table && !c.LastYear)];
    }

    /// <summary>
    /// What a column has of each matter that was told and of all of them: of all cases, and of those that the columns beside it in one
    /// word are of.
    /// </summary>
    private IEnumerable<(decimal Part, decimal Whole)> OfColumn(ColumnPhrase column, RowPhrase? of)
    {
        var rows = Told(column.Table).Select(c => c.Row).OfType<RowPhrase>().Where(r => of is null || r == of).Distinct().ToList();
        var groups = rows.Select(r => r.Readings[0].ToArray()).Append([.. rows.SelectMany(r => r.Readings[0]).Distinct()]).ToList();
        var decided = phrasing.Columns.Where(c => c.Table == column.Table && c.Columns.Length > 1 && Has(c, column.Columns[0]));
        return
        [
            .. from cells in groups
               let part = Sum(cells.SelectMany(r => r.Cells.Where(c => c.Column.Key == column.Columns[0])))
               let all = Sum(cells.SelectMany(r => r.Cells.Where(c => c.IsTotal)))
               from whole in decided.Select(d => Sum(cells.SelectMany(r => r.Cells.Where(c => Has(d, c.Column.Key))))).Append(all)
               where part is not null && whole is not null
               select (part.Value, whole.Value),
        ];

        static bool Has(ColumnPhrase columns, string? key) => key is not null && columns.Columns.Contains(key, StringComparer.Ordinal);
    }

    /// <summary>What an outcome is of all that was answered or came in, by itself or with one that is told together with it.</summary>
    private IEnumerable<(decimal Part, decimal Whole)> OfRow(RowPhrase row)
    {
        var verbs = phrasing.Rows.Where(r => r.IsVerb && r.Table == row.Table).ToList();
        if (verbs.Count == 0 || Told(row.Table).Count == 0) return [];
        var parts = phrasing.Rows.Where(r => !r.IsVerb && row.Readings[0].All(r.Readings[0].Contains)).Prepend(row)
            .Select(r => Sum(r.Cells(r.Readings[0], [])));
        var wholes = verbs.OrderBy(v => v.Readings.Length).ThenBy(phrasing.IsIntake)
            .SelectMany(v => v.Readings, (v, r) => Sum(v.Cells(r, [])));
        return [.. from whole in wholes.OfType<decimal>() from part in parts.OfType<decimal>() where part <= whole select (part, whole)];
    }

    private decimal? Sum(IEnumerable<Cell> cells) =>
        cells.ToList() is { Count: > 0 } all ? CheckedProse.Sum(prose.District.Totals, all) : null;
}
