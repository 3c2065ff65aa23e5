using System.Globalization;
using System.Text;
using ReportCompiler.Syntax;

namespace ReportCompiler.Importing.Matching;

/// <summary>
/// A text as labels are compared: letters and digits alone, in half width, without the number before it. The number, and the unit of
/// money that it may state, are kept beside it: they may contradict.
/// </summary>
/// <param name="Name">The letters and digits; empty for a text without letters.</param>
/// <param name="Bare">The same without what stands in brackets at the end.</param>
/// <param name="IsQualified">Whether what stands in brackets says more than a unit: then the name without it may be another.</param>
/// <param name="Number">The number before it; null if there is none.</param>
/// <param name="Money">The unit of money it names, such as 万元; null if it names none.</param>
internal sealed record LabelText(string Name, string Bare, bool IsQualified, LabelNumber? Number, string? Money)
{
    /// <summary>No label of a form is as long; comparing two takes the product of their lengths.</summary>
    private const int Longest = 120;

    private const string Units = "件项条个人次篇宗份万亿元";

    private const string Chinese = "一二三四五六七八九十";

    /// <summary>Reads a text.</summary>
    public static LabelText Of(string text)
    {
        if (text.Length > Longest * 2) return new LabelText("", "", false, null, null);
        // Of Chinese characters alone, as most labels are, there is nothing to take off: behind a number stands a mark.
        if (text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExceptInRange('\u4E00', '\u9FFF'))
            return new LabelText(text, text, false, null, MoneyOf(text));
        var half = new StringBuilder(text.Length);
        foreach (var c in text)
            if (Characters.Plain(c) is var plain && !Names.Ignored(plain) && !char.IsControl(plain)) half.Append(
                char.ToLowerInvariant(plain));
        var line = half.ToString();
        var number = NumberOf(line, out var rest);
        var body = line[rest..];
        var open = body.EndsWith(')') || body.EndsWith(']') ? body.LastIndexOfAny(['(', '[']) : -1;
        var name = Letters(body);
        var money = MoneyOf(line);
        if (open <= 0) return new LabelText(name, name, false, number, money);
        var inBrackets = Letters(body[open..]).Replace("单位", "", StringComparison.Ordinal);
        return new LabelText(name, Letters(body[..open]), !inBrackets.All(Units.Contains), number, money);
    }

    private static string Letters(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit));
        return letters.Any(char.IsLetter) && letters.Length <= Longest ? letters : "";
    }

    private static string? MoneyOf(string text)
    {
        var at = text.LastIndexOf('元');
        if (at < 0) return null;
        var from = at;
        while (from > 0 && text[from - 1] is '万' or '亿' or '千' or '百') from--;
        return text[from..(at + 1)];
    }

    /// <summary>The number before a label: 一、 （一） 1. 1、 (1) ① and, before a letter, a 1 alone.</summary>
    private static LabelNumber? NumberOf(string text, out int rest)
    {
        rest = 0;
        if (text.Length < 2) return null;
        if (text[0] is >= '①' and <= '⑳')
        {
            rest = 1;
            return new LabelNumber(text[0] - '①' + 1, false);
        }
        var isOpen = text[0] is '(' or '[';
        var start = isOpen ? 1 : 0;
        var end = start;
        while (end < text.Length && Chinese.Contains(text[end])) end++;
        var isChinese = end > start;
        if (!isChinese)
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == start || end - start > 3 || end >= text.Length) return null;
        var closes = text[end] is ')' or ']' or '、' or '.' or ',' or ':' or '·';
        if (!closes && (isChinese || isOpen || !char.IsLetter(text[end]))) return null;
        rest = end;
        while (rest < text.Length && text[rest] is ')' or ']' or '、' or '.' or ',' or ':' or '·') rest++;
        return new LabelNumber(isChinese ? Value(text[start..end]) : int.Parse(text[start..end], CultureInfo.InvariantCulture), isChinese);
    }

    private static int Value(string numerals)
    {
        var ten = numerals.IndexOf('十');
        if (ten < 0) return Chinese.IndexOf(numerals[0]) + 1;
        var tens = ten == 0 ? 1 : Chinese.IndexOf(numerals[ten - 1]) + 1;
        return (tens * 10) + (ten + 1 < numerals.Length ? Chinese.IndexOf(numerals[ten + 1]) + 1 : 0);
    }
}

/// <summary>The number before a label.</summary>
/// <param name="Value">From 1.</param>
/// <param name="IsChinese">Whether it is written 一, not 1.</param>
internal sealed record LabelNumber(int Value, bool IsChinese);
