using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Check.Formats;

/// <summary>Findings for people, as the projects come.</summary>
internal sealed class TextCheck(Session session) : CheckWriter(session)
{
    public override void Add(string project, ProjectResult result, string home) =>
        Session.FindingsOnOut().Write(result.Findings, result.Repairs);

    public override void Add(Failure failure) => Session.Report(failure);

    public override int Finish(CheckTotals totals)
    {
        if (Session.Quiet) return totals.Status;
        Session.Host.Out.Write(totals.Years.In(Session.Language, Session.OutWidth));
        Session.Tell(totals.Summary(Session.Verbose));
        if (totals.Fixed is null && totals.Counts.Fixable is > 0 and var count)
            Session.Host.Out.Write(Session.Say(CanBeFixed(count)) + "\n");
        if (totals.Counts.ProseSummary() is { } prose) Session.Tell(prose);
        return totals.Status;
    }

    private static Text CanBeFixed(int count) => new(
        $"其中 {count} 处可以自动改正：加 --fix 改正，加 --diff 先看怎样改",
        $"{count} of these can be mended by --fix; --diff shows how");
}
