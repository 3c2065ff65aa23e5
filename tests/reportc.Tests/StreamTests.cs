using System.Text;
using Reportc.Files;
using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>Standard streams that are full or closed: a message and the exit status 3, never a trace, never success.</summary>
public sealed class StreamTests
{
    // What Linux answers for /dev/full.
    private const int NoSpace = 28;

    [Theory]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("export")]
    [InlineData("build")]
    [InlineData("--help")]
    [InlineData("completions", "bash")]
    public void A_full_standard_output_is_exit_3_and_told_on_standard_error(params string[] args)
    {
        using var bench = Workbench.WithProject();
        var run = bench.RunWith(h => h with { Out = Full() }, args);
        Assert.Equal(3, run.Status);
        Assert.Contains("错误[RC9002]：无法写入标准输出：磁盘已满", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_standard_error_of_build_is_told_behind_its_files()
    {
        using var bench = Workbench.WithProject();
        var run = bench.RunWith(h => h with { Error = Full() }, "build", "--lang", "en");
        Assert.Equal(3, run.Status);
        Assert.Contains("out/2021/report.md\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("error[RC9002]: cannot write standard error: the disk is full", run.Out, StringComparison.Ordinal);
        Assert.True(bench.Has("out/2021/report.html"));
    }

    [Fact]
    public void A_result_for_programs_is_not_mixed_with_the_message()
    {
        using var bench = Workbench.WithProject();
        var run = bench.RunWith(h => h with { Error = Full() }, "export", "nonsense");
        Assert.Equal(3, run.Status);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void Both_full_end_with_3_and_no_exception()
    {
        using var bench = Workbench.WithProject();
        Assert.Equal(3, bench.RunWith(h => h with { Out = Full(), Error = Full() }, "check").Status);
    }

    [Fact]
    public void A_closed_standard_output_is_said_to_be_closed()
    {
        using var bench = Workbench.WithProject();
        var run = bench.RunWith(h => h with { Out = new StreamWriter(new ClosedStream()) }, "check");
        Assert.Equal(3, run.Status);
        Assert.Contains("无法写入标准输出：它已经关闭", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_standard_input_is_an_error_at_once()
    {
        using var bench = new Workbench();
        var run = bench.RunWith(h => h with { In = new ClosedStream() }, "check", "-");
        Assert.Equal(3, run.Status);
        Assert.Contains("无法读取标准输入：它已经关闭", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/shm", false)]
    [InlineData("/dev/shm/figures.csv", false)]
    [InlineData("/dev/no-such-device", false)]
    [InlineData("/tmp/dev/null", false)]
    public void A_device_is_known_from_a_file_that_may_be_replaced(string path, bool isDevice) =>
        Assert.Equal(isDevice && !OperatingSystem.IsWindows(), DiskWriter.IsDevice(path));

    private static StreamWriter Full() => new(new FullStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device", NoSpace);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device", NoSpace);
    }
}
