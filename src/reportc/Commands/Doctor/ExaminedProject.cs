using Reportc.Files;
using Reportc.Projects;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace Reportc.Commands.Doctor;

/// <summary>A project that is looked at.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Name">Its folder's name if several are looked at; empty otherwise.</param>
/// <param name="Opened">The project as the compiler sees it; null if it is faulty.</param>
/// <param name="Shown">A path of it, relative to the project, as people are shown it.</param>
/// <param name="Out">The folder its years are written into.</param>
internal sealed record ExaminedProject(
    ProjectFolder Folder, string Name, CompilableProject? Opened, Func<string, string> Shown, string Out)
{
    /// <summary>The project's description; null if it is faulty.</summary>
    public Project? Project => Opened?.Project;

    /// <summary>The names of the files of a folder of it.</summary>
    public List<string> Files(string folder) => Disk.Files(Path.Join(Folder.Root, folder));

    /// <summary>The paths of all files a build reads, relative to the project.</summary>
    public IEnumerable<string> Read() =>
    [
        ProjectLayout.ProjectFile,
        .. Paths(ProjectLayout.Editions).Where(ProjectLayout.IsYaml),
        .. Paths(ProjectLayout.Rules).Where(ProjectLayout.IsYaml),
        .. Paths(ProjectLayout.Templates),
        .. Folder.Years.SelectMany(DataOf),
        .. Folder.Years.Select(ProjectLayout.NarrativeOf).Where(n => Disk.HasFile(Path.Join(Folder.Root, n))),
    ];

    /// <summary>The data files of a year.</summary>
    public IEnumerable<string> DataOf(int year) => Paths(ProjectLayout.DataOf(year)).Where(ProjectLayout.IsYaml);

    private IEnumerable<string> Paths(string folder) => Files(folder).Select(n => $"{folder}/{n}");

    /// <summary>What is wrong with reportc.yaml or a file it stands on.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }
}
