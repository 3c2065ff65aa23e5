using ReportCompiler.Input;

namespace ReportCompiler.Rendering;

/// <summary>A figure as a report prints it.</summary>
internal static class PrintedFigure
{
    /// <summary>The number; 版式 decides whether a zero is blank.</summary>
    public static string Of(decimal value, bool blankZeros) => blankZeros && value == 0 ? "" : Figure.Format(value);
}
