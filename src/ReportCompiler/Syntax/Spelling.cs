using System.Text;

namespace ReportCompiler.Syntax;

/// <summary>One spelling for what is written in many: how words are compared with prose.</summary>
internal static class Spelling
{
    private const string Gazette = "政府公报";
    private const string Dropped = "*`\\“”\"‘’「」\u200B\uFEFF";

    private static readonly (string Word, string For)[] YearWords =
    [
        ("上一年度", "上年"), ("上一年", "上年"), ("上年度", "上年"), ("去年度", "上年"), ("去年", "上年"),
        ("本年度", "本年"), ("今年", "本年"), ("当年度", "本年"), ("报告年度", "本年"),
        ("下一年度", "下年"), ("下一年", "下年"), ("下年度", "下年"), ("次年度", "下年"), ("次年", "下年"), ("明年", "下年"),
    ];

    /// <summary>A word as it stands in prose that was read.</summary>
    public static string Of(string word)
    {
        if (!MayChange(word)) return word;
        var (narrow, _) = Narrow(word, [.. Enumerable.Range(0, word.Length)]);
        var named = new StringBuilder(narrow.Length);
        for (var i = 0; i < narrow.Length;)
        {
            if (WordOfYear(narrow, i, out var length) is { Length: > 0 } year)
            {
                named.Append(year);
                i += length;
            }
            else named.Append(narrow[i++]);
        }
        return named.ToString();
    }

    /// <summary>Drops spaces, quotes, emphasis and titles in 《》, and narrows digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The places in it that are read.</param>
    /// <returns>What is left, and the places of its characters.</returns>
    public static (string Text, List<int> At) Narrow(string text, List<int> at)
    {
        var kept = new List<int>(at.Count);
        var narrow = new StringBuilder(at.Count);
        var (titles, gazette) = (true, -1);
        for (var k = 0; k < at.Count; k++)
        {
            var c = text[at[k]];
            if (c == '《' && titles)
            {
                var close = at.FindIndex(k, i => text[i] == '》');
                titles = close > 0;
                // 《某县人民政府公报》: what it is called is what a form asks for.
                if (titles && EndsWith(text, at, close, Gazette)) (k, c, gazette) = (close - Gazette.Length, Gazette[0], close);
                else if (titles) (k, c) = (close, '》');
            }
            if (k == gazette || IsDropped(c)) continue;
            narrow.Append(IsWide(c) ? Names.HalfWidth(c) : c);
            kept.Add(at[k]);
        }
        return (narrow.ToString(), kept);
    }

    private static bool EndsWith(string text, List<int> at, int end, string word)
    {
        for (var k = 1; k <= word.Length; k++)
            if (end < k || text[at[end - k]] != word[^k]) return false;
        return true;
    }

    /// <summary>The year that a word at a place names, and how long the word is there; empty and 0 if none does.</summary>
    public static string WordOfYear(string text, int i, out int length)
    {
        length = 0;
        if (!IsOfYear(text[i])) return "";
        var rest = text.AsSpan(i);
        foreach (var (word, normal) in YearWords)
        {
            if (!rest.StartsWith(word)) continue;
            length = word.Length;
            return normal;
        }
        return "";
    }

    /// <summary>Whether a word holds what prose drops or writes otherwise; hardly one of an edition does.</summary>
    private static bool MayChange(string word)
    {
        for (var i = 0; i < word.Length; i++)
            if (word[i] == '《' || IsDropped(word[i]) || IsWide(word[i]) || WordOfYear(word, i, out _).Length > 0) return true;
        return false;
    }

    private static bool IsDropped(char c) => c <= '」' && (char.IsWhiteSpace(c) || Dropped.Contains(c)) || c == '\uFEFF';

    private static bool IsWide(char c) => c is >= '０' and <= '９' or '％' or '．' or '－';

    private static bool IsOfYear(char c) => c is '上' or '去' or '本' or '今' or '当' or '报' or '下' or '次' or '明';
}
