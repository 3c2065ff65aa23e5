using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace ReportCompiler.Tests;

/// <summary>A project on disk, loaded as the command line loads it, for tests of the library.</summary>
internal sealed class ProjectFolder(string root)
{
    /// <summary>The years that have a data folder, oldest first.</summary>
    public IEnumerable<int> Years => Directory.Exists(Path.Combine(root, "data"))
        ? Directory.GetDirectories(Path.Combine(root, "data")).Select(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture)).Order()
        : [];

    /// <summary>Compiles all years; faults of the project itself are one compilation of year 0.</summary>
    public IEnumerable<Compilation> CompileAll(OutputFormats formats = OutputFormats.All, bool draft = false)
    {
        var findings = new Findings();
        var project = ProjectReader.Read(findings, new ProjectSources(Load("reportc.yaml")!, LoadAll("editions", "*.yaml"), LoadAll("rules", "*.yaml")));
        var templates = Templates.With(findings, LoadAll("templates", "*"));
        if (project is null || templates is null)
        {
            yield return new Compilation(0, findings.Sorted(), 0, 0, default, []);
            yield break;
        }
        var compiler = new Compiler(project, Sources, templates);
        foreach (var year in Years) yield return compiler.Compile(year, formats, draft);
    }

    private YearSources? Sources(int year) => Directory.Exists(Path.Combine(root, "data", $"{year}"))
        ? new YearSources(year, LoadAll($"data/{year}", "*.yaml"), Load($"narrative/{year}.md"))
        : null;

    private Source? Load(string path) =>
        File.Exists(Path.Combine(root, path)) ? new Source(path, File.ReadAllBytes(Path.Combine(root, path))) : null;

    private ImmutableArray<Source> LoadAll(string folder, string pattern) => Directory.Exists(Path.Combine(root, folder))
        ? [.. Directory.GetFiles(Path.Combine(root, folder), pattern).Order(StringComparer.Ordinal).Select(f => Load($"{folder}/{Path.GetFileName(f)}")!)]
        : [];
}
