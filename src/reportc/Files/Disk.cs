using System.IO.Enumeration;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using Reportc.Shell;

namespace Reportc.Files;

/// <summary>The one place that touches the disk. What goes wrong there is a <see cref="Failure"/> that says what to do.</summary>
internal static class Disk
{
    // Nothing is passed over in silence: a folder that may not be read is a failure, not an empty one.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public static bool HasFile(string path) => File.Exists(path);

    public static bool HasFolder(string path) => Directory.Exists(path);

    /// <summary>
    /// Which of the three standard streams were closed before the program began. A closed one's number goes to whatever is opened
    /// next, so that it is taken here, and kept from being written to by mistake.
    /// </summary>
    public static bool[] ClosedStreams()
    {
        var closed = new bool[3];
        if (OperatingSystem.IsWindows()) return closed;
        try
        {
            while (File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite) is var handle)
            {
                if (handle.DangerousGetHandle() is var number && number is < 0 or > 2)
                {
                    handle.Dispose();
                    break;
                }
                closed[number] = true;
                Kept.Add(handle);
            }
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // A system without the device: the first use of the stream tells.
        }
        return closed;
    }

    private static readonly List<Microsoft.Win32.SafeHandles.SafeFileHandle> Kept = [];

    /// <summary>The bytes of a file that was named on the command line; a failure stands at the name it was given.</summary>
    public static byte[] Read(string path, string given)
    {
        try
        {
            if (!Directory.Exists(path)) return File.ReadAllBytes(path);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw At(CannotRead(Spaced(given), path, e));
        }
        throw At(Failure.OfFile(new($"无法读取 {given}：这是文件夹，不是文件", $"cannot read {given}: it is a folder, not a file"), new("写文件名，或写年度，例如 reportc check 2021", "name a file, or a year: reportc check 2021"), null));

        Failure At(Failure failure) => new(failure.Status, failure.Diagnostic with { Location = Location.AtStart(new SourceText(given, "")) }, failure.InnerException);
    }

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
            throw CannotRead(new("标准输入", "standard input"), "", e);
        }
    }

    /// <summary>The names of the files of a folder that are nobody's scratch files, in ordinal order; none where there is no folder.</summary>
    public static List<string> Files(string folder) => Names(folder, folders: false);

    /// <summary>The names of the folders of a folder, in ordinal order; none where there is no folder.</summary>
    public static List<string> Folders(string folder) => Names(folder, folders: true);

    /// <summary>The names of everything in a folder, scratch files too, in ordinal order; none where there is no folder.</summary>
    public static List<string> Everybody(string folder, bool folders) => Names(folder, folders, withScratch: true);

    /// <summary>
    /// What would go wrong if these files of a folder were written now; null where nothing would. Nothing is left behind: a file is
    /// made in the folder, or in the nearest above it that is there, and goes with its handle.
    /// </summary>
    public static Failure? Refuses(string folder, IEnumerable<string> files)
    {
        var at = folder;
        try
        {
            var nearest = at = Nearest(folder);
            if (InTheWay(folder, null) is { } failure) return failure;
            var before = Directory.GetLastWriteTimeUtc(nearest);
            File.Create(Path.Join(nearest, $".{Path.GetRandomFileName()}"), 1, FileOptions.DeleteOnClose).Dispose();
            Directory.SetLastWriteTimeUtc(nearest, before);
            foreach (var name in files) ThrowIfHeld(at = Path.Join(folder, name));
            return null;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            return CannotWrite(at, e);
        }
    }

    /// <summary>The folder, or the nearest above it, that is there; a file where one has the name of a folder.</summary>
    private static string Nearest(string folder)
    {
        var nearest = folder;
        while (!Directory.Exists(nearest) && !File.Exists(nearest) && Path.GetDirectoryName(nearest) is { Length: > 0 } above) nearest = above;
        return nearest;
    }

    private static Failure? InTheWay(string folder, Exception? cause) => Nearest(folder) is var file && File.Exists(file)
        ? Failure.OfFile(new($"无法写入 {Session.Slashed(folder)}：{Session.Slashed(file)} 是文件，不是文件夹", $"cannot write {Session.Slashed(folder)}: {Session.Slashed(file)} is a file, not a folder"), new("把它改名或移走", "rename it or move it away"), cause)
        : null;

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
    public static void Replace(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files) => Put(folder, files, overwrite: true);

    /// <summary>Writes new files of one folder, as <see cref="Replace(string, IReadOnlyList{ValueTuple{string, byte[]}})"/> does; a file that is there is never overwritten, also where it came just now.</summary>
    public static void Create(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files) => Put(folder, files, overwrite: false);

    /// <param name="folder">The folder; made where it is not there.</param>
    /// <param name="files">The files.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="mode">The permissions of the files; null for those of a new file.</param>
    private static void Put(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files, bool overwrite, UnixFileMode? mode = null)
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
                if (mode is { } same && !OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, same);
                ThrowIfHeld(at);
            }
            foreach (var (temporary, path) in written)
            {
                at = path;
                File.Move(temporary, path, overwrite);
            }
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            foreach (var (temporary, _) in written) Discard(temporary);
            throw InTheWay(folder, e) ?? CannotWrite(at, e);
        }
    }

    /// <summary>
    /// Replaces a file, all or nothing, unless it is another by now than the one that was read. Behind a link the file it leads to
    /// is replaced; its permissions stay.
    /// </summary>
    public static void Replace(string path, ReadOnlySpan<byte> read, byte[] bytes)
    {
        var file = Target(path);
        if (!Holds(file, read)) throw Failure.OfFile(new($"没有写入 {Session.Slashed(path)}：刚才有别的程序改了它", $"did not write {Session.Slashed(path)}: another program has just changed it"), new("再运行一次", "run it again"), null);
        var mode = OperatingSystem.IsWindows() ? (UnixFileMode?)null : File.GetUnixFileMode(file);
        Put(Path.GetDirectoryName(file)!, [(Path.GetFileName(file), bytes)], overwrite: true, mode);
    }

    private static string Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw CannotWrite(path, e);
        }
    }

    /// <summary>The bytes a file has; 0 where there is none.</summary>
    public static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>The stamp of a file; null where there is none.</summary>
    public static Stamp? Stamp(string path) => new FileInfo(path) is { Exists: true } file ? new Stamp(file.Length, file.LastWriteTimeUtc) : null;

    /// <summary>The files of a folder that are nobody's scratch files with their stamps; none where it cannot be looked into, for who wants stamps looks again.</summary>
    public static List<(string Name, Stamp Stamp)> Stamps(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        try
        {
            return [.. new FileSystemEnumerable<(string, Stamp)>(folder, static (ref FileSystemEntry entry) => (entry.FileName.ToString(), new Stamp(entry.Length, entry.LastWriteTimeUtc.UtcDateTime)), Everything)
            {
                ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory && !IsScratch(entry.FileName),
            }];
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            return [];
        }
    }

    /// <summary>Tells of anything that happens in a folder until it is disposed of; null where the system cannot (network drives, too many watched).</summary>
    public static IDisposable? Watch(string folder, bool below, Action happened)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = below };
            watcher.Changed += (_, _) => happened();
            watcher.Created += (_, _) => happened();
            watcher.Deleted += (_, _) => happened();
            watcher.Renamed += (_, _) => happened();
            watcher.Error += (_, _) => happened();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (IsOfDisk(e) || e is ArgumentException)
        {
            watcher?.Dispose();
            return null;
        }
    }

    /// <summary>Whether a path is that of a device or of an open stream, such as <c>/dev/stdout</c>: it is written to, never replaced.</summary>
    public static bool IsDevice(string path) => !OperatingSystem.IsWindows() && Path.GetDirectoryName(path) is "/dev" or "/dev/fd" or "/dev/pts" && File.Exists(path);

    /// <summary>Writes to a device.</summary>
    public static void Send(string device, byte[] bytes)
    {
        try
        {
            using var stream = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.Write(bytes);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw CannotWrite(device, e);
        }
    }

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

    private static List<string> Names(string folder, bool folders, bool withScratch = false)
    {
        if (!Directory.Exists(folder)) return [];
        try
        {
            var names = new List<string>(new FileSystemEnumerable<string>(folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory == folders && (withScratch || !IsScratch(entry.FileName)),
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

    private static Failure CannotRead(string path, Exception e) => CannotRead(Spaced(path), path, e);

    private static Failure CannotRead(Text what, string path, Exception e)
    {
        var (reason, help) = Reason(path, e);
        return Failure.OfFile(new($"无法读取{what.Chinese}：{reason.Chinese}", $"cannot read {what.English}: {reason.English}"), help, e);
    }

    private static Failure CannotWrite(string path, Exception e) => CannotWrite(Spaced(path), path, e);

    private static Failure CannotWrite(Text what, string path, Exception e)
    {
        var (reason, help) = Reason(path, e);
        return Failure.OfFile(new($"无法写入{what.Chinese}：{reason.Chinese}", $"cannot write {what.English}: {reason.English}"), help, e);
    }

    private static Text Spaced(string path) => new($" {Session.Slashed(path)}", Session.Slashed(path));

    /// <summary>A standard stream that did not take what was written.</summary>
    public static Failure CannotWrite(Text stream, Exception e) => CannotWrite(stream, "", e);

    /// <summary>Why a file could not be read or written, and what to do.</summary>
    internal static (Text Reason, Text? Help) Reason(string path, Exception e) => e switch
    {
        // A standard stream: what .NET makes of EBADF.
        UnauthorizedAccessException when path.Length == 0 => (new("它已经关闭", "it is closed"), null),
        UnauthorizedAccessException when Directory.Exists(path) => (new("没有权限", "no permission"), new("检查文件夹的权限", "check the folder's permissions")),
        _ when Directory.Exists(path) => (new("这是文件夹，不是文件", "it is a folder, not a file"), new("检查路径", "check the path")),
        UnauthorizedAccessException => (new("没有权限，或文件是只读的", "no permission, or the file is read-only"), new("检查文件和文件夹的权限", "check the permissions of the file and its folder")),
        FileNotFoundException or DirectoryNotFoundException => (new("没有这个文件", "there is no such file"), new("检查路径", "check the path")),
        PathTooLongException => (new("路径太长", "the path is too long"), new("换到层数较少的文件夹", "use a folder with a shorter path")),
        IOException when e.HResult == ClosedStream.Code => (new("它已经关闭", "it is closed"), null),
        IOException when IsDiskFull(e.HResult) => (new("磁盘已满", "the disk is full"), new("清理磁盘后再试", "make room and try again")),
        IOException when IsThere(e.HResult) => (new("已经有这个文件", "there is such a file already"), new("把它改名或移走后再试", "rename or move it and try again")),
        IOException when IsHeld(e.HResult) => (new("另一个程序正打开着它", "another program has it open"), new("在 WPS、Word 或浏览器中关闭它后再试", "close it there and try again")),
        _ => (Text.Same(e.Message), null),
    };

    // Windows' code is the low word of a negative HResult; on other systems the HResult is errno as it is.
    private static bool IsDiskFull(int result) => result < 0 ? (result & 0xFFFF) is 39 or 112 : result is 28;

    private static bool IsThere(int result) => result < 0 ? (result & 0xFFFF) is 80 or 183 : result is 17;

    private static bool IsHeld(int result) => result < 0 ? (result & 0xFFFF) is 32 or 33 : result is 11 or 35;
}
