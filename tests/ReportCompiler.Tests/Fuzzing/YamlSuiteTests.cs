using System.Text;
using System.Text.Json;
using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Fuzzing;

/// <summary>
/// Every document of the YAML test suite as every kind of file: whatever YAML may look like, it is read or refused with a place, never
/// an exception. None is a file of a project; what a document of the suite means is not asked.
/// </summary>
public sealed class YamlSuiteTests
{
    private static readonly string Suite = Path.Combine(Repository.Root, "tests/ReportCompiler.Tests/Fuzzing/yaml-test-suite.json");

    private static readonly Source Sound = new("reportc.yaml", Encoding.UTF8.GetBytes("机关: 甲\n"));

    public static TheoryData<string> Kinds => ["data", "project", "rules", "edition", "fix"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_document_is_read_or_refused_at_a_place(string kind)
    {
        using var suite = JsonDocument.Parse(File.ReadAllText(Suite));
        var documents = suite.RootElement.EnumerateArray().ToList();
        Assert.True(documents.Count > 400);
        foreach (var document in documents)
        {
            var text = document.GetProperty("yaml").GetString()!;
            var source = new Source($"{document.GetProperty("id")}.yaml", Encoding.UTF8.GetBytes(text));
            var found = Read(kind, source);
            // An empty list of rules is no fault.
            if (kind is "data" or "project" or "edition") Assert.NotEmpty(found);
            Assert.All(found, f => Assert.True(f.Location is null || f.Location.Span.Line >= 1, source.Path));
        }
    }

    private static IReadOnlyList<Diagnostic> Read(string kind, Source source)
    {
        var findings = new Findings();
        switch (kind)
        {
            case "data":
                return Compiler.CheckFile(source).Diagnostics;
            case "project":
                ProjectReader.Read(findings, new ProjectSources(source));
                break;
            case "rules":
                ProjectReader.Read(findings, new ProjectSources(Sound, [], [source]));
                break;
            case "edition":
                ProjectReader.Read(findings, new ProjectSources(Sound, [source], []));
                break;
            default:
                Assert.Equal(source.Path, Fixer.Data(source).After.Path);
                break;
        }
        return findings.All;
    }
}
