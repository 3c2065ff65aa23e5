using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Files;

/// <summary>The words for what the disk refuses: the fact, then what to do.</summary>
internal static class DiskFailure
{
    /// <summary>Whether the disk, not the program, is at fault.</summary>
    public static bool IsOfDisk(Exception e) =>
        e is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException;

    /// <summary>A file or folder that could not be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="e">What the system said.</param>
    /// <param name="given">Its name on the command line; null for the path itself.</param>
    public static Failure CannotRead(string path, Exception e, string? given = null) => CannotRead(Spaced(given ?? path), path, e);

    /// <summary>A standard stream that could not be read.</summary>
    public static Failure CannotRead(Text stream, Exception e) => CannotRead(stream, "", e);

    /// <summary>A file or folder that could not be written.</summary>
    public static Failure CannotWrite(string path, Exception e) => CannotWrite(Spaced(path), path, e);

    /// <summary>A standard stream that did not take what was written.</summary>
    public static Failure CannotWrite(Text stream, Exception e) => CannotWrite(stream, "", e);

    /// <summary>A folder was named where a file is read.</summary>
    public static Failure IsFolder(string given) => Failure.OfFile(
        new($"无法读取 {given}：这是文件夹，不是文件", $"cannot read {given}: it is a folder, not a file"),
        new("写文件名，或写年度，例如 reportc check 2021", "name a file, or a year: reportc check 2021"),
        null);

    /// <summary>A file has the place of a folder that is to be written into.</summary>
    public static Failure IsInTheWay(string folder, string file, Exception? cause)
    {
        var (wanted, there) = (Session.Slashed(folder), Session.Slashed(file));
        return Failure.OfFile(
            wanted == there ? new($"无法写入 {wanted}：这是文件，不是文件夹", $"cannot write into {wanted}: it is a file, not a folder")
                : new($"无法写入 {wanted}：{there} 是文件，不是文件夹", $"cannot write {wanted}: {there} is a file, not a folder"),
            new("把它改名或移走", "rename it or move it away"),
            cause);
    }

    /// <summary>A file is another by now than the one that was read and changed.</summary>
    public static Failure HasChanged(string path)
    {
        var shown = Session.Slashed(path);
        return Failure.OfFile(
            new($"没有写入 {shown}：刚才有别的程序改了它", $"did not write {shown}: another program has just changed it"),
            new("再运行一次", "run it again"),
            null);
    }

    /// <summary>A link of the project leads to a place that is none of its own.</summary>
    public static Failure LeadsOut(string path, string target)
    {
        var (link, place) = (Session.Slashed(path), Session.Slashed(target));
        return Failure.OfFile(
            new($"{link} 经过链接指向项目以外的 {place}，不读也不写",
                $"{link} leads by a link out of the project, to {place}: neither read nor written"),
            new("把文件放进项目；确要共用，在 reportc.yaml 的“共享”中写明那个文件夹",
                "put the file into the project; to share it name its folder under 共享 in reportc.yaml"),
            null);
    }

    /// <summary>A link lies where reports are written.</summary>
    public static Failure IsLink(string path)
    {
        var link = Session.Slashed(path);
        return Failure.OfFile(
            new($"无法写入：{link} 是链接", $"cannot write: {link} is a link"),
            new("删去这个链接；输出文件夹本身可以是链接，里面的不可以",
                "delete the link; the output folder itself may be one, what is in it may not"),
            null);
    }

    /// <summary>A device, a pipe or a socket has the name of a file.</summary>
    public static Failure IsSpecial(string path, Text kind)
    {
        var shown = Session.Slashed(path);
        return Failure.OfFile(
            new($"无法读取 {shown}：这是{kind.Chinese}，不是文件", $"cannot read {shown}: it is {kind.English}, not a file"),
            new("换成普通文件，或移走", "put a regular file there, or move it away"),
            null);
    }

    /// <summary>A file has the name of a folder that is read.</summary>
    public static Failure IsNoFolder(string path)
    {
        var shown = Session.Slashed(path);
        return Failure.OfFile(
            new($"无法读取 {shown}：这是文件，不是文件夹", $"cannot read {shown}: it is a file, not a folder"),
            new("把它改名或移走", "rename it or move it away"),
            null);
    }

