using System.Globalization;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>What is written in the place of a figure, and what to do about it: for messages alone, nothing is mended by it.</summary>
internal static partial class FigureSlips
{
    private const string Digits = "〇一二三四五六七八九";
    private const string One = "[一二三四五六七八九]";
    private const string Formal = "零两壹贰叁肆伍陆柒捌玖拾佰仟";
    private const string Plain = "〇二一二三四五六七八九十百千";
    private const string Numerals = "一二三四五六七八九十百千万两零〇壹贰叁肆伍陆柒捌玖拾";

    private static readonly string[] About = ["约", "余", "多", "左右", "近", "以上", "大概"];

    private static readonly string[] Introductions = ["共计", "合计", "总计", "共", "计", "人民币"];

    private static readonly string[] SheetErrors = ["REF!", "DIV/0!", "VALUE!", "NAME?", "N/A", "NUM!", "NULL!"];

    /// <summary>Whether a remark is what a spreadsheet shows for a formula that has no result, such as <c>#REF!</c>.</summary>
    public static bool IsSheetError(string? remark) => remark is not null && SheetErrors.Contains(remark, StringComparer.OrdinalIgnoreCase);

    /// <summary>A figure with a remark behind it, as in <c>12（含分局）</c> or <c>12 // 含分局</c>; null for anything else.</summary>
    public static (string Figure, string Remark)? Remark(string text, ValueKind kind)
    {
        var line = text.Trim();
        var end = 0;
        while (end < line.Length && (char.IsAsciiDigit(Names.HalfWidth(line[end])) || line[end] == '.')) end++;
        var figure = string.Concat(line[..end].Select(Names.HalfWidth));
        var rest = line[end..].TrimStart(' ', '\u3000', '\u00A0', '\t');
        if (rest is not ['（' or '(' or '/' or '#' or '＃' or '，' or ',' or '；' or ';' or '。' or '【' or '[', ..])
            return null;
        var remark = rest.Trim(' ', '\u3000', '（', '）', '(', ')', '/', '#', '＃', '，', ',', '；', ';', '。', '【', '】', '[', ']');
        // Digits alone may be the rest of the figure.
        return remark.Length == 0 || remark.All(c => char.IsAsciiDigit(c) || c is '.' or ',') || FigureReader.Number(figure, kind) is null
            || remark.Contains('\n', StringComparison.Ordinal) ? null : (figure, remark);
    }

    /// <summary>
    /// The figure that letters, spaces, Chinese numerals, sums and powers of ten were probably meant for; null for none. Not sure
    /// enough to be written by itself.
    /// </summary>
    public static string? Meant(string half, ValueKind kind, string unit)
    {
        string?[] all =
        [
            Letters(half), Spaced(half), Numeral(half), Sum(half), Power(half), TenThousands(half, unit), Introduced(half, kind, unit),
        ];
        return Array.Find(all, meant => FigureReader.Number(meant, kind) is not null);
    }

    /// <summary>l, I and | for 1, O for 0: beside digits, or O alone.</summary>
    private static string? Letters(string half)
    {
        var meant = string.Concat(half.Select(static c => c is 'l' or 'I' or '|' ? '1' : c is 'O' or 'o' ? '0' : c));
        return half is "O" or "o" || half.Any(char.IsAsciiDigit) ? meant : null;
    }

    private static string? Spaced(string half)
    {
        var parts = half.Split(' ', '\u00A0', '\u2009', '\u202F');
        var isGrouped = parts[0].Length is > 0 and < 4 && parts.Skip(1).All(static p => p.Length == 3);
        return isGrouped ? string.Concat(parts) : null;
    }

    /// <summary>十二 is 12, 二〇 is 20; 一百二 may be 102 or 120, 三四 may be 3 or 4.</summary>
    private static string? Numeral(string half)
    {
        var text = string.Concat(half.Select(static c => Formal.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c));
        if (text.All(c => Digits.Contains(c, StringComparison.Ordinal)))
        {
            return text is [_, not '〇'] ? null
                : string.Concat(text.Select(static c => (char)('0' + Digits.IndexOf(c, StringComparison.Ordinal))));
        }
        if (Powers().Match(text) is not { Success: true } of) return null;
        var tens = of.Groups["tens"] is { Success: true, Length: 0 } ? 1 : Digit("tens");
        return $"{(1000 * Digit("thousands")) + (100 * Digit("hundreds")) + (10 * tens) + Digit("ones")}";

        int Digit(string power) => Digits.IndexOf(of.Groups[power].Value, StringComparison.Ordinal);
    }

    [GeneratedRegex($"^((?<thousands>{One})千)?(〇?(?<hundreds>{One})百)?(〇?(?<tens>{One}?)十)?(((?<=十)|〇)(?<ones>{One}))?$")]
    private static partial Regex Powers();

