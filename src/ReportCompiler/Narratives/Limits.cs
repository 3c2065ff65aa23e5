using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// What a figure can be at most whose words are not all understood: 通过掌上平台主动公开政府信息 120 条 is all that was disclosed or a part
/// of it, whatever the words say that tell it apart. Only where neither anybody else nor another time is named.
/// </summary>
/// <param name="phrasing">The edition's words.</param>
/// <param name="sentence">The sentence.</param>
/// <param name="matter">Whether a figure is of a table at all.</param>
/// <param name="meanings">What the figures are counted in.</param>
internal sealed class Limits(Phrasing phrasing, Sentence sentence, TableMatter matter, Meanings meanings)
{
    /// <summary>Characters that end the name of somebody else, of a place or of a time, among words that are not known.</summary>
    private const string Others = "局厅委办院所站队部司校馆团会企镇乡村街省市县区州旗国年月季届";

    /// <summary>Counting words that are each of something else than others: pages are no cases, kinds no decisions.</summary>
    private static readonly string[] Apart = ["条", "项", "次"];
    private const string Any = "个";

    /// <summary>指导办理申请 30 件: words of what was done for others.</summary>
    private static readonly string[] Helping =
        ["指导", "协助", "帮助", "参与", "配合", "协办", "会办", "审核", "转办", "交办", "督办", "代办", "咨询", "会商", "转送", "移送"];

    /// <summary>The claim that a figure is no more than the highest of its readings; null if nothing can be said.</summary>
    /// <param name="mention">The figure, its words not all understood.</param>
    /// <param name="scope">Whom and when it speaks of.</param>
    public Claim? Of(Mention mention, Scope scope)
    {
        var words = mention.Words;
        if (scope.IsAnothers || scope.Year != StatedYear.This || !meanings.IsOfTables(mention) || IsWithOthers(mention)) return null;
        if (words.IsDifference || words.IsShare || words.IsRest || words.IsElse || words.IsTorn || words.IsOfLegalPersons) return null;
        var rows = Rows(mention);
        if (rows.Count == 0 || NamesAnother(mention)) return null;
        if (words.Column is { } column && (column.Table != rows[0].Table || ElseReadings.IsElse(column))) return null;
        var readings = CellReadings.Of(words, rows, words.Column?.Columns ?? []).ToImmutableArray();
        if (readings.Any(r => r.IsEmpty || !r.All(c => IsCountedAs(c, mention)))) return null;
        return new Claim(mention.Figure, readings, Severity.Warning, LastYear: false) { Row = rows[0] };
    }

    private List<RowPhrase> Rows(Mention mention)
    {
        var words = mention.Words;
        if (words.Row is { } row) return !row.IsContinuing && IsOfItself(row) && matter.Holds(row, mention) ? [row] : [];
        if (matter.Verbs is not { } table || (words.Column is null && !words.HasObject)) return [];
        return matter.IsOfVerbs(words, table) ? [.. phrasing.Rows.Where(r => r.IsVerb && r.Table == table)] : [];
    }

    /// <summary>
    /// 行政复议 20 件 may be of those that the authority decides on: an ordinary word; 收到申请 99 件，其中行政处罚类 22 件: what
    /// applications are about is no decision.
    /// </summary>
    private bool IsOfItself(RowPhrase row) =>
        matter.IsOfVerbs(row) || ((row.IsPlain || row.Avoid.IsEmpty) && !sentence.Mentions(phrasing.Objects));

    /// <summary>已公布和同意公开的 88 件: what is listed beside a row, and not understood, is counted with it.</summary>
    private bool IsWithOthers(Mention mention)
    {
        var before = sentence.Tokens[mention.From..mention.Number];
        return before.Exists(t => t.Kind == Kind.List) && before.Exists(t => t.Kind is Kind.Unknown or Kind.Tail);
    }

    private static bool IsCountedAs(Cell cell, Mention mention)
    {
        var quantity = mention.Figure.Quantity!;
        if (cell.Kind == ValueKind.Amount || quantity.IsMoney) return cell.Kind == ValueKind.Amount && quantity.IsMoney;
        if (Quantity.IsOfPeople(cell.Unit) != Quantity.IsOfPeople(quantity.Unit)) return false;
        if (cell.Unit == quantity.Unit) return true;
        // 设立 1 个信息公开申请受理点: what is named behind may go on.
        if (quantity.Unit == Any && !mention.IsNamedBefore) return false;
        return mention.Words.HasObject
            || !(Apart.Contains(cell.Unit, StringComparer.Ordinal) || Apart.Contains(quantity.Unit, StringComparer.Ordinal));
    }

    private bool NamesAnother(Mention mention)
    {
        var start = sentence.Tokens[mention.Start].Start;
        if (Array.Exists(Helping, w => sentence.Text.AsSpan(0, mention.Figure.Start).Contains(w, StringComparison.Ordinal))) return true;
        foreach (var token in sentence.Tokens)
        {
            if (token.Start >= mention.Figure.Start) return false;
            if (token.Kind == Kind.Vague) return true;
            // 涉及行政处罚的 5 件, 行政强制事项 3 件: what it was about, or the kinds of it.
            if (token.Kind == Kind.Tail && token.Start >= start) return true;
            if (token.Kind is Kind.Unknown or Kind.Tail && Others.Contains(sentence.Text[token.End - 1])) return true;
        }
        return false;
    }
}
