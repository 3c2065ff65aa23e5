using ReportCompiler.Forms;

namespace ReportCompiler.Projects;

/// <summary>How reports print figures: 版式 of reportc.yaml.</summary>
/// <param name="BlankZeros">Whether a zero is a blank cell.</param>
/// <param name="Decimals">How many decimals an amount has; null for as many as it needs.</param>
public sealed record PrintStyle(bool BlankZeros, int? Decimals)
{
    /// <summary>A figure as it is printed: an amount rounded, half away from zero.</summary>
    public decimal Rounded(decimal value, ValueKind kind) => Decimals is { } decimals && kind == ValueKind.Amount
        ? Math.Round(value, decimals, MidpointRounding.AwayFromZero) : value;
}
