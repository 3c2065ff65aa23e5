using System.Globalization;

namespace ReportCompiler.Narratives;

/// <summary>
/// Reads the figures of the prose: 1,234 and 105.95, 十二 before a counting word, 2.08万; not 第三条, 3-16 or 12345热线.
/// </summary>
internal static class Numbers
{
    private const string ChineseDigits = "零一二三四五六七八九";
    private const string Chinese = "零〇一二两三四五六七八九十百千万";
    private const int MostDigits = 15;

    private static readonly string[] Money = ["亿元", "万元", "元"];

    // Things whose parts are of one class each; persons and firms are often counted in two.
    private static readonly string[] Others = ["批次", "篇", "期", "场", "项", "册", "则", "部", "幅", "张"];

    /// <summary>The number at a place, with its counting word; null if none begins there.</summary>
    public static Token? Read(string text, int start, string[] countingWords)
    {
        var end = start;
        decimal value;
        var places = 0;
        if (char.IsAsciiDigit(text[start]))
        {
            end = Whole(text, start);
            if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            {
                var from = ++end;
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                places = end - from;
            }
            var number = text[start..end].Replace(",", "", StringComparison.Ordinal);
            if (number.Length > MostDigits) return new Token(Kind.Unknown, start, end - start);
            value = decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }
        else
        {
            while (end < text.Length && Chinese.Contains(text[end])) end++;
            if (end == start || Parse(text.AsSpan(start, end - start)) is not { } parsed) return null;
            value = parsed;
        }
        var digits = end - start;
        var unit = Unit(text, ref end, countingWords, out var factor);
        var isOther = unit.Length == 0 && Other(text, end) is { } other && (unit = other).Length > 0;
        if (isOther) end += unit.Length;
        // 7 场次 are so many 场.
        if (isOther && unit == "场" && Follows(text, end, "次")) end++;
        // A numeral in characters is a number only before a counting word: 一是, 统一, 十分.
        if (!char.IsAsciiDigit(text[start]) && (unit.Length == 0 || unit == "%")) return null;
        if (!StandsAlone(text, start, start + digits)) unit = "";
        var rounded = factor > 1 || Money.Contains(unit, StringComparer.Ordinal) || unit == "%";
        var slack = rounded ? factor * HalfUnit(places) : 0;
        return new Token(Kind.Number, start, end - start, null, new Quantity(value * factor, unit, places, slack, digits, isOther));
    }

    /// <summary>Half a unit of the last decimal place.</summary>
    public static decimal HalfUnit(int places)
    {
        var unit = 0.5m;
        for (var i = 0; i < places; i++) unit /= 10;
        return unit;
    }

    private static int Whole(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end - start > 3) return end;
        while (IsGroup(text.AsSpan(end))) end += 4;
        return end;
    }

    /// <summary>Whether a comma and exactly three digits stand here.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text) =>
        text.Length > 3 && text[0] == ',' && !text.Slice(1, 3).ContainsAnyExceptInRange('0', '9')
        && (text.Length == 4 || !char.IsAsciiDigit(text[4]));

    /// <summary>An ordinal, a range, a quotient or a time is no count.</summary>
    private static bool StandsAlone(string text, int start, int end) =>
        (start == 0 || text[start - 1] is not ('第' or '-' or '—' or '~' or '～' or '/' or '.' or '每'))
        && (end == text.Length || text[end] is not ('-' or '—' or '~' or '～' or '/' or '余' or '多' or '几'));

    private static string? Other(string text, int at)
    {
        foreach (var word in Others)
            if (Follows(text, at, word)) return word;
        return null;
    }

    private static string Unit(string text, ref int end, string[] countingWords, out decimal factor)
    {
        factor = 1;
        foreach (var word in Money)
            if (Follows(text, end, word))
            {
                end += word.Length;
                return word;
            }
        if (Follows(text, end, "%"))
        {
            end++;
            return "%";
        }
        var at = end;
        if (Follows(text, at, "万"))
        {
            factor = 10_000;
            at++;
        }
        foreach (var word in countingWords)
            if (Follows(text, at, word))
            {
                end = at + word.Length;
                return word;
            }
        factor = 1;
        return "";
    }

    private static bool Follows(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static decimal? Parse(ReadOnlySpan<char> text)
    {
        decimal total = 0, section = 0, digit = 0;
        var after = false;
        foreach (var c in text)
        {
            var value = c == '〇' ? 0 : c == '两' ? 2 : ChineseDigits.IndexOf(c);
            if (value >= 0)
            {
                // 一二 is no number but a list.
                if (after && value > 0) return null;
                after = value > 0;
                digit = value;
                continue;
            }
            after = false;
            if (c == '万')
            {
                total = (total + section + digit) * 10_000;
                (section, digit) = (0, 0);
                if (total == 0) return null;
                continue;
            }
            var weight = c switch { '十' => 10, '百' => 100, _ => 1000 };
            section += (digit == 0 && c == '十' ? 1 : digit) * weight;
            digit = 0;
        }
        return total + section + digit;
    }
}
