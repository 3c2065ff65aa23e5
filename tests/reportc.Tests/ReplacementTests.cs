using Reportc.Files;
using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>A year's files are replaced together or not at all, whatever ends the run.</summary>
public sealed class ReplacementTests
{
    // Nothing is carried over, so that one year is sound after the other.
    private static readonly string Data = Workbench.Sound.Replace("自然人: 3", "自然人: 2", StringComparison.Ordinal)
        .Replace("{自然人: 1}", "无", StringComparison.Ordinal);

    private static readonly string Other = Data.Replace("自然人: 2", "自然人: 4", StringComparison.Ordinal);

    private static readonly string[] Places = ["out", "out/2021", "out/2022"];

    [Fact]
    public void A_kill_at_any_step_leaves_every_year_old_or_new_after_the_next_run_whatever_becomes_of_it()
    {
        using var bench = TwoYears();
        var old = Snapshot(bench);
        ChangeData(bench);
        var steps = Steps(bench);
        var renewed = Snapshot(bench);
        Assert.True(steps > 20, $"only {steps} steps");

        for (var last = 0; last < steps; last++)
        {
            Restore(bench, old);
            ChangeData(bench);
            Killed(bench, last);
            var isHalfDone = bench.Has("out/.reportc.journal") && Replacement.HalfDone(bench.Full("out")).Count > 0;
            Assert.Equal(isHalfDone, Contains(bench.Run("doctor").Out, "写到一半"));
            if (isHalfDone) Assert.Equal(1, bench.Run("build", "--all", "--check").Status);
            // The next run fails: its data are faulty by now.
            bench.Write("data/2021/甲.yaml", Workbench.Broken).AddYear(2022, Workbench.Broken);

            Assert.Equal(1, bench.Run("build", "--all").Status);

            AssertWhole(bench, old, renewed, last);
        }
    }

    [Fact]
    public void A_kill_at_any_step_of_completing_what_was_half_done_is_completed_by_the_run_after_it()
    {
        using var bench = TwoYears();
        var old = Snapshot(bench);
        ChangeData(bench);
        var named = new List<string>();
        bench.RunWith(h => h with { BeforeChange = named.Add }, "build", "--all");
        var renewed = Snapshot(bench);
        var first = named.FindIndex(s => s.StartsWith("replace", StringComparison.Ordinal));

        for (var done = 1; done < 6; done += 2)
        {
            for (var last = 0; last < 12; last++)
            {
                Restore(bench, old);
                ChangeData(bench);
                Killed(bench, first + done);
                bench.Write("data/2021/甲.yaml", Workbench.Broken).AddYear(2022, Workbench.Broken);
                Killed(bench, last);

                Assert.Equal(1, bench.Run("build", "--all").Status);

                AssertWhole(bench, old, renewed, last);
                Assert.Equal(renewed["out/2022/report.md"], bench.Read("out/2022/report.md"));
            }
        }
    }

