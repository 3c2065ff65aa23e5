using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace ReportCompiler.CommandLine.Folders;

/// <summary>A project on disk: what lies where. The paths the compiler sees are relative to the project, so that no message, and no draft, depends on where it lies.</summary>
internal sealed class ProjectFolder(string root)
{
    private List<int>? _years;

    /// <summary>The absolute path.</summary>
    public string Root { get; } = root;

    /// <summary>The years that have a data folder, ascending.</summary>
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
    public Project? Read(Findings findings) =>
        ProjectReader.Read(findings, new ProjectSources(Source(Project.FileName), All("editions", IsYaml), All("rules", IsYaml)));

    /// <summary>The templates; null, with findings, where one of the project's own is faulty.</summary>
    public Templates? ReadTemplates(Findings findings)
    {
        var own = All("templates", static _ => true);
        return own.IsEmpty ? Templates.BuiltIn : Templates.With(findings, own);
    }

    /// <summary>The files of a year; null where there is no folder for it.</summary>
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
        var years = new List<int>();
        foreach (var name in Disk.Folders(Path.Join(Root, "data")))
            if (YearSelection.Year(name) is { } year) years.Add(year);
        return years;
    }

    private static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
