using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>doctor --licences</c>: whose work the program is made of.</summary>
public sealed class LicenceTests
{
    [Fact]
    public void Every_package_of_the_lock_file_is_listed_and_nothing_else()
    {
        Assert.Equal(Locked(), Packages().Select(p => (Name(p), Text(p, "version"))).Order());
    }

    [Fact]
    public void What_the_program_carries_has_the_text_of_its_licence()
    {
        var carried = Packages().Where(p => p.GetProperty("carried").GetBoolean()).ToList();

        // Those of the references that lie beside the program as a file.
        var folder = Path.GetDirectoryName(typeof(CommandLine).Assembly.Location)!;
        Assert.Equal(
            Packages().Where(p => File.Exists(Path.Join(folder, Name(p) + ".dll"))).Select(Name),
            carried.Select(Name));
        Assert.Equal(5, carried.Count);
        Assert.All(carried, p => Assert.Contains(p.GetProperty("texts").EnumerateArray(), IsLicence));
    }

    [Fact]
    public void Licences_are_spdx_expressions()
    {
        Assert.All(Packages(), p => Assert.Contains(Text(p, "licence"), (string[])["MIT", "BSD-2-Clause", "Apache-2.0"]));
    }

    [Fact]
    public void For_people_a_table_stands_before_the_texts()
    {
        using var bench = new Workbench();

        var table = bench.Run("doctor", "--licences", "-q", "--lang", "en");
        var all = bench.Run("doctor", "--licences", "--lang", "en");

        Assert.Equal((0, ""), (table.Status, table.Error));
        Assert.Matches(@"^In the program\n  AngleSharp +[0-9.]+ +MIT\n", table.Out);
        Assert.StartsWith(table.Out + "\n==== AngleSharp ", all.Out, StringComparison.Ordinal);
        foreach (var package in Packages())
        {
            var heading = $"==== {Name(package)} {Text(package, "version")} ({Text(package, "licence")}) ====\n";
            Assert.Equal(package.GetProperty("texts").GetArrayLength(), all.Out.Split(heading).Length - 1);
        }
    }

    private static bool IsLicence(JsonElement text) =>
        text.GetString()!.Contains("Copyright", StringComparison.Ordinal)
        && text.GetString()!.Contains("\"AS IS\"", StringComparison.Ordinal);

    /// <summary>Name and version of the packages that the restore of the program is held to.</summary>
    private static IEnumerable<(string, string)> Locked()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Join(Repository.Root, "src/reportc/packages.lock.json")));
        return [.. file.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(p => Text(p.Value, "type") != "Project").Select(p => (p.Name, Text(p.Value, "resolved"))).Order()];
    }

    private static List<JsonElement> Packages()
    {
        using var bench = new Workbench();
        var run = bench.Run("doctor", "--licences", "--format", "json");
        Assert.Equal((0, ""), (run.Status, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        return [.. json.RootElement.GetProperty("packages").EnumerateArray().Select(p => p.Clone())];
    }

    private static string Name(JsonElement package) => Text(package, "name");

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetString()!;
}
