using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace ReportCompiler.Tests;

/// <summary>A project on disk, loaded as the command line loads it, for tests of the library.</summary>
internal sealed class ProjectFolder(string root)
{
    private readonly string _root = root;

    /// <summary>The years that have a data folder, oldest first.</summary>
    public IEnumerable<int> Years => Directory.Exists(Path.Combine(_root, "data"))
        ? Directory.GetDirectories(Path.Combine(_root, "data"))
            .Select(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture)).Order()
        : [];

    /// <summary>The projects nested in it: those of its folder <c>districts</c>.</summary>
    private IEnumerable<ProjectFolder> Children => Directory.Exists(Path.Combine(_root, "districts"))
        ? Directory.GetDirectories(Path.Combine(_root, "districts")).Order(StringComparer.Ordinal).Select(d => new ProjectFolder(d))
        : [];

    /// <summary>Compiles all years; faults of the project itself are one compilation of year 0.</summary>
    /// <param name="formats">What is made; all if it is not said.</param>
    /// <param name="draft">Whether in spite of errors.</param>
    /// <param name="isAlone">Whether each year is compiled as if it were all.</param>
    public IEnumerable<Compilation> CompileAll(ImmutableArray<ReportFormat>? formats = null, bool draft = false, bool isAlone = false)
    {
        var findings = new Findings();
        var project = ProjectReader.Read(findings,
            new ProjectSources(Load("reportc.yaml")!, LoadAll("editions", "*.yaml"), LoadAll("rules", "*.yaml")));
        var templates = Templates.With(findings, LoadAll("templates", "*"));
        if (project is null || templates is null)
        {
            yield return new Compilation(0, findings.Sorted(), 0, 0, default, []);
            yield break;
        }
        var compiler = Open(project, templates);
        foreach (var year in Years)
        {
            if (isAlone) compiler.Prepare(year, formats ?? ReportFormats.All);
            yield return compiler.Compile(year, formats ?? ReportFormats.All, draft, beside: isAlone ? Beside : null);
        }
    }

    private static void Beside(Action work) => new Thread(() => work()) { IsBackground = true }.Start();

    /// <summary>Drafts a year's data files from the years that there are, each file changed by <paramref name="change"/>.</summary>
    public ImmutableArray<ReportCompiler.Drafting.Draft> Draft(Findings findings, int year, Func<int, bool> isThere, Func<Source,
        Source> change)
    {
        var project = ProjectReader.Read(findings, new ProjectSources(change(Load("reportc.yaml")!)))!;
        return new Compiler(project, y => isThere(y) && Sources(y) is { } files
            ? files with { Data = [.. files.Data.Select(change)] }
            : null, Templates.BuiltIn).Draft(findings, year, []);
    }

    /// <summary>Drafts a year's forms from the years that there are.</summary>
    public ImmutableArray<ReportCompiler.Drafting.DraftedForm> DraftForms(Findings findings, int year, Func<int, bool> isThere)
    {
        var project = ProjectReader.Read(findings, new ProjectSources(Load("reportc.yaml")!))!;
        return new Compiler(project, y => isThere(y) ? Sources(y) : null, Templates.BuiltIn)
            .DraftForms(findings, year, [], System.Collections.Frozen.FrozenSet<string>.Empty);
    }

    private Compiler Open(Project project, Templates templates)
    {
        var children = Children.Select(c => c.Open(InMemory.Project(File.ReadAllText(Path.Combine(c._root, "reportc.yaml"))),
            Templates.BuiltIn)).ToList();
        return new Compiler(project, Sources, templates, year => [.. children.Select(c => c.Totals(year, hasErrors: false))]);
    }

    private YearSources? Sources(int year) => Directory.Exists(Path.Combine(_root, "data", $"{year}"))
        ? new YearSources(year, LoadAll($"data/{year}", "*.yaml"), Load($"narrative/{year}.md"))
        {
            Others = [.. Directory.GetFiles(Path.Combine(_root, "data", $"{year}"), "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(_root, f).Replace('\\', '/'))
                .Where(f => !f.EndsWith(".yaml", StringComparison.Ordinal) || f.Count(c => c == '/') > 2).Order(StringComparer.Ordinal)],
            Named = (path, _) => Load(path) is { } file ? NamedFile.Of(file.Bytes) : NamedFile.Absent,
        }
        : null;

    private Source? Load(string path) =>
        File.Exists(Path.Combine(_root, path)) ? new Source(path, File.ReadAllBytes(Path.Combine(_root, path))) : null;

    private ImmutableArray<Source> LoadAll(string folder, string pattern) => Directory.Exists(Path.Combine(_root, folder))
        ? [.. Directory.GetFiles(Path.Combine(_root, folder), pattern).Order(StringComparer.Ordinal)
            .Select(f => Load($"{folder}/{Path.GetFileName(f)}")!)]
        : [];
}
