using System.Text.Json;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;
using Xunit;

namespace ReportCompiler.Tests.Fuzzing;

/// <summary>
/// What is read of YAML without the library is what the library reads of it, without a finding, node by node and place by place.
/// </summary>
public sealed class PlainTreeTests
{
    private const int Mutants = 100_000;

    private const string Remarked = """
        # 一行说明
        机关: 甲市（示例）人民政府   # “署名”单位

        联系方式:   # 印在正文之前
            # 缩进不同的说明
            单位: the Access to Information Office
            网址: https://records.example/a-b_c
            邮编: "830 000"#
            电话: '0991-1' # 无

        发布日期: { 2019: 2020-03-20 ,"2020": '2021-03-19'}
        单位:
          - 区政府办公室
         # 又一行
          - "乙：局"   # 加引号
          - {名称: 丁局, 自: 2020, 前身: [ 戊局 ,"己局", {甲: {}}, []]}
        格式: {}
        输出: [md, html]
        """;

    [Fact]
    public void Descriptions_of_projects_are_plain()
    {
        var text = Remarked.Replace("830 000\"#", "830 000\" #", StringComparison.Ordinal);
        foreach (var each in (string[])[text, text.ReplaceLineEndings("\r\n"), text + "\n\n  \n# 完"])
            Assert.True(IsPlain(each, "remarked"));
        Assert.False(IsPlain(Remarked, "no remark"));
        var samples = Files().Where(f => f.Path.StartsWith("samples", StringComparison.Ordinal)
            && f.Path.EndsWith("reportc.yaml", StringComparison.Ordinal));
        Assert.All(samples, f => Assert.True(IsPlain(f.Text, f.Path), f.Path));
    }

    [Fact]
    public void Every_document_of_the_suite_is_refused_or_read_as_the_library_reads_it()
    {
        var file = Path.Combine(Repository.Root, "tests/ReportCompiler.Tests/Fuzzing/yaml-test-suite.json");
        using var suite = JsonDocument.Parse(File.ReadAllText(file));
        var plain = suite.RootElement.EnumerateArray()
            .Count(d => IsPlain(d.GetProperty("yaml").GetString()!, d.GetProperty("id").GetString()!));
        Assert.InRange(plain, 1, 100);
    }

    [Fact]
    public void Mutants_are_refused_or_read_as_the_library_reads_them()
    {
        var texts = Files().Where(f => IsPlain(f.Text, f.Path)).Select(f => f.Text).ToList();
        for (var i = 0; i < texts.Count / 2; i++) texts.Add(i % 2 == 0 ? Remarked : Remarked.ReplaceLineEndings("\r\n"));
        var (accepted, changed) = (0, 0);
        for (var number = 0; number < Mutants; number++)
        {
            var mutator = new Mutator(number);
            var text = texts[mutator.Next(texts.Count)];
            var mutant = number % 4 == 0 ? mutator.Of(text) : mutator.Near(text);
            if (!IsPlain(mutant, $"mutant {number}")) continue;
            accepted++;
            if (mutant != text) changed++;
        }
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Mutants} mutants of {texts.Count} files: {accepted} are plain, {changed} of these are not the file itself");
        Assert.InRange(changed, Mutants / 20, Mutants);
    }

    /// <summary>The files in YAML of the samples and of all cases.</summary>
    private static IEnumerable<(string Path, string Text)> Files() =>
        from folder in (string[])["samples", "tests/ReportCompiler.Tests/Cases", "tests/reportc.Tests/Cases"]
        let root = Path.Combine(Repository.Root, folder)
        where Directory.Exists(root)
        from file in Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file));

    /// <summary>Whether a text is read without the library.</summary>
    private static bool IsPlain(string text, string which)
    {
        // A slip is mended before anything is read.
        var source = new SourceText("a.yaml", text);
        if (Slips.Find(source).Count > 0 || PlainTree.Read(text) is not { } plain) return false;
        var findings = new Findings();
        var library = YamlReader.ReadByLibrary(findings, source);
        Assert.True(library is not null && findings.IsEmpty, $"{which} is faulty:\n{text}");
        Assert.True(Facts(library.Root).SequenceEqual(Facts(plain)), $"{which} is read otherwise:\n{text}");
        return true;
    }

    /// <summary>Every node with its place.</summary>
    private static IEnumerable<object> Facts(Node node)
    {
        yield return (node.GetType(), node.Span);
        if (node is Scalar scalar) yield return (scalar.Value, scalar.Style);
        if (node is Mapping mapping) yield return mapping.HasRepeats;
        var below = node switch
        {
            Mapping map => map.Entries.SelectMany(e => (Node[])[e.Key, e.Value]),
            Sequence list => list.Items,
            _ => [],
        };
        foreach (var fact in below.SelectMany(Facts)) yield return fact;
    }
}