    private static string? Sum(string half)
    {
        var parts = half.TrimStart('=').Split('+');
        if (parts.Length < 2 || parts.Any(static p => FigureReader.Number(p.Trim(), ValueKind.Amount) is null)) return null;
        return Figure.Format(parts.Sum(static p => FigureReader.Number(p.Trim(), ValueKind.Amount)!.Value));
    }

    private static string? Power(string half) =>
        half.Length < 12 && half.Contains('e', StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(half, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? Figure.Format(value) : null;

    /// <summary>10.59万 is 10.59, 10万5900元 is 10.59.</summary>
    private static string? TenThousands(string half, string unit)
    {
        if (unit != "万元" || half.Split('万') is not [var above, var below]) return null;
        if (below.Length == 0) return above.TrimEnd();
        if (FigureReader.Number(above.Trim(), ValueKind.Count) is not { } whole || !below.EndsWith('元')) return null;
        return FigureReader.Number(below[..^1].Trim(), ValueKind.Amount) is { } rest and < 10_000
            ? Figure.Format(whole + (rest / 10_000)) : null;
    }

    /// <summary>A figure with a word before it that says no more than that it is one: 共30件, 人民币10.59万元.</summary>
    private static string? Introduced(string half, ValueKind kind, string unit)
    {
        var word = Array.Find(Introductions, w => half.StartsWith(w, StringComparison.Ordinal));
        return word is null ? null : FigureReader.Proposal(half[word.Length..].Trim(), kind, unit) ?? half[word.Length..].Trim();
    }

    /// <summary>A comma where only a decimal point, or a divider of thousands set wrongly, can be meant; as a point.</summary>
    private static string? CommaAsPoint(string half) =>
        half.Split(',') is [{ Length: > 0 } whole, { Length: 1 or 2 } places] && (whole + places).All(char.IsAsciiDigit)
            ? $"{whole}.{places}" : null;

    /// <summary>What to do about a text for which no figure can be proposed; null if nothing is known of it.</summary>
    public static Text? Hint(string text, ValueKind kind, string unit) => FigureReader.HalfWidth(text) switch
    {
        "/" or "\\" or "-" or "--" or "—" or "——" or "N/A" or "n/a" or "NA" or "-/-" or "*" or "?" => Errors.Figures.Dash,
        var half when IsTooLong(half) => Errors.Figures.TooLong,
        var half when kind == ValueKind.Amount && IsTooFine(half) => Errors.Figures.TooFine,
        ['+', .. var rest] when kind != ValueKind.SignedCount && FigureReader.Number(rest, kind) is not null => Errors.Figures.Sign,
        ['0', >= '0' and <= '9', ..] padded when
            FigureReader.Number(WithoutZeros(padded), ValueKind.Amount) is not null => Errors.Figures.LeadingZero,
        ['-', .. var rest] when kind != ValueKind.SignedCount
            && FigureReader.Number(rest, ValueKind.Amount) is not null => Errors.Figures.Negative,
        var half when kind != ValueKind.Amount && FigureReader.Number(half, ValueKind.Amount) is not null => Errors.Figures.Decimal,
        var half when half.Length > 0 && half.All(Numerals.Contains) => Errors.Figures.Numeral,
        var half when half.Contains('#', StringComparison.Ordinal) => Errors.Figures.Remark,
        ['¥' or '￥', .. var rest] when kind == ValueKind.Amount && FigureReader.Number(rest.AsSpan().Trim(), kind) is { } money =>
            Errors.Figures.Currency(unit, Figure.Format(money), unit == "万元" ? Figure.Format(money / 10_000) : null),
        var half when kind == ValueKind.Amount && CommaAsPoint(half) is { } point => Errors.Figures.CommaOrPoint(half, point),
        var half when About.Any(w => half.Contains(w, StringComparison.Ordinal)) && half.Any(char.IsAsciiDigit) =>
            Errors.Figures.Approximate(string.Concat(half.Where(char.IsAsciiDigit))),
        _ => null,
    };

    private static bool IsTooLong(string half) =>
        half.TrimStart('-', '+').Split('.')[0] is { Length: > FigureReader.MostDigits } whole && whole.All(char.IsAsciiDigit);

    private static bool IsTooFine(string half) =>
        half.Split('.') is [{ Length: > 0 } whole, { Length: > FigureReader.MostPlaces } places] && (whole + places).All(char.IsAsciiDigit);

    private static string WithoutZeros(string padded)
    {
        var rest = padded.TrimStart('0');
        return rest is ['.', ..] or "" ? "0" + rest : rest;
    }
}
