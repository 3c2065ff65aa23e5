using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>The line on a terminal that says how far a long run is. Its clock is the test's.</summary>
public sealed class ProgressTests
{
    [Fact]
    public void Of_one_project_the_years_count()
    {
        using var bench = Years();

        Assert.Equal(["1/3 2019 …", "2/3 2020 …", "3/3 2021 …"], Drawn(bench.RunWith(Slow, "build", "--all")));
    }

    [Fact]
    public void Of_several_projects_each_counts_once()
    {
        using var bench = new Workbench().AddProject(folder: "all/a").AddProject(folder: "all/b").AddYear(2022, folder: "all/b");

        var drawn = Drawn(bench.RunWith(Slow, "build", "--all", "-p", "all"));

        // Which thread is first is open.
        Assert.Equal(["a 2021 …", "b 2021 …", "b 2022 …"], drawn.Select(d => d.Split(' ', 2)[1]).Order(StringComparer.Ordinal));
        Assert.All(drawn, d => Assert.Matches("^[12]/2 ", d));
    }

    [Fact]
    public void Of_nested_projects_each_counts_once()
    {
        using var bench = new Workbench().AddProject(folder: "市/甲县").AddProject(folder: "市/乙县")
            .Write("市/reportc.yaml", "机关: 某市\n下级: [\"*县\"]\n");

        var drawn = Drawn(bench.RunWith(Slow, "build", "-p", "市"));

        Assert.Equal(3, drawn.Count);
        Assert.EndsWith("/3 2021 …", drawn[^1], StringComparison.Ordinal);
        Assert.StartsWith("3/3 ", drawn[^1], StringComparison.Ordinal);
        Assert.Contains(drawn, d => d.EndsWith("/3 甲县 2021 …", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_gone_before_anything_else_is_written()
    {
        using var bench = Years();
        bench.Write("data/2020/甲.yaml", "");
        using var terminal = new StringWriter();

        bench.RunWith(h => Slow(h) with { Out = terminal, Error = terminal }, "build", "--all");
        var plain = bench.RunWith(h => h with { ErrorIsTerminal = true, Width = 80 }, "build", "--all", "--color", "never");

        Assert.Contains("3/3 2021 …\r\e[K", terminal.ToString(), StringComparison.Ordinal);
        // What a terminal keeps of its lines: what comes after the last return to their beginning.
        var kept = terminal.ToString().Split('\n')
            .Select(l => l[(l.LastIndexOf("\r\e[K", StringComparison.Ordinal) is >= 0 and var at ? at + 4 : 0)..]);
        Assert.All(kept, l => Assert.DoesNotContain("…", l, StringComparison.Ordinal));
        Assert.Contains("错误[RC1006]", plain.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_runs_never_show_it()
    {
        using var bench = Years();
        var start = new DateTime(2022, 1, 5, 8, 0, 0, DateTimeKind.Local);
        var asked = 0;

        Assert.Empty(Drawn(bench.RunWith(h => Slow(h) with { Now = () => start.AddMilliseconds(99 * asked++) }, "build", "--all")));
    }

    [Theory]
    [InlineData(false, null, null)]
    [InlineData(true, "CI", "true")]
    [InlineData(true, "TERM", "dumb")]
    public void Pipes_build_servers_and_dumb_terminals_never_see_it(bool terminal, string? name, string? value)
    {
        using var bench = Years();

        Assert.Empty(Drawn(bench.RunWith(h => Slow(h) with { ErrorIsTerminal = terminal, Variable = n => n == name ? value : null },
            "build", "--all")));
    }

    [Fact]
    public void Quiet_and_one_year_do_without()
    {
        using var bench = Years();

        Assert.Empty(Drawn(bench.RunWith(Slow, "build", "--all", "-q")));
        Assert.Empty(Drawn(bench.RunWith(Slow, "build", "2021")));
    }

    [Fact]
    public void A_pipe_gets_the_same_bytes_however_long_it_takes()
    {
        using var bench = Years();
        bench.Run("build", "--all");

        Assert.Equal(bench.Run("build", "--all"), bench.RunWith(h => Slow(h) with { ErrorIsTerminal = false }, "build", "--all"));
    }

    [Fact]
    public void A_long_name_is_cut_to_the_terminal()
    {
        var name = string.Concat(Enumerable.Repeat("很长的区名", 12));
        using var bench = new Workbench().AddProject(folder: $"all/{name}").AddProject(folder: "all/b");

        var drawn = Drawn(bench.RunWith(h => Slow(h) with { Width = 40 }, "build", "-p", "all"));

        Assert.Contains(drawn, d => DisplayWidth.Of(d) is 38 or 39);
        Assert.All(drawn, d => Assert.InRange(DisplayWidth.Of(d), 1, 39));
    }

    private static Workbench Years() => Workbench.WithProject().AddYear(2019).AddYear(2020);

    /// <summary>A terminal, and a clock by which each step takes a second.</summary>
    private static Host Slow(Host host)
    {
        var seconds = 0;
        return host with
        {
            ErrorIsTerminal = true,
            Width = 80,
            Now = () => new DateTime(2022, 1, 5, 8, 0, 0, DateTimeKind.Local).AddSeconds(Interlocked.Increment(ref seconds)),
        };
    }

    /// <summary>Every state of the line.</summary>
    private static List<string> Drawn(Run run) =>
        [.. run.Error.Split("\r\e[K").Skip(1).Where(d => char.IsAsciiDigit(d.FirstOrDefault()) && !d.Contains('\n'))];
}
