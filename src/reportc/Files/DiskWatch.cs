using System.IO.Enumeration;

namespace Reportc.Files;

/// <summary>Notices what others change on disk.</summary>
internal static class DiskWatch
{
    /// <summary>The stamp of a file; null if there is none.</summary>
    public static Stamp? Stamp(string path) =>
        new FileInfo(path) is { Exists: true } file ? new Stamp(file.Length, file.LastWriteTimeUtc) : null;

    /// <summary>
    /// The files of a folder that are nobody's scratch files, with their stamps; none if it cannot be looked into, for who wants
    /// stamps looks again.
    /// </summary>
    public static List<(string Name, Stamp Stamp)> Stamps(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        try
        {
            return [.. new FileSystemEnumerable<(string, Stamp)>(folder, Stamped, Disk.Everything)
            {
                ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory && !Disk.IsScratch(entry.FileName),
            }];
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            return [];
        }
    }

    /// <summary>
    /// Tells of anything that happens in a folder until it is disposed of; null if the system cannot (network drives, too many
    /// watched).
    /// </summary>
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
        catch (Exception e) when (DiskFailure.IsOfDisk(e) || e is ArgumentException)
        {
            watcher?.Dispose();
            return null;
        }
    }

    private static (string Name, Stamp Stamp) Stamped(ref FileSystemEntry entry) =>
        (entry.FileName.ToString(), new Stamp(entry.Length, entry.LastWriteTimeUtc.UtcDateTime));
}
