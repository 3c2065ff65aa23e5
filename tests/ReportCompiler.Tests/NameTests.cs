using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Names that reach a page, a sheet or a terminal hold nothing that is not seen, and no two are one to a reader.</summary>
public sealed class NameTests
{
    public static TheoryData<string, string> Unseen => new()
    {
        { "机关: \"某\\u202E县\"", "U+202E" },
        { "机关: \"某\\u0000县\"", "U+0000" },
        { "机关: \"某\\n::error::县\"", "U+000A" },
        { "机关: |\n  某县\n", "U+000A" },
        { "机关: 某\u200D县", "U+200D" },
        { "机关: 某\u3164县", "U+3164" },
        { "机关: \"某\\uFFFF县\"", "U+FFFF" },
        { "机关: 某县\n简称: \"\\x1B[31m某\"", "U+001B" },
        { "机关: 某县\n单位: [\"甲\\u2066局\"]", "U+2066" },
        { "机关: 某县\n单位: [{名称: \"甲\\u00ad局\"}]", "U+00AD" },
        { "机关: 某县\n单位: [{名称: 甲局, 前身: [\"乙\\u200E局\"]}]", "U+200E" },
        { "机关: 某县\n指标: [{键: 条, 名称: \"\\u200F条数\"}]", "U+200F" },
        { "机关: 某县\n指标: [{键: 条, 计量: \"件\\t\"}]", "U+0009" },
        { "机关: 某县\n联系方式: {地址: \"某路\\u2028\"}", "U+2028" },
    };

    [Theory]
    [MemberData(nameof(Unseen))]
    public void What_is_not_seen_is_refused_at_its_place(string project, string character)
    {
        var finding = Assert.Single(Faults(project), f => f.Rule == Catalogue.Unseen);
        Assert.Contains(character, finding.Message.Chinese, StringComparison.Ordinal);
        Assert.NotNull(finding.Location);
    }

    [Theory]
    [InlineData("机关: 某县\n单位: [A局, Ａ局]", "“Ａ局”与“A局”")]
    [InlineData("机关: 某县\n单位: [A局, a局]", "“a局”与“A局”")]
    [InlineData("机关: 某县\n单位: [甲局, 甲 局]", "“甲 局”与“甲局”")]
    [InlineData("机关: 某县\n指标: [{键: A}, {键: a}]", "“a”与“A”")]
    [InlineData("机关: 某县\n指标: [{键: 甲, 名称: 条 数}, {键: 乙, 名称: 条数}]", "“条数”与“条 数”")]
    public void Two_names_that_are_one_to_a_reader_are_told(string project, string both) =>
        Assert.Contains(Faults(project), f => f.Message.Chinese.StartsWith(both, StringComparison.Ordinal));

    [Theory]
    [InlineData("机关: 𬭎县人民政府\n单位: [𬭎城镇, 甲局（本级）]\n指标: [{键: 𬭎件, 名称: 𬭎件数}]")]
    [InlineData("机关: 某县 👩\u200D🌾 合作社")]
    public void Names_beyond_the_first_plane_are_names(string project) => Assert.Empty(Faults(project));

    [Fact]
    public void How_a_template_was_checked_out_does_not_show_in_the_report()
    {
        const string Template = "# {{ 机关 }}\n\n{{ if true }}\n甲\n{{ end }}\n```\n乙\n```\n";
        Assert.Equal(Page(Template), Page(Template.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(Page(Template), Page(Template.Replace('\n', '\r')));

        static string Page(string template)
        {
            var templates = Templates.With(new Findings(), [new Source("templates/report.md", Encoding.UTF8.GetBytes(template))])!;
            var data = new Source("data/2021/a.yaml", Encoding.UTF8.GetBytes(InMemory.Empty("甲", 2021)));
            var project = InMemory.Project("机关: 甲\n");
            var compiler = new Compiler(project, y => y == 2021 ? new YearSources(y, [data], null) : null, templates);
            return compiler.Compile(2021, ReportFormats.All, draft: true).Text("report.md");
        }
    }

    private static IReadOnlyList<Diagnostic> Faults(string project)
    {
        var findings = new Findings();
        ProjectReader.Read(findings, new ProjectSources(new Source("reportc.yaml", Encoding.UTF8.GetBytes(project))));
        return findings.All;
    }
}
