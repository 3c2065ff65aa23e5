using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reportc.Projects;
using ReportCompiler.Forms;
using ReportCompiler.Tracing;
using FigureTrace = ReportCompiler.Tracing.Trace;

namespace Reportc.Commands.Trace;

/// <summary>A figure that was traced.</summary>
/// <param name="Subject">What was asked for.</param>
/// <param name="Edition">The form of the year.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Years">The years up to then, ascending.</param>
internal sealed record Traced(TracedFigure Subject, Edition Edition, Origin Origin, ImmutableArray<YearFigure> Years)
{
    /// <summary>Traces a figure. Every nested project is read once, for all years together.</summary>
    public static Traced Of(SingleProject project, TracedFigure subject, int year, CancellationToken cancellation)
    {
        List<int> years = [.. project.Years.Where(y => y <= year)];
        var tree = new OriginTree(subject, year);
        var below = ProjectRun.TotalsBelow(project.Folder, years, tree.Look, cancellation);
        var opened = project.With(y => [.. below.Select(t => t[y])]);
        var history = History.Of(opened.Project, subject, year, years, opened.Compiler.DistrictOf);
        return new Traced(subject, project.EditionFor(year), tree.Of(project.Folder, opened)!, history);
    }
}

/// <summary>
/// Where a figure comes from through a tree of projects: each is looked into while it is open, those nested in it before it, and
/// of each only the shares of the one figure are kept.
/// </summary>
internal sealed class OriginTree(TracedFigure subject, int year)
{
    // Projects side by side are read in parallel.
    private readonly ConcurrentDictionary<string, Origin> _origins = new(StringComparer.Ordinal);

    /// <summary>Looks into a nested project.</summary>
    public void Look(ProjectFolder folder, CompilableProject opened)
    {
        if (Of(folder, opened) is { } origin) _origins[folder.Name] = origin;
    }

    /// <summary>
    /// Where a project's figure comes from, when those nested in it were looked into; null if it has no such year or figure.
    /// </summary>
    public Origin? Of(ProjectFolder folder, CompilableProject opened)
    {
        if (opened.Compiler.DistrictOf(year) is not { } district || subject.In(opened.Project, district.Edition) is not { } own)
            return null;
        var below = folder.Children.Count == 0 ? [] : opened.Below(year);
        var nested = below.Select((totals, i) => new Nested(totals, _origins.GetValueOrDefault(folder.Children[i].Name))).ToList();
        return new FigureTrace(opened.Project, district, opened.Compiler.DistrictOf(year - 1), nested, folder.Name).Of(own);
    }
}
