using Reportc.Files;
using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Build;

/// <summary>What <c>build</c> tells, project by project: findings and progress on standard error, the files on standard output.</summary>
/// <param name="session">The run.</param>
/// <param name="check">Whether the files are only compared.</param>
/// <param name="review">The command that shows on the review page what stands against the report.</param>
internal sealed class BuildReport(Session session, bool check, Func<string> review)
{
    private readonly YearTable _years = new(check ? new("需更新", "out of date") : new("写入文件", "written"));
    private int _projects;
    private bool _hasYears;
    private readonly Counts _counts = new();
    private readonly List<(string Project, FileSet Files)> _changed = [];
    private int _unchanged;
    private int _status;
    private (int Notes, int Findings, int Repairs) _told;

    /// <summary>Tells what was found so far of a project of which more is to come: a year's findings while others are worked on.</summary>
    public void TellFound(string project, ProjectResult result)
    {
        foreach (var note in result.Notes.Skip(_told.Notes))
            session.Note(project.Length == 0 ? note : new($"{project}：{note.Chinese}", $"{project}: {note.English}"));
        session.FindingsOnError().Write([.. result.Findings.Skip(_told.Findings)], [.. result.Repairs.Skip(_told.Repairs)]);
        _told = (result.Notes.Count, result.Findings.Count, result.Repairs.Count);
    }

    /// <summary>Tells what became of a project.</summary>
    public void Add(string project, ProjectResult result)
    {
        TellFound(project, result);
        _told = default;
        foreach (var failure in result.Failures) session.Report(project.Length == 0 ? failure : failure.In(project));
        if (session.Verbose)
            foreach (var path in result.Unchanged) session.Note(new($"未变 {session.Shown(path)}", $"unchanged {session.Shown(path)}"));
        session.Flush();
        _projects++;
        _hasYears |= result.Years.Count > 0;
        _years.Add(project, result);
        _counts.Add(result.Counts);
        _changed.AddRange(result.Changed.Select(set => (project, set)));
        _unchanged += result.Unchanged.Count;
        _status = Math.Max(_status, result.Status);
    }

    /// <summary>Tells what an earlier run left half done in the output folder.</summary>
    public void AddHalfDone(string root)
    {
        OutputLock.Await(session, root);
        foreach (var folder in Replacement.HalfDone(root)) Add("", DiskFailure.IsHalfDone(session.Shown(folder)));
    }

    private void Add(string project, Failure failure)
    {
        session.Report(project.Length == 0 ? failure : failure.In(project));
        _counts.Add(failure.Diagnostic);
        _status = Math.Max(_status, failure.Status);
    }

    /// <summary>The files, now that they are in their places, and the line at the end; the exit status.</summary>
    public int Finish()
    {
        foreach (var (project, files) in _changed)
            if (files.Failure is { } failure) Add(project, files.Year is { } year ? failure.Of(year) : failure);
        if (!session.Quiet)
            foreach (var path in _changed.SelectMany(c => c.Files.Paths)) session.Host.Out.Write(session.Shown(path) + "\n");
        session.Flush();
        var changed = _changed.Sum(c => c.Files.Count);
        if (!session.Quiet) session.Host.Error.Write(_years.In(session.Language, session.ErrorWidth));
        var isRefused = _status == ExitStatus.Errors && changed == 0 && !check;
        session.Note(Summary(changed, isRefused));
        if (_counts.Fixable is > 0 and var count)
            session.Note(new(
                $"其中 {count} 处可以用 reportc check --fix 自动改正",
                $"{count} of these can be mended by reportc check --fix"));
        if (isRefused && _hasYears && review() is var command)
            session.Note(new($"在表上看这些错误：{command}", $"to see the errors on the tables: {command}"));
        return _status;
    }

    private Text Summary(int changed, bool isRefused)
    {
        var projects = _projects > 1 ? new Text($"{_projects} 个项目，", $"{_projects} projects, ") : Text.Same("");
        var found = _counts.Summary();
        var files = check
            ? new Text($"需更新 {changed} 个文件", $"{changed} {(changed == 1 ? "file" : "files")} out of date")
            : new($"写入 {changed} 个文件", $"{changed} {(changed == 1 ? "file" : "files")} written");
        var refused = !isRefused ? Text.Same("") : new(
            "；有错误，没有生成报告（--draft 可生成草稿）",
            "; no report was made because of the errors (--draft makes a draft)");
        return new(
            $"{projects.Chinese}{found.Chinese}；{files.Chinese}，未变 {_unchanged} 个{refused.Chinese}",
            $"{projects.English}{found.English}; {files.English}, {_unchanged} unchanged{refused.English}");
    }
}
