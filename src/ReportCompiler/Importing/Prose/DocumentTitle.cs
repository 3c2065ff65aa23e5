using System.Globalization;
using System.Text.RegularExpressions;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Importing.Prose;

/// <summary>The title of a report: whose it is, and of which year.</summary>
/// <param name="Unit">As the title names it.</param>
/// <param name="Year">The year.</param>
internal sealed partial record DocumentTitle(string Unit, int Year)
{
    private const int Longest = 120;

    private const string Numerals = "零一二三四五六七八九";

    /// <summary>Reads a line, or one of the parts of a page's title; null if it is no title of a report.</summary>
    public static DocumentTitle? Of(string text)
    {
        if (text.Length > Longest * 2) return null;
        var line = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('“' or '”' or '"'))).Replace('（', '(').Replace(
            '）', ')');
        return line.Split('_', '|', '｜').Select(Part).FirstOrDefault(t => t is not null);
    }

    /// <summary>The same of a title as one of these editions writes it, in whatever language.</summary>
    public static DocumentTitle? Of(string text, IReadOnlyList<Edition> editions) =>
        Of(text) ?? (text.Length > Longest * 2 ? null : editions.Select(e => Of(OneSpaced(text), e)).FirstOrDefault(t => t is not null));

    private static DocumentTitle? Of(string line, Edition edition)
    {
        const string Mark = "\u0001";
        for (var at = 0; at + 4 <= line.Length; at++)
        {
            if (ProjectLayout.Year(line[at..(at + 4)]) is not { } year) continue;
            if (OneSpaced(edition.TitleOf(Mark, year)).Split(Mark) is not [var before, var after]) return null;
            if (line.Length > before.Length + after.Length && line.StartsWith(before, StringComparison.Ordinal)
                && line.EndsWith(after, StringComparison.Ordinal))
                return new DocumentTitle(line[before.Length..^after.Length].Trim(), year);
        }
        return null;
    }

    private static string OneSpaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static DocumentTitle? Part(string line)
    {
        var match = YearBehind().Match(line);
        if (!match.Success) match = YearBefore().Match(line);
        if (!match.Success) match = YearLast().Match(line);
        if (!match.Success) return null;
        var unit = match.Groups["unit"].Value;
        if (unit.StartsWith("关于", StringComparison.Ordinal)) unit = unit[2..];
        unit = unit.TrimEnd('的', '关', '于').Trim('-', '—', '·', '《');
        // A browser prints the date before the title of a page.
        if (unit.Length < 2 || unit.AsSpan().ContainsAny(':', '/', '：')) return null;
        return YearOf(match.Groups["year"].Value) is { } year ? new DocumentTitle(unit, year) : null;
    }

    /// <summary>A year in digits of either kind; null for anything else.</summary>
    private static int? YearOf(string text)
    {
        var digits = string.Concat(text.Select(c => c is '〇' or '○' or 'Ｏ' or 'O' ? '0'
            : c is >= '０' and <= '９' ? (char)(c - '０' + '0') : Numerals.IndexOf(c) is >= 0 and var n ? (char)('0' + n) : c));
        return digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
    }

    private const string YearWords = "(?<year>[2２][0０][0-9０-９]{2}|二[〇○零ＯO0][一二三四五六七八九〇○零]{2})年?度?";

    private const string Report = "政?务?府?信?息?公?开?(工作)?(情况)?(的)?年?度?(工作)?报告";

    [GeneratedRegex("^(?<unit>.{2,60}?)" + YearWords + Report + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearBehind();

    [GeneratedRegex("^" + YearWords + "(?<unit>.{2,60}?)(政府|政务)信息公开(工作)?(情况)?年?度?报告$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearBefore();

    [GeneratedRegex("^(?<unit>.{2,60}?)(政府|政务)信息公开(工作)?(情况)?年?度?(工作)?报告\\(" + YearWords + "\\)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearLast();

    /// <summary>The year that the period of the statistics is; null if the line states none.</summary>
    public static int? Period(string line)
    {
        var text = string.Concat(line.Where(c => !char.IsWhiteSpace(c)));
        var match = PeriodOfYear().Match(text);
        return match.Success && match.Groups["year"].Value == match.Groups["end"].Value ? YearOf(match.Groups["year"].Value) : null;
    }

    [GeneratedRegex("(?<year>20[0-9]{2})年1月1日起?[,，]?(至|到|—|-)(?<end>20[0-9]{2})?年?12月31日",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PeriodOfYear();
}
