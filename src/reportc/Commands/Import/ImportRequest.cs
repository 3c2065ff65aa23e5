namespace Reportc.Commands.Import;

/// <summary>What an import was asked to do.</summary>
internal sealed record ImportRequest
{
    /// <summary>The unit; null for the one that the document names.</summary>
    public string? Unit { get; init; }

    /// <summary>The year; null for the one that the document states.</summary>
    public int? Year { get; init; }

    /// <summary>Whether a narrative is written; null: where the unit is the authority.</summary>
    public bool? Narrative { get; init; }

    /// <summary>Whether reportc.yaml is told of another edition.</summary>
    public bool WritesEdition { get; init; }

    /// <summary>Whether files that differ are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>The folder written into, or <c>-</c>; null for that of the project.</summary>
    public string? Out { get; init; }
}
