using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Check.Formats;

/// <summary>Failures alone, and how much the fixes that are shown would mend.</summary>
internal sealed class SilentCheck(Session session) : CheckWriter(session)
{
    public override void Add(string project, ProjectResult result, string home)
    {
        // The diff is what is shown.
    }

    public override void Add(Failure failure) => Session.Report(failure);

    public override int Finish(CheckTotals totals)
    {
        var counts = totals.Counts;
        Session.Note(new(
            $"{counts.Errors} 个错误，其中 {counts.Fixable} 处可以自动改正（加 --fix 写入）",
            $"{counts.Errors} {(counts.Errors == 1 ? "error" : "errors")}, of which --fix mends {counts.Fixable}"));
        return totals.Status;
    }
}
