using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using Reportc.Files;
using Reportc.Messages;
using Reportc.Shell;

namespace Reportc.Commands.Check;

/// <summary>What <c>check</c> tells a code host: annotations on standard output, and the summary of the workflow's step where there is one.</summary>
internal static class Annotations
{
    /// <summary>Code hosts show nothing without a place: then the next best, at last the project itself.</summary>
    public static Diagnostic Placed(Diagnostic finding, string home) =>
        finding with { Location = finding.Location ?? finding.Related.FirstOrDefault(r => r.Location is not null)?.Location ?? Location.AtStart(new SourceText(home, "")) };

    /// <summary>Writes both; the exit status of doing so.</summary>
    public static int Write(Session session, List<(string Name, Counts Counts)> projects, List<Diagnostic> findings)
    {
        session.Host.Out.Write(GithubFindings.Of(findings, session.Language));
        if (session.Host.Variable("GITHUB_STEP_SUMMARY") is not { Length: > 0 } file) return ExitStatus.Fine;
        try
        {
            DiskWriter.Append(file, StepSummary.Of(session.Language, projects, findings, StepSummary.Largest - Disk.Size(file)));
            return ExitStatus.Fine;
        }
        catch (Failure failure)
        {
            session.Report(failure);
            return failure.Status;
        }
    }
}
