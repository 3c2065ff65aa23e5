using ReportCompiler.CommandLine.Folders;
using ReportCompiler.CommandLine.Reporting;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;

namespace ReportCompiler.CommandLine.Commands;

/// <summary>What <c>check</c> tells: its findings on standard output, as text project by project or as one whole at the end.</summary>
internal sealed class CheckReport(Session session, string format, bool warningsFail)
{
    /// <summary>The values of <c>--format</c>.</summary>
    public static readonly string[] Formats = ["text", "json", "sarif", "github"];

    private readonly bool _isText = format == "text";
    private readonly bool _isJson = format == "json";
    private readonly List<(string Name, Counts Counts)> _projects = [];
    private readonly YearTable _years = new(null);
    private readonly List<Failure> _failures = [];
    private readonly Counts _counts = new();
    private readonly List<Diagnostic> _all = [];
    private readonly List<UnitRepairs> _repairs = [];
    private int _status;

    /// <summary>Tells, or keeps, what became of a project.</summary>
    /// <param name="project">Its name where there are several; empty for a single one.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="home">The file a finding of no place is shown at where the format wants a place for each.</param>
    public void Add(string project, ProjectResult result, string home)
    {
        foreach (var note in result.Notes) session.Note(project.Length == 0 ? note : new($"{project}：{note.Chinese}", $"{project}: {note.English}"));
        if (_isText) session.FindingsOnOut().Write(result.Findings, result.Repairs);
        else
        {
            _all.AddRange(_isJson ? result.Findings : result.Findings.Select(f => f with { Location = Place(f, home) }));
            _repairs.AddRange(result.Repairs);
        }
        foreach (var failure in result.Failures)
        {
            var named = project.Length == 0 ? failure : failure.In(project);
            if (_isText) session.Report(named);
            else if (_isJson) _all.Add(named.Diagnostic);
            else _failures.Add(named);
        }
        session.Flush();
        _projects.Add((project, result.Counts));
        _years.Add(project, result);
        _counts.Add(result.Counts);
        _status = Math.Max(_status, result.Status);
    }

    /// <summary>Takes a failure of the run as a whole.</summary>
    public void Add(Failure failure)
    {
        _failures.Add(failure);
        _counts.Add(failure.Diagnostic);
        _status = Math.Max(_status, failure.Status);
    }

    /// <summary>The end; the exit status.</summary>
    public int Finish()
    {
        var status = warningsFail && _counts.Warnings > 0 ? Math.Max(_status, ExitStatus.Errors) : _status;
        if (_isJson) JsonFindings.Write(session.Host.Out, session.Language, Findings.Sort(_all), _repairs, _counts);
        else if (format == "sarif") SarifFindings.Write(session.Host.Out, session.Language, Findings.Sort(_all), _failures, status);
        else if (format == "github") status = Math.Max(status, Annotate());
        if (_isText && !session.Quiet) session.Host.Out.Write(_years.In(session.Language));
        if ((_isText || format == "github") && !session.Quiet) session.Host.Out.Write(session.Say(Summary()) + "\n");
        return status;
    }

    /// <summary>Code hosts show nothing without a place: then the next best, at last the project itself.</summary>
    private static Location Place(Diagnostic finding, string home) =>
        finding.Location ?? finding.Related.FirstOrDefault(r => r.Location is not null)?.Location ?? new Location(new SourceText(home, ""), new Span(1, 1, 1, 1));

    /// <summary>Writes the annotations and, where the workflow wants one, the summary of the step; the exit status of doing so.</summary>
    private int Annotate()
    {
        var findings = _failures.Select(f => f.Diagnostic).Concat(Findings.Sort(_all)).ToList();
        session.Host.Out.Write(GithubFindings.Of(findings, session.Language));
        if (session.Host.Variable("GITHUB_STEP_SUMMARY") is not { Length: > 0 } file) return ExitStatus.Fine;
        try
        {
            Disk.Append(file, StepSummary.Of(session.Language, _projects, findings, StepSummary.Largest - Disk.Size(file)));
            return ExitStatus.Fine;
        }
        catch (Failure failure)
        {
            session.Report(failure);
            return failure.Status;
        }
    }

    private Text Summary()
    {
        var summary = _counts.Summary();
        var hints = session.Verbose || _counts.Infos == 0 ? new Text("", "")
            : new($"，{_counts.Infos} 个提示（-v 列出）", $", {_counts.Infos} {(_counts.Infos == 1 ? "hint" : "hints")} (-v shows)");
        return new($"{(_projects.Count > 1 ? $"{_projects.Count} 个项目，" : "")}{summary.Chinese}{hints.Chinese}",
            $"{(_projects.Count > 1 ? $"{_projects.Count} projects, " : "")}{summary.English}{hints.English}");
    }
}
