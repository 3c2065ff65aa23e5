using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>
/// Both projects stand on floors, which src/README.md lists: a folder uses only folders of lower floors. Nothing goes in circles, but
/// for two or three files that are one thing.
/// </summary>
public sealed partial class StructureTests
{
    private const int LinesOfASmallType = 20;

    public static TheoryData<string> Projects => ["src/ReportCompiler", "src/reportc"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_has_a_floor_and_uses_only_lower_ones(string project)
    {
        var (graph, floors) = (Graph(project), Floors());

        None(graph.Folders.Except(floors.Keys));
        None(from use in graph.Uses
             where use.FromFolder != use.ToFolder && !Below(use.ToFolder, use.FromFolder)
             select $"{use.From} uses {use.Type} of {use.To}");

        // A room may have a smaller one inside.
        bool Below(string lower, string upper) => floors[lower] < floors[upper] || (floors[lower] == floors[upper]
            && (lower.StartsWith(upper + "/", StringComparison.Ordinal) || upper.StartsWith(lower + "/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_do_not_go_in_circles(string project) =>
        None(Graph(project).FolderCircles().Select(c => string.Join(", ", c)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_more_than_three_files_go_in_a_circle(string project) =>
        None(Graph(project).FileCircles().Where(c => c.Count > 3).Select(c => string.Join(", ", c)));

    [Fact]
    public void A_file_has_one_public_type_but_for_small_ones() =>
        None(from file in SourceFile.Below("src").Concat(SourceFile.Below("tests"))
             let types = file.Types.Where(t => t.IsPublic).DistinctBy(t => t.Name).ToList()
             where types.Count(t => !IsSmall(t)) > 1
             select $"{file.Path}: {string.Join(", ", types.Select(t => $"{t.Kind} {t.Name} ({t.Lines} lines)"))}");

    /// <summary>Every one that is wrong is worth a line.</summary>
    private static void None(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), "\n" + string.Join('\n', wrong));

    private static bool IsSmall(TypeDeclaration type) => type.Kind is "enum" || type.Lines <= LinesOfASmallType;

    private static SourceGraph Graph(string project) => new(SourceFile.Below(project));

    /// <summary>The floors by folder: the rows of src/README.md that begin with a number, and the folders that they link.</summary>
    private static Dictionary<string, int> Floors() =>
        (from row in Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "README.md")))
         from link in Link().Matches(row.Value)
         select (Folder: "src/" + link.Groups["to"].Value, Floor: int.Parse(row.Groups["floor"].Value, CultureInfo.InvariantCulture)))
        .ToDictionary(f => f.Folder, f => f.Floor, StringComparer.Ordinal);

    [GeneratedRegex(@"^\| (?<floor>\d+) \|.*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
