using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Narratives;

/// <summary>
/// Paragraphs of many authorities held to tables that say something else of every cell: every figure that could be checked is told, and
/// no other.
/// </summary>
public sealed partial class AuthorityTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/ReportCompiler.Tests/Narratives/Prose");

    /// <summary>Figures in braces that are not told yet; each is one to be won.</summary>
    private const int Missed = 0;

    [Fact]
    public void Every_figure_that_can_be_checked_is_told_and_no_other()
    {
        var (missed, wrong) = (new List<string>(), new List<string>());
        foreach (var report in Heads().Split(File.ReadAllText(Path.Combine(Folder, "authorities.txt"))).Skip(1))
        {
            var lines = report.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var (year, name) = (int.Parse(lines[0].AsSpan(0, 4), CultureInfo.InvariantCulture), lines[0][5..].Trim());
            var text = new StringBuilder("## 一、总体情况\n\n");
            var figures = new List<(int Line, int Column, string Number, string Text)>();
            for (var i = 1; i < lines.Length; i++)
            {
                var plain = Mark().Replace(lines[i], "${number}");
                var shift = 0;
                foreach (Match mark in Mark().Matches(lines[i]))
                {
                    figures.Add((2 * i + 1, mark.Index - shift + 1, mark.Groups["number"].Value, plain));
                    shift += 2;
                }
                text.Append(plain).Append("\n\n");
            }
            var found = Check(name, year, text.Append("## 六、其他需要报告的事项\n\n无。\n").ToString());
            foreach (var (line, column, number, plain) in figures)
                if (found.RemoveAll(d => IsAt(d.Location!.Span, line, column, number.Length)) == 0) missed.Add($"{number}: {plain}");
            wrong.AddRange(found.Select(d => $"{d.Message.English} [{name} {d.Location!.Span}]"));
        }
        foreach (var miss in missed) output.WriteLine($"missed: {miss}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(missed.Count <= Missed, string.Join('\n', missed));
    }

    private static bool IsAt(Span span, int line, int column, int length) =>
        span.Line == line && span.Column < column + length && span.EndColumn > column;

    private static List<Diagnostic> Check(string name, int year, string narrative)
    {
        var project = InMemory.Project($"机关: {name}\n联系方式: {{地址: 人民路1号, 邮编: \"830017\", 电话: \"4684320\"}}\n");
        var compiler = new Compiler(project, y => y == year
            ? new YearSources(y, [Source($"data/{y}/unit.yaml", Data(name, y))], Source($"narrative/{y}.md", narrative))
            : null, Templates.BuiltIn);
        var found = compiler.Compile(year, [], draft: false).Diagnostics;
        Assert.DoesNotContain(found, d => d is { Severity: Severity.Error, Unit: not null, OfDistrict: false });
        return [.. found
            .Where(d => d.Rule.Name.StartsWith("narrative-", StringComparison.Ordinal) && d.Severity is Severity.Warning or Severity.Error)
            .Where(d => d.Location is not null && d.Rule.Name is not ("narrative-heading" or "narrative-section" or "narrative-none"))];
    }

    /// <summary>The tables of a year in figures that no sentence has.</summary>
    private static string Data(string name, int year)
    {
        var facts = year < 2019 ? "other-2017.yaml" : "other-2023.yaml";
        return Lines().Replace(File.ReadAllText(Path.Combine(Folder, "Facts", facts)),
            m => m.Groups["key"].Value == "单位" ? $"单位: {name}" : string.Create(CultureInfo.InvariantCulture, $"年度: {year}"));
    }

    private static Source Source(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"^# (?=\d{4} )", RegexOptions.Multiline)]
    private static partial Regex Heads();

    [GeneratedRegex("^(?<key>单位|年度): .*$", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(@"\{(?<number>[^}]*)\}")]
    private static partial Regex Mark();
}
