using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary>What was looked at, and how it stands.</summary>
internal sealed class Examination(Session session)
{
    /// <summary>The run.</summary>
    public Session Session { get; } = session;

    /// <summary>The remarks by subject.</summary>
    public List<ExamTopic> Topics { get; } = [];

    /// <summary>The files a build reads, in order, as <c>-p</c> sees them.</summary>
    public List<FileShape> Files { get; } = [];

    /// <summary>What stops other commands, and the findings of the project's own files, as those would tell them.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>What the program is made of, if that alone was asked for.</summary>
    public IReadOnlyList<LicensedPackage>? Licences { get; init; }

    /// <summary>The exit status.</summary>
    public int Status { get; private set; }

    /// <summary>How many remarks there are of a mark.</summary>
    public int Count(Mark mark) => Topics.Sum(t => t.Remarks.Count(r => r.Mark == mark));

    /// <summary>Begins a subject.</summary>
    public void Begin(string key, Text title, string project = "") => Topics.Add(new ExamTopic(key, title, project));

    /// <summary>Takes a remark on the subject begun last; a problem is status 1 at least.</summary>
    public void Add(ExamRemark remark)
    {
        Topics[^1].Remarks.Add(remark);
        if (remark.Mark == Mark.Problem) Raise(ExitStatus.Errors);
    }

    /// <summary>Takes what stops a command.</summary>
    public void Add(Failure failure, string kind = "failure")
    {
        Diagnostics.Add(failure.Diagnostic);
        var title = failure.Diagnostic.Rule == Catalogue.Files ? new Text("读写", "access") : new("停止", "stopped");
        Add(new ExamRemark(kind, Mark.Problem, title, failure.Diagnostic.Message, failure.Diagnostic.Help));
        Raise(failure.Status);
    }

    /// <summary>Takes a finding of the project's own files.</summary>
    public void Add(Diagnostic finding, Func<string, string> shown)
    {
        var project = Topics[^1].Project;
        Diagnostics.Add(new Relocation(path => project.Length > 0 ? $"{project}/{path}" : path, keepText: false).Of(finding));
        var place = finding.Location is { } at ? Text.Same($"{shown(at.File)}:{at.Span.Line}") : null;
        Add(new ExamRemark(finding.Rule.Name, MarkOf(finding.Severity), place, finding.Message, finding.Help, finding.Location?.File));
    }

    private static Mark MarkOf(Severity severity) => severity switch
    {
        Severity.Error => Mark.Problem,
        Severity.Warning => Mark.Attention,
        _ => Mark.Info,
    };

    /// <summary>Sets the exit status, if it is graver.</summary>
    public void Raise(int status) => Status = Math.Max(Status, status);

    /// <summary>Looks at something; what cannot be read is a remark, and the rest is looked at all the same.</summary>
    public void Look(Action look)
    {
        var result = new ProjectResult();
        ProjectRun.Guard(result, look);
        foreach (var failure in result.Failures) Add(failure);
    }
}
