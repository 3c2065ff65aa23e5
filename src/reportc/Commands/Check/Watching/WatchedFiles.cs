using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Commands.Check.Watching;

/// <summary>The files a check reads, as they lie on disk.</summary>
/// <param name="projects">The folders of the projects there are now.</param>
/// <param name="files">Files named one by one.</param>
internal sealed class WatchedFiles(Func<IEnumerable<string>> projects, IReadOnlyList<string> files)
{
    private static readonly string[] Folders = [.. ProjectLayout.Folders.Where(f => f != ProjectLayout.Data)];

    // The nested projects when reportc.yaml was last right: while it is being edited they have not gone.
    private readonly Dictionary<string, IReadOnlyList<string>> _children = new(StringComparer.Ordinal);

    /// <summary>Those of projects; where they lie side by side in a folder, new ones too.</summary>
    public static (WatchedFiles Files, IReadOnlyList<(string Path, bool Below)> Watched) Of(Targets targets)
    {
        var isAlone = targets.Projects is [{ Name.Length: 0 }];
        return (new WatchedFiles(() => isAlone ? [targets.Base] : Below(targets.Base), []), [(targets.Base, true)]);

        static IEnumerable<string> Below(string folder) =>
            Disk.Folders(folder).Select(n => Path.Join(folder, n)).Where(ProjectFolder.Is);
    }

    /// <summary>Those of files, with the projects they lie in.</summary>
    public static (WatchedFiles Files, IReadOnlyList<(string Path, bool Below)> Watched) Of(IReadOnlyList<string> files)
    {
        var folders = files.Select(f => Path.GetDirectoryName(f) ?? f).Distinct(StringComparer.Ordinal).ToList();
        return (new WatchedFiles(Around, files), [.. Around().Select(p => (p, true)).Concat(folders.Select(f => (f, false)))]);

        IEnumerable<string> Around() =>
            folders.Select(f => ProjectFolder.Around(f)?.Root).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>Every file there is, by its absolute path.</summary>
    public Dictionary<string, Stamp> Look()
    {
        var seen = new Dictionary<string, Stamp>(StringComparer.Ordinal);
        foreach (var file in files) LookAt(seen, file);
        try
        {
            foreach (var project in projects()) LookInto(seen, project);
        }
        // What cannot be looked into now is as good as gone; it is looked for again.
        catch (Failure)
        {
        }
        return seen;
    }

    private void LookInto(Dictionary<string, Stamp> seen, string root)
    {
        LookAt(seen, Path.Join(root, ProjectLayout.ProjectFile));
        var data = Path.Join(root, ProjectLayout.Data);
        foreach (var folder in Folders.Select(f => Path.Join(root, f)).Concat(Disk.Folders(data).Select(y => Path.Join(data, y))))
            foreach (var (name, stamp) in DiskWatch.Stamps(folder)) seen[Path.Join(folder, name)] = stamp;
        foreach (var child in Children(root)) LookInto(seen, child);
    }

    private static void LookAt(Dictionary<string, Stamp> seen, string file)
    {
        if (DiskWatch.Stamp(file) is { } stamp) seen[file] = stamp;
    }

    private IReadOnlyList<string> Children(string root)
    {
        try
        {
            var folder = new ProjectFolder(root);
            if (folder.Read(new Findings()) is not null) _children[root] = [.. folder.Children.Select(c => c.Root)];
        }
        catch (Failure)
        {
            // Being written: those of before.
        }
        return _children.GetValueOrDefault(root, []);
    }
}
