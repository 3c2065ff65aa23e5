using System.Collections.Immutable;
using ReportCompiler.Input;

namespace ReportCompiler.Tracing;

/// <summary>Where a figure of an authority comes from: whose shares it is the sum of, and which cells'.</summary>
public sealed record Origin
{
    /// <summary>The authority.</summary>
    public required string Authority { get; init; }

    /// <summary>The report's year.</summary>
    public required int Year { get; init; }

    /// <summary>The authority's figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>Whether every unit that is due has filed and every file could be read without error.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The shares, in the order of the roster; they add up to the figure where it is a sum.</summary>
    public required ImmutableArray<Share> Shares { get; init; }

    /// <summary>The cells the figure is made of; none for one that is counted itself.</summary>
    public required ImmutableArray<Part> Parts { get; init; }

    /// <summary>The authority's figure of the year before; null if there is none to compare with.</summary>
    public required decimal? Last { get; init; }
}
