using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Check.Formats;

/// <summary>Findings for people, as the projects come.</summary>
internal sealed class TextCheck(Session session) : CheckWriter(session)
{
    // Fewer are read sooner than a hint about them.
    private const int Many = 4;

    private bool _hasLed;

    public override void Lead(ProjectResult result)
    {
        var (fixable, errors) = (result.Counts.Fixable, result.Counts.Errors);
        if (Session.Quiet || fixable < Many || fixable * 2 <= errors) return;
        Session.Host.Out.Write(Session.Say(MostCanBeFixed(fixable, errors)) + "\n\n");
        _hasLed = true;
    }

    public override void Add(string project, ProjectResult result, string home) =>
        Session.FindingsOnOut().Write(result.Findings, result.Repairs);

    public override void Add(Failure failure) => Session.Report(failure);

    public override int Finish(CheckTotals totals)
    {
        if (Session.Quiet) return totals.Status;
        Session.Host.Out.Write(totals.Years.In(Session.Language, Session.OutWidth));
        Session.Tell(totals.Summary(Session.Verbose));
        if (!_hasLed && totals.Fixed is null && totals.Counts.Fixable is > 0 and var count)
            Session.Host.Out.Write(Session.Say(CanBeFixed(count)) + "\n");
        if (totals.Counts.ProseSummary() is { } prose) Session.Tell(prose);
        return totals.Status;
    }

    private static Text MostCanBeFixed(int count, int errors) => new(
        $"下面 {errors} 个错误大多可以自动改正（{count} 个）：先加 --fix 改正，再看剩下的；加 --diff 先看怎样改",
        $"most of these {errors} errors can be mended by --fix ({count}): mend them first, then look at the rest; --diff shows how");

    private static Text CanBeFixed(int count) => new(
        $"其中 {count} 处可以自动改正：加 --fix 改正，加 --diff 先看怎样改",
        $"{count} of these can be mended by --fix; --diff shows how");
}
