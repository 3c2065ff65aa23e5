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

    /// <summary>待核: read from another document and not settled.</summary>
    public const string ToSettle = "待核";

    internal const int MostDigits = 18;
    internal const int MostPlaces = 6;

    /// <summary>Reads a scalar as the figure of a cell of this kind.</summary>
    public static Figure Read(Findings findings, Document document, Scalar scalar, ValueKind kind, string unit, string path)
    {
        var text = scalar.Value;
        if (scalar.IsNull || IsOpen(text))
        {
            var behind = document.RemarkBehind(scalar);
            findings.Add(text.Trim() == ToSettle ? Errors.Figures.Unsettled(document.At(scalar), path, behind)
                : FigureSlips.IsSheetError(behind) ? Errors.Figures.SheetError(document.At(scalar), path, behind!)
                : Errors.Figures.Unfilled(document.At(scalar), path));
            return new Figure(FigureState.Unfilled, 0, scalar.Span);
        }
        if (text == Nothing) return new Figure(FigureState.None, 0, scalar.Span);
        if (scalar.Style != ScalarStyle.Block && Number(text, kind) is { } value) return new Figure(FigureState.Number, value, scalar.Span);
        var sure = scalar.Style == ScalarStyle.Block ? null : Fixed(text, kind, unit);
        var proposal = sure?.Text ?? Proposal(text, kind, unit);
        var (at, shown) = (document.At(scalar), Invisible.Show(text));
        var hint = FigureSlips.Remark(text, kind) is var (figure, remark)
            ? Errors.Figures.WithRemark(figure, remark, document.AloneOnLine(scalar)) : FigureSlips.Hint(text, kind, unit);
        findings.Add(Errors.Figures.NotAFigure(at, path, shown, Wanted(kind), proposal, hint) with
        {
            Edits = sure is { } certain ? document.Edits(scalar, certain.Text, certain.Reason) : [],
        });
        return new Figure(FigureState.Faulty, 0, scalar.Span);
    }

    /// <summary>Whether a text says that what belongs there is still to come.</summary>
    public static bool IsOpen(string text) => text.Trim() is ToFill or ToSettle;

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
        if (kind == ValueKind.SignedCount && digits is ['+' or '-', ..]) digits = digits[1..];
        if (kind == ValueKind.Amount && digits.IndexOf('.') is >= 0 and var point)
        {
            if (!IsDigits(digits[(point + 1)..], MostPlaces)) return null;
            digits = digits[..point];
        }
        if (!IsDigits(digits, MostDigits) || digits is ['0', _, ..]) return null;
        return decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static bool IsDigits(ReadOnlySpan<char> text, int most) =>
        !text.IsEmpty && text.Length <= most && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>
    /// The same figure as the contract writes it, where the keyboard alone is at fault: full-width digits, quotes and spaces,
    /// thousands separators, a counting word or the cell's own unit behind it. Null for everything that takes a decision: a
    /// leading zero (12 to some programs, 14 to others), a decimal in a count, a dash (nothing, or not known), a conversion.
    /// </summary>
    public static (string Text, Text Reason)? Fixed(string text, ValueKind kind, string unit)
    {
        var half = HalfWidth(text);
        var plain = text.Trim().TrimEnd(Punctuation);
        var hasStray = plain.Length < text.Trim().Length;
        if (hasStray && (plain == Nothing || Number(plain, kind) is not null)) return (plain, Errors.Figures.Stray);
        var bare = WithoutUnit(half, kind, unit).Trim();
        var number = Ungrouped(bare);
        if (number == text || Number(number, kind) is null) return null;
        if (number != bare) return (number, Errors.Figures.Separators);
        if (bare != half) return (number, Errors.Figures.UnitBehind);
        return (number, half.Length == text.Length ? Errors.Figures.FullWidth : Errors.Figures.Around);
    }

    /// <summary>
    /// The figure that was probably meant, beyond what <see cref="Fixed"/> is sure of: leading zeros, a decimal point without
    /// digits, 元 in a cell of 万元. Null if more than one figure could be meant.
    /// </summary>
    public static string? Proposal(string text, ValueKind kind, string unit)
    {
        if (Fixed(text, kind, unit) is { } sure) return sure.Text;
        var half = HalfWidth(text);
        if (half is "零" or "〇" or "没有" or "None" or "none") return "0";
        if (FigureSlips.Meant(half, kind, unit) is { } meant) return meant;
        var number = Ungrouped(Converted(WithoutUnit(half, kind, unit), kind, unit).Trim());
        if (number is ['0', ..] && number.All(char.IsAsciiDigit)) number = number.TrimStart('0') is { Length: > 0 } rest ? rest : "0";
        if (number.TrimEnd('0') is [.. var whole, '.']) number = whole;
        if (kind == ValueKind.Amount && number.StartsWith('.')) number = "0" + number;
        return number != text && Number(number, kind) is not null ? number : null;
    }

    internal static string HalfWidth(string text) =>
        string.Concat(text.Select(Names.HalfWidth)).Trim([' ', '\u00A0', '“', '”', '‘', '’', '"', '\'', .. text.Where(Invisible.Is)]);

    /// <summary>What ends a sentence or an entry, and no figure: a point may be one of decimals, a comma one of thousands.</summary>
    private static readonly char[] Punctuation = [';', '；', '。'];

    private static readonly char[] Units = [.. "件条次个人例篇期项份户家宗起 ".ToCharArray()];

    /// <summary>Only the cell's own unit of money may go: 元 in a cell of 万元 would be ten thousand times too much.</summary>
    private static string WithoutUnit(string text, ValueKind kind, string unit)
    {
        if (kind != ValueKind.Amount) return text.TrimEnd(Units);
        return unit.EndsWith('元') && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text;
    }

    /// <summary>元 as 万元.</summary>
    private static string Converted(string text, ValueKind kind, string unit) =>
        kind == ValueKind.Amount && unit == "万元" && text.EndsWith('元') && Number(text.AsSpan()[..^1].Trim(), kind) is { } yuan
            ? Figure.Format(yuan / 10_000) : text;

    private static string Ungrouped(string text) =>
        IsGrouped(text) ? text.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) : text;

    /// <summary>Whether separators stand where those of thousands do.</summary>
    public static bool IsGrouped(string text)
    {
        var parts = text.Split('.')[0].Split(',', '_');
        return parts.Length > 1 && IsDigits(parts[0], 3) && parts.Skip(1).All(p => p.Length == 3 && IsDigits(p, 3));
    }
}
