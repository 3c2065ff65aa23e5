using System.Collections.Immutable;
using ReportCompiler.Input;

namespace ReportCompiler.Tracing;

/// <summary>What a share is.</summary>
public enum ShareKind
{
    /// <summary>A unit's file; also the totals.yaml of an authority that was put among the units' files.</summary>
    Unit,

    /// <summary>A nested authority, which opens into its own units.</summary>
    Nested,

    /// <summary>The authority's own file: it states totals and is not added.</summary>
    Own,

    /// <summary>A unit that is due and has not filed.</summary>
    NotFiled,

    /// <summary>A unit of last year that is none of this year.</summary>
    Ended,

    /// <summary>A nested authority with errors: it is not added.</summary>
    Failed,

    /// <summary>A nested authority without data for the year.</summary>
    Missing,

    /// <summary>A nested authority whose form is another: it cannot be added.</summary>
    OtherForm,

    /// <summary>A nested authority that the roster does not have for the year, or one of two of a name.</summary>
    Refused,
}

/// <summary>What a unit had of the figure in the year before, through renaming, merger and split.</summary>
/// <param name="Value">The sum over the predecessors.</param>
/// <param name="Units">The predecessors; the unit itself where nothing changed.</param>
/// <param name="Together">The units of this year whose sum that compares with: more than one after a split.</param>
public sealed record LastYear(decimal Value, ImmutableArray<string> Units, ImmutableArray<string> Together)
{
    /// <summary>Whether the unit of this year is that of last year alone.</summary>
    public bool IsSameUnit => Units.Length == 1 && Together.Length == 1 && Units[0] == Together[0];
}

/// <summary>A part in a figure of an authority. The values of all shares add up to that figure.</summary>
public sealed record Share
{
    /// <summary>What it is.</summary>
    public required ShareKind Kind { get; init; }

    /// <summary>The unit or authority.</summary>
    public required string Unit { get; init; }

    /// <summary>What is said of the figure.</summary>
    public FigureState State { get; init; }

    /// <summary>What is added; 0 for what is not. Of a unit's total it is what follows from the unit's details.</summary>
    public decimal Value { get; init; }

    /// <summary>A total the unit states that is another than its details make; of <see cref="ShareKind.Own"/> what the file states.</summary>
    public decimal? Stated { get; init; }

    /// <summary>The file, relative to the project at the top; reportc.yaml of a nested authority; null where there is none.</summary>
    public string? File { get; init; }

    /// <summary>The line (1-based) of the figure, or of the first part of a derived one; null where it is not written.</summary>
    public int? Line { get; init; }

    /// <summary>The year before; null where there is nothing to compare with.</summary>
    public LastYear? Last { get; init; }

    /// <summary>The units it took over in this year.</summary>
    public ImmutableArray<string> Predecessors { get; init; } = [];

    /// <summary>The shares of a nested authority's units; of one that is not added those that stop it.</summary>
    public ImmutableArray<Share> Below { get; init; } = [];

    /// <summary>The edition of a nested authority's form where that is another.</summary>
    public string? Edition { get; init; }

    /// <summary>Whether it adds to the figure.</summary>
    public bool Counts => Kind is ShareKind.Unit or ShareKind.Nested;

    /// <summary>Whether there is nothing to tell of it: it counts 0, and so it did last year.</summary>
    public bool IsNothing => Counts && Value == 0 && State < FigureState.Unfilled && Stated is null && Last is not { Value: not 0 };
}
