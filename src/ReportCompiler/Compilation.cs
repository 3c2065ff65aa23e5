using System.Collections.Immutable;
using System.Collections.ObjectModel;
using ReportCompiler.Diagnostics;
using ReportCompiler.Narratives;
using ReportCompiler.Rendering;
using ReportCompiler.Repairs;
using ReportCompiler.Rules;

namespace ReportCompiler;

/// <summary>What became of a year: everything that was found, and the files of the report where it may be published.</summary>
public sealed record Compilation(
    int Year, ImmutableArray<Diagnostic> Diagnostics, int Files, int Units, Tally Tally, ImmutableArray<OutputFile> Outputs)
{
    /// <summary>How many equations were evaluated on each unit.</summary>
    public IReadOnlyDictionary<string, Tally> Tallies { get; init; } = ReadOnlyDictionary<string, Tally>.Empty;

    /// <summary>The figures of the prose by what is known of each.</summary>
    public ProseTally Prose { get; init; }

    /// <summary>For every unit whose equations are broken, the smallest sets of cells that mend them.</summary>
    public ImmutableArray<UnitRepairs> Repairs { get; init; } = [];

    /// <summary>Whether anything stops the report.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
