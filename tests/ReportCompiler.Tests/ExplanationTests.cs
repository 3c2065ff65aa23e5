using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The explanations are complete, and their examples are what they say: every one is compiled.</summary>
public sealed class ExplanationTests
{
    /// <summary>Codes that are explained before their rule is in the catalogue; each leaves this list when it is.</summary>
    private static readonly string[] Coming = ["RC4001", "RC4002", "RC4003", "RC4004", "RC4006", "RC4007"];

    public static TheoryData<string> Codes =>
        [.. Explanations.Of().Where(e => e.Wrong.Any(CompletedExample.IsFile)).Select(e => e.Rule.Code)];

    [Fact]
    public void Every_rule_is_explained_in_both_languages()
    {
        var rules = Catalogue.All.Concat(Editions.OfForm.Keys.SelectMany(k => Editions.OfForm.Find(k)!.Rules).Select(r => r.Rule));
        var explained = Explanations.Of().ToDictionary(e => e.Rule.Code);
        Assert.All(rules, rule =>
        {
            var explanation = explained[rule.Code];
            Assert.Equal(rule.Name, explanation.Rule.Name);
            Assert.NotEmpty(explanation.Wrong);
            Assert.NotEmpty(explanation.Right);
            Assert.NotEqual(explanation.Rule.Title, explanation.Remedy);
            // What a catalogue's rule says in words, a rule of an edition says by its formula and basis.
            if (explanation.Formula is null)
                Assert.All([explanation.Meaning!, explanation.Reason!, explanation.Remedy],
                    text => Assert.True(text.Chinese.Length > 5 && text.English.Length > 10));
            else Assert.NotEmpty(explanation.Basis);
        });
    }

    [Fact]
    public void Nothing_else_is_explained()
    {
        var codes = Explanations.Of().Select(e => e.Rule.Code).ToHashSet();
        Assert.DoesNotContain(Explanations.Codes, c => !codes.Contains(c) && !Coming.Contains(c));
    }

    [Fact]
    public void Codes_and_names_are_unique()
    {
        var all = Explanations.Of();
        Assert.Equal(all.Length, all.Select(e => e.Rule.Code).Distinct().Count());
        Assert.Equal(all.Length, all.Select(e => e.Rule.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_is_wrong_and_the_right_one_right(string code)
    {
        var explanation = Explanations.Of().Single(e => e.Rule.Code == code);
        Assert.Contains(Compile(explanation.Wrong), d => d.Rule.Code == code);
        var right = Compile(explanation.Right).Where(d => d.Rule.Code == code || d.Severity >= Severity.Warning)
            .Select(d => $"{d.Rule.Code} {d.Location?.File} {d.Message.Chinese}");
        Assert.Empty(right);
    }

    /// <summary>Compiles the example as part of a project that lacks nothing else.</summary>
    private static List<Diagnostic> Compile(IEnumerable<ExampleFile> example)
    {
        var files = example.Where(CompletedExample.IsFile).Select(CompletedExample.Of).ToDictionary(f => f.Path);
        var years = files.Keys.Where(p => p.StartsWith("data/", StringComparison.Ordinal))
            .Select(p => int.Parse(p.AsSpan(5, 4), System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        if (years.Count == 0) years.Add(2021);
        foreach (var year in years)
        {
            if (!files.Keys.Any(p => p.StartsWith($"data/{year}/", StringComparison.Ordinal)))
                Add($"data/{year}/公安.yaml", CompletedExample.Data("主动公开: 无\n", year));
            if (!files.ContainsKey($"narrative/{year}.md")) Add($"narrative/{year}.md", CompletedExample.Narrative(year));
        }
        if (!files.ContainsKey("reportc.yaml")) Add("reportc.yaml", CompletedExample.Project("机关: 水磨沟区人民政府\n"));
        var findings = new Findings();
        var project = ProjectReader.Read(findings, new ProjectSources(files["reportc.yaml"], [], [.. In("rules/")]));
        if (project is null) return [.. findings.All];
        var compiler = new Compiler(project, year => years.Contains(year) ? Sources(year) : null, Templates.BuiltIn);
        return [.. findings.All, .. years.Order().SelectMany(year => compiler.Compile(year, ReportFormats.All, draft: false).Diagnostics)];

        YearSources Sources(int year) => new(year, [.. In($"data/{year}/").Where(IsYaml)], files[$"narrative/{year}.md"])
        {
            Others = [.. In($"data/{year}/").Where(f => !IsYaml(f)).Select(f => f.Path)],
        };

        static bool IsYaml(Source file) => file.Path.EndsWith(".yaml", StringComparison.Ordinal);

        void Add(string path, string text) => files.Add(path, new Source(path, Encoding.UTF8.GetBytes(text)));

        IEnumerable<Source> In(string folder) =>
            files.Values.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal)).OrderBy(f => f.Path);
    }
}
