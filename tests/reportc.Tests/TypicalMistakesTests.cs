using Xunit;

namespace Reportc.Tests;

/// <summary>
/// The files of the case InvalidTypicalMistakes as <c>check --fix</c> leaves them: <c>fixed</c> beside <c>input</c> holds those it changes.
/// <c>REPORTC_ACCEPT=1 dotnet test</c> writes them; a build server refuses that.
/// </summary>
public sealed class TypicalMistakesTests
{
    private static readonly string Case = Path.Join(FindRoot(), "tests", "ReportCompiler.Tests", "Cases", "InvalidTypicalMistakes");

    [Fact]
    public void The_files_are_mended_as_far_as_nobody_has_to_decide()
    {
        using var bench = new Workbench();
        var input = Path.Join(Case, "input");
        foreach (var file in Directory.GetFiles(input, "*", SearchOption.AllDirectories))
        {
            var path = bench.Full(Path.GetRelativePath(input, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }

        var run = bench.Run("check", "2021", "--fix");
        var changed = bench.Files().Where(f => !File.ReadAllBytes(Path.Join(input, f)).AsSpan().SequenceEqual(File.ReadAllBytes(bench.Full(f)))).ToList();
        if (Environment.GetEnvironmentVariable("REPORTC_ACCEPT") == "1") Accept(bench, changed);

        Assert.Equal(1, run.Status);
        var folder = Path.Join(Case, "fixed");
        Assert.Equal(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal), changed);
        Assert.All(changed, f => Assert.Equal(File.ReadAllBytes(Path.Join(folder, f)), File.ReadAllBytes(bench.Full(f))));
        Assert.All(changed, f => Assert.Contains($"已改正 {f}：", run.Out, StringComparison.Ordinal));
        Assert.DoesNotContain("可以自动改正", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("；没有可以自动改正的\n", bench.Run("check", "2021", "--fix").Out, StringComparison.Ordinal);
    }

    private static void Accept(Workbench bench, List<string> changed)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "a build server accepts nothing");
        foreach (var file in changed)
        {
            var path = Path.Join(Case, "fixed", file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(bench.Full(file), path, overwrite: true);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReportCompiler.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
