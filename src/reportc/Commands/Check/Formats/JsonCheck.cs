using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;

namespace Reportc.Commands.Check.Formats;

/// <summary>The one object for programs.</summary>
internal sealed class JsonCheck(Session session) : CheckWriter(session)
{
    private readonly List<Diagnostic> _findings = [];
    private readonly List<UnitRepairs> _repairs = [];

    public override void Add(string project, ProjectResult result, string home)
    {
        _findings.AddRange(result.Findings);
        _repairs.AddRange(result.Repairs);
    }

    public override void Add(Failure failure) => _findings.Add(failure.Diagnostic);

    public override int Finish(CheckTotals totals)
    {
        JsonFindings.Write(Session.Host.Out, Session.Language, Findings.Sort(_findings), _repairs, totals.Counts);
        return totals.Status;
    }
}
