using ReportCompiler.Input;

namespace ReportCompiler.Rules;

/// <summary>Units whose figures of two years belong together: a unit and itself, or successors and their predecessors.</summary>
/// <param name="Now">This year's filings.</param>
/// <param name="Before">Last year's; null if one of them has not filed, or there is no predecessor.</param>
internal sealed record FollowedUnits(IReadOnlyList<Filing> Now, IReadOnlyList<Filing>? Before)
{
    /// <summary>This year's figures together.</summary>
    public Figures Figures { get; } = Together(Now)!;

    /// <summary>Last year's figures together; null if they are not to be had.</summary>
    public Figures? Last { get; } = Before is null ? null : Together(Before);

    private static Figures? Together(IReadOnlyList<Filing> filings) => filings.Count switch
    {
        0 => null,
        1 => filings[0].Figures,
        _ => Figures.Sum(filings[0].Figures.Edition, [.. filings.Select(f => f.Figures)]),
    };
}
