using Reportc.Files;
using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace Reportc.Commands.Bind;

/// <summary>What <c>bind</c> tells and writes, project by project.</summary>
/// <param name="session">The run.</param>
/// <param name="diff">Whether the changes are shown and nothing is written.</param>
internal sealed class BindReport(Session session, bool diff)
{
    private int _figures;
    private int _years;
    private int _left;
    private int _files;
    private int _status;

    /// <summary>Writes the narratives of a project, or shows how they would change.</summary>
    /// <param name="name">What the project is called where there are several.</param>
    /// <param name="folder">Where it lies.</param>
    /// <param name="result">What became of its years.</param>
    /// <param name="bound">Its narratives.</param>
    public void Add(string name, ProjectFolder folder, ProjectResult result, IReadOnlyList<BoundNarrative> bound)
    {
        foreach (var note in result.Notes)
            session.Note(name.Length == 0 ? note : new($"{name}：{note.Chinese}", $"{name}: {note.English}"));
        Told(folder, result);
        foreach (var narrative in bound)
        {
            var path = session.Shown(Path.Join(folder.Root, narrative.Before.Path));
            _left += narrative.Left.Count;
            if (session.Verbose) foreach (var left in narrative.Left) session.Note(Left(path, left));
            if (!narrative.IsChanged) continue;
            if (diff)
                session.Host.Out.Write(UnifiedDiff.Of(path, narrative.Before, narrative.After));
            else if (!IsWritten(folder, narrative)) continue;
            else if (!session.Quiet) session.Host.Out.Write(path + "\n");
            (_figures, _years, _files) = (_figures + narrative.Figures, _years + narrative.Years, _files + 1);
        }
        session.Flush();
    }

    /// <summary>Says what was done in all; the exit status.</summary>
    public int Finish()
    {
        var left = _left == 0 ? Text.Same("") : new(
            $"；另有 {_left} 个核对相符的数没有改{(session.Verbose ? "" : "（-v 列出）")}",
            $"; {_left} verified {(_left == 1 ? "figure is" : "figures are")} left as typed{(session.Verbose ? "" : " (-v lists them)")}");
        session.Note(_files == 0
            ? new($"没有可以改为表达式的数{left.Chinese}", $"no figure to make an expression of{left.English}")
            : new(
                $"{_figures} 个数、{_years} 处年份{(diff ? "可以" : "已")}改为表达式，{_files} 个文件{left.Chinese}",
                $"{_figures} {(_figures == 1 ? "figure" : "figures")} and {_years} {(_years == 1 ? "year" : "years")} "
                    + $"{(diff ? "would be" : "made")} expressions, {_files} {(_files == 1 ? "file" : "files")}{left.English}"));
        return _status;
    }

    /// <summary>
    /// Tells what kept a narrative from being read: its own faults and those of the project. Errors of the data are not: what was
    /// verified is right beside the figures as they stand.
    /// </summary>
    private void Told(ProjectFolder folder, ProjectResult result)
    {
        foreach (var failure in result.Failures)
        {
            session.Report(failure);
            _status = Math.Max(_status, failure.Status);
        }
        var stopping = result.Findings.Where(f => f.Severity == Severity.Error && IsStopping(f)).ToList();
        if (stopping.Count == 0) return;
        var shown = new Relocation(path => session.Shown(Path.Join(folder.Root, path)), keepText: true);
        session.FindingsOnError().Write([.. stopping.Select(shown.Of)], []);
        _status = Math.Max(_status, result.Status == ExitStatus.Usage ? ExitStatus.Usage : ExitStatus.Errors);
    }

    private static bool IsStopping(Diagnostic finding) =>
        finding.Location is { File: var file } && (!ProjectLayout.IsIn(file, ProjectLayout.Data))
        && (!ProjectLayout.IsIn(file, ProjectLayout.Narratives) || finding.Rule.Name is "template" or "encoding");

    private bool IsWritten(ProjectFolder folder, BoundNarrative narrative)
    {
        var path = Path.Join(folder.Root, narrative.Before.Path);
        if (DiskWriter.Replace([(path, narrative.Before.Bytes, narrative.After.Bytes)]) is not [{ } failure]) return true;
        session.Report(failure);
        _status = Math.Max(_status, failure.Status);
        return false;
    }

    private static Text Left(string path, LeftFigure left) => new(
        $"{path}:{left.Line}：“{left.Text}”没有改：{left.Why.Chinese}",
        $"{path}:{left.Line}: “{left.Text}” left: {left.Why.English}");
}
