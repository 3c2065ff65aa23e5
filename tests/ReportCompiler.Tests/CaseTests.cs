using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>
/// Every folder under Cases is a project and what must come of it: all findings in both languages, and all outputs, compared
/// whole, but for the style sheet, which stands in the page once and not in every case. A broken case prints the command that
/// accepts it.
/// </summary>
[Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
public sealed class CaseTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Comes_out_as_expected(string name)
    {
        var (findings, outputs) = Compile(name);
        ExpectedFiles.AreEqual(Path.Combine(Root, name, "expected"), outputs);
        if (name.StartsWith("Invalid", StringComparison.Ordinal)) Assert.Contains(" Error ", findings, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Comes_out_the_same_where_a_year_is_all_that_is_compiled(string name) =>
        ExpectedFiles.AreEqual(Path.Combine(Root, name, "expected"), Compile(name, isAlone: true).Outputs);

    private static (string Findings, Dictionary<string, byte[]> Outputs) Compile(string name, bool isAlone = false)
    {
        var folder = new ProjectFolder(Path.Combine(Root, name, "input"));
        var outputs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var findings = new StringBuilder();
        // The review page repeats all there is; one case shows it, with everything in it.
        var isReview = name.Contains("Review", StringComparison.Ordinal);
        foreach (var compilation in isReview
            ? folder.CompileAll(ReportFormats.Named("review"), draft: true, isAlone)
            : folder.CompileAll(ReportFormats.Named("md", "html", "totals"), isAlone: isAlone))
        {
            findings.Append(CultureInfo.InvariantCulture, $"{compilation.Year}: files {compilation.Files}, units {compilation.Units}");
            // A rule more in an edition changes the number of its equations: one case shows it.
            if (name == "InvalidEquations") findings.Append(CultureInfo.InvariantCulture, $", equations {compilation.Tally.Equations}");
            findings.Append(CultureInfo.InvariantCulture, $", broken {compilation.Tally.Broken}\n");
            foreach (var diagnostic in compilation.Diagnostics) Describe(findings, diagnostic);
            foreach (var output in compilation.Outputs)
                outputs[$"{compilation.Year}/{output.Name}"] = StyleSheets.Fold(output.Name, output.Bytes);
        }
        outputs["findings.txt"] = Encoding.UTF8.GetBytes(findings.ToString());
        return (findings.ToString(), outputs);
    }

    private static void Describe(StringBuilder text, Diagnostic d)
    {
        text.Append(CultureInfo.InvariantCulture, $"{d.Rule.Code} {d.Rule.Name} {d.Severity} {Place(d.Location)} unit={d.Unit ?? "-"} ");
        text.Append(CultureInfo.InvariantCulture, $"cell={d.Cell ?? "-"} expected={d.Expected ?? "-"} actual={d.Actual ?? "-"}\n");
        text.Append("  zh ").Append(d.Message.Chinese).Append(" | ").Append(d.Help?.Chinese).Append('\n');
        text.Append("  en ").Append(d.Message.English).Append(" | ").Append(d.Help?.English).Append('\n');
        foreach (var related in d.Related.Where(r => r.Value != "0"))
            text.Append(CultureInfo.InvariantCulture, $"  + {related.Cell} {related.Value} {Place(related.Location)} {related.Unit}\n");
    }

    private static string Place(Location? at) =>
        at is null ? "-" : string.Create(CultureInfo.InvariantCulture,
            $"{at.File}:{at.Span.Line}:{at.Span.Column}-{at.Span.EndLine}:{at.Span.EndColumn}");
}
