using System.Diagnostics;
using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>Only what is the project's is read and written: regular files, and links that stay within.</summary>
public sealed class BoundsTests
{
    [Theory]
    [InlineData("narrative")]
    [InlineData("templates")]
    [InlineData("rules")]
    [InlineData("editions")]
    [InlineData("data/2021")]
    public void A_file_in_the_place_of_a_folder_is_a_failure_and_the_good_report_stays(string folder)
    {
        using var bench = Built();
        var report = bench.Read("out/2021/report.md");
        if (Directory.Exists(bench.Full(folder))) Directory.Delete(bench.Full(folder), recursive: true);
        bench.Write(folder, "");

        var run = bench.Run("build", "2021");

        Assert.NotEqual(0, run.Status);
        Assert.Equal(report, bench.Read("out/2021/report.md"));
        if (folder != "data/2021")
        {
            Assert.Equal(3, run.Status);
            Assert.Contains($"{folder}：这是文件，不是文件夹", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_looked_into_is_a_failure_and_not_an_empty_one()
    {
        using var bench = Built();
        // Who may look into everything: the links go round in a circle.
        Directory.Delete(bench.Full("narrative"), recursive: true);
        Directory.CreateSymbolicLink(bench.Full("narrative"), "around");
        Directory.CreateSymbolicLink(bench.Full("around"), "narrative");

        var run = bench.Run("build");

        Assert.Equal(3, run.Status);
        Assert.Contains("narrative", run.Error, StringComparison.Ordinal);
        Assert.Contains("平稳", bench.Read("out/2021/report.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("templates/report.md", "secret.md")]
    [InlineData("data/2021/乙.yaml", "secret.md")]
    [InlineData("narrative/2021.md", "secret.md")]
    [InlineData("rules", ".")]
    [InlineData("reportc.yaml", "reportc.yaml")]
    public void A_link_out_of_the_project_is_not_followed_unless_the_folder_is_shared(string link, string target)
    {
        using var bench = Workbench.WithProject(folder: "p").Write("elsewhere/secret.md", "秘密")
            .Write("elsewhere/reportc.yaml", "机关: 某县人民政府\n");
        Link(bench, $"p/{link}", bench.Full($"elsewhere/{target}"));

        var run = bench.Run("build", "-p", "p");

        Assert.Equal(3, run.Status);
        Assert.Contains("经过链接指向项目以外", run.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Files("p/out"));
        if (link == "reportc.yaml") return;
        File.AppendAllText(bench.Full("p/reportc.yaml"), "共享: [../elsewhere]\n");
        Assert.DoesNotContain("经过链接指向项目以外", bench.Run("build", "-p", "p").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_through_a_shared_folder_and_out_again_is_not_followed()
    {
        using var bench = Workbench.WithProject(folder: "p").Write("elsewhere/secret.md", "秘密").Write("shared/x", "");
        File.AppendAllText(bench.Full("p/reportc.yaml"), "共享: [../shared]\n");
        Link(bench, "shared/out", bench.Full("elsewhere"));
        Link(bench, "p/narrative/2021.md", "../../shared/out/secret.md");

        Assert.Equal(3, bench.Run("build", "-p", "p").Status);
    }

    [Fact]
    public void A_link_within_the_folder_that_is_worked_on_is_followed()
    {
        using var bench = Workbench.WithProject(folder: "one").AddProject(folder: "other");
        Link(bench, "one/data/2021/甲.yaml", "../../../other/data/2021/甲.yaml");

        Assert.Equal(0, bench.Run("build", "-p", ".").Status);
        Assert.Equal(3, bench.Run("build", "-p", "one").Status);
        File.AppendAllText(bench.Full("one/reportc.yaml"), "共享: [../other/data]\n");
        Assert.Equal(0, bench.Run("build", "-p", "one").Status);
    }

    [Fact]
    public void A_nested_project_may_lead_to_what_its_parent_shares()
    {
        using var bench = Workbench.WithProject(folder: "p").AddProject(folder: "p/child")
            .Write("shared/2021.md", "## 一、总体情况\n\n好。\n");
        File.WriteAllText(bench.Full("p/reportc.yaml"), "机关: 某市人民政府\n下级: [child]\n共享: [../shared]\n");
        Link(bench, "p/child/narrative/2021.md", bench.Full("shared/2021.md"));

        Assert.DoesNotContain("经过链接", bench.Run("build", "-p", "p").Error, StringComparison.Ordinal);
        Assert.Contains("经过链接", bench.Run("build", "-p", "p/child").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_or_a_device_is_refused_at_once()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var bench = Built();
        using (var made = Process.Start("mkfifo", bench.Full("data/2021/乙.yaml"))) made.WaitForExit();
        var run = bench.Run("build");
        Assert.Equal(3, run.Status);
        Assert.Contains("乙.yaml：这是管道，不是文件", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, bench.Run("check").Status);
        Assert.Contains("这是管道", bench.Run("doctor").Out, StringComparison.Ordinal);

        File.Delete(bench.Full("data/2021/乙.yaml"));
        File.AppendAllText(bench.Full("reportc.yaml"), "共享: [/dev]\n");
        Link(bench, "data/2021/乙.yaml", "/dev/zero");
        Assert.Contains("/dev/zero：这是设备，不是文件", bench.Run("build").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_named_on_the_command_line_is_read_and_given_up_when_the_run_is_interrupted()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var bench = new Workbench();
        using (var made = Process.Start("mkfifo", bench.Full("pipe"))) made.WaitForExit();
        using var interruption = new CancellationTokenSource(100);
        var host = new Host { Out = TextWriter.Null, Error = TextWriter.Null, In = Stream.Null, Folder = bench.Root };

        Assert.Equal(130, CommandLine.Run(["check", "pipe"], host, interruption.Token));

        // The thread that waits to open it is let go.
        using (File.Open(bench.Full("pipe"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) { }
        Assert.Contains("超过限度 16777216 字节", bench.Run("check", "/dev/zero").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_far_too_large_is_a_finding_that_names_the_limit()
    {
        using var bench = Built();
        using (var file = File.Create(bench.Full("narrative/2021.md"))) file.SetLength(17L << 20);

        var run = bench.Run("build");

        Assert.Equal(1, run.Status);
        Assert.Contains("超过限度 16777216 字节", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_projects_that_lead_back_are_a_finding_and_no_endless_tree()
    {
        using var bench = Workbench.WithProject().AddProject(folder: "child");
        File.WriteAllText(bench.Full("reportc.yaml"), "机关: 某市人民政府\n下级: [\"*\"]\n");
        Link(bench, "self", ".");
        Link(bench, "again", bench.Root);
        Link(bench, "same", "child");

        var run = bench.Run("build");

        Assert.Equal(2, run.Status);
        Assert.Contains("下级“again”是链接，指回“.”", run.Error, StringComparison.Ordinal);
        Assert.Contains("下级“self”是链接，指回“.”", run.Error, StringComparison.Ordinal);
        Assert.Contains("下级“same”是链接，指回“child”", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/2021")]
    [InlineData("data/new/deep")]
    [InlineData("narrative")]
    [InlineData("templates/")]
    [InlineData("rules/x")]
    [InlineData("editions")]
    [InlineData("leads-to-data")]
    public void A_folder_that_a_project_is_read_from_takes_no_output(string folder)
    {
        using var bench = Workbench.WithProject();
        Link(bench, "leads-to-data", "data");
        var files = bench.Files();

        var run = bench.Run("build", "-o", folder);

        Assert.Equal(2, run.Status);
        Assert.Contains("是项目读取的文件夹", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, bench.Run("check", "--format", "html", "-o", folder).Status);
        Assert.Equal(files, bench.Files());
    }

    [Fact]
    public void The_output_folder_may_be_a_link_and_what_is_in_it_may_not()
    {
        using var bench = Workbench.WithProject().Write("site/x", "").Write("elsewhere/report.md", "old");
        Link(bench, "out", "site");
        Assert.Equal(0, bench.Run("build").Status);
        Assert.True(bench.Has("site/2021/report.md"));

        Directory.Delete(bench.Full("site/2021"), recursive: true);
        Link(bench, "site/2021", bench.Full("elsewhere"));
        var run = bench.Run("build");
        Assert.Equal(3, run.Status);
        Assert.Contains("out/2021 是链接", run.Error, StringComparison.Ordinal);
        Assert.Equal("old", bench.Read("elsewhere/report.md"));

        // Nor does a journal lead through it.
        bench.Write("site/.reportc.new/0", "new").Write("site/.reportc.journal", "reportc journal 1\n0 2021\n a.md\n report.md\nend\n");
        Assert.Equal(3, bench.Run("build").Status);
        Assert.Equal(["elsewhere/report.md"], bench.Files("elsewhere"));
    }

    [Theory]
    [InlineData("data/2022")]
    [InlineData(".reportc")]
    public void Nothing_is_written_through_a_link_that_leads_out(string link)
    {
        using var bench = Workbench.WithProject(folder: "p").Write("elsewhere/x", "");
        Link(bench, $"p/{link}", bench.Full("elsewhere"));

        Assert.Equal(3, bench.Run("new", "2022", "-p", "p").Status);

        Assert.Equal(["elsewhere/x"], bench.Files("elsewhere"));
    }

    private static Workbench Built()
    {
        var bench = Workbench.WithProject();
        Assert.Equal(0, bench.Run("build").Status);
        return bench;
    }

    private static void Link(Workbench bench, string path, string target)
    {
        var full = bench.Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (File.Exists(full)) File.Delete(full);
        File.CreateSymbolicLink(full, target);
    }
}
