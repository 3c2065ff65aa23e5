using System.Collections.Immutable;
using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace Reportc.Commands.Check;

/// <summary>
/// Fixes the files that a check looks at. One that cannot be written does not hold up the others; one that cannot be read is the
/// check's to tell.
/// </summary>
/// <param name="shown">A path as it is shown, by its absolute one.</param>
/// <param name="totals">Whether totals are made anew.</param>
/// <param name="write">Whether the files are written; otherwise they are only looked at.</param>
/// <param name="cancellation">Stops it between two files.</param>
internal sealed class FixRun(Func<string, string> shown, bool totals, bool write, CancellationToken cancellation)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Project?> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _own = new(StringComparer.Ordinal);
    private readonly List<(string Path, FixedFile File)> _unwritten = [];

    /// <summary>What was fixed, or would be, in the order the files were looked at, under the paths they are shown with.</summary>
    public List<FixedFile> Files { get; } = [];

    /// <summary>What could not be written.</summary>
    public List<Failure> Failures { get; } = [];

    /// <summary>Fixes the files of a project as a whole and those of its years, and of the projects nested in it.</summary>
    public void OfProject(ProjectFolder folder, YearSelection selection)
    {
        Try(() => Whole(folder));
        // Anew: what is nested, and so which years there are, is only seen once reportc.yaml can be read.
        var again = folder.Again();
        Try(() => OfYears(again, selection.Of(again.Years, static _ => { })));
    }

    /// <summary>Fixes one file: as what it is in its project, else as a data file by itself.</summary>
    public void OfFile(string full) => Try(() =>
    {
        if (ProjectFolder.Around(Path.GetDirectoryName(full)) is { } folder
            && Session.Slashed(Path.GetRelativePath(folder.Root, full)) is var path && ProjectFolder.Knows(path))
            Store(folder, path);
        else Store(full, Fixer.Data(Read(full), totals));
    });

    private void OfYears(ProjectFolder folder, IReadOnlyCollection<int> years)
    {
        Whole(folder);
        foreach (var child in folder.Children) Try(() => OfYears(child, years));
        foreach (var path in years.Where(folder.Years.Contains).SelectMany(folder.PathsOf)) Try(() => Store(folder, path));
    }

    private void Whole(ProjectFolder folder)
    {
        foreach (var path in folder.PathsOfProject()) Try(() => Store(folder, path));
        // What is nested in it is read from disk.
        Write();
    }

    private void Store(ProjectFolder folder, string path)
    {
        cancellation.ThrowIfCancellationRequested();
        var full = Path.Join(folder.Root, path);
        if (!_seen.Contains(full)) Store(full, ProjectLayout.YearOf(path) is { } year ? OfYear(folder, path, year) : OfWhole(folder, path));
    }

    private void Store(string full, FixedFile file)
    {
        if (!_seen.Add(full) || !file.IsChanged) return;
        if (write) _unwritten.Add((full, file));
        else Files.Add(file);
    }

    /// <summary>Writes what has been fixed and is not written yet. A file in another encoding is kept as it was beside its place.</summary>
    public void Write()
    {
        _unwritten.RemoveAll(u => u.File.IsRecoded && !Keeps(u.Path, u.File.Before.Bytes));
        var failures = DiskWriter.Replace([.. _unwritten.Select(u => (u.Path, u.File.Before.Bytes, u.File.After.Bytes))]);
        for (var i = 0; i < failures.Length; i++)
        {
            if (failures[i] is { } failure) Failures.Add(failure);
            else Files.Add(_unwritten[i].File);
        }
        _unwritten.Clear();
    }

    private bool Keeps(string path, byte[] bytes)
    {
        try
        {
            DiskWriter.Replace(path + Disk.Kept, bytes);
            return true;
        }
        catch (Failure failure)
        {
            Failures.Add(failure);
            return false;
        }
    }

    private FixedFile OfYear(ProjectFolder folder, string path, int year)
    {
        var source = Read(folder, path);
        if (!ProjectLayout.IsIn(path, ProjectLayout.Data)) return Fixer.Text(source);
        return ProjectOf(folder) is { } project && project.EditionFor(year) is { } edition
            ? Fixer.Data(source, edition, project.Indicators, year, totals && Own(folder, year) != path) : Fixer.Data(source, totals);
    }

    private FixedFile OfWhole(ProjectFolder folder, string path)
    {
        var source = Read(folder, path);
        return ProjectLayout.IsIn(path, ProjectLayout.Templates) ? Fixer.Text(source) : Fixer.Yaml(source);
    }

    /// <summary>A project as it is with its own files fixed; null if it is faulty all the same.</summary>
    private Project? ProjectOf(ProjectFolder folder)
    {
        if (_projects.TryGetValue(folder.Root, out var known)) return known;
        var paths = folder.PathsOfProject().Where(p => !ProjectLayout.IsIn(p, ProjectLayout.Templates));
        var files = paths.Select(p => OfWhole(folder, p).After with { Path = p }).ToList();
        var sources = new ProjectSources(files[0], In(ProjectLayout.Editions), In(ProjectLayout.Rules));
        return _projects[folder.Root] = ProjectReader.Read(new Findings(), sources);

        ImmutableArray<Source> In(string place) => [.. files.Where(f => ProjectLayout.IsIn(f.Path, place))];
    }

    /// <summary>The file that states the district's totals: those are held to the units', not to its own details.</summary>
    private string? Own(ProjectFolder folder, int year)
    {
        var key = $"{folder.Root}/{year}";
        if (_own.TryGetValue(key, out var known)) return known;
        var opened = ProjectRun.Open(new ProjectResult(), folder, new Relocation(static p => p, keepText: false), []);
        return _own[key] = opened?.Compiler.DistrictOf(year)?.Own?.Source.Path;
    }

    private Source Read(string full) => new(shown(full), Disk.Read(full));

    private Source Read(ProjectFolder folder, string path) => folder.Source(path) with { Path = shown(Path.Join(folder.Root, path)) };

    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Failure)
        {
            // The check comes to the same and tells it.
        }
    }
}
