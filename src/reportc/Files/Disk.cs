using System.IO.Enumeration;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using Reportc.Shell;

namespace Reportc.Files;

/// <summary>What is on disk, read and listed. What goes wrong there is a <see cref="Failure"/> that says what to do.</summary>
internal static class Disk
{
    // Nothing is passed over in silence: a folder that may not be read is a failure, not an empty one.
    internal static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public static bool HasFile(string path) => File.Exists(path);

    public static bool HasFolder(string path) => Directory.Exists(path);

    /// <summary>The bytes a file has; 0 where there is none.</summary>
    public static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>The bytes of a file that was named on the command line; a failure stands at the name it was given.</summary>
    public static byte[] Read(string path, string given)
    {
        try
        {
            if (!Directory.Exists(path)) return File.ReadAllBytes(path);
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

    /// <summary>The bytes of a file.</summary>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(path, e);
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
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(new Text("标准输入", "standard input"), e);
        }
    }

    /// <summary>Whether a file is there with these bytes.</summary>
    public static bool Holds(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(path));
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(path, e);
        }
    }

    /// <summary>The names of the files of a folder that are nobody's scratch files, in ordinal order; none if there is no folder.</summary>
    public static List<string> Files(string folder) => Names(folder, folders: false);

    /// <summary>The names of the folders of a folder, in ordinal order; none if there is no folder.</summary>
    public static List<string> Folders(string folder) => Names(folder, folders: true);

    /// <summary>The names of everything in a folder, scratch files too, in ordinal order; none if there is no folder.</summary>
    public static List<string> Everybody(string folder, bool folders) => Names(folder, folders, withScratch: true);

    private static List<string> Names(string folder, bool folders, bool withScratch = false)
    {
        if (!Directory.Exists(folder)) return [];
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

    /// <summary>Whether a name is that of a hidden file, or of a lock file that WPS and Word put beside an open document.</summary>
    internal static bool IsScratch(ReadOnlySpan<char> name) => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal);
}
