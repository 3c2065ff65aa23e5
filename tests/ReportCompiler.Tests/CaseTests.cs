using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>
/// Every folder under Cases is a project and what must come of it: all findings in both languages, and all outputs, compared
/// whole. <c>REPORTC_ACCEPT=1 dotnet test</c> writes what came as what is expected; a build server refuses that.
/// </summary>
public sealed class CaseTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Cases");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Comes_out_as_expected(string name)
    {
        var actual = Outputs(name);
        var folder = Path.Combine(Root, name, "expected");
        if (Environment.GetEnvironmentVariable("REPORTC_ACCEPT") == "1") Accept(folder, actual);
        var expected = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal)
            : [];
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys);
        foreach (var (file, text) in actual) Assert.Equal(expected[file], text);
        if (name.StartsWith("Invalid", StringComparison.Ordinal)) Assert.Contains(" Error ", actual["findings.txt"], StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Outputs(string name)
    {
        var folder = new ProjectFolder(Path.Combine(Root, name, "input"));
        var outputs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var findings = new StringBuilder();
        // The review page repeats all there is; one case shows it, with everything in it.
        foreach (var compilation in name.Contains("Review", StringComparison.Ordinal) ? folder.CompileAll(OutputFormats.Review, draft: true) : folder.CompileAll(OutputFormats.Report))
        {
            findings.Append(CultureInfo.InvariantCulture, $"{compilation.Year}: files {compilation.Files}, units {compilation.Units}, equations {compilation.Tally.Equations}, broken {compilation.Tally.Broken}\n");
            foreach (var diagnostic in compilation.Diagnostics) Describe(findings, diagnostic);
            foreach (var output in compilation.Outputs) outputs[$"{compilation.Year}/{output.Name}"] = Encoding.UTF8.GetString(output.Bytes);
        }
        outputs["findings.txt"] = findings.ToString();
        return outputs;
    }

    private static void Describe(StringBuilder text, Diagnostic d)
    {
        text.Append(CultureInfo.InvariantCulture, $"{d.Rule.Code} {d.Rule.Name} {d.Severity} {Place(d.Location)} unit={d.Unit ?? "-"} cell={d.Cell ?? "-"} expected={d.Expected ?? "-"} actual={d.Actual ?? "-"}\n");
        text.Append("  zh ").Append(d.Message.Chinese).Append(" | ").Append(d.Help?.Chinese).Append('\n');
        text.Append("  en ").Append(d.Message.English).Append(" | ").Append(d.Help?.English).Append('\n');
        foreach (var related in d.Related)
            if (related.Value != "0") text.Append(CultureInfo.InvariantCulture, $"  + {related.Cell} {related.Value} {Place(related.Location)} {related.Unit}\n");
    }

    private static string Place(Location? at) =>
        at is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{at.File}:{at.Span.Line}:{at.Span.Column}-{at.Span.EndLine}:{at.Span.EndColumn}");

    private static void Accept(string folder, SortedDictionary<string, string> actual)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "a build server accepts nothing");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var (file, text) in actual)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }
}
