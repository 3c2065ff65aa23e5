using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Manuscripts;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace ReportCompiler.Tests;

/// <summary>Projects that are texts alone.</summary>
internal static class InMemory
{
    /// <summary>The text of a data file whose tables say that there is nothing.</summary>
    public static string Empty(string unit, int year) => $"单位: {unit}\n年度: {year}\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n";

    /// <summary>A project; its file must be right.</summary>
    public static Project Project(string text)
    {
        var findings = new Findings();
        return ProjectReader.Read(findings, new ProjectSources(Source("reportc.yaml", text)))
            ?? throw new InvalidOperationException(findings.All[0].Message.English);
    }

    /// <summary>Compiles one year.</summary>
    public static Compilation Compile(string project, int year, string? narrative, params string[] data) =>
        Compile(project, year, narrative, ReportFormats.All, data);

    /// <summary>Compiles one year to some formats.</summary>
    public static Compilation Compile(string project, int year, string? narrative, ImmutableArray<ReportFormat> formats,
        params string[] data)
    {
        var files = data.Select((text, i) => Source($"data/{year}/{i:000}.yaml", text)).ToImmutableArray();
        var prose = narrative is null ? null : Source($"narrative/{year}.md", narrative);
        var sources = new YearSources(year, files, prose);
        return new Compiler(Project(project), y => y == year ? sources : null, Templates.BuiltIn).Compile(year, formats, draft: false);
    }

    /// <summary>Reads a data file by the edition of its year.</summary>
    public static (Filing? Filing, Findings Findings) Read(string text, int year) => Read(Encoding.UTF8.GetBytes(text), year);

    /// <summary>Reads a data file's bytes by the edition of its year.</summary>
    public static (Filing? Filing, Findings Findings) Read(byte[] bytes, int year)
    {
        var findings = new Findings();
        return (FilingReader.Read(findings, new Source("a.yaml", bytes), Editions.OfForm.For(year)!, [], year), findings);
    }

    /// <summary>The district of some filings of a project without indicators.</summary>
    public static District District(Project project, int year, params Filing[] units) =>
        District(project, year, Aggregator.Sum(new Findings(), project, year, Editions.OfForm.For(year)!, units, null), units);

    /// <summary>A district of these totals.</summary>
    public static District District(Project project, int year, Figures totals, params Filing[] units) => new()
    {
        Authority = project.Authority,
        Year = year,
        Edition = totals.Edition,
        Units = [.. units],
        Own = null,
        Totals = totals,
        IsComplete = true,
        Unreadable = 0,
        Files = units.Length,
    };

    /// <summary>A narrative without expressions as it comes out, and what is wrong with it.</summary>
    public static (string Html, string Markdown, IReadOnlyList<Diagnostic> Findings) Prose(
        string markdown, Dictionary<string, byte[]> files)
    {
        var findings = new Findings();
        var attachments = new Attachments(
            (path, _) => files.GetValueOrDefault(path) is { } bytes ? NamedFile.Of(bytes) : NamedFile.Absent,
            path => path == "totals.yaml");
        var rendered = new Rendered(new SourceText("narrative/2021.md", markdown), markdown, [0], [0]);
        var manuscript = Manuscript.Read(findings, rendered, attachments, name => name is "年度" or "依申请公开");
        var passage = new Passage(manuscript, [(0, manuscript.Rendered.Text.Length)]);
        return (passage.Html, passage.Markdown, findings.All);
    }

    /// <summary>An output's text.</summary>
    public static string Text(this Compilation compilation, string name) =>
        Encoding.UTF8.GetString(compilation.Outputs.Single(o => o.Name == name).Bytes);

    /// <summary>A file.</summary>
    public static Source Source(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
