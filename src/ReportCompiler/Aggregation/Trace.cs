using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Aggregation;

/// <summary>A unit's part in a figure of the district.</summary>
/// <param name="Unit">The unit's file.</param>
/// <param name="State">What it says of the figure.</param>
/// <param name="Value">What it adds; of a total, what follows from the unit's details.</param>
/// <param name="Stated">The total the unit states, where that is another: its own finding, and not what is added.</param>
/// <param name="Location">Where the figure, or the first part of a derived one, is written; null where it is not.</param>
public sealed record Share(Filing Unit, FigureState State, decimal Value, decimal? Stated, Location? Location);

/// <summary>Where a figure of the district comes from.</summary>
public static class Trace
{
    /// <summary>Every unit's share of a cell, in the order of the roster. The shares add up to the district's total.</summary>
    public static ImmutableArray<Share> Of(District district, Cell cell) => [.. district.Units.Select(u => Of(u, cell))];

    /// <summary>Every unit's figure of an indicator; they add up where it is one that is summed.</summary>
    public static ImmutableArray<Share> Of(District district, Indicator indicator) => [.. district.Units.Select(u => Of(u, u.Figures.Indicators[indicator.Index]))];

    private static Share Of(Filing unit, Figure figure) =>
        new(unit, figure.State, figure.Value, null, figure.Span is { Line: > 0 } span ? new Location(unit.Source, span) : null);

    /// <summary>A district's total follows from details alone: so does a unit's share of it, whatever total the unit states.</summary>
    private static Share Of(Filing unit, Cell cell)
    {
        var figure = unit.Figures[cell];
        if (!cell.IsTotal) return Of(unit, figure);
        var derived = Figures.Sum(unit.Figures.Edition, [unit.Figures])[cell];
        var differs = figure.IsStated && figure.Value != derived.Value;
        return new Share(unit, figure.State, derived.Value, differs ? figure.Value : null, unit.At(cell));
    }
}
