using System.Globalization;

namespace ReportCompiler.Syntax;

/// <summary>Dates and years. Only 2022-01-12 and 2021 are read; what else says the same beyond doubt can be mended.</summary>
internal static class Dates
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>A date as it must be written; null for anything else.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A date whose year, month and day stand in this order, such as 2022年1月12日, 2022/1/12; null for anything else.</summary>
    public static string? Meant(string text)
    {
        var half = Half(text).TrimEnd('日', '号').Replace('年', '-').Replace('月', '-').Replace('/', '-').Replace('.', '-');
        if (half.Split('-') is not [{ Length: 4 } year, { Length: 1 or 2 } month, { Length: 1 or 2 } day]) return null;
        var date = $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        return Read(date) is null ? null : date;
    }

    /// <summary>
    /// The date that was probably meant by one without its year, as a spreadsheet's number of a day, or run together; null for none.
    /// </summary>
    /// <param name="text">What is written.</param>
    /// <param name="year">The year that a date without one is of.</param>
    public static string? Probably(string text, int year)
    {
        var half = Half(text).TrimEnd('日', '号').Replace('月', '-').Replace('/', '-').Replace('.', '-');
        if (half.Length == 8 && half.All(char.IsAsciiDigit)) return Meant($"{half[..4]}-{half[4..6]}-{half[6..]}");
        // Spreadsheets count the days since the end of 1899.
        if (half.Length == 5 && int.TryParse(half, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return new DateOnly(1899, 12, 30).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return half.Split('-') switch
        {
            [{ Length: 1 or 2 } month, { Length: 1 or 2 } day] => Meant($"{year}-{month}-{day}"),
            [{ Length: 2 } two, { Length: 1 or 2 } month, { Length: 1 or 2 } day] => Meant($"20{two}-{month}-{day}"),
            _ => null,
        };
    }

    /// <summary>A year of four digits, whatever their width or in Chinese numerals, with or without 年; null for anything else.</summary>
    public static string? MeantYear(string text)
    {
        var half = Half(text);
        if (half.EndsWith("年度", StringComparison.Ordinal)) half = half[..^2];
        half = string.Concat(half.TrimEnd('年', ' ').Replace('零', '〇').Replace('○', '〇')
            .Select(static c => Numerals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c));
        return half.Length == 4 && half[0] != '0' && half.All(char.IsAsciiDigit) ? half : null;
    }

    private static string Half(string text) => string.Concat(text.Where(c => !Invisible.Is(c)).Select(Names.HalfWidth)).Trim();
}
