using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Explaining;

/// <summary>What a rule is about, why, and how it looks broken and kept.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Meaning">What it means; null for a rule written as an equation, whose title says it.</param>
/// <param name="Reason">Why it must hold; null for a rule written as an equation, which has a basis instead.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Explanation(Rule Rule, Text? Meaning, Text? Reason, Text Remedy)
{
    /// <summary>The equation, as the form writes it; null for a rule that is none.</summary>
    public string? Formula { get; init; }

    /// <summary>The legal bases, in Chinese: where the form says so, and the documents that prescribe it.</summary>
    public ImmutableArray<string> Basis { get; init; } = [];

    /// <summary>A cell for which a data file may give a reason under 说明; null if that is not how the rule is silenced.</summary>
    public string? Cell { get; init; }

    /// <summary>Broken; empty if there is no example.</summary>
    public ImmutableArray<ExampleFile> Wrong { get; init; } = [];

    /// <summary>Kept; empty if there is no example.</summary>
    public ImmutableArray<ExampleFile> Right { get; init; } = [];

    /// <summary>Which part of the work the rule belongs to, by its code; a project's own rules belong to the form.</summary>
    public string Category => Rule.Code switch
    {
        ['R', 'C', '1', ..] => "file",
        ['R', 'C', '3', ..] => "roster",
        ['R', 'C', '4', ..] => "narrative",
        ['R', 'C', '5', ..] => "project",
        ['R', 'C', '9', ..] => "command-line",
        _ => "form",
    };
}
