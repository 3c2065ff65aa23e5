using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Narratives;

/// <summary>A district of one file a year, to hold prose against.</summary>
internal static class ProseProject
{
    /// <summary>Where the contact line stands.</summary>
    public const string Contact = "联系方式: {地址: 温泉路1号, 邮编: \"830017\", 电话: \"4684320\"}\n";

    private const string Data2021 = """
        单位: 清河区人民政府
        年度: 2021
        主动公开:
          规章: 无
          行政规范性文件: {本年制发件数: 3, 本年废止件数: 1, 现行有效件数: 9}
          行政许可: 20811
          行政处罚: 301
          行政强制: 0
          行政事业性收费: 105.95
        依申请公开:
          本年新收: {自然人: 9, 商业企业: 3}
          上年结转: {自然人: 2}
          办理结果:
            予以公开: {自然人: 6, 商业企业: 2}
            部分公开: {自然人: 2}
            不予公开: {属于国家秘密: {自然人: 1}}
            无法提供: {本机关不掌握相关政府信息: {自然人: 2}}
            不予处理: 无
            其他处理: 无
          结转下年度: {商业企业: 1}
        复议诉讼:
          行政复议: {结果维持: 3, 结果纠正: 1}
          未经复议直接起诉: {结果维持: 1}
          复议后起诉: {结果维持: 2}
        """;

    private const string Data2020 = """
        单位: 清河区人民政府
        年度: 2020
        主动公开:
          规章: 无
          规范性文件: {本年新制作数量: 5, 本年新公开数量: 5, 对外公开总数量: 40}
          行政许可: {上一年项目数量: 100, 本年增减: 2, 处理决定数量: 30000}
          其他对外管理服务事项: {上一年项目数量: 10, 本年增减: 0, 处理决定数量: 50}
          行政处罚: {上一年项目数量: 200, 本年增减: -3, 处理决定数量: 280}
          行政强制: {上一年项目数量: 20, 本年增减: 0, 处理决定数量: 4}
          行政事业性收费: {上一年项目数量: 6, 本年增减: 0}
          政府集中采购: {采购项目数量: 7, 采购总金额: 160.5964}
        依申请公开:
          本年新收: {自然人: 10}
          上年结转: 无
          办理结果: {予以公开: {自然人: 8}}
          结转下年度: {自然人: 2}
        复议诉讼:
          行政复议: {结果维持: 7}
          未经复议直接起诉: 无
          复议后起诉: 无
        """;

    /// <summary>The findings of a year's narrative; those of the tables are none.</summary>
    public static ImmutableArray<Diagnostic> Check(string narrative, int year = 2021, bool withLast = true, string contact = Contact,
        string? data = null) =>
        [.. Compile(narrative, year, withLast, contact, data).Diagnostics
            .Where(d => d.Rule.Code.StartsWith("RC4", StringComparison.Ordinal))];

    /// <summary>What becomes of a year with a narrative.</summary>
    public static Compilation Compile(
        string narrative, int year = 2021, bool withLast = true, string contact = Contact, string? data = null)
    {
        var findings = new Findings();
        var project = ProjectReader.Read(findings,
            new ProjectSources(Source("reportc.yaml", "机关: 清河区人民政府\n简称: 清河区\n" + contact), [], []))!;
        var templates = Templates.With(findings, [])!;
        Assert.Empty(findings.All);
        var compiler = new Compiler(project, y => y == year || (y == 2020 && withLast)
            ? new YearSources(y, [Source($"data/{y}/unit.yaml", y == 2021 ? data ?? Data2021 : Data2020)], y == year
                ? Source($"narrative/{y}.md", narrative)
                : null)
            : null, templates);
        return compiler.Compile(year, [], draft: false);
    }

    /// <summary>The findings about a sentence of section one of a report that is right otherwise.</summary>
    public static ImmutableArray<Diagnostic> CheckSentence(string sentence, int year = 2021, bool withLast = true) =>
        Check(Report(sentence), year, withLast);

    /// <summary>A report with this text in its first section.</summary>
    public static string Report(string text, string six = "本年度未收取信息处理费。") =>
        $"## 一、总体情况\n\n全区认真做好政务公开各项工作。\n\n{text}\n\n## 五、存在的主要问题及改进情况\n\n下一步加强培训。\n\n"
            + $"## 六、其他需要报告的事项\n\n{six}\n";

    private static Source Source(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
