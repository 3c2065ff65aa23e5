using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace ReportCompiler.Benchmarks;

/// <summary>What the main stages of a year of 40 units take, and what they allocate.</summary>
[MemoryDiagnoser]
public class StagesBenchmark
{
    private const int Year = 2021;

    private Source _edition = null!;
    private Project _project = null!;
    private YearSources _year = null!;
    private byte[] _page = null!;
    private byte[] _document = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var folder = Directory.CreateTempSubdirectory("stages-").FullName;
        new Tree(folder, units: 40, years: 1).Write(districts: 1);
        _project = ProjectReader.Read(new Findings(), new ProjectSources(Read("reportc.yaml")))!;
        var names = Directory.GetFiles(Path.Join(folder, $"data/{Year}")).Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f));
        _year = new YearSources(Year, [.. names.Select(n => Read($"data/{Year}/{n}"))], Read($"narrative/{Year}.md"));
        Directory.Delete(folder, recursive: true);
        _edition = new Source("2021.yaml", File.ReadAllBytes(
            Path.Join(Repository.Root, "src", "ReportCompiler", "Forms", "Editions", "2021.yaml")));

        (_page, _document) = (Printed("html"), Printed("docx"));

        Source Read(string path) => new(path, File.ReadAllBytes(Path.Join(folder, path)));
    }

    [Benchmark]
    public object ReadOneFile() => Read(_year.Data[0]);

    [Benchmark]
    public object ReadFortyFiles() => _year.Data.Select(Read).ToList();

    /// <summary>The edition of a project; a built-in one is read so by the build.</summary>
    [Benchmark]
    public object ReadEdition() => EditionReader.Read(new Findings(), _edition)!;

    /// <summary>Read, added up and checked: what the three below do before they render.</summary>
    [Benchmark]
    public object Check() => Compile([]);

    [Benchmark]
    public object CheckAndRenderMarkdown() => Compile(ReportFormats.Named("md"));

    [Benchmark]
    public object CheckAndRenderHtml() => Compile(ReportFormats.Named("html"));

    [Benchmark]
    public object CheckAndRenderWord() => Compile(ReportFormats.Named("docx"));

    [Benchmark]
    public object ImportPage() => Import("report.html", _page);

    [Benchmark]
    public object ImportWord() => Import("report.docx", _document);

    private byte[] Printed(string format) => Compile(ReportFormats.Named(format)).Outputs.Single(o => o.Name == $"report.{format}").Bytes;

    private ImportedDocument Import(string name, byte[] bytes) =>
        Importer.Read(new Findings(), name, bytes, _project.Editions, year: null, _project.Indicators).Single();

    private Filing Read(Source file) =>
        FilingReader.Read(new Findings(), file, _project.EditionFor(Year)!, _project.Indicators, Year, _project.Editions)!;

    private Compilation Compile(ImmutableArray<ReportFormat> formats) =>
        new Compiler(_project, year => year == Year ? _year : null, Templates.BuiltIn).Compile(Year, formats, draft: false);
}
