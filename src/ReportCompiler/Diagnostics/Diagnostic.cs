using System.Collections.Immutable;

namespace ReportCompiler.Diagnostics;

/// <summary>One finding: a broken equation or a fault of a file.</summary>
public sealed record Diagnostic(Rule Rule, Text Message, Text? Help = null)
{
    /// <summary>The severity after the project's own settings.</summary>
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>The rule as the form writes it, and its legal basis; null if the message says it all.</summary>
    public Text? Note { get; init; }

    /// <summary>The reason on record that silences a warning; null for any other finding.</summary>
    public string? Reason { get; init; }

    /// <summary>The unit, or the authority's name for district totals; null for a fault of no unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The report's year.</summary>
    public int? Year { get; init; }

    /// <summary>The cell path.</summary>
    public string? Cell { get; init; }

    /// <summary>The figure the rule calls for.</summary>
    public string? Expected { get; init; }

    /// <summary>The figure that stands there.</summary>
    public string? Actual { get; init; }

    /// <summary>The place to look at first.</summary>
    public Location? Location { get; init; }

    /// <summary>The other figures of a broken equation, or an earlier place of a duplicate.</summary>
    public ImmutableArray<Related> Related { get; init; } = [];

    /// <summary>What mends it, where that is certain; empty for everything somebody has to decide.</summary>
    public ImmutableArray<Edit> Edits { get; init; } = [];

    /// <summary>How many findings it stands for: more than one if those beyond the limit of a file are only counted.</summary>
    public int StandsFor { get; init; } = 1;

    /// <summary>Whether the finding is about the district's totals: those are listed last.</summary>
    public bool OfDistrict { get; init; }
}
