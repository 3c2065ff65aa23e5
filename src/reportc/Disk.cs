using System.IO.Enumeration;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.CommandLine;

/// <summary>The one place that touches the disk. What goes wrong there is a <see cref="Failure"/> that says what to do.</summary>
internal static class Disk
{
    // Nothing is passed over in silence: a folder that may not be read is a failure, not an empty one.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public static bool HasFile(string path) => File.Exists(path);

    public static bool HasFolder(string path) => Directory.Exists(path);

    /// <summary>The bytes of a file.</summary>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw CannotRead(path, e);
        }
    }

    /// <summary>All of standard input; given up when the run is interrupted, for a terminal may never end it.</summary>
    public static byte[] ReadAll(Stream stream, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        try
        {
            Task.Run(() => stream.CopyTo(bytes), cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();
            return bytes.ToArray();
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw CannotRead("-", e);
        }
    }

    /// <summary>The names of the files of a folder that are nobody's scratch files, in ordinal order; none where there is no folder.</summary>
    public static List<string> Files(string folder) => Names(folder, folders: false);

    /// <summary>The names of the folders of a folder, in ordinal order; none where there is no folder.</summary>
    public static List<string> Folders(string folder) => Names(folder, folders: true);

    /// <summary>Whether a file is there with these bytes.</summary>
    public static bool Holds(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(path));
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw CannotRead(path, e);
        }
    }

    /// <summary>
    /// Writes files of one folder, all or none: each beside its place first, then every one is moved into it. What is likely
    /// to go wrong (no room, no permission, a file held open by another program) does so before the first is moved.
    /// </summary>
    public static void Replace(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        var written = new List<(string Temporary, string Path)>(files.Count);
        var at = folder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, bytes) in files)
            {
                at = Path.Join(folder, name);
                var temporary = Path.Join(folder, $".{name}.{Path.GetRandomFileName()}");
                written.Add((temporary, at));
                File.WriteAllBytes(temporary, bytes);
                ThrowIfHeld(at);
            }
            foreach (var (temporary, path) in written)
            {
                at = path;
                File.Move(temporary, path, overwrite: true);
            }
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            foreach (var (temporary, _) in written) Discard(temporary);
            throw CannotWrite(at, e);
        }
    }

    /// <summary>The bytes a file has; 0 where there is none.</summary>
    public static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>Appends text to a file that others write too.</summary>
    public static void Append(string path, string text)
    {
        try
        {
            File.AppendAllText(path, text);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw CannotWrite(path, e);
        }
    }

    private static List<string> Names(string folder, bool folders)
    {
        if (!Directory.Exists(folder)) return [];
        try
        {
            var names = new List<string>(new FileSystemEnumerable<string>(folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory == folders && !IsScratch(entry.FileName),
            });
            names.Sort(StringComparer.Ordinal);
            return names;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw CannotRead(folder, e);
        }
    }

    // Hidden files, and the lock files WPS and Word put beside an open document.
    private static bool IsScratch(ReadOnlySpan<char> name) => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal);

    private static void ThrowIfHeld(string path)
    {
        if (File.Exists(path)) File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // The failure that led here is the one to report.
        }
    }

    private static bool IsOfDisk(Exception e) => e is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException;

    private static Failure CannotRead(string path, Exception e)
    {
        var (reason, help) = Reason(path, e);
        return Failure.OfFile(new($"无法读取 {Session.Slashed(path)}：{reason.Chinese}", $"cannot read {Session.Slashed(path)}: {reason.English}"), help, e);
    }

    private static Failure CannotWrite(string path, Exception e)
    {
        var (reason, help) = Reason(path, e);
        return Failure.OfFile(new($"无法写入 {Session.Slashed(path)}：{reason.Chinese}", $"cannot write {Session.Slashed(path)}: {reason.English}"), help, e);
    }

    private static (Text Reason, Text? Help) Reason(string path, Exception e) => e switch
    {
        _ when Directory.Exists(path) => (new("这是文件夹，不是文件", "it is a folder, not a file"), new("检查路径", "check the path")),
        UnauthorizedAccessException => (new("没有权限，或文件是只读的", "no permission, or the file is read-only"), new("检查文件和文件夹的权限", "check the permissions of the file and its folder")),
        FileNotFoundException or DirectoryNotFoundException => (new("没有这个文件", "there is no such file"), new("检查路径", "check the path")),
        PathTooLongException => (new("路径太长", "the path is too long"), new("换到层数较少的文件夹", "use a folder with a shorter path")),
        IOException when IsDiskFull(e.HResult) => (new("磁盘已满", "the disk is full"), new("清理磁盘后再试", "make room and try again")),
        IOException when IsHeld(e.HResult) => (new("另一个程序正打开着它", "another program has it open"), new("在 WPS、Word 或浏览器中关闭它后再试", "close it there and try again")),
        _ => (Text.Same(e.Message), null),
    };

    // Windows' code is the low word of a negative HResult; on other systems the HResult is errno as it is.
    private static bool IsDiskFull(int result) => result < 0 ? (result & 0xFFFF) is 39 or 112 : result is 28;

    private static bool IsHeld(int result) => result < 0 ? (result & 0xFFFF) is 32 or 33 : result is 11 or 35;
}
