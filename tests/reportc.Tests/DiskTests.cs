using Reportc.Files;
using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>What goes wrong with files, in the words of the user: also what only Windows reports.</summary>
public sealed class DiskTests
{
    [Theory]
    [InlineData(unchecked((int)0x80070020), "另一个程序正打开着它", "close it there and try again")]
    [InlineData(unchecked((int)0x80070021), "另一个程序正打开着它", "close it there and try again")]
    [InlineData(unchecked((int)0x80070070), "磁盘已满", "make room and try again")]
    [InlineData(unchecked((int)0x80070027), "磁盘已满", "make room and try again")]
    [InlineData(11, "另一个程序正打开着它", "close it there and try again")]
    [InlineData(28, "磁盘已满", "make room and try again")]
    public void A_code_of_the_system_is_put_into_words(int code, string reason, string help)
    {
        var told = DiskFailure.Reason("a.yaml", new IOException("the system's own words") { HResult = code });

        Assert.Equal(reason, told.Reason.Chinese);
        Assert.EndsWith(help, told.Help!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_written_says_so()
    {
        var told = DiskFailure.Reason("a.yaml", new UnauthorizedAccessException("the system's own words"));

        Assert.Equal(("没有权限，或文件是只读的", "no permission, or the file is read-only"), (told.Reason.Chinese, told.Reason.English));
        Assert.NotNull(told.Help);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_told_and_stays()
    {
        using var bench = new Workbench();
        File.CreateSymbolicLink(bench.Full("a.yaml"), "nowhere.yaml");

        var failure = Assert.Single(DiskWriter.Replace([(bench.Full("a.yaml"), "old"u8.ToArray(), [1])]))!;

        Assert.Equal(ExitStatus.Failure, failure.Status);
        Assert.Equal("nowhere.yaml", new FileInfo(bench.Full("a.yaml")).LinkTarget);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4096, true)]
    [InlineData(1 << 20, true)]
    [InlineData((1 << 20) + 1, false)]
    [InlineData(0, false)]
    public void A_file_of_the_usual_kind_is_read_whole_and_without_detour_on_Linux(int length, bool isUsual)
    {
        using var bench = new Workbench();
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var path = bench.Full("水务局.yaml");
        File.WriteAllBytes(path, bytes);

        Assert.Equal(isUsual && OperatingSystem.IsLinux() ? bytes : null, QuickFile.Read(path));
        Assert.Equal(bytes, Disk.Read(path));
    }

    [Fact]
    public void What_is_not_quite_a_file_is_left_to_who_can_say_what_it_is()
    {
        using var bench = new Workbench().Write("a.yaml", "机关: 水务局\n");
        File.CreateSymbolicLink(bench.Full("link.yaml"), "a.yaml");

        string[] others = [bench.Full("link.yaml"), bench.Full("nothing.yaml"), bench.Full("."), "/dev/zero", bench.Full("a.yaml") + "\0"];
        Assert.All(others, path => Assert.Null(QuickFile.Read(path)));
    }
}
