using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// 对外公布的规范性文件共 284 件，本年制发 19 件: told apart from what the year brought, a figure is of all there is, which stands in a
/// column that the sentence does not name.
/// </summary>
internal static class AllThereIs
{
    /// <summary>What such a figure may mean; nothing if the words behind it do not begin with the year's own.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="row">The row that is named without a column.</param>
    /// <param name="mention">The figure with its words.</param>
    public static ImmutableArray<ImmutableArray<Cell>> Of(Sentence sentence, RowPhrase row, Mention mention)
    {
        var (tokens, end) = (sentence.Tokens, mention.End);
        if (end + 2 >= tokens.Count || sentence.Word(tokens[end]) is not ("，" or "," or "：" or ":")) return [];
        if (tokens[end + 1].Kind != Kind.Current && sentence.Word(tokens[end + 1]) != "当年") return [];
        if (tokens[end + 2].Phrase is not ColumnPhrase year || year.Table != row.Table) return [];
        if (row.Readings[0].All(r => r.Cells.Length == 1) || !mention.Figure.Quantity!.IsCounted) return [];
        var named = tokens.Select(t => t.Phrase).OfType<ColumnPhrase>().SelectMany(c => c.Columns).ToHashSet(StringComparer.Ordinal);
        var left = row.Readings[0][0].Cells.Select(c => c.Column.Key).OfType<string>().Where(k => !named.Contains(k));
        return [.. left.Select(k => row.Cells(row.Readings[0], [k])).Where(r => !r.IsEmpty)];
    }

    /// <summary>Whether the words say of all there is: 对外公布的规范性文件 is none of 制发规章 1 件、规范性文件 3 件.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="row">The row that is named without a column.</param>
    /// <param name="mention">The figure with its words.</param>
    public static bool IsSaidOf(Sentence sentence, RowPhrase row, Mention mention) => sentence.Tokens
        .Skip(mention.From).Take(mention.End - mention.From).Any(t => t.Phrase == row && sentence.Word(t).Contains('的'));
}
