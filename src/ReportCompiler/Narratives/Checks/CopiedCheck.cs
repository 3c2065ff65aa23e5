using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-copied: the sentences of the sections of prose are not those of the year before. Years and figures are masked, the words
/// of the form left out: those are the same in every report.
/// </summary>
internal static class CopiedCheck
{
    private const int LongerThan = 15;
    private const int Fewest = 8;
    private const int ShortestLabel = 4;

    /// <summary>Checks the prose against last year's.</summary>
    public static void Check(Findings findings, CheckedProse prose, Phrasing phrasing, SourceText last)
    {
        var masked = Masked(prose.Sentences, phrasing).ToList();
        if (masked.Count < Fewest) return;
        var year = prose.District.Year - 1;
        var before = Sentences.Of(prose.District.Edition, year, WithoutExpressions(last.Text));
        var known = Masked(before, phrasing).Select(m => m.Text).ToHashSet(StringComparer.Ordinal);
        var same = masked.Count(m => known.Contains(m.Text));
        if (same * 5 <= masked.Count * 4) return;
        var first = masked[0].Sentence;
        var at = prose.Rendered.Place(first.At[0], first.At[^1] - first.At[0]);
        findings.Add(Errors.Prose.CopiedProse(at, year, masked.Count, same));
    }

    private static IEnumerable<(Sentence Sentence, string Text)> Masked(IEnumerable<Sentence> sentences, Phrasing phrasing)
    {
        foreach (var sentence in sentences)
        {
            // What was done, and what is to be done better; the statement about the fee is the same every year.
            if (sentence.Section is not { Table: null } section || section.Ordinal == phrasing.Fee?.Section) continue;
            if (sentence.Text.Length <= LongerThan) continue;
            var text = Mask(sentence.Text, phrasing);
            if (text.Length > LongerThan) yield return (sentence, text);
        }
    }

    private static string Mask(string text, Phrasing phrasing)
    {
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (LabelAt(text.AsSpan(i), phrasing) is > 0 and var length) i += length;
            else if (char.IsAsciiDigit(text[i]) || text[i] is '.' or ',' or '%' or '#') i++;
            else if (i + 1 < text.Length && text[i + 1] == '年' && text[i] is '本' or '上' or '下' or '某') i += 2;
            else masked.Append(text[i++]);
        }
        return masked.ToString();
    }

    /// <summary>How long the words of the form are that a text begins with; 0 if it begins with none.</summary>
    private static int LabelAt(ReadOnlySpan<char> text, Phrasing phrasing)
    {
        var walk = phrasing.Words.Begin();
        var longest = 0;
        for (var i = 0; i < text.Length && walk.Step(text[i]); i++)
            if (i + 1 >= ShortestLabel && walk.Number >= 0
                && (phrasing.PhraseOf(walk.Number) is not null || phrasing.WordOf(walk.Number) == PhraseWord.Object))
                longest = i + 1;
        return longest;
    }

    /// <summary>Last year's text as it was typed, its expressions as figures.</summary>
    private static string WithoutExpressions(string text)
    {
        var plain = new StringBuilder(text.Length);
        var from = 0;
        while (text.IndexOf("{{", from, StringComparison.Ordinal) is >= 0 and var start
            && text.IndexOf("}}", start, StringComparison.Ordinal) is >= 0 and var end)
        {
            plain.Append(text, from, start - from);
            // {{ 年度 }}年 is a year.
            var isYear = text.AsSpan(start + 2, end - start - 2).Trim(" -~") is "年度" && end + 2 < text.Length && text[end + 2] == '年';
            plain.Append(isYear ? '本' : '#');
            from = end + 2;
        }
        return plain.Append(text, from, text.Length - from).ToString();
    }
}
