using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Projects;

/// <summary>A unit of the roster.</summary>
/// <param name="Name">As it signs its data file.</param>
/// <param name="From">The first year it files; null if it has always been there.</param>
/// <param name="To">The last year it files; null if it goes on.</param>
/// <param name="Predecessors">The units whose work it took over.</param>
/// <param name="Location">Where the roster names it.</param>
public sealed record RosterEntry(string Name, int? From, int? To, ImmutableArray<string> Predecessors, Location Location)
{
    /// <summary>Whether it files for a year.</summary>
    public bool IsDue(int year) => (From is null || From <= year) && (To is null || year <= To);
}
