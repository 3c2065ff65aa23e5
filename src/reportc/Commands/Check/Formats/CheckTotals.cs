using Reportc.Messages;
using Reportc.Projects;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Check.Formats;

/// <summary>What a check comes to, over all projects.</summary>
internal sealed class CheckTotals
{
    /// <summary>The projects, each with what was looked at and found in it.</summary>
    public List<(string Name, Counts Counts)> Projects { get; } = [];

    /// <summary>The years of each.</summary>
    public YearTable Years { get; } = new(null);

    /// <summary>All of it together.</summary>
    public Counts Counts { get; } = new();

    /// <summary>The exit status.</summary>
    public int Status { get; private set; }

    /// <summary>What was fixed before, for the last line; null if nothing was to be.</summary>
    public Text? Fixed { get; init; }

    /// <summary>Adds a project.</summary>
    public void Add(string project, ProjectResult result)
    {
        Projects.Add((project, result.Counts));
        Years.Add(project, result);
        Counts.Add(result.Counts);
        Raise(result.Status);
    }

    /// <summary>Sets the status, unless it is graver already.</summary>
    public void Raise(int status) => Status = Math.Max(Status, status);

    /// <summary>All in one line.</summary>
    /// <param name="showsHints">Whether the hints are shown above: then they are not counted here.</param>
    public Text Summary(bool showsHints)
    {
        var summary = Counts.Summary();
        var hints = showsHints || Counts.Infos == 0 ? Text.Same("") : new(
            $"，{Counts.Infos} 个提示（-v 列出）", $", {Counts.Infos} {(Counts.Infos == 1 ? "hint" : "hints")} (-v shows)");
        return new(
            $"{(Projects.Count > 1 ? $"{Projects.Count} 个项目，" : "")}{summary.Chinese}{hints.Chinese}{Fixed?.Chinese}",
            $"{(Projects.Count > 1 ? $"{Projects.Count} projects, " : "")}{summary.English}{hints.English}{Fixed?.English}");
    }
}
