using Reportc.Files;
using Reportc.Messages;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Check.Formats;

/// <summary>Annotations on standard output, and the summary of the workflow's step if there is a file for it.</summary>
internal sealed class GithubCheck(Session session) : PlacedCheck(session)
{
    public override int Finish(CheckTotals totals)
    {
        List<Diagnostic> findings = [.. Failures.Select(f => f.Diagnostic), .. Sorted()];
        Session.Host.Out.Write(GithubFindings.Of(findings, Repairs, SummaryFile is not null, Session.Language));
        var status = Math.Max(totals.Status, Append(totals, findings));
        if (!Session.Quiet) Session.Tell(totals.Summary(Session.Verbose));
        return status;
    }

    private string? SummaryFile => Session.Host.Variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file ? file : null;

    private int Append(CheckTotals totals, List<Diagnostic> findings)
    {
        if (SummaryFile is not { } file) return ExitStatus.Fine;
        try
        {
            var room = StepSummary.Largest - Disk.Size(file);
            DiskWriter.Append(file, StepSummary.Of(Session.Language, totals.Projects, findings, Repairs, room));
            return ExitStatus.Fine;
        }
        catch (Failure failure)
        {
            Session.Report(failure);
            return failure.Status;
        }
    }
}
