using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>
/// Reads a figure strictly. YAML libraries turn 014 into 12, 1:30 into 90 and 1_000 into 1000 without a word; here anything that
/// is not plainly a figure of the cell is an error that says what was read and what to write.
/// </summary>
internal static class FigureReader
{
    /// <summary>无: there is nothing in it.</summary>
    public const string Nothing = "无";

    /// <summary>待填: not filled in yet.</summary>
    public const string ToFill = "待填";

    private const int MostDigits = 18;
    private const int MostPlaces = 6;

    /// <summary>Reads a scalar as the figure of a cell of this kind.</summary>
    public static Figure Read(Findings findings, Document document, Scalar scalar, ValueKind kind, string unit, string path)
    {
        var text = scalar.Value;
        if (scalar.IsNull || text.Trim() == ToFill)
        {
            findings.Add(Errors.Figures.Unfilled(document.At(scalar), path));
            return new Figure(FigureState.Unfilled, 0, scalar.Span);
        }
        if (text == Nothing) return new Figure(FigureState.None, 0, scalar.Span);
        if (scalar.Style != ScalarStyle.Block && Number(text, kind) is { } value) return new Figure(FigureState.Number, value, scalar.Span);
        findings.Add(Errors.Figures.NotAFigure(document.At(scalar), path, text, Wanted(kind), Proposal(text, kind, unit)));
        return new Figure(FigureState.Faulty, 0, scalar.Span);
    }

    private static Text Wanted(ValueKind kind) => kind switch
    {
        ValueKind.Count => Errors.Figures.Count,
        ValueKind.SignedCount => Errors.Figures.SignedCount,
        _ => Errors.Figures.Amount,
    };

    /// <summary>The number of a text exactly as the contract writes numbers; null for anything else.</summary>
    public static decimal? Number(ReadOnlySpan<char> text, ValueKind kind)
    {
        var digits = text;
        if (kind == ValueKind.SignedCount && digits.Length > 1 && digits[0] is '+' or '-') digits = digits[1..];
        var point = kind == ValueKind.Amount ? digits.IndexOf('.') : -1;
        var whole = point < 0 ? digits : digits[..point];
        var places = point < 0 ? default : digits[(point + 1)..];
        if (whole.Length is 0 or > MostDigits || (whole.Length > 1 && whole[0] == '0') || whole.ContainsAnyExceptInRange('0', '9')) return null;
        if (point >= 0 && (places.Length is 0 or > MostPlaces || places.ContainsAnyExceptInRange('0', '9'))) return null;
        return decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The figure that was surely meant: full-width digits, thousands separators, a trailing counting word, leading zeros. Null where
    /// more than one figure could be meant.
    /// </summary>
    public static string? Proposal(string text, ValueKind kind, string unit)
    {
        var half = string.Concat(text.Trim(' ', '\u3000', '\u00A0', '“', '”', '"').Select(Names.HalfWidth));
        if (half is "/" or "-" or "—" or "--" or "——" or "零" or "〇" or "没有" or "None" or "none") return "0";
        var number = WithoutUnit(half, kind, unit).Trim();
        if (IsGrouped(number)) number = number.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (number.Length > 1 && number.All(char.IsAsciiDigit)) number = number.TrimStart('0') is { Length: > 0 } rest ? rest : "0";
        if (kind != ValueKind.Amount && number.Contains('.') && number.TrimEnd('0').EndsWith('.')) number = number[..number.IndexOf('.')];
        if (kind == ValueKind.Amount && number.StartsWith('.')) number = "0" + number;
        if (kind == ValueKind.Amount && number.EndsWith('.')) number = number[..^1];
        return number != text && Number(number, kind) is not null ? number : null;
    }

    private static readonly char[] Units = [.. "件条次个人例篇期项份户家宗起 ".ToCharArray()];

    /// <summary>Only the cell's own unit of money may go: 元 in a cell of 万元 would be ten thousand times too much.</summary>
    private static string WithoutUnit(string text, ValueKind kind, string unit)
    {
        if (kind != ValueKind.Amount) return text.TrimEnd(Units);
        if (unit.Length == 0 || !text.EndsWith('元')) return text;
        if (text.EndsWith("万元", StringComparison.Ordinal)) return unit == "万元" ? text[..^2] : text;
        if (unit != "万元") return unit == "元" ? text[..^1] : text;
        return Number(text.AsSpan()[..^1].Trim(), kind) is { } yuan ? Figure.Format(yuan / 10_000) : text;
    }

    private static bool IsGrouped(string text)
    {
        var parts = text.Split('.')[0].Split(',', '_');
        return parts.Length > 1 && parts[0].Length is > 0 and <= 3 && parts.All(p => p.All(char.IsAsciiDigit)) && parts.Skip(1).All(p => p.Length == 3);
    }
}
