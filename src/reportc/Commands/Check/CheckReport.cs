using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;
using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Check;

/// <summary>What <c>check</c> tells: its findings on standard output, as text project by project or as one whole at the end.</summary>
internal sealed class CheckReport(Session session, string format, bool warningsFail)
{
    /// <summary>The values of <c>--format</c>.</summary>
    public static readonly string[] Formats = ["text", "json", "sarif", "github", "html"];

    /// <summary>Tells nothing but failures: standard output holds a diff.</summary>
    public const string Silent = "silent";

    private readonly bool _isText = format == "text";
    private readonly bool _isJson = format == "json";
    private readonly bool _isHtml = format == "html";
    private readonly List<(string Name, Counts Counts)> _projects = [];
    private readonly YearTable _years = new(null);
    private readonly List<Failure> _failures = [];
    private readonly Counts _counts = new();
    private readonly List<Diagnostic> _all = [];
    private readonly List<UnitRepairs> _repairs = [];
    private int _status;
    private int _unseen;

    /// <summary>What was fixed before, for the last line; null where nothing was to be.</summary>
    public Text? Fixed { get; init; }

    /// <summary>Tells, or keeps, what became of a project.</summary>
    /// <param name="project">Its name where there are several; empty for a single one.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="home">The file a finding of no place is shown at where the format wants a place for each.</param>
    public void Add(string project, ProjectResult result, string home)
    {
        foreach (var note in result.Notes) session.Note(project.Length == 0 ? note : new($"{project}：{note.Chinese}", $"{project}: {note.English}"));
        if (_isText) session.FindingsOnOut().Write(result.Findings, result.Repairs);
        else if (_isHtml) AddPages(project, result);
        else
        {
            _all.AddRange(_isJson ? result.Findings : result.Findings.Select(f => Annotations.Placed(f, home)));
            _repairs.AddRange(result.Repairs);
        }
        foreach (var failure in result.Failures)
        {
            var named = project.Length == 0 ? failure : failure.In(project);
            if (_isText || _isHtml || format == Silent) session.Report(named);
            else if (_isJson) _all.Add(named.Diagnostic);
            else _failures.Add(named);
        }
        session.Flush();
        _projects.Add((project, result.Counts));
        _years.Add(project, result);
        _counts.Add(result.Counts);
        _status = Math.Max(_status, result.Status);
    }

    /// <summary>Lists the review pages that were written, or writes the one of the project itself; what stands on no page is told as text.</summary>
    private void AddPages(string project, ProjectResult result)
    {
        session.FindingsOnError().Write(result.Findings.Where(f => f.Year is { } year ? !result.Pages.ContainsKey(year) : result.Pages.Count == 0), []);
        foreach (var path in result.Changed) session.Host.Out.Write(session.Shown(path) + "\n");
        foreach (var page in result.Pages.Values)
        {
            if (project.Length == 0) session.Host.Out.Write(System.Text.Encoding.UTF8.GetString(page));
            else if (page.Length > 0) _unseen++;
        }
    }

    /// <summary>Takes a failure of the run as a whole.</summary>
    public void Add(Failure failure)
    {
        if (_isText || format == Silent) session.Report(failure);
        else if (_isJson) _all.Add(failure.Diagnostic);
        else _failures.Add(failure);
        _counts.Add(failure.Diagnostic);
        _status = Math.Max(_status, failure.Status);
    }

    /// <summary>The end; the exit status.</summary>
    public int Finish()
    {
        var status = warningsFail && _counts.Warnings > 0 ? Math.Max(_status, ExitStatus.Errors) : _status;
        if (_isJson) JsonFindings.Write(session.Host.Out, session.Language, Findings.Sort(_all), _repairs, _counts);
        else if (format == "sarif") SarifFindings.Write(session.Host.Out, session.Language, Findings.Sort(_all), _failures, status);
        else if (format == "github") status = Math.Max(status, Annotations.Write(session, _projects, [.. _failures.Select(f => f.Diagnostic), .. Findings.Sort(_all)]));
        if (_isText && !session.Quiet) session.Host.Out.Write(_years.In(session.Language, session.OutWidth));
        if ((_isText || format == "github") && !session.Quiet) session.Tell(Summary());
        if (format == Silent) session.Note(ToMend());
        if (_isText && !session.Quiet && Fixed is null && _counts.Fixable > 0) session.Host.Out.Write(session.Say(CanBeMended(_counts.Fixable)) + "\n");
        if (_isHtml) session.Note(Summary());
        if (_unseen > 0) session.Note(new($"还有 {_unseen} 个下级项目的审核页，加 -o 文件夹全部写出", $"the review pages of {_unseen} nested projects are not shown; -o DIR writes all"));
        return status;
    }

    private Text ToMend() => new($"{_counts.Errors} 个错误，其中 {_counts.Fixable} 处可以自动改正（加 --fix 写入）",
        $"{_counts.Errors} {(_counts.Errors == 1 ? "error" : "errors")}, of which --fix mends {_counts.Fixable}");

    private static Text CanBeMended(int count) => new(
        $"其中 {count} 处可以自动改正：加 --fix 改正，加 --diff 先看怎样改",
        $"{count} of these can be mended by --fix; --diff shows how");

    private Text Summary()
    {
        var summary = _counts.Summary();
        var hints = session.Verbose || _isHtml || _counts.Infos == 0 ? new Text("", "")
            : new($"，{_counts.Infos} 个提示（-v 列出）", $", {_counts.Infos} {(_counts.Infos == 1 ? "hint" : "hints")} (-v shows)");
        return new($"{(_projects.Count > 1 ? $"{_projects.Count} 个项目，" : "")}{summary.Chinese}{hints.Chinese}{Fixed?.Chinese}",
            $"{(_projects.Count > 1 ? $"{_projects.Count} projects, " : "")}{summary.English}{hints.English}{Fixed?.English}");
    }
}
