namespace ReportCompiler.Workbooks;

/// <summary>What stands in a cell.</summary>
/// <param name="Text">A text; null for none.</param>
/// <param name="Number">A number; null for none.</param>
/// <param name="Formula">A formula without its sign of equality, whose value is the text or the number; null for none.</param>
public readonly record struct CellValue(string? Text, decimal? Number, string? Formula)
{
    /// <summary>Spreadsheets count in doubles: beyond this they would round.</summary>
    public const decimal Largest = 999_999_999_999_999;

    /// <summary>Nothing.</summary>
    public static readonly CellValue Nothing;

    /// <summary>A text.</summary>
    public static CellValue Of(string text) => new(text, null, null);

    /// <summary>A number; a text where a spreadsheet could not hold it.</summary>
    public static CellValue Of(decimal number) =>
        Math.Abs(number) > Largest ? new(Digits(number), null, null) : new(null, number, null);

    /// <summary>A formula, with the number it gives now.</summary>
    public static CellValue Computed(string formula, decimal value) => new(null, value, formula);

    /// <summary>A formula, with the text it gives now.</summary>
    public static CellValue Computed(string formula, string value) => new(value, null, formula);

    /// <summary>Without trailing zeros.</summary>
    internal static string Digits(decimal number) => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A cell of a row.</summary>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Style">How it looks.</param>
public readonly record struct SheetCell(int Column, CellValue Value, CellStyle Style);
