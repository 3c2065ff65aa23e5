using System.Collections.Immutable;
using System.IO.Enumeration;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace ReportCompiler.CommandLine.Folders;

/// <summary>A project on disk: what lies where. The paths the compiler sees are relative to the project, so that no message, and no draft, depends on where it lies.</summary>
/// <param name="root">The absolute path.</param>
/// <param name="below">The path below its parent, with <c>/</c>; empty for a project that is worked on for itself.</param>
/// <param name="parent">The parent of a nested project.</param>
internal sealed class ProjectFolder(string root, string below = "", ProjectFolder? parent = null)
{
    private List<ProjectFolder>? _children;
    private List<int>? _years;

    /// <summary>The absolute path.</summary>
    public string Root { get; } = root;

    /// <summary>The path below its parent, with <c>/</c>; empty for a project that is worked on for itself.</summary>
    public string Below { get; } = below;

    /// <summary>The path below the project at the top of the tree, with <c>/</c>; empty for that one.</summary>
    public string Name { get; } = parent is { Name.Length: > 0 } ? $"{parent.Name}/{below}" : below;

    /// <summary>The nested projects, in ordinal order of their paths; none where reportc.yaml is faulty.</summary>
    public IReadOnlyList<ProjectFolder> Children
    {
        get
        {
            if (_children is null) Read(new Findings());
            return _children ??= [];
        }
    }

    /// <summary>The years that have a data folder here or in a nested project, ascending.</summary>
    public IReadOnlyList<int> Years => _years ??= FindYears();

    /// <summary>Whether a folder is a project.</summary>
    public static bool Is(string folder) => Disk.HasFile(Path.Join(folder, Project.FileName));

    /// <summary>The project a folder lies in, the nearest; null outside any.</summary>
    public static ProjectFolder? Around(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Is(folder)) return new ProjectFolder(folder);
        return null;
    }

    /// <summary>The project's own description; null, with findings, where it is faulty.</summary>
    public Project? Read(Findings findings)
    {
        var found = new Findings();
        var project = ProjectReader.Read(found, new ProjectSources(Source(Project.FileName), All("editions", IsYaml), All("rules", IsYaml)));
        var children = project is null ? null : FindChildren(found, project);
        _children ??= children;
        findings.AddRange(found.All);
        return found.HasErrors ? null : project;
    }

    /// <summary>The templates; null, with findings, where one of the project's own is faulty.</summary>
    public Templates? ReadTemplates(Findings findings)
    {
        var own = All("templates", static _ => true);
        return own.IsEmpty ? Templates.BuiltIn : Templates.With(findings, own);
    }

    /// <summary>The files of a year; none where only nested projects have it, null where nobody has.</summary>
    public YearSources? Sources(int year)
    {
        if (!Years.Contains(year)) return null;
        var narrative = $"narrative/{year:D4}.md";
        return new YearSources(year, All($"data/{year:D4}", IsYaml), Disk.HasFile(Path.Join(Root, narrative)) ? Source(narrative) : null);
    }

    /// <summary>The year a file of this project belongs to, by its path relative to the project; null for a file of no year.</summary>
    public static int? YearOf(string path) => path.Split('/') switch
    {
        ["data", var year, var name] when IsYaml(name) => YearSelection.Year(year),
        ["narrative", var name] when name.EndsWith(".md", StringComparison.Ordinal) => YearSelection.Year(name[..^3]),
        _ => null,
    };

    /// <summary>Whether a file, by its path relative to the project, makes part of the project as a whole.</summary>
    public static bool IsOfProject(string path) =>
        path is Project.FileName || (path.Split('/') is [var folder, var name] && (folder is "templates" || (folder is "editions" or "rules" && IsYaml(name))));

    /// <summary>A file by its path relative to the project.</summary>
    public Source Source(string path) => new(path, Disk.Read(Path.Join(Root, path)));

    private ImmutableArray<Source> All(string folder, Func<string, bool> wanted)
    {
        var names = Disk.Files(Path.Join(Root, folder));
        var sources = ImmutableArray.CreateBuilder<Source>(names.Count);
        foreach (var name in names)
            if (wanted(name)) sources.Add(Source($"{folder}/{name}"));
        return sources.DrainToImmutable();
    }

    private List<int> FindYears()
    {
        var years = new SortedSet<int>();
        foreach (var name in Disk.Folders(Path.Join(Root, "data")))
            if (YearSelection.Year(name) is { } year) years.Add(year);
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
            paths.UnionWith(projects);
        }
        return [.. paths.Select(p => new ProjectFolder(Path.Join(Root, p), p, this))];

        IEnumerable<string> Steps(string folder, string step) =>
            Disk.Folders(Path.Join(Root, folder)).Where(n => Matches(n, step)).Select(n => folder.Length == 0 ? n : $"{folder}/{n}");
    }

    // Cases matter on every system, so that the same project is the same tree.
    private static bool Matches(string name, string step) =>
        step.Contains('*') ? FileSystemName.MatchesSimpleExpression(step, name, ignoreCase: false) : name == step;

    private static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
