using System.Text;
using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Check.Formats;

/// <summary>The review page of the project itself, if it is not written to a file; what stands on no page is told as text.</summary>
internal sealed class HtmlCheck(Session session) : CheckWriter(session)
{
    private int _unseen;

    public override void Add(string project, ProjectResult result, string home)
    {
        var isOnPage = result.Pages.Count > 0;
        Session.FindingsOnError().Write(result.Findings.Where(f => f.Year is { } year ? !result.Pages.ContainsKey(year) : !isOnPage), []);
        foreach (var page in result.Pages.Values)
        {
            if (project.Length == 0) Session.Host.Out.Write(Encoding.UTF8.GetString(page));
            else if (page.Length > 0) _unseen++;
        }
    }

    public override void Add(Failure failure) => Session.Report(failure);

    public override int Finish(CheckTotals totals)
    {
        Session.Note(totals.Summary(showsHints: true));
        if (_unseen > 0)
            Session.Note(new(
                $"还有 {_unseen} 个下级项目的审核页，加 -o 文件夹全部写出",
                $"the review pages of {_unseen} nested projects are not shown; -o DIR writes all"));
        return totals.Status;
    }
}
