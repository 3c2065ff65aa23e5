using System.Collections.Immutable;
using System.IO.Enumeration;
using Reportc.Files;
using Reportc.Shell;
using ReportCompiler;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace Reportc.Projects;

/// <summary>
/// A project on disk: what lies where. The paths that the compiler sees are relative to the project, so that no message, and no
/// draft, depends on where it lies.
/// </summary>
/// <param name="root">The absolute path.</param>
/// <param name="below">The path below its parent, with <c>/</c>; empty for a project that is worked on for itself.</param>
/// <param name="parent">The parent of a nested project.</param>
/// <param name="outermost">The folder that is worked on, if that is not the project or its parent's: links may lead anywhere in it.</param>
internal sealed class ProjectFolder(string root, string below = "", ProjectFolder? parent = null, string? outermost = null)
{
    // A link may lead back up: somewhere the search must end.
    private const int DeepestLooked = 3;

    private readonly string _outermost = outermost ?? parent?._outermost ?? root;
    private Bounds? _bounds;

    private ProjectRead? _read;
    private List<int>? _years;

    /// <summary>The absolute path.</summary>
    public string Root { get; } = root;

    /// <summary>The path below its parent, with <c>/</c>; empty for a project that is worked on for itself.</summary>
    public string Below { get; } = below;

    private ProjectFolder? Parent => parent;

    /// <summary>The path below the project at the top of the tree, with <c>/</c>; empty for that one.</summary>
    public string Name { get; } = parent is { Name.Length: > 0 } ? $"{parent.Name}/{below}" : below;

    /// <summary>The nested projects, in ordinal order of their paths; none if reportc.yaml is faulty.</summary>
    public IReadOnlyList<ProjectFolder> Children => (_read ??= Read()).Children;

    /// <summary>The years that have a data folder here or in a nested project, ascending.</summary>
    public IReadOnlyList<int> Years => _years ??= FindYears();

    /// <summary>How many projects there are: this one and all nested ones.</summary>
    public int Size => 1 + Children.Sum(c => c.Size);

    /// <summary>Whether a folder is a project.</summary>
    public static bool Is(string folder) => Disk.HasFile(Path.Join(folder, ProjectLayout.ProjectFile));

