using System.Collections.Immutable;
using System.Text;
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

    /// <summary>Sentences with figures as reports have them; three times as many are those of a long one.</summary>
    private const string Prose = """
        2021年，全县新收政府信息公开申请95件，比上年增加12件，同比增长14.5%，其中自然人申请88件，法人或其他组织申请7件。
        上年结转申请4件。
        全年办结申请93件，其中予以公开41件，部分公开8件，不予公开6件，因本机关不掌握相关政府信息无法提供23件。
        其他处理15件，结转下年度继续办理6件。
        按申请方式分，网上申请61件，信函申请30件，当面申请4件，分别占64.2%、31.6%和4.2%。

        全年制发行政规范性文件12件，废止3件，现行有效57件。
        作出行政许可决定12890件、行政处罚决定3391件，收取行政事业性收费1059.5万元。
        公开政府信息3914条，其中政府网站公开2210条，政务新媒体公开1402条，其他方式公开302条。
        召开新闻发布会6场，发布政策解读47篇，回应热点11次。

        因政府信息公开引发行政复议9件，结果维持6件，结果纠正1件，其他结果1件，尚未审结1件；行政诉讼4件，均为未经复议直接起诉。


        """;

    private Source _edition = null!;
    private Project _project = null!;
    private YearSources _year = null!;
    private YearSources _silent = null!;
    private YearSources _telling = null!;
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
        _silent = _year with { Narrative = null };
        var prose = string.Concat(Enumerable.Repeat(Prose, 3).Prepend("## 一、总体情况\n\n"));
        _telling = _year with { Narrative = new Source("2021.md", Encoding.UTF8.GetBytes(prose)) };
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

    /// <summary>The same without prose, and with that of a published report: what lies between is what its prose takes.</summary>
    [Benchmark]
    public object CheckWithoutProse() => Compile([], _silent);

    [Benchmark]
    public object CheckWithPublishedProse() => Compile([], _telling);

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

    private Compilation Compile(ImmutableArray<ReportFormat> formats) => Compile(formats, _year);

    private Compilation Compile(ImmutableArray<ReportFormat> formats, YearSources sources) =>
        new Compiler(_project, year => year == Year ? sources : null, Templates.BuiltIn).Compile(Year, formats, draft: false);
}
