using System.Collections.Immutable;

namespace ReportCompiler.Rules;

/// <summary>What changed for a unit, or for units linked by 前身, between two years.</summary>
/// <param name="Before">The units of the one year; none if they were not there yet or did not file.</param>
/// <param name="After">The units of the other.</param>
/// <param name="Changes">Their figures together, cell by cell.</param>
public sealed record LineChange(ImmutableArray<string> Before, ImmutableArray<string> After, ImmutableArray<Change> Changes);