    /// <summary>The project a folder lies in, the nearest; null outside any.</summary>
    public static ProjectFolder? Around(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Disk.SeesFile(Path.Join(folder, ProjectLayout.ProjectFile))) return new ProjectFolder(folder);
        return null;
    }

    /// <summary>Whether a file is there that the project it lies in reads: data, prose, its own description and the like.</summary>
    public static bool HoldsInput(string path)
    {
        if (!Disk.HasFile(path) || Around(Path.GetDirectoryName(path)) is not { } project) return false;
        var relative = Session.Slashed(Path.GetRelativePath(project.Root, path));
        return ProjectLayout.IsOfProject(relative) || ProjectLayout.YearOf(relative) is not null;
    }

    /// <summary>The project's own description, read once however often it is asked for; null, with findings, if it is faulty.</summary>
    public Project? Read(Findings findings)
    {
        var (project, _, found) = _read ??= Read();
        findings.AddRange(found);
        return project;
    }

    /// <summary>Lets go of what was read of it and of those nested in it: the work on it is done, that on others is not.</summary>
    public void Forget() => (_read, _years, _bounds) = (null, null, null);

    private ProjectRead Read()
    {
        var found = new Findings();
        var (editions, rules) = (All(ProjectLayout.Editions, ProjectLayout.IsYaml), All(ProjectLayout.Rules, ProjectLayout.IsYaml));
        var project = ProjectReader.Read(found, new ProjectSources(Source(ProjectLayout.ProjectFile), editions, rules));
        var children = project is null ? [] : FindChildren(found, project);
        return new ProjectRead(found.HasErrors ? null : project, children, found.All);
    }

    /// <summary>What is told of folders such as 2022年 or 2022Q1 that hold data files: nothing in them is read.</summary>
    public IEnumerable<Diagnostic> FoldersOfNoYear()
    {
        foreach (var name in Disk.Folders(At(ProjectLayout.Data)))
            if (ProjectLayout.Year(name) is null && FindingOfFolder(name) is { } finding) yield return finding;
    }

    private Diagnostic? FindingOfFolder(string name)
    {
        var files = Paths($"{ProjectLayout.Data}/{name}", ProjectLayout.IsYaml);
        return files.Count == 0 ? null : Unread.YearFolder(files[0], name, files.Count);
    }

    /// <summary>What reportc.yaml says, the nested projects it names, and what is wrong with it.</summary>
    private sealed record ProjectRead(Project? Project, IReadOnlyList<ProjectFolder> Children, IReadOnlyList<Diagnostic> Found);

    /// <summary>The project's own description for a command that can do nothing without: its first error fails the run.</summary>
    public Project ReadOrFail(Session session)
    {
        var findings = new Findings();
        if (Read(findings) is { } project) return project;
        var relocation = new Relocation(path => session.Shown(Path.Join(Root, path)), keepText: true);
        throw new Failure(ExitStatus.Usage, relocation.Of(findings.Sorted()).First(f => f.Severity == Severity.Error));
    }

    /// <summary>The templates; null, with findings, if one of the project's own is faulty.</summary>
    public Templates? ReadTemplates(Findings findings)
    {
        var own = All(ProjectLayout.Templates, static _ => true);
        return own.IsEmpty ? Templates.BuiltIn : Templates.With(findings, own);
    }

    /// <summary>The files of a year; none if only nested projects have it, null if nobody has.</summary>
    public YearSources? Sources(int year)
    {
        if (!Years.Contains(year)) return null;
        var narrative = ProjectLayout.NarrativeOf(year);
        var folder = ProjectLayout.DataOf(year);
        var data = Paths(folder, static _ => true).ToLookup(ProjectLayout.IsYaml);
        var text = HasNarrative(year) ? Source(narrative) : null;
        return new YearSources(year, [.. data[true].Select(Source)], text)
        {
            Others = [.. data[false], .. Deeper(folder, DeepestLooked)],
            Named = Named,
        };
    }

    /// <summary>
    /// A file that a narrative names. Cases matter on every system, so it is looked for by its name; hidden files are nobody's.
    /// </summary>
    private NamedFile Named(string path, long most)
    {
        var steps = path.Split('/');
        for (var i = 0; i < steps.Length; i++)
        {
            var folder = Path.Join(Root, string.Join('/', steps[..i]));
            var names = i + 1 < steps.Length ? Disk.Folders(folder) : Disk.Files(folder);
            if (names.BinarySearch(steps[i], StringComparer.Ordinal) < 0) return NamedFile.Absent;
        }
        var size = Disk.Size(Path.Join(Root, path));
        return size > most ? NamedFile.TooLarge(size) : NamedFile.Of(Source(path).Bytes);
    }

    /// <summary>The files of a year's data folder that are no data files, by their paths relative to the project.</summary>
    public IEnumerable<string> OthersOf(int year) => Paths(ProjectLayout.DataOf(year), static name => !ProjectLayout.IsYaml(name));

    /// <summary>The files below a year's folder that look like data: an archive may have been unpacked with its folders.</summary>
    private IEnumerable<string> Deeper(string folder, int levels)
    {
        if (levels == 0) return [];
        var folders = Disk.Folders(At(folder)).Select(name => $"{folder}/{name}");
        return folders.SelectMany(f => Paths(f, ProjectLayout.IsYaml).Concat(Deeper(f, levels - 1)));
    }

    /// <summary>Whether a file, by its path relative to the project, is one the compiler looks at.</summary>
    public static bool Knows(string path) => ProjectLayout.YearOf(path) is not null || ProjectLayout.IsOfProject(path);

    /// <summary>The data files of a year and its narrative, by their paths relative to the project.</summary>
    public IEnumerable<string> PathsOf(int year)
    {
        var narrative = ProjectLayout.NarrativeOf(year);
        return Paths(ProjectLayout.DataOf(year), ProjectLayout.IsYaml).Concat(HasNarrative(year) ? [narrative] : []);
    }

    /// <summary>The files of the project as a whole, by their paths relative to it.</summary>
    public IEnumerable<string> PathsOfProject() =>
    [
        ProjectLayout.ProjectFile,
        .. Paths(ProjectLayout.Editions, ProjectLayout.IsYaml),
        .. Paths(ProjectLayout.Rules, ProjectLayout.IsYaml),
        .. Paths(ProjectLayout.Templates, static _ => true),
    ];

    /// <summary>A file by its path relative to the project.</summary>
    public Source Source(string path) => new(path, Bounds.Read(Path.Join(Root, path)));

    /// <summary>The same project, not read yet.</summary>
    public ProjectFolder Again() => new(Root, outermost: _outermost);

    /// <summary>How far the links of the project may lead.</summary>
    public Bounds Bounds => _bounds ??= new Bounds(_outermost, Shared);

    /// <summary>The folders outside that it shares, and those its parents do. reportc.yaml itself lies within.</summary>
    private IEnumerable<string> Shared()
    {
        var file = new Source(ProjectLayout.ProjectFile, new Bounds(_outermost).Read(Path.Join(Root, ProjectLayout.ProjectFile)));
        var own = ProjectReader.ReadShared(file).Select(path => Path.GetFullPath(path, Root));
        return parent is null ? own : own.Concat(parent.Shared());
    }

    private List<string> Paths(string folder, Predicate<string> wanted) =>
        Disk.Files(At(folder)).FindAll(wanted).ConvertAll(name => $"{folder}/{name}");

    private bool HasNarrative(int year) =>
        Disk.IsFolder(At(ProjectLayout.Narratives)) && Disk.IsThere(Path.Join(Root, ProjectLayout.NarrativeOf(year)));

    private string At(string folder) => Bounds.Folder(folder.Length == 0 ? Root : Path.GetFullPath(folder, Root));

    private ImmutableArray<Source> All(string folder, Predicate<string> wanted) => [.. Paths(folder, wanted).Select(Source)];

    private List<int> FindYears()
    {
        var years = new SortedSet<int>();
        foreach (var name in Disk.Folders(At(ProjectLayout.Data)))
            if (ProjectLayout.Year(name) is { } year) years.Add(year);
        foreach (var child in Children) years.UnionWith(child.Years);
        return [.. years];
    }

    private List<ProjectFolder> FindChildren(Findings findings, Project project)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var nested in project.Children)
        {
            IEnumerable<string> found = [""];
            foreach (var step in nested.Pattern.Split('/')) found = [.. found.SelectMany(f => Steps(f, step))];
            var projects = found.Where(f => Is(Path.Join(Root, f))).ToList();
            if (projects.Count == 0) findings.Add(nested.NoneFound());
            foreach (var path in projects.Where(p => !paths.Contains(p)))
            {
                if (SameAs(path, paths) is { } same) findings.Add(nested.FoundTwice(path, same));
                else paths.Add(path);
            }
        }
        return [.. paths.Select(p => new ProjectFolder(Path.Join(Root, p), p, this))];

        IEnumerable<string> Steps(string folder, string step) =>
            Disk.Folders(At(folder)).Where(n => Matches(n, step)).Select(n => folder.Length == 0 ? n : $"{folder}/{n}");
    }

    /// <summary>
    /// The project that a link under 下级 leads to once more: this one or one above it (there would be no end), or one found already
    /// (it would count twice); null for a project of its own.
    /// </summary>
    private string? SameAs(string path, IEnumerable<string> found)
    {
        var real = At(path);
        for (var above = this; above is not null; above = above.Parent)
            if (above.At("") == real) return above.Name.Length == 0 ? "." : above.Name;
        return found.FirstOrDefault(f => At(f) == real);
    }

    // Cases matter on every system, so that the same project is the same tree.
    private static bool Matches(string name, string step) =>
        step.Contains('*') ? FileSystemName.MatchesSimpleExpression(step, name, ignoreCase: false) : name == step;
}
