using Xunit;

namespace Reportc.Tests;

/// <summary>
/// The files of the case InvalidTypicalMistakes as <c>check --fix</c> leaves them: <c>fixed</c> beside <c>input</c> holds those it changes.
/// </summary>
public sealed class TypicalMistakesTests
{
    private static readonly string Case = Path.Join(Repository.Root, "tests", "ReportCompiler.Tests", "Cases", "InvalidTypicalMistakes");

    [Fact]
    [Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
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
        var kept = bench.Files().Where(f => f.EndsWith(".orig", StringComparison.Ordinal)).ToList();
        var changed = bench.Files().Except(kept)
            .Where(f => !File.ReadAllBytes(Path.Join(input, f)).AsSpan().SequenceEqual(File.ReadAllBytes(bench.Full(f)))).ToList();

        Assert.Equal(1, run.Status);
        ExpectedFiles.AreEqual(Path.Join(Case, "fixed"), changed.ToDictionary(f => f, f => File.ReadAllBytes(bench.Full(f))));
        Assert.NotEmpty(kept);
        Assert.All(kept, f => Assert.Equal(File.ReadAllBytes(Path.Join(input, f[..^5])), File.ReadAllBytes(bench.Full(f))));
        Assert.All(changed, f => Assert.Contains($"已改正 {f}：", run.Out, StringComparison.Ordinal));
        Assert.DoesNotContain("可以自动改正", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("；没有可以自动改正的\n", bench.Run("check", "2021", "--fix").Out, StringComparison.Ordinal);
    }
}
