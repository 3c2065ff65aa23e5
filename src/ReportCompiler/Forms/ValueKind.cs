namespace ReportCompiler.Forms;

/// <summary>What a cell may hold.</summary>
public enum ValueKind
{
    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>A whole number with or without a sign (本年增/减).</summary>
    SignedCount,

    /// <summary>An exact decimal from 0 with at most six places.</summary>
    Amount,
}
