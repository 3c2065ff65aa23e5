using System.Collections.Immutable;
using ReportCompiler.Input;

namespace ReportCompiler.Tracing;

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

    /// <summary>A total the unit states that its details do not make; of <see cref="ShareKind.Own"/> what the file states.</summary>
    public decimal? Stated { get; init; }

    /// <summary>The file, relative to the project at the top; reportc.yaml of a nested authority; null if there is none.</summary>
    public string? File { get; init; }

    /// <summary>The line (1-based) of the figure, or of the first part of a derived one; null if it is not written.</summary>
    public int? Line { get; init; }

    /// <summary>The year before; null if there is nothing to compare with.</summary>
    public ShareBefore? Last { get; init; }

    /// <summary>The units it took over in this year.</summary>
    public ImmutableArray<string> Predecessors { get; init; } = [];

    /// <summary>The shares of a nested authority's units; of one that is not added those that stop it.</summary>
    public ImmutableArray<Share> Below { get; init; } = [];

    /// <summary>The edition of a nested authority's form where that is another.</summary>
    public string? Edition { get; init; }

    /// <summary>Whether it adds to the figure.</summary>
    public bool Counts => Kind is ShareKind.Unit or ShareKind.Nested;

    /// <summary>Whether it is a nested authority that cannot be added, and so stops the one above it.</summary>
    public bool Stops => Kind is ShareKind.Failed or ShareKind.Missing or ShareKind.OtherForm;

    /// <summary>Whether there is nothing to tell of it: it counts 0, and so it did last year.</summary>
    public bool IsNothing => Counts && Value == 0 && State < FigureState.Unfilled && Stated is null && Last is not { Value: not 0 };
}
