using System.Buffers;
using System.IO.Enumeration;
using Microsoft.Win32.SafeHandles;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Files;

/// <summary>What is on disk, read and listed. What goes wrong there is a <see cref="Failure"/> that says what to do.</summary>
internal static class Disk
{
    // Nothing is passed over in silence: a folder that may not be read is a failure, not an empty one.
    internal static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The bytes of the largest file that is read: far more than any report needs.</summary>
    private const int Largest = 16 << 20;

    /// <summary>
    /// Whether a file is there. A folder that does not let itself be looked into is a failure: nobody knows what is in it.
    /// </summary>
    public static bool HasFile(string path) => Attributes(path) is { } there && !there.HasFlag(FileAttributes.Directory);

    /// <summary>Whether a folder is there; a failure as for a file.</summary>
    public static bool HasFolder(string path) => Attributes(path) is { } there && there.HasFlag(FileAttributes.Directory);

    /// <summary>Whether anything is there; a failure as for a file.</summary>
    public static bool IsThere(string path) => Attributes(path) is not null;

    /// <summary>Whether a folder is there; a failure also if a file has its place.</summary>
    public static bool IsFolder(string path) =>
        Attributes(path) is { } there && (there.HasFlag(FileAttributes.Directory) ? true : throw DiskFailure.IsNoFolder(path));

    /// <summary>Whether a file can be seen: what lies in a folder that may not be looked into cannot.</summary>
    public static bool SeesFile(string path) => File.Exists(path);

    private static FileAttributes? Attributes(string path)
    {
        try
        {
            // It does not throw where nothing is, as most projects have no folder of templates.
            var there = new FileInfo(path).Attributes;
            return there == (FileAttributes)(-1) ? null : there;
        }
        catch (Exception e) when (e is ArgumentException or PathTooLongException)
        {
            return null;
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(path, e);
        }
    }

    /// <summary>The bytes a file has; 0 if there is none.</summary>
    public static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>
    /// The bytes of a file that was named on the command line, whatever it is; a failure stands at the name it was given. Given up when
    /// the run is interrupted, for a pipe may never end.
    /// </summary>
    public static byte[] Read(string path, string given, CancellationToken cancellation)
    {
        try
        {
            if (!Directory.Exists(path)) return All(() => new FileStream(path, FileMode.Open, FileAccess.Read), given, cancellation);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw At(DiskFailure.CannotRead(path, e, given));
        }
        throw At(DiskFailure.IsFolder(given));

        Failure At(Failure failure) => new(
            failure.Status,
            failure.Diagnostic with { Location = Location.AtStart(new SourceText(given, "")) },
            failure.InnerException);
    }

    /// <summary>The bytes of a file: of a regular one, and none that is far too large.</summary>
    public static byte[] Read(string path) => Read(new FileInfo(path));

    /// <summary>The same of a file that has been looked at.</summary>
    public static byte[] Read(FileInfo file)
    {
        var path = file.FullName;
        try
        {
            var length = file.Length;
            if (length > Largest) throw DiskFailure.IsTooLarge(path, Largest);
            // A device or a pipe has no length; nor have some files that are made when they are read, on Linux.
            if (length == 0 && FileType.OfSpecial(path) is { } kind) throw DiskFailure.IsSpecial(path, kind);
            return length == 0 && !OperatingSystem.IsLinux() ? [] : File.ReadAllBytes(path);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(path, e);
        }
    }

    /// <summary>All of standard input; given up when the run is interrupted, for a terminal may never end it.</summary>
    public static byte[] ReadAll(Stream stream, CancellationToken cancellation)
    {
        try
        {
            return All(() => stream, "-", cancellation);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(new Text("标准输入", "standard input"), e);
        }
    }

    private static byte[] All(Func<Stream> open, string given, CancellationToken cancellation)
    {
        return Task.Run(Copy, cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();

        byte[] Copy()
        {
            using var stream = open();
            var bytes = new MemoryStream();
            var buffer = new byte[64 << 10];
            for (int read; (read = stream.Read(buffer)) > 0 && !cancellation.IsCancellationRequested;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > Largest) throw DiskFailure.IsTooLarge(given, Largest);
            }
            return bytes.ToArray();
        }
    }

    /// <summary>Whether a file is there with these bytes.</summary>
    public static bool Holds(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length != bytes.Length) return false;
            using var handle = File.OpenHandle(path);
            return Holds(handle, bytes);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(path, e);
        }
    }

    private static bool Holds(SafeFileHandle file, ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 15);
        var at = 0;
        for (int read; (read = RandomAccess.Read(file, buffer, at)) > 0 && bytes[at..].StartsWith(buffer.AsSpan(0, read)); at += read) { }
        ArrayPool<byte>.Shared.Return(buffer);
        return at == bytes.Length;
    }

    /// <summary>The names of the files of a folder that are nobody's scratch files, in ordinal order; none if there is no folder.</summary>
    public static List<string> Files(string folder) => Names(folder, folders: false);

    /// <summary>The names of the folders of a folder, in ordinal order; none if there is no folder.</summary>
    public static List<string> Folders(string folder) => Names(folder, folders: true);

    /// <summary>The names of everything in a folder, scratch files too, in ordinal order; none if there is no folder.</summary>
    public static List<string> Everybody(string folder, bool folders) => Names(folder, folders, withScratch: true);

    private static List<string> Names(string folder, bool folders, bool withScratch = false)
    {
        if (!IsFolder(folder)) return [];
        try
        {
            var names = new List<string>(new FileSystemEnumerable<string>(
                folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                    entry.IsDirectory == folders && (withScratch || !IsScratch(entry.FileName)),
            });
            names.Sort(StringComparer.Ordinal);
            return names;
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(folder, e);
        }
    }

    /// <summary>What is put behind the name of a file that is kept as it was.</summary>
    public const string Kept = ".orig";

    /// <summary>
    /// Whether a name is that of a hidden file, of a lock file that WPS and Word put beside an open document, or of a file that is kept
    /// as it was.
    /// </summary>
    internal static bool IsScratch(ReadOnlySpan<char> name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || name.EndsWith(Kept, StringComparison.OrdinalIgnoreCase);
}
