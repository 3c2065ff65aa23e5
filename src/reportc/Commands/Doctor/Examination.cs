using ReportCompiler.Diagnostics;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Doctor;

/// <summary>What was looked at, and how it stands.</summary>
internal sealed class Examination(Session session)
{
    /// <summary>The run.</summary>
    public Session Session { get; } = session;

    /// <summary>The remarks by subject.</summary>
    public List<Topic> Topics { get; } = [];

    /// <summary>The files a build reads, in order, as <c>-p</c> sees them.</summary>
    public List<FileShape> Files { get; } = [];

    /// <summary>What stops other commands, and the findings of the project's own files, as those would tell them.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The exit status.</summary>
    public int Status { get; private set; }

    /// <summary>How many remarks there are of a mark.</summary>
    public int Count(Mark mark) => Topics.Sum(t => t.Remarks.Count(r => r.Mark == mark));

    /// <summary>Begins a subject.</summary>
    public void Begin(string key, Text title, string project = "") => Topics.Add(new Topic(key, title, project));

    /// <summary>Takes a remark on the subject begun last; a problem is status 1 at least.</summary>
    public void Add(Remark remark)
    {
        Topics[^1].Remarks.Add(remark);
        if (remark.Mark == Mark.Problem) Raise(ExitStatus.Errors);
    }

    /// <summary>Takes what stops a command.</summary>
    public void Add(Failure failure, string kind = "failure")
    {
        Diagnostics.Add(failure.Diagnostic);
        Add(new Remark(kind, Mark.Problem, Catalogue.Files == failure.Diagnostic.Rule ? new("读写", "access") : new("停止", "stopped"), failure.Diagnostic.Message, failure.Diagnostic.Help));
        Raise(failure.Status);
    }

    /// <summary>Takes a finding of the project's own files.</summary>
    public void Add(Diagnostic finding, Func<string, string> shown)
    {
        var project = Topics[^1].Project;
        Diagnostics.Add(new Relocation(path => project.Length > 0 ? $"{project}/{path}" : path, keepText: false).Of(finding));
        Add(new Remark(finding.Rule.Name,
            finding.Severity switch { Severity.Error => Mark.Problem, Severity.Warning => Mark.Attention, _ => Mark.Info },
            finding.Location is { } at ? Text.Same($"{shown(at.File)}:{at.Span.Line}") : null, finding.Message, finding.Help, finding.Location?.File));
    }

    /// <summary>Sets the exit status, where it is graver.</summary>
    public void Raise(int status) => Status = Math.Max(Status, status);

    /// <summary>Looks at something; what cannot be read is a remark, and the rest is looked at all the same.</summary>
    public void Look(Action look)
    {
        var result = new ProjectResult();
        ProjectRun.Guard(result, look);
        foreach (var failure in result.Failures) Add(failure);
    }
}
