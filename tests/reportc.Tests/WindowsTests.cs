using Xunit;

namespace Reportc.Tests;

/// <summary>What the program does on Windows: names, line ends, paths, and files that others hold.</summary>
[Trait("tool", "wine")]
public sealed class WindowsTests(WindowsProgram windows) : IClassFixture<WindowsProgram>
{
    private const string Project = "区 政府 (2021)";

    [Fact]
    public void A_build_writes_the_same_bytes()
    {
        using var bench = Bench();

        const string Formats = "md,html,docx,totals,review";
        var (status, printed) = windows.Run(bench.Root, "build", "--all", "-p", Project, "-o", "windows", "--format", Formats);

        Assert.True(status == 0, printed);
        bench.Run("build", "--all", "-p", Project, "-o", "here", "--format", Formats);
        Assert.Equal(bench.Files("here").Select(f => f["here".Length..]), bench.Files("windows").Select(f => f["windows".Length..]));
        Assert.All(bench.Files("here"), f =>
            Assert.Equal(File.ReadAllBytes(bench.Full(f)), File.ReadAllBytes(bench.Full("windows" + f["here".Length..]))));
        Assert.NotEmpty(bench.Files("here"));

        // Written over what is there: unchanged files are left, a changed one is replaced.
        Change(bench);
        (status, printed) = windows.Run(bench.Root, "build", "2021", "-p", Project, "-o", "windows", "--lang", "en");
        Assert.True(status == 0, printed);
        Assert.Contains("4 files written", printed, StringComparison.Ordinal);
        Assert.Contains("行政许可: 20812", bench.Read("windows/2021/totals.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Files("windows"), f => f.Contains(".reportc", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_is_mended_and_keeps_its_line_ends()
    {
        using var bench = Bench();
        bench.Write("教育 局.yaml", "单位: 县教育局\r\n年度: 2021\r\n主动公开：无\r\n依申请公开: 无\r\n复议诉讼: 无\r\n");

        var (status, printed) = windows.Run(bench.Root, "check", "--fix", "教育 局.yaml", "--lang", "zh");

        Assert.True(status == 0, printed);
        Assert.Contains("第 3 行：“主动公开：无”改为“主动公开: 无”", printed, StringComparison.Ordinal);
        Assert.Equal("单位: 县教育局\r\n年度: 2021\r\n主动公开: 无\r\n依申请公开: 无\r\n复议诉讼: 无\r\n", bench.Read("教育 局.yaml"));
    }

    [Fact]
    public void Paths_may_be_longer_than_those_of_old_programs()
    {
        using var bench = Bench();
        var deep = string.Join('/', Enumerable.Repeat("名称很长的文件夹名称很长的文件夹名称很长的文件夹", 14));
        bench.Copy("samples/minimal", deep);

        var (status, printed) = windows.Run(bench.Root, "build", "2021", "-p", deep);

        Assert.True(status == 0, printed);
        Assert.True(bench.Has($"{deep}/out/2021/report.html"));
    }

    [Fact]
    public void What_another_program_holds_open_or_must_not_be_written_stops_the_year_whole()
    {
        using var bench = Bench();
        windows.Run(bench.Root, "build", "2021", "-p", Project, "-o", "out");
        var before = Files();
        Change(bench);
        var report = bench.Full("out/2021/report.html");

        using (var held = windows.Shell(bench.Root, @"echo begun> begun & ping -n 12 127.0.0.1 >> out\2021\report.html"))
        {
            while (!bench.Has("begun") && !held.HasExited) Thread.Sleep(50);
            Thread.Sleep(500);
            var (status, printed) = windows.Run(bench.Root, "build", "2021", "-p", Project, "-o", "out", "--lang", "zh");
            Assert.Equal(3, status);
            Assert.Contains("另一个程序正打开着它", printed, StringComparison.Ordinal);
            // Its processes are Wine's, and end by themselves.
            held.WaitForExit();
        }
        Assert.Equal(before.Keys, Files().Keys);
        Assert.All(before.Where(f => f.Key != "out/2021/report.html"), f => Assert.Equal(f.Value, File.ReadAllBytes(bench.Full(f.Key))));

        File.WriteAllBytes(report, before["out/2021/report.html"]);
        File.SetAttributes(report, FileAttributes.ReadOnly);
        var (refused, told) = windows.Run(bench.Root, "build", "2021", "-p", Project, "-o", "out", "--lang", "zh");
        Assert.Equal(3, refused);
        Assert.Contains("只读", told, StringComparison.Ordinal);
        Assert.All(before, f => Assert.Equal(f.Value, File.ReadAllBytes(bench.Full(f.Key))));

        SortedDictionary<string, byte[]> Files() =>
            new(bench.Files("out").ToDictionary(f => f, f => File.ReadAllBytes(bench.Full(f))), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Two_builds_at_once_write_one_after_the_other()
    {
        using var bench = Bench();

        var both = await Task.WhenAll(Build(), Build());

        Assert.All(both, b => Assert.True(b.Status == 0, b.Printed));
        bench.Run("build", "--all", "-p", Project, "-o", "here");
        Assert.Equal(bench.Files("here").Select(f => f["here".Length..]), bench.Files("out").Select(f => f["out".Length..]));
        Assert.All(bench.Files("here"), f =>
            Assert.Equal(File.ReadAllBytes(bench.Full(f)), File.ReadAllBytes(bench.Full("out" + f["here".Length..]))));

        Task<(int Status, string Printed)> Build() => Task.Run(() => windows.Run(bench.Root, "build", "--all", "-p", Project, "-o", "out"));
    }

    private static void Change(Workbench bench)
    {
        const string File = Project + "/data/2021/教育局.yaml";
        bench.Write(File, bench.Read(File).Replace("行政许可: 24", "行政许可: 25", StringComparison.Ordinal));
    }

    private Workbench Bench()
    {
        Assert.SkipUnless(windows.IsHere, "wine is not installed");
        return new Workbench().Copy("samples/shuimogou", Project);
    }
}
