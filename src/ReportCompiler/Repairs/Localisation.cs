using System.Collections.Immutable;

namespace ReportCompiler.Repairs;

/// <summary>All that the equations say about where the mistake is.</summary>
/// <param name="Repairs">The smallest repairs, best first, at most <see cref="MostListed"/>.</param>
/// <param name="Count">How many smallest repairs were found, listed or not.</param>
/// <param name="IsExhaustive">
/// Whether the search was finished. Otherwise it reached the bound on work: there may be more repairs of this size, or a smaller one.
/// </param>
public sealed record Localisation(ImmutableArray<Repair> Repairs, long Count, bool IsExhaustive)
{
    /// <summary>How many repairs are listed at most.</summary>
    public const int MostListed = 20;

    /// <summary>Where nothing is broken, or nothing can mend it.</summary>
    public static Localisation Nothing { get; } = new([], 0, true);
}
