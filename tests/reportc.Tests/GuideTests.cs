using System.Text.Json;
using System.Text.RegularExpressions;
using ReportCompiler.Forms;
using Xunit;

namespace Reportc.Tests;

/// <summary>What the guides name is there: links, paths, every folder and type of the source, the words of the form.</summary>
public sealed partial class GuideTests
{
    public static TheoryData<string> Guides => [Guide.Chinese.Path, .. Guide.OfFolders];

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_link_leads_somewhere(string path)
    {
        var guide = new Guide(path);

        Assert.All(guide.Links.Where(l => !l.StartsWith("https://", StringComparison.Ordinal)), link =>
        {
            var (file, anchor) = link.Split('#') switch { [var f, var a] => (f, a), var parts => (parts[0], null) };
            var target = file.Length == 0 ? path : guide.Beside(file);
            Assert.True(Path.Exists(Path.Join(Repository.Root, target)), $"{link}: there is no such file");
            if (anchor is not null) Assert.Contains(anchor, new Guide(target).Anchors);
        });
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_path_exists(string path) =>
        Assert.All(new Guide(path).Paths, p => Assert.True(Path.Exists(Path.Join(Repository.Root, p)), $"{p}: there is no such file"));

    [Fact]
    public void Every_folder_of_the_source_is_on_the_page_about_it()
    {
        var linked = Guide.OfSource.Links.Select(Guide.OfSource.Beside).ToHashSet(StringComparer.Ordinal);

        var folders = Guide.Files("src", "*.cs").Select(FolderOf).Distinct();

        Assert.All(folders, folder => Assert.Contains(folder, linked));
    }

    [Fact]
    public void Every_type_on_the_page_about_the_source_exists()
    {
        var types = Guide.Files("src", "*.cs").Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);

        Assert.All(Guide.OfSource.Codes.Where(c => TypeName().IsMatch(c)), type => Assert.Contains(type, types));
    }

    [Fact]
    public void Every_field_of_the_project_file_is_in_the_manual()
    {
        using var bench = Workbench.WithProject();
        using var schema = JsonDocument.Parse(bench.Run("schema", "reportc.yaml").Out);

        var fields = schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name);

        Assert.All(fields, f => Assert.Contains(Guide.OfCommands.Lines, l => l.StartsWith($"| `{f}` | ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_test_that_shows_a_promise_exists()
    {
        var tests = Guide.Files("tests", "*Tests.cs").Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);

        var named = Guide.OfCommands.Codes.Where(c => TypeName().IsMatch(c) && c.EndsWith("Tests", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.Contains(test, tests));
    }

    [Fact]
    public void The_glossary_is_the_edition()
    {
        var glossary = Guide.OfEditions.Lines.SkipWhile(l => l != "<details>").TakeWhile(l => l != "</details>");

        Assert.Equal(
            Glossary(Editions.OfForm.Find("2021")!),
            glossary.Where(l => l.StartsWith('|') || l.StartsWith("**", StringComparison.Ordinal)));
    }

    private static string FolderOf(string file) => file[..file.LastIndexOf('/')];

    private static IEnumerable<string> Glossary(Edition edition)
    {
        foreach (var table in edition.Tables)
        {
            yield return $"**{table.Key}**: {table.Gloss} (printed as “{table.Caption}”)";
            yield return "| Row | As printed | Meaning |";
            yield return "| --- | --- | --- |";
            foreach (var row in table.Bands.SelectMany(b => b.Rows).SelectMany(WithBelow))
                yield return $"| {(row.Key is null ? "" : row.Path[(table.Key.Length + 1)..])} | {row.Label} | {row.Gloss} |";
            yield return "| Column | As printed | Meaning | Unit |";
            yield return "| --- | --- | --- | --- |";
            foreach (var line in table.Bands.SelectMany(b => b.Columns).SelectMany(WithBelow).Select(Line).Distinct()) yield return line;
        }
    }

    private static string Line(Column column) => $"| {column.Key} | {column.Label} | {column.Gloss} | {column.Unit} |";

    private static IEnumerable<Row> WithBelow(Row row) => row.Children.SelectMany(WithBelow).Prepend(row);

    private static IEnumerable<Column> WithBelow(Column column) => column.Children.SelectMany(WithBelow).Prepend(column);

    [GeneratedRegex(@"^[A-Z][a-z]+([A-Z][a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();
}
