using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Drafting;

/// <summary>
/// Drafts of a year compared whole, of the samples and of a county where everything is reorganised: DraftCases/&lt;name&gt;/expected.
/// A broken case prints the command that accepts it.
/// </summary>
[Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
public sealed class DraftCaseTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "DraftCases");

    /// <summary>Name, project, year, and the units whose files are compared; of the others only what is said of them.</summary>
    public static TheoryData<string, string, int, string[]> Cases => new()
    {
        // From the edition of 2014, that knows no carry-over, to that of 2019; a unit renamed.
        { "History2019", "samples/history", 2019, ["县卫生健康局"] },
        { "History2020", "samples/history", 2020, ["县住房城乡建设局", "县卫生健康局"] },
        // From the edition of 2019 to that of 2021.
        { "History2021", "samples/history", 2021, ["县住房城乡建设局"] },
        { "Shuimogou2023", "samples/shuimogou", 2023, ["市公安局水磨沟区分局"] },
        { "Reorganised", "tests/ReportCompiler.Tests/DraftCases/Reorganised/input", 2022,
            ["甲局", "丙局", "寅局", "戊局", "己局", "庚局", "辛县人民政府", "a/b", "某县人民政府"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Comes_out_as_expected(string name, string project, int year, string[] compared)
    {
        var actual = Outputs(project, year, compared, s => s);
        ExpectedFiles.AreEqual(Path.Combine(Root, name, "expected"), actual.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Line_endings_and_a_byte_order_mark_make_no_difference(string name, string project, int year, string[] compared)
    {
        var expected = Outputs(project, year, compared, s => s);
        Assert.NotEmpty(name);

        var actual = Outputs(project, year, compared, s => new Source(s.Path,
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(s.Bytes).ReplaceLineEndings("\r\n"))]));

        Assert.Equal(expected, actual);
        Assert.All(actual.Values, text => Assert.DoesNotContain('\r', text));
    }

    private static SortedDictionary<string, string> Outputs(string project, int year, string[] compared, Func<Source, Source> change)
    {
        var findings = new Findings();
        var folder = new ProjectFolder(Path.Combine([Repository.Root, .. project.Split('/')]));
        // The samples have the year already; here it is drafted as if they had not.
        var isSample = project.StartsWith("samples/", StringComparison.Ordinal);
        var drafts = folder.Draft(findings, year, y => y < year || (y == year && !isSample), change);
        var list = new StringBuilder();
        foreach (var draft in drafts)
            list.Append(CultureInfo.InvariantCulture, $"{draft.Unit} -> {draft.Name}{(draft.Text is null ? " (there already)" : "")}\n");
        foreach (var found in findings.Sorted())
        {
            list.Append(CultureInfo.InvariantCulture, $"{found.Rule.Code} {found.Severity} {found.Location?.File}\n");
            list.Append(CultureInfo.InvariantCulture, $"  zh {found.Message.Chinese} | {found.Help?.Chinese}\n");
            list.Append(CultureInfo.InvariantCulture, $"  en {found.Message.English} | {found.Help?.English}\n");
        }
        var outputs = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["drafts.txt"] = list.ToString() };
        foreach (var draft in drafts.Where(d => d.Text is not null && compared.Contains(d.Unit))) outputs.Add(draft.Name, draft.Text!);
        return outputs;
    }
}
