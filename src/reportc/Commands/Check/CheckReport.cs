using Reportc.Commands.Check.Formats;
using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Check;

/// <summary>What <c>check</c> tells: its findings in a format, and the exit status.</summary>
/// <param name="session">The run.</param>
/// <param name="format">The format.</param>
/// <param name="warningsFail">Whether a warning is enough for exit status 1.</param>
/// <param name="date">The date that it bears; null for none.</param>
/// <param name="fixed">What was fixed before, for the last line; null if nothing was to be.</param>
internal sealed class CheckReport(Session session, CheckFormat format, bool warningsFail, DateOnly? date = null, Text? @fixed = null)
{
    private readonly CheckWriter _writer = format.Writer(session, date);
    private readonly List<FileSet> _pages = [];
    private readonly CheckTotals _totals = new() { Fixed = @fixed };

    /// <summary>Takes what became of a project.</summary>
    /// <param name="project">Its name if there are several; empty for a single one.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="home">The file a finding of no place is shown at if the format wants a place for each.</param>
    public void Add(string project, ProjectResult result, string home)
    {
        foreach (var note in result.Notes)
            session.Note(project.Length == 0 ? note : new($"{project}：{note.Chinese}", $"{project}: {note.English}"));
        if (@fixed is null) _writer.Lead(result);
        _writer.Add(project, result, home);
        foreach (var failure in result.Failures) _writer.Add(project.Length == 0 ? failure : failure.In(project));
        session.Flush();
        _pages.AddRange(result.Changed);
        _totals.Add(project, result);
    }

    /// <summary>Takes a failure of the run as a whole.</summary>
    public void Add(Failure failure)
    {
        _writer.Add(failure);
        _totals.Counts.Add(failure.Diagnostic);
        _totals.Raise(failure.Status);
    }

    /// <summary>What goes into the file that is named; null for what standard output takes.</summary>
    public byte[]? File => _writer.File;

    /// <summary>Writes the end, with the files now that they are in their places; the exit status.</summary>
    public int Finish()
    {
        foreach (var page in _pages)
            if (page.Failure is { } failure) Add(page.Year is { } year ? failure.Of(year) : failure);
        foreach (var path in _pages.SelectMany(p => p.Paths)) session.Host.Out.Write(session.Shown(path) + "\n");
        if (warningsFail && _totals.Counts.Warnings > 0) _totals.Raise(ExitStatus.Errors);
        return _writer.Finish(_totals);
    }
}
