using Reportc.Projects;
using ReportCompiler.Aggregation;

namespace Reportc.Commands.Export;

/// <summary>The years to be exported.</summary>
/// <param name="Project">The project they are of.</param>
/// <param name="Districts">The years, ascending.</param>
/// <param name="HasMark">Whether a csv begins with a byte order mark.</param>
internal sealed record ExportedYears(SingleProject Project, List<District> Districts, bool HasMark)
{
    /// <summary>All figures of all units.</summary>
    public IEnumerable<ExportedFigure> Figures => Districts.SelectMany(d => ExportedFigure.Of(Project, d));
}
