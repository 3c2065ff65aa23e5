using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;

namespace Reportc.Commands.Check.Formats;

/// <summary>A format for code hosts, which show nothing without a place.</summary>
internal abstract class PlacedCheck(Session session) : CheckWriter(session)
{
    private readonly List<Diagnostic> _findings = [];

    /// <summary>What mends the units whose equations are broken.</summary>
    protected List<UnitRepairs> Repairs { get; } = [];

    /// <summary>What stopped a project or the run.</summary>
    protected List<Failure> Failures { get; } = [];

    /// <summary>Everything found, each with a place, in order.</summary>
    protected IReadOnlyList<Diagnostic> Sorted() => Findings.Sort(_findings);

    public override void Add(string project, ProjectResult result, string home)
    {
        _findings.AddRange(result.Findings.Select(f => Placed(f, home)));
        Repairs.AddRange(result.Repairs);
    }

    public override void Add(Failure failure) => Failures.Add(failure);

    /// <summary>A finding at its place, or at the next best, at last the project itself.</summary>
    private static Diagnostic Placed(Diagnostic finding, string home)
    {
        var nextBest = finding.Related.FirstOrDefault(r => r.Location is not null)?.Location;
        return finding with { Location = finding.Location ?? nextBest ?? Location.AtStart(new SourceText(home, "")) };
    }
}
