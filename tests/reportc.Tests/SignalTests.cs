using System.Diagnostics;
using Xunit;

namespace Reportc.Tests;

/// <summary>The program as a process, and the signals that end it.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void A_signal_to_end_ends_a_run_with_130(string signal)
    {
        if (OperatingSystem.IsWindows()) return;
        using var bench = Workbench.WithProject();
        // It waits for standard input, which does not end.
        using var process = Start(bench, "check", "-");
        WaitUntilCaught(process, signal);

        Signal(process, signal);

        Assert.True(process.WaitForExit(20_000));
        Assert.Equal((130, "已中断\n"), (process.ExitCode, process.StandardError.ReadToEnd()));
    }

    /// <summary>However slow the machine is, the program has said by then what it does with a signal.</summary>
    private static void WaitUntilCaught(Process process, string signal)
    {
        var status = $"/proc/{process.Id}/status";
        var bit = signal switch { "HUP" => 0, "INT" => 1, _ => 14 };
        while (File.Exists(status) && !process.HasExited)
        {
            var caught = File.ReadLines(status).First(l => l.StartsWith("SigCgt:", StringComparison.Ordinal))["SigCgt:".Length..].Trim();
            if ((Convert.ToUInt64(caught, 16) >> bit & 1) == 1) break;
            Thread.Sleep(10);
        }
        // It reads by then, or on another system it has begun to.
        Thread.Sleep(500);
    }

    [Fact]
    public void A_run_that_is_killed_anywhere_leaves_every_project_old_or_new_after_the_next()
    {
        if (OperatingSystem.IsWindows()) return;
        using var bench = new Workbench();
        var places = Enumerable.Range(0, 12).Select(i => $"p{i:D2}").ToList();
        string[] data = [Workbench.Sound, Workbench.Sound.Replace("自然人: 2", "自然人: 1", StringComparison.Ordinal)
            .Replace("自然人: 3", "自然人: 2", StringComparison.Ordinal)];
        string[] whole = [Build(1), Build(0)];
        var files = bench.Files("out");
        var (killed, random) = (0, new Random(1));
        for (var i = 0; i < 8; i++)
        {
            foreach (var place in places) bench.AddProject(data[(i + 1) % 2], place);
            using (var process = Start(bench, "build", "-p", "."))
            {
                var sign = bench.Full(i % 3 == 0 ? "out/.reportc.lock" : "out/.reportc.journal");
                while (!process.HasExited && !File.Exists(sign)) { }
                Thread.SpinWait(random.Next(200_000));
                process.Kill();
                process.WaitForExit();
            }
            if (bench.Files("out").Exists(f => f.Contains(".reportc", StringComparison.Ordinal))) killed++;
            foreach (var place in places) bench.AddProject(Workbench.Broken, place);

            Assert.Equal(1, bench.Run("build", "-p", ".").Status);

            Assert.Equal(files, bench.Files("out"));
            Assert.All(places, place => Assert.Contains(Content(place), whole));
        }
        Assert.True(killed > 2, $"only {killed} runs were killed while they wrote");

        string Build(int which)
        {
            foreach (var place in places) bench.AddProject(data[which], place);
            Assert.Equal(0, bench.Run("build", "-p", ".").Status);
            return Content(places[0]);
        }

        string Content(string place) => string.Concat(bench.Files($"out/{place}").Select(bench.Read));
    }

    [Fact]
    public void Two_builds_of_different_data_into_one_folder_leave_the_files_of_one()
    {
        using var bench = new Workbench();
        var years = Enumerable.Range(1, 20).Select(i => 2020 + i).ToList();
        var others = Workbench.Sound.Replace("自然人: 3", "自然人: 5", StringComparison.Ordinal)
            .Replace("自然人: 2", "自然人: 5", StringComparison.Ordinal).Replace("{自然人: 1}", "无", StringComparison.Ordinal);
        var ones = others.Replace("5", "3", StringComparison.Ordinal);
        bench.AddProject(ones, "one").AddProject(others, "other");
        foreach (var year in years) bench.AddYear(year, ones, "one").AddYear(year, others, "other");
        using var one = Start(bench, "build", "--all", "-p", "one", "-o", "out");
        using var other = Start(bench, "build", "--all", "-p", "other", "-o", "out");

        Assert.True(one.WaitForExit(60_000) && other.WaitForExit(60_000));

        Assert.Equal((0, 0), (one.ExitCode, other.ExitCode));
        Assert.Single(years.Select(y => bench.Read($"out/{y}/totals.yaml").Contains("自然人: 5", StringComparison.Ordinal)).Distinct());
        Assert.DoesNotContain(bench.Files("out"), f => f.Contains(".reportc", StringComparison.Ordinal));
    }

    private static Process Start(Workbench bench, params string[] args)
    {
        // What a program that is started in the background ignores, its children ignore: the signals are as by hand.
        string[] reset = OperatingSystem.IsLinux() ? ["--default-signal=HUP,INT,TERM"] : [];
        var start = new ProcessStartInfo("env", [.. reset, "dotnet", "exec", typeof(CommandLine).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = bench.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "zh_CN.UTF-8";
        var process = Process.Start(start)!;
        // Nobody looks at it, and it must not fill up.
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