    /// <summary>A file, or standard input, is far larger than any that is read.</summary>
    public static Failure IsTooLarge(string path, long limit) => new(ExitStatus.Errors, new Diagnostic(
        Catalogue.FileSize,
        new($"超过限度 {limit} 字节，没有读", $"it has more than the limit of {limit} bytes and was not read"),
        new("检查是否放错了文件", "check whether it is the right file"))
    { Location = Location.AtStart(new SourceText(Session.Slashed(path), "")) });

    /// <summary>Another run writes into the same folder, and does not end.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="holder">Who it is; null if that cannot be told.</param>
    public static Failure IsLocked(string root, string? holder)
    {
        var shown = Session.Slashed(root);
        var who = holder is null ? new Text("", "") : new Text($"（进程和计算机：{holder}）", $" (process and computer: {holder})");
        return Failure.OfFile(
            new($"无法写入 {shown}：另一个 reportc 一直在写它{who.Chinese}",
                $"cannot write {shown}: another reportc is writing into it{who.English}"),
            new("等它结束后再运行，或用 -o 写到别的文件夹", "run it again when that has ended, or write elsewhere with -o"),
            null);
    }

    /// <summary>A run was stopped in the middle of replacing the files of a folder.</summary>
    public static Failure IsHalfDone(string folder) => new(ExitStatus.Errors, new Diagnostic(
        Catalogue.Files,
        new($"{folder} 写到一半就停了，新旧文件混在一起", $"{folder} was left half written: old and new files are mixed"),
        new("运行 reportc build：它先补完或恢复", "run reportc build: it completes or undoes that first")));

    private static Failure CannotRead(Text what, string path, Exception e)
    {
        var (reason, help) = Reason(path, e);
        return Failure.OfFile(new($"无法读取{what.Chinese}：{reason.Chinese}", $"cannot read {what.English}: {reason.English}"), help, e);
    }

    private static Failure CannotWrite(Text what, string path, Exception e)
    {
        var (reason, help) = Reason(path, e);
        return Failure.OfFile(new($"无法写入{what.Chinese}：{reason.Chinese}", $"cannot write {what.English}: {reason.English}"), help, e);
    }

    private static Text Spaced(string path) => new($" {Session.Slashed(path)}", Session.Slashed(path));

    /// <summary>Why a file could not be read or written, and what to do.</summary>
    internal static (Text Reason, Text? Help) Reason(string path, Exception e) => e switch
    {
        // A standard stream: what .NET makes of EBADF.
        UnauthorizedAccessException when path.Length == 0 => (new("它已经关闭", "it is closed"), null),
        UnauthorizedAccessException when Directory.Exists(path) =>
            (new("没有权限", "no permission"), new("检查文件夹的权限", "check the folder's permissions")),
        _ when Directory.Exists(path) => (new("这是文件夹，不是文件", "it is a folder, not a file"), new("检查路径", "check the path")),
        UnauthorizedAccessException => (
            new("没有权限，或文件是只读的", "no permission, or the file is read-only"),
            new("检查文件和文件夹的权限", "check the permissions of the file and its folder")),
        FileNotFoundException or DirectoryNotFoundException =>
            (new("没有这个文件", "there is no such file"), new("检查路径", "check the path")),
        PathTooLongException => (new("路径太长", "the path is too long"), new("换到层数较少的文件夹", "use a folder with a shorter path")),
        IOException when e.HResult == ClosedStream.Code => (new("它已经关闭", "it is closed"), null),
        IOException when IsDiskFull(e.HResult) => (new("磁盘已满", "the disk is full"), new("清理磁盘后再试", "make room and try again")),
        IOException when IsThere(e.HResult) =>
            (new("已经有这个文件", "there is such a file already"), new("把它改名或移走后再试", "rename or move it and try again")),
        IOException when IsHeld(e.HResult) => (
            new("另一个程序正打开着它", "another program has it open"),
            new("在 WPS、Word 或浏览器中关闭它后再试", "close it there and try again")),
        _ => (Text.Same(e.Message), null),
    };

    // Windows' code is the low word of a negative HResult; on other systems the HResult is errno as it is.
    private static bool IsDiskFull(int result) => result < 0 ? (result & 0xFFFF) is 39 or 112 : result is 28;

    private static bool IsThere(int result) => result < 0 ? (result & 0xFFFF) is 80 or 183 : result is 17;

    /// <summary>Whether another program holds the file.</summary>
    internal static bool IsHeld(IOException e) => IsHeld(e.HResult);

    private static bool IsHeld(int result) => result < 0 ? (result & 0xFFFF) is 32 or 33 : result is 11 or 35;
}
