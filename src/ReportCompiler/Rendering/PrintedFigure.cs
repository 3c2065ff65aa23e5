using System.Globalization;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>A figure as a report prints it.</summary>
internal static class PrintedFigure
{
    private static readonly string[] Formats = ["F0", "F1", "F2", "F3", "F4", "F5", "F6"];

    /// <summary>The number; 版式 decides whether a zero is blank, and how many decimals an amount has.</summary>
    public static string Of(decimal value, ValueKind kind, PrintStyle style) => value == 0
        ? style.BlankZeros ? "" : Figure.Format(value)
        : style.Decimals is { } decimals && kind == ValueKind.Amount
            ? style.Rounded(value, kind).ToString(Formats[decimals], CultureInfo.InvariantCulture)
            : Figure.Format(value);
}
