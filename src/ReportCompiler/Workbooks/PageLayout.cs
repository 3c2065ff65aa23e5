namespace ReportCompiler.Workbooks;

/// <summary>How a sheet is printed: on A4, as wide as the paper.</summary>
/// <param name="IsLandscape">Whether the paper lies.</param>
/// <param name="IsOnePage">Whether all rows go on one page too.</param>
public sealed record PageLayout(bool IsLandscape, bool IsOnePage)
{
    /// <summary>What is printed; null for all.</summary>
    public Area? Area { get; init; }

    /// <summary>The rows that are repeated on every page, as the first and the last; null for none.</summary>
    public (int First, int Last)? Heads { get; init; }

    /// <summary>What stands at the foot of every page, in the language of headers and footers; null for nothing.</summary>
    public string? Footer { get; init; }
}