    [Fact]
    public void A_file_that_cannot_be_replaced_leaves_its_year_as_it_was_and_the_other_years_are_written_and_counted()
    {
        using var bench = TwoYears();
        var old = Snapshot(bench);
        ChangeData(bench);
        var renewed = Renewed(bench);
        Restore(bench, old);
        ChangeData(bench);

        var run = bench.RunWith(h => h with { BeforeChange = step => Spoil(bench, step) }, "build", "--all");

        Assert.Equal(3, run.Status);
        Assert.Contains("out/2022/totals.yaml", run.Error, StringComparison.Ordinal);
        Assert.Contains($"写入 {ListedIn(run)} 个文件", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("out/2022/", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("out/index.html", run.Out, StringComparison.Ordinal);
        Directory.Delete(bench.Full("out/2022/totals.yaml"), recursive: true);
        bench.Write("out/2022/totals.yaml", old["out/2022/totals.yaml"]);
        AssertIs(bench, "out/2021", renewed);
        AssertIs(bench, "out/2022", old);
        Assert.Equal(old.Keys, bench.Files("out"));
    }

    [Fact]
    public void A_kill_while_a_year_is_put_back_leaves_it_old_or_new_after_the_next_run()
    {
        using var bench = TwoYears();
        var old = Snapshot(bench);
        ChangeData(bench);
        var renewed = Renewed(bench);
        for (var last = 0; last < 14; last++)
        {
            Restore(bench, old);
            ChangeData(bench);
            var left = last;
            var isSpoiled = false;
            bench.RunWith(h => h with
            {
                BeforeChange = step =>
                {
                    if (isSpoiled && left-- <= 0) throw new Kill();
                    isSpoiled |= Spoil(bench, step);
                },
            }, "build", "--all");
            Directory.Delete(bench.Full("out/2022/totals.yaml"), recursive: true);
            bench.Write("out/2022/totals.yaml", old["out/2022/totals.yaml"])
                .Write("data/2021/甲.yaml", Workbench.Broken).AddYear(2022, Workbench.Broken);

            Assert.Equal(1, bench.Run("build", "--all").Status);

            AssertWhole(bench, old, renewed, last);
        }
    }

    [Fact]
    public void A_journal_that_was_still_being_written_counts_for_nothing()
    {
        using var bench = TwoYears();
        var old = Snapshot(bench);
        bench.Write("out/.reportc.new/0", "new");
        var journal = System.Text.Encoding.UTF8.GetString(
            Journal.Of(bench.Full("out"), [new FileSet(bench.Full("out/2021"), 2021, ["report.md"])]));
        var whole = journal.TrimEnd().Length;
        for (var length = 0; length < whole; length += 3)
        {
            bench.Write("out/.reportc.new/0", "new").Write("out/.reportc.journal", journal[..length]);
            bench.Run("build", "--all");
            Assert.Equal(old.Keys, bench.Files("out"));
            Assert.Equal(old["out/2021/report.md"], bench.Read("out/2021/report.md"));
        }
        bench.Write("data/2021/甲.yaml", Workbench.Broken).Write("out/.reportc.new/0", "new").Write("out/.reportc.journal", journal);
        Assert.Contains("已接着写完：out/2021", bench.Run("build", "2021").Error, StringComparison.Ordinal);
        Assert.Equal("new", bench.Read("out/2021/report.md"));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("2021/../../..")]
    [InlineData("/tmp")]
    public void A_journal_that_leads_out_of_the_folder_is_not_followed(string folder)
    {
        using var bench = TwoYears();
        bench.Write("out/.reportc.new/0", "evil")
            .Write("out/.reportc.journal", $"reportc journal 1\n0 {folder}\n evil.txt\nend\n");

        Assert.Equal(0, bench.Run("build", "--all").Status);

        Assert.False(bench.Has("evil.txt") || File.Exists("/tmp/evil.txt"));
        Assert.False(bench.Has("out/.reportc.journal") || Directory.Exists(bench.Full("out/.reportc.new")));
    }

    [Fact]
    public void An_unchanged_build_changes_nothing_and_leaves_no_lock()
    {
        using var bench = TwoYears();
        var changes = new List<string>();
        var before = bench.Files("out").ConvertAll(f => File.GetLastWriteTimeUtc(bench.Full(f)));

        Assert.Equal(0, bench.RunWith(h => h with { BeforeChange = changes.Add }, "build", "--all").Status);

        Assert.Empty(changes);
        Assert.Equal(before, bench.Files("out").ConvertAll(f => File.GetLastWriteTimeUtc(bench.Full(f))));
        Assert.DoesNotContain(bench.Files("out"), f => f.Contains(".reportc", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_build_waits_and_then_says_who_writes()
    {
        using var bench = TwoYears();
        bench.Write("out/.reportc.new/holder", "4711 elsewhere");
        using (OutputLock.Take(SessionOf(bench), bench.Full("out")))
        {
            var run = bench.RunWith(h => h with { Patience = TimeSpan.FromMilliseconds(60) }, "build", "--all");
            Assert.Equal(3, run.Status);
            Assert.Contains("另一个 reportc 一直在写它（进程和计算机：4711 elsewhere）", run.Error, StringComparison.Ordinal);
            using var interruption = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            Assert.Equal(130, CommandLine.Run(["build"], SessionOf(bench).Host, interruption.Token));
        }
        Assert.Equal(0, bench.Run("build", "--all").Status);
    }

    [Fact]
    public void A_lock_file_that_is_left_over_blocks_nobody_and_goes()
    {
        using var bench = TwoYears().Write("out/.reportc.lock", "");

        Assert.Equal(0, bench.Run("build", "--all").Status);

        Assert.False(bench.Has("out/.reportc.lock"));
    }

    [Fact]
    public void An_interrupted_build_replaces_nothing()
    {
        using var bench = TwoYears();
        var old = Snapshot(bench);
        ChangeData(bench);
        using var interruption = new CancellationTokenSource();
        var host = SessionOf(bench).Host with { BeforeChange = _ => interruption.Cancel() };

        var status = CommandLine.Run(["build", "--all"], host, interruption.Token);

        Assert.Equal(130, status);
        Assert.Equal(old, Snapshot(bench));
    }

    [Fact]
    public void What_a_killed_run_left_in_a_folder_goes_when_that_is_written_to_again_unless_somebody_holds_it()
    {
        using var bench = new Workbench().Write(".a.txt.abc.reportc-new", "").Write(".b.txt.xyz.reportc-new", "");
        using var held = new FileStream(bench.Full(".b.txt.xyz.reportc-new"), FileMode.Open, FileAccess.Read, FileShare.Read);

        DiskWriter.Replace(bench.Full("a.txt"), "new"u8.ToArray());

        Assert.Equal([".b.txt.xyz.reportc-new", "a.txt"], bench.Files());
        Assert.Equal("new", bench.Read("a.txt"));
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    private static Workbench TwoYears()
    {
        var bench = Workbench.WithProject(Data).AddYear(2022, Data);
        Assert.Equal(0, bench.Run("build", "--all").Status);
        return bench;
    }

    private static void ChangeData(Workbench bench) => bench.Write("data/2021/甲.yaml", Other).AddYear(2022, Other);

    private static Session SessionOf(Workbench bench) =>
        new(
            new Host { Out = TextWriter.Null, Error = TextWriter.Null, In = Stream.Null, Folder = bench.Root },
            default,
            CancellationToken.None);

    private static int Steps(Workbench bench)
    {
        var steps = 0;
        Assert.Equal(0, bench.RunWith(h => h with { BeforeChange = _ => steps++ }, "build", "--all").Status);
        return steps;
    }

    private static Dictionary<string, string> Renewed(Workbench bench)
    {
        Assert.Equal(0, bench.Run("build", "--all").Status);
        return Snapshot(bench);
    }

    /// <summary>Runs a build that takes this many steps and none after them: neither one that cleans up.</summary>
    private static void Killed(Workbench bench, int steps) => bench.RunWith(h => h with
    {
        BeforeChange = _ =>
        {
            if (steps-- <= 0) throw new Kill();
        },
    }, "build", "--all");

    /// <summary>Puts a folder in the place of the second file of 2022 when the first has been moved; whether it did.</summary>
    private static bool Spoil(Workbench bench, string step)
    {
        if (!step.StartsWith("replace", StringComparison.Ordinal)) return false;
        if (!step.EndsWith("2022/totals.yaml", StringComparison.Ordinal)) return false;
        File.Delete(bench.Full("out/2022/totals.yaml"));
        bench.Write("out/2022/totals.yaml/in-the-way", "");
        return true;
    }

    private static int ListedIn(Run run) => run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private static Dictionary<string, string> Snapshot(Workbench bench) =>
        bench.Files("out").ToDictionary(f => f, bench.Read);

    private static void Restore(Workbench bench, Dictionary<string, string> files)
    {
        Directory.Delete(bench.Full("out"), recursive: true);
        foreach (var (path, text) in files) bench.Write(path, text);
    }

    private static void AssertWhole(Workbench bench, Dictionary<string, string> old, Dictionary<string, string> renewed, int step)
    {
        Assert.Equal(old.Keys.Order(StringComparer.Ordinal), bench.Files("out"));
        foreach (var place in Places)
        {
            var isNew = In(place, renewed).All(f => bench.Read(f.Key) == f.Value);
            var isOld = In(place, old).All(f => bench.Read(f.Key) == f.Value);
            Assert.True(isNew || isOld, $"{place} is mixed after step {step}");
        }
    }

    private static void AssertIs(Workbench bench, string place, Dictionary<string, string> files) =>
        Assert.All(In(place, files), f => Assert.Equal(f.Value, bench.Read(f.Key)));

    private static IEnumerable<KeyValuePair<string, string>> In(string place, Dictionary<string, string> files) =>
        files.Where(f => Path.GetDirectoryName(f.Key) == place);

    /// <summary>Ends a run as a kill does: nothing catches it that knows of disks.</summary>
    private sealed class Kill : Exception;
}
