using Reportc.Shell;

namespace Reportc.Files;

/// <summary>Tries whether files could be written, and leaves nothing behind.</summary>
internal static class WriteProbe
{
    /// <summary>
    /// What would go wrong if these files of a folder were written now; null if nothing would. A file is made in the folder, or in
    /// the nearest above it that is there, and goes with its handle.
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
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            return DiskFailure.CannotWrite(at, e);
        }
    }

    /// <summary>The failure that a file has the place of the folder, or of one above it; null if none has.</summary>
    internal static Failure? InTheWay(string folder, Exception? cause) =>
        Nearest(folder) is var file && File.Exists(file) ? DiskFailure.IsInTheWay(folder, file, cause) : null;

    /// <summary>Fails as writing would if another program holds the file.</summary>
    internal static void ThrowIfHeld(string path)
    {
        if (File.Exists(path)) File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    /// <summary>The folder, or the nearest above it, that is there; a file if one has the name of a folder.</summary>
    private static string Nearest(string folder)
    {
        var nearest = folder;
        while (!Directory.Exists(nearest) && !File.Exists(nearest) && Path.GetDirectoryName(nearest) is { Length: > 0 } above)
            nearest = above;
        return nearest;
    }
}
