using Reportc.Projects;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Export;

/// <summary>The years to be exported.</summary>
/// <param name="Project">The project they are of.</param>
/// <param name="Districts">The years, ascending.</param>
/// <param name="HasMark">Whether a csv begins with a byte order mark.</param>
/// <param name="WithTotals">Whether the authority's totals stand behind the figures of the units.</param>
internal sealed record ExportedYears(SingleProject Project, List<District> Districts, bool HasMark, bool WithTotals)
{
    /// <summary>All figures of all units, and the totals.</summary>
    public IEnumerable<ExportedFigure> Figures => Districts.SelectMany(d => ExportedFigure.Of(Project, d, WithTotals));

    /// <summary>The language of what is said of all years: that of the newest form.</summary>
    public Language Language => Districts[^1].Edition.Language;

    /// <summary>How many figures these are.</summary>
    public long Count => Districts.Sum(d => ExportedFigure.CountOf(Project, d, WithTotals));
}
