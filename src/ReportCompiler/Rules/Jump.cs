using ReportCompiler.Forms;

namespace ReportCompiler.Rules;

/// <summary>When a figure jumps from one year to the next.</summary>
internal static class Jump
{
    /// <summary>A figure below this may change as it likes.</summary>
    private const decimal Smallest = 20;

    /// <summary>More than this many times larger or smaller is a jump.</summary>
    private const decimal Factor = 5;

    /// <summary>Whether a figure of this kind, stated in both years, jumps.</summary>
    public static bool Is(ValueKind kind, decimal then, decimal now)
    {
        if (kind == ValueKind.SignedCount) return false;
        var (larger, smaller) = (Math.Max(then, now), Math.Min(then, now));
        return larger >= Smallest && larger > smaller * Factor;
    }
}
