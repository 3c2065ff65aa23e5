using System.Globalization;

namespace ReportCompiler.Syntax;

/// <summary>Dates and years. Only 2022-01-12 and 2021 are read; what else says the same beyond doubt can be mended.</summary>
internal static class Dates
{
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

    /// <summary>A year of four digits, whatever their width, with or without 年; null for anything else.</summary>
    public static string? MeantYear(string text)
    {
        var half = Half(text);
        if (half.EndsWith("年度", StringComparison.Ordinal)) half = half[..^2];
        half = half.TrimEnd('年', ' ');
        return half.Length == 4 && half[0] != '0' && half.All(char.IsAsciiDigit) ? half : null;
    }

    private static string Half(string text) => string.Concat(text.Where(c => !Invisible.Is(c)).Select(Names.HalfWidth)).Trim();
}
