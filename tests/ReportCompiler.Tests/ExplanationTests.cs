using System.Text;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The explanations are complete, and their examples are what they say: every one is compiled.</summary>
public sealed partial class ExplanationTests
{
    /// <summary>Codes that are explained before their rule is in the catalogue; each leaves this list when it is.</summary>
    private static readonly string[] Coming = ["RC4001", "RC4002", "RC4003", "RC4004", "RC4006", "RC4007"];

    private const string Narrative = "## 一、总体情况\n\n工作平稳。\n\n## 五、存在的主要问题及改进情况\n\n"
        + "个别信息更新不及时，将加强督促。\n\n## 六、其他需要报告的事项\n\n本年度未收取信息处理费。\n";

    private const string Narrative2014 =
        "## 一、概述\n\n工作平稳。\n\n## 二、主动公开政府信息情况\n\n见附表。\n\n## 三、依申请公开政府信息情况\n\n见附表。\n\n"
        + "## 四、行政复议、行政诉讼情况\n\n见附表。\n\n## 五、收费情况\n\n见附表。\n\n"
        + "## 六、存在的主要问题及改进情况\n\n个别信息更新不及时，将加强督促。\n";

    private static readonly string[] Tables = ["主动公开", "依申请公开", "复议诉讼"];

    public static TheoryData<string> Codes => [.. Explanations.Of().Where(e => e.Wrong.Any(IsFile)).Select(e => e.Rule.Code)];

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

    private static bool IsFile(ExampleFile file) => file.Name.Contains('.', StringComparison.Ordinal);

    /// <summary>Compiles the example as part of a project that lacks nothing else.</summary>
    private static List<Diagnostic> Compile(IEnumerable<ExampleFile> example)
    {
        var files = example.Where(IsFile).Select(Read).ToDictionary(f => f.Path);
        var years = files.Keys.Where(p => p.StartsWith("data/", StringComparison.Ordinal))
            .Select(p => int.Parse(p.AsSpan(5, 4), System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        if (years.Count == 0) years.Add(2021);
        foreach (var year in years)
        {
            if (!files.Keys.Any(p => p.StartsWith($"data/{year}/", StringComparison.Ordinal)))
                Add($"data/{year}/公安.yaml", Complete("主动公开: 无\n", year));
            if (!files.ContainsKey($"narrative/{year}.md")) Add($"narrative/{year}.md", year < 2019 ? Narrative2014 : Narrative);
        }
        if (!files.ContainsKey("reportc.yaml")) Add("reportc.yaml", CompleteProject("机关: 水磨沟区人民政府\n"));
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

    private static Source Read(ExampleFile file)
    {
        var match = Remark().Match(file.Name);
        var path = match.Success ? file.Name[..match.Index] : file.Name;
        var text = path.Split('/') switch
        {
            ["data", var year, _] => Complete(file.Content, int.Parse(year, System.Globalization.CultureInfo.InvariantCulture)),
            ["narrative", _] => CompleteNarrative(file.Content),
            ["reportc.yaml"] => CompleteProject(file.Content),
            _ => file.Content,
        };
        if (!match.Success) return new Source(path, Encoding.UTF8.GetBytes(text));
        if (match.Groups["size"].Success)
            text = string.Concat(Enumerable.Repeat(text,
                (int.Parse(match.Groups["size"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) << 20) / text.Length));
        var encoding = match.Groups["encoding"].Success
            ? CodePagesEncodingProvider.Instance.GetEncoding(match.Groups["encoding"].Value)!
            : Encoding.UTF8;
        return new Source(path, encoding.GetBytes(text));
    }

    /// <summary>A data file that shows one table gets its head and the other tables; a whole or an empty file stays as it is.</summary>
    private static string Complete(string text, int year) => !Tables.Any(t => text.StartsWith(t, StringComparison.Ordinal)) ? text
        : $"单位: 区公安分局\n年度: {year}\n{text}"
            + string.Concat(Tables.Where(t => !text.Contains(t + ":", StringComparison.Ordinal)).Select(t => t + ": 无\n"));

    /// <summary>Prose alone belongs to section 一; the sections that are not shown are there.</summary>
    private static string CompleteNarrative(string text)
    {
        var shown = text.StartsWith("## ", StringComparison.Ordinal) ? text : $"## 一、总体情况\n\n{text}";
        var others = Narrative.Split("## ", StringSplitOptions.RemoveEmptyEntries)
            .Where(s => !shown.Contains("## " + s[..2], StringComparison.Ordinal)).Select(s => "## " + s);
        return $"{shown}\n{string.Join('\n', others)}";
    }

    private static string CompleteProject(string text) =>
        text.Contains("联系方式", StringComparison.Ordinal)
            ? text : text + "联系方式: {单位: 区政府办公室, 地址: 南湖北路一号, 邮编: \"830017\", 电话: \"4684320\"}\n";

    [GeneratedRegex("（((?<size>[0-9]+) MB|(?<encoding>[A-Z0-9]+))）$")]
    private static partial Regex Remark();
}
