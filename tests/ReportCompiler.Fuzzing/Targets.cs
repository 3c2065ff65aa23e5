using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using ReportCompiler.Tests.Fuzzing;

namespace ReportCompiler.Fuzzing;

/// <summary>
/// The doors that bytes from outside come in by. Whatever they are, a target returns: a fault of the input is a finding, and an
/// exception is a fault of the program.
/// </summary>
internal static class Targets
{
    private const int Year = 2021;

    private const string Unit = """
        单位: 甲局
        年度: 2021
        主动公开: 无
        依申请公开:
          本年新收: {自然人: 3}
          办理结果:
            予以公开: {自然人: 2}
          结转下年度: {自然人: 1}
        复议诉讼: 无

        """;

    private static readonly Source PlainProject = Text("reportc.yaml", "机关: 某县人民政府\n单位: [甲局]\n");
    private static readonly Source PlainData = Text("data/2021/甲.yaml", Unit);

    private static readonly (string Name, Action<byte[]> Run)[] All =
    [
        ("data", bytes => Data(new Source("data/2021/甲.yaml", bytes))),
        ("file", bytes => Compiler.CheckFile(new Source("甲.yaml", bytes))),
        ("project", bytes => Compile(new Source("reportc.yaml", bytes), PlainData)),
        ("rules", bytes => Compile(new ProjectSources(PlainProject, [], [new Source("rules/a.yaml", bytes)]), PlainData)),
        ("edition", bytes => Compile(new ProjectSources(PlainProject, [new Source("editions/a.yaml", bytes)], []), PlainData)),
        ("narrative", bytes => Compile(PlainProject, PlainData, new Source("narrative/2021.md", bytes))),
        ("template", bytes => Compile(PlainProject, PlainData, template: new Source("templates/report.html", bytes))),
    ];

    /// <summary>Gives the bytes to the target of that name.</summary>
    /// <exception cref="ArgumentException">There is no such target.</exception>
    public static void Run(string name, byte[] bytes)
    {
        if (Array.Find(All, t => t.Name == name).Run is not { } run)
            throw new ArgumentException($"The targets are {string.Join(", ", All.Select(t => t.Name))}.", nameof(name));
        run(bytes);
    }

    private static void Data(Source data)
    {
        BothReaders.Accept(data, [], Year);
        BothReaders.Accept(data, null, Year);
        Compile(PlainProject, data);
    }

    private static void Compile(Source project, Source data, Source? narrative = null, Source? template = null) =>
        Compile(new ProjectSources(project), data, narrative, template);

    private static void Compile(ProjectSources project, Source data, Source? narrative = null, Source? template = null)
    {
        var findings = new Findings();
        if (ProjectReader.Read(findings, project) is not { } read) return;
        if (TemplatesOf(findings, template) is not { } templates) return;
        var sources = new YearSources(Year, [data], narrative);
        new Compiler(read, year => year == Year ? sources : null, templates).Compile(Year, ReportFormats.All, draft: true);
    }

    private static Templates? TemplatesOf(Findings findings, Source? template) =>
        template is null ? Templates.BuiltIn : Templates.With(findings, [template]);

    private static Source Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
