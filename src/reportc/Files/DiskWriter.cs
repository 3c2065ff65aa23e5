namespace Reportc.Files;

/// <summary>Writes files, all of a folder or none.</summary>
internal static class DiskWriter
{
    private const string TemporaryEnding = ".reportc";

    /// <summary>Writes a file, or replaces it: all or nothing, whatever ends the run.</summary>
    public static void Replace(string path, byte[] bytes) =>
        Put(Path.GetDirectoryName(path)!, [(Path.GetFileName(path), bytes)], overwrite: true);

    /// <summary>Writes new files of one folder, all or none; a file that is there is never overwritten, even if it came just now.</summary>
    public static void Create(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files) => Put(folder, files, overwrite: false);

    /// <summary>
    /// Replaces a file, all or nothing, unless it is another by now than the one that was read. Behind a link the file it leads to
    /// is replaced; its permissions stay.
    /// </summary>
    public static void Replace(string path, ReadOnlySpan<byte> read, byte[] bytes)
    {
        var file = Target(path);
        if (!Disk.Holds(file, read)) throw DiskFailure.HasChanged(path);
        var mode = OperatingSystem.IsWindows() ? (UnixFileMode?)null : File.GetUnixFileMode(file);
        Put(Path.GetDirectoryName(file)!, [(Path.GetFileName(file), bytes)], overwrite: true, mode);
    }

    /// <summary>
    /// Whether a path is that of a device or of an open stream, such as <c>/dev/stdout</c>: it is written to, never replaced.
    /// </summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetDirectoryName(path) is "/dev" or "/dev/fd" or "/dev/pts" && File.Exists(path);

    /// <summary>Writes to a device.</summary>
    public static void Send(string device, byte[] bytes)
    {
        try
        {
            using var stream = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.Write(bytes);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotWrite(device, e);
        }
    }

    /// <summary>Appends text to a file that others write too.</summary>
    public static void Append(string path, string text)
    {
        try
        {
            File.AppendAllText(path, text);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotWrite(path, e);
        }
    }

    /// <summary>
    /// Writes each file beside its place, flushes them together, and moves them. What is likely to go wrong (no room, no permission, a
    /// file held open by another program) does so before the first is moved; what came into its place all the same goes again, unless
    /// it replaced something.
    /// </summary>
    /// <param name="folder">The folder; made if it is not there.</param>
    /// <param name="files">The files.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="mode">The permissions of the files; null for those of a new file.</param>
    private static void Put(
        string folder, IReadOnlyList<(string Name, byte[] Bytes)> files, bool overwrite, UnixFileMode? mode = null)
    {
        var written = new List<(string Temporary, string Path)>(files.Count);
        var open = new List<FileStream>(files.Count);
        var moved = 0;
        var at = folder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, bytes) in files)
            {
                at = Path.Join(folder, name);
                RemoveLeft(folder, name);
                WriteProbe.ThrowIfHeld(at);
                var temporary = Path.Join(folder, $".{name}.{Path.GetRandomFileName()}{TemporaryEnding}");
                written.Add((temporary, at));
                // Held until it is moved: by that others know that it is in use.
                var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0);
                open.Add(file);
                file.Write(bytes);
                if (mode is { } same && !OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, same);
            }
            if (open.Count > 0) Medium.Flush(open.ConvertAll(f => f.SafeFileHandle));
            foreach (var (temporary, path) in written)
            {
                at = path;
                File.Move(temporary, path, overwrite);
                moved++;
            }
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            foreach (var (temporary, _) in written.Skip(moved)) Discard(temporary);
            if (!overwrite)
                foreach (var (_, path) in written.Take(moved)) Discard(path);
            throw WriteProbe.InTheWay(folder, e) ?? DiskFailure.CannotWrite(at, e);
        }
        finally
        {
            foreach (var file in open) file.Dispose();
        }
    }

    /// <summary>Removes what a run that was killed left beside the place of a file; what another run holds stays.</summary>
    private static void RemoveLeft(string folder, string name)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $".{name}.*{TemporaryEnding}"))
        {
            try
            {
                WriteProbe.ThrowIfHeld(left);
                File.Delete(left);
            }
            catch (Exception e) when (DiskFailure.IsOfDisk(e))
            {
                // It is another run's, or another user's.
            }
        }
    }

    private static string Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotWrite(path, e);
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            // The failure that led here is the one to report.
        }
    }
}
