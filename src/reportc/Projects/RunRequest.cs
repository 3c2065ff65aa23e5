using System.Collections.Immutable;
using ReportCompiler.Rendering;

namespace Reportc.Projects;

/// <summary>What a command asks of every project.</summary>
/// <param name="Years">The years.</param>
/// <param name="Formats">What to render; null for what each project says.</param>
/// <param name="Draft">Whether to render in spite of errors.</param>
internal sealed record RunRequest(YearSelection Years, ImmutableArray<ReportFormat>? Formats, bool Draft)
{
    /// <summary>The units whose findings alone are told; none for all findings.</summary>
    public IReadOnlySet<string> Units { get; init; } = ImmutableHashSet<string>.Empty;
}
