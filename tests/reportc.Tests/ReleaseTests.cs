using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary>
/// A release, made from a copy of the sources: of the program for any system alone, which takes seconds. <c>.ci/run</c> makes the
/// whole of it, natively, twice.
/// </summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly Workbench _bench = new();

    public ReleaseTests()
    {
        foreach (var file in (string[])[.. Guide.Files("src", "*"), .. Guide.Files("templates", "*"), "global.json", ".gitignore"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_bench.Full(file))!);
            File.Copy(Path.Join(Repository.Root, file), _bench.Full(file));
        }
    }

    public void Dispose()
    {
        // The object files of git cannot be written, which on Windows keeps them from being deleted.
        foreach (var file in Directory.EnumerateFiles(_bench.Root, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _bench.Dispose();
    }

    [Fact]
    public void Without_git_it_is_built_all_the_same_and_is_installed_from_its_folder()
    {
        Run("dotnet", "msbuild", "src/reportc", "-t:Release", "-p:ReleaseRuntimes=any");

        Assert.Equal(
            ["reportc.0.0.0.nupkg", "reportc.any.0.0.0.nupkg"],
            _bench.Files("artifacts/release/packages").Select(f => Path.GetFileName(f)));
        AssertSums();
        AssertBill();

        Run("dotnet", "tool", "install", "reportc", "--tool-path", "tools", "--source", _bench.Full("artifacts/release/packages"));

        var installed = _bench.Full(OperatingSystem.IsWindows() ? "tools/reportc.exe" : "tools/reportc");
        Assert.Equal("reportc 0.0.0 (editions 2014 2019 2021)\n", Run(installed, "--version"));
        _bench.Copy("samples/minimal", "county");
        Assert.Contains("0 errors", Run(installed, "check", "-p", "county", "--lang", "en"), StringComparison.Ordinal);
        Assert.Contains("==== Markdig ", Run(installed, "doctor", "--licences"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_the_tag_and_the_commit_is_told()
    {
        Git("init", "-q");
        Git("add", ".");
        Commit("one");
        Run("dotnet", "restore", "src/reportc");
        var first = Head();
        Assert.Equal(("0.0.0", first), Built());

        Git("tag", "v1.2.3");
        Assert.Equal(("1.2.3", first), Built());

        // What is in no commit cannot be found under its name; build output and what is no source are no change.
        _bench.Write("notes.txt", "none of the sources");
        Assert.Equal(("1.2.3", first), Built());
        _bench.Write("src/reportc/New.cs", "");
        Assert.Equal(("1.2.3", first + "-changed"), Built());

        Git("add", "src");
        Commit("two");
        Assert.Equal(("1.2.4-alpha.0.1", Head()), Built());

        // Nobody has said where the project lies, until the build is told.
        Assert.Equal("", Value("Address"));
        Built("", "-p:RepositoryUrl=https://example.org/reportc");
        Assert.Equal("https://example.org/reportc", Value("Address"));
    }

    [Fact]
    public void A_clone_without_history_is_built_too()
    {
        Git("init", "-q");
        Git("add", ".");
        Commit("one");
        Commit("two");
        Git("clone", "-q", "--depth", "1", "file://" + _bench.Root.Replace('\\', '/'), "shallow");
        var commit = Head();

        Run("dotnet", "restore", "shallow/src/reportc");

        Assert.Equal(("0.0.0", commit), Built("shallow/"));
    }

    /// <summary>The checksums are right, and there is one for every file.</summary>
    private void AssertSums()
    {
        const string Release = "artifacts/release/", Sums = Release + "SHA256SUMS";

        var lines = _bench.Read(Sums).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Split("  "));

        Assert.Equal(
            _bench.Files(Release).Where(f => f != Sums)
                .Select(f => (f[Release.Length..], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_bench.Full(f)))))),
            lines.Select(l => (l[1], l[0])).OrderBy(l => l.Item1, StringComparer.Ordinal));
    }

    /// <summary>The bill of materials names what <c>doctor --licences</c> names, and nothing that another build would not.</summary>
    private void AssertBill()
    {
        using var bill = JsonDocument.Parse(_bench.Read("artifacts/release/any/reportc.cdx.json"));
        using var known = JsonDocument.Parse(_bench.Run("doctor", "--licences", "--format", "json").Out);

        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        Assert.False(bill.RootElement.TryGetProperty("serialNumber", out _));
        Assert.False(bill.RootElement.GetProperty("metadata").TryGetProperty("timestamp", out _));
        var components = bill.RootElement.GetProperty("components").EnumerateArray().ToList();
        Assert.Equal(
            known.RootElement.GetProperty("packages").EnumerateArray().Select(p => (Text(p, "name"), Text(p, "version"),
                Text(p, "licence"), p.GetProperty("carried").GetBoolean() ? "required" : "excluded")),
            components.Select(c => (Text(c, "name"), Text(c, "version"),
                Text(c.GetProperty("licenses")[0], "expression"), Text(c, "scope"))));
        Assert.All(components, c => Assert.Matches("^[0-9A-F]{128}$", Text(c.GetProperty("hashes")[0], "content")));
        Assert.All(components, c => Assert.Equal($"pkg:nuget/{Text(c, "name")}@{Text(c, "version")}", Text(c, "purl")));
        Assert.Equal(
            components.Where(c => Text(c, "scope") == "required").Select(c => Text(c, "bom-ref")),
            bill.RootElement.GetProperty("dependencies")[0].GetProperty("dependsOn").EnumerateArray().Select(r => r.GetString()!));
    }

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetString()!;

    /// <summary>The version and the commit that a build would have now.</summary>
    private (string Version, string Commit) Built(string clone = "", params string[] properties)
    {
        Run("dotnet", ["msbuild", clone + "src/reportc", "-t:WriteBuilt", .. properties]);
        return (Value("Version", clone), Value("Commit", clone));
    }

    /// <summary>What a build has written down of itself.</summary>
    private string Value(string name, string clone = "") => _bench.Read(clone + "src/reportc/obj/Debug/net10.0/Built.g.cs").Split('\n')
        .Single(l => l.Contains($" {name} = ", StringComparison.Ordinal)).Split('"')[1];

    private string Head() => Git("rev-parse", "HEAD")[..9];

    private void Commit(string message) =>
        Git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", message);

    private string Git(params string[] args) => Run("git", args);

    /// <summary>Runs a program in the copy; what it prints.</summary>
    private string Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = _bench.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // No build process outlives the test and holds the folder; the copy lies in no other repository.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(_bench.Root);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', args)}\n{output}\n{error.Result}");
        return output.ReplaceLineEndings("\n");
    }
}
