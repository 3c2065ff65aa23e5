using System.Collections.Immutable;

namespace ReportCompiler.Tracing;

/// <summary>What a unit had of the figure in the year before, through renaming, merger and split.</summary>
/// <param name="Value">The sum over the predecessors.</param>
/// <param name="Units">The predecessors; the unit itself if nothing changed.</param>
/// <param name="Together">The units of this year whose sum that compares with: more than one after a split.</param>
public sealed record ShareBefore(decimal Value, ImmutableArray<string> Units, ImmutableArray<string> Together)
{
    /// <summary>Whether the unit of this year is that of last year alone.</summary>
    public bool IsSameUnit => Units.Length == 1 && Together.Length == 1 && Units[0] == Together[0];
}
