using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Syntax;

namespace ReportCompiler.Importing.Matching;

/// <summary>
/// Reads the text of a document's cell as the figure of a cell of the form: with the strictness of a data file, and what documents do
/// beside. Whatever is not plainly a figure is none.
/// </summary>
internal static class CellText
{
    private static readonly string[] Blanks = ["/", "-", "--", "—", "——", "―", "―――", "———", "//", "\\", "-/-", "─", "──",
        "ー"];

    /// <summary>What a text says of a cell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What the cell holds.</param>
    /// <param name="unit">Its unit.</param>
    public static CellReading Read(string text, ValueKind kind, string unit)
    {
        // A line break is no character to be passed over: 1361 and 2 below it are not 13612. What turns digits round is none either.
        var plain = string.Concat(text.Where(c => !Invisible.Is(c) || char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E')
            .Select(Characters.Plain)).Trim();
        if (plain.Length == 0 || Blanks.Contains(plain, StringComparer.Ordinal)) return CellReading.Blank;
        if (plain == FigureWriter.Nothing) return CellReading.None;
        return Number(plain, kind, unit) is { } value ? CellReading.Of(value) : CellReading.Doubtful;
    }

    /// <summary>Whether a text is a figure whatever cell it stands in, or a mark for none.</summary>
    public static bool IsFigure(string text) =>
        text.Length < 40 && !HasWords(text)
        && (Read(text, ValueKind.Amount, "") is { State: not CellState.Doubtful and not CellState.Blank }
            || Read(text, ValueKind.SignedCount, "").State == CellState.Number);

    /// <summary>Whether a text has Chinese characters other than the mark for none: without a unit, no figure has.</summary>
    private static bool HasWords(string text)
    {
        foreach (var c in text)
            if (c is >= '\u4E00' and <= '\u9FFF' && !FigureWriter.Nothing.Contains(c)) return true;
        return false;
    }

    private static decimal? Number(string plain, ValueKind kind, string unit)
    {
        var text = WithoutUnit(plain, unit);
        if (Digits(text, kind) is { } value) return value;
        // 0.0 is no count, but it can be nothing else than 0; 12.0 may be 120.
        if (kind != ValueKind.Amount && text.StartsWith("0.", StringComparison.Ordinal) && text.Length > 2
            && text.AsSpan(2).IndexOfAnyExcept('0') < 0) return 0;
        // 251000元 where 万元 are asked for is an exact figure, as long as the places are enough for it.
        if (kind != ValueKind.Amount || unit != "万元" || !text.EndsWith('元') || Digits(text[..^1], kind) is not { } yuan) return null;
        var converted = yuan / 10_000m;
        return decimal.Round(converted, 6) == converted ? converted : null;
    }

    private static decimal? Digits(string text, ValueKind kind) =>
        FigureReader.Number(text, kind) ?? (text.Contains(',') && FigureReader.IsGrouped(text.TrimStart('-', '+'))
            ? FigureReader.Number(text.Replace(",", "", StringComparison.Ordinal), kind) : null);

    private static string WithoutUnit(string text, string unit) =>
        unit.Length > 0 && text.EndsWith(unit, StringComparison.Ordinal) && (
            unit != "元" || !text.EndsWith("万元", StringComparison.Ordinal))
            ? text[..^unit.Length].TrimEnd() : text;
}

/// <summary>What a document's cell says.</summary>
internal enum CellState
{
    /// <summary>Nothing, or a mark such as <c>/</c>: not stated.</summary>
    Blank,

    /// <summary>无.</summary>
    None,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Something that is not plainly a figure.</summary>
    Doubtful,
}

/// <summary>What a document's cell says, with its number.</summary>
internal readonly record struct CellReading(CellState State, decimal Value)
{
    public static readonly CellReading Blank = new(CellState.Blank, 0);
    public static readonly CellReading None = new(CellState.None, 0);
    public static readonly CellReading Doubtful = new(CellState.Doubtful, 0);

    public static CellReading Of(decimal value) => new(CellState.Number, value);
}
