using System.Globalization;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Every rule has a code of its own and is seen in a case.</summary>
public sealed class CatalogueTests
{
    /// <summary>A file beyond the limit has no place in a repository: <see cref="ReadingTests"/> makes one.</summary>
    private static readonly string[] SeenElsewhere = [Catalogue.FileSize.Code];

    private static IEnumerable<Rule> OfEditions =>
        Editions.OfForm.Keys.SelectMany(k => Editions.OfForm.Find(k)!.Rules).Select(r => r.Rule);

    private static IEnumerable<Rule> OfCatalogue =>
        typeof(Catalogue).GetFields().Where(f => f.FieldType == typeof(Rule)).Select(f => (Rule)f.GetValue(null)!);

    [Fact]
    public void Codes_and_names_are_unique()
    {
        var rules = OfCatalogue.Concat(OfEditions).Select(r => (r.Code, r.Name)).Distinct().ToList();
        Assert.Equal(rules.Count, rules.Select(r => r.Code).Distinct().Count());
        Assert.Equal(rules.Count, rules.Select(r => r.Name).Distinct().Count());
        Assert.All(rules, r => Assert.Matches("^RC[0-9]{4}$", r.Code));
        Assert.All(rules, r => Assert.Matches("^[a-z]+(-[a-z]+)*$", r.Name));
    }

    [Fact]
    public void The_list_of_all_rules_is_complete() =>
        Assert.Equal(OfCatalogue.Select(r => r.Code).Order(), Catalogue.All.Select(r => r.Code).Order());

    [Fact]
    public void Every_code_is_seen_in_a_case()
    {
        var seen = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Cases"), "findings.txt",
            SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Select(l => Regex.Match(l, "^RC[0-9]{4}").Value).ToHashSet();
        var all = OfCatalogue.Concat(OfEditions).Select(r => r.Code)
            // Those of the command line and of the import are seen in its tests.
            .Where(c => !c.StartsWith("RC9", StringComparison.Ordinal) && !c.StartsWith("RC60", StringComparison.Ordinal))
            .Except(SeenElsewhere);
        Assert.Empty(all.Where(c => !seen.Contains(c)).Distinct().Order());
    }

    [Fact]
    public void Every_finding_says_in_its_comment_when_it_occurs()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "ReportCompiler", "Diagnostics"), "Errors.*.cs");
        var text = string.Concat(files.Select(f => File.ReadAllText(f).ReplaceLineEndings("\n")));
        var factories = Regex.Matches(text, @"\n        public static Diagnostic (\w+)");
        var explained =
            Regex.Matches(text, @"\n        /// <summary>[^\n]{8,}\n(        ///[^\n]*\n)*        public static Diagnostic (\w+)");
        Assert.True(factories.Count > 100);
        Assert.Empty(factories.Select(m => m.Groups[1].Value).Order().Except(explained.Select(m => m.Groups[2].Value)));
        Assert.Equal(factories.Count, explained.Count);
    }

    [Fact]
    public void Every_rule_of_an_edition_says_what_to_do_in_both_languages()
    {
        foreach (var rule in Editions.OfForm.Keys.SelectMany(k => Editions.OfForm.Find(k)!.Rules))
        {
            Assert.DoesNotMatch("[\u4E00-\u9FFF]", rule.Rule.Title.English);
            Assert.DoesNotMatch("核对式中各格", rule.Help.Chinese);
            Assert.NotEqual("", rule.Basis);
            Assert.NotEmpty(rule.Equations);
        }
    }

    [Theory]
    [InlineData("2021", 10 + 25 * 7 + 15)]
    [InlineData("2019", 22 + 23 * 7 + 15)]
    [InlineData("2014", 8 + 8 + 23 + 8 + 2 + 6 + 3)]
    public void An_edition_has_the_cells_of_the_form(string key, int cells)
    {
        var edition = Editions.OfForm.Find(key)!;
        Assert.Equal(cells, edition.Cells.Length);
        Assert.Equal(Enumerable.Range(0, cells), edition.Cells.Select(c => c.Index));
        Assert.All(edition.Cells, c => Assert.True(c.Gloss.Length > 0 && c.Unit.Length > 0, c.Path));
        Assert.Equal(key, edition.From.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(2013, null)]
    [InlineData(2014, "2014")]
    [InlineData(2018, "2014")]
    [InlineData(2019, "2019")]
    [InlineData(2020, "2019")]
    [InlineData(2021, "2021")]
    [InlineData(2030, "2021")]
    public void The_year_decides_the_edition(int year, string? key) => Assert.Equal(key, Editions.OfForm.For(year)?.Key);
}
