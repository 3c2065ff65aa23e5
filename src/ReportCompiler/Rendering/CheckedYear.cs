using System.Collections.Immutable;
using System.Collections.ObjectModel;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Repairs;
using ReportCompiler.Rules;
using ReportCompiler.Sources;

namespace ReportCompiler.Rendering;

/// <summary>All that is known of a year when its outputs are made.</summary>
/// <param name="Project">The project.</param>
/// <param name="District">The year.</param>
/// <param name="Last">The year before, right or wrong; null if there is none.</param>
internal sealed record CheckedYear(Project Project, District District, District? Last)
{
    /// <summary>The year before as a report speaks of it; null if its totals are in doubt.</summary>
    public District? ShownLast => Last is { IsComplete: true } ? Last : null;

    /// <summary>The narrative of the year before; null if there is none.</summary>
    public Source? LastNarrative { get; init; }

    /// <summary>Whether it is rendered in spite of errors.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Everything found, sorted, for those who show it: a draft and the review.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>The errors, as a draft lists them.</summary>
    public IEnumerable<string> Errors => Findings.Where(d => d.Severity == Severity.Error)
        .Select(d => $"{d.Rule.Code} {(d.Unit is null ? "" : d.Unit + "：")}{d.Message.Chinese}");

    /// <summary>What was found in the project before any year was looked at.</summary>
    public IReadOnlyCollection<Diagnostic> Beside { get; init; } = [];

    /// <summary>All years the project has: the reports beside this one are linked.</summary>
    public IReadOnlyCollection<int> Years { get; init; } = [];

    /// <summary>The files of all outputs, whether made this time or not: the narrative may link them.</summary>
    public IReadOnlyCollection<string> Files { get; init; } = [];

    /// <summary>Gives the files that the narrative names.</summary>
    public Func<string, long, NamedFile> Named { get; init; } = (_, _) => NamedFile.Absent;

    /// <summary>What mends the broken equations.</summary>
    public ImmutableArray<UnitRepairs> Repairs { get; init; } = [];

    /// <summary>How many equations were evaluated.</summary>
    public Tally Tally { get; init; }

    /// <summary>The same of every unit.</summary>
    public IReadOnlyDictionary<string, Tally> Tallies { get; init; } = ReadOnlyDictionary<string, Tally>.Empty;
}
