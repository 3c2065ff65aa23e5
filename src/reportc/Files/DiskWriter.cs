namespace Reportc.Files;

/// <summary>Writes files, all of a folder or none.</summary>
internal static class DiskWriter
{
    /// <summary>
    /// Writes files of one folder, all or none: each beside its place first, then every one is moved into it. What is likely
    /// to go wrong (no room, no permission, a file held open by another program) does so before the first is moved.
    /// </summary>
    public static void Replace(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files) => Put(folder, files, overwrite: true);

    /// <summary>
    /// Writes new files of one folder, all or none as <see cref="Replace(string, IReadOnlyList{ValueTuple{string, byte[]}})"/> does;
    /// a file that is there is never overwritten, even if it came just now.
    /// </summary>
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

    /// <param name="folder">The folder; made if it is not there.</param>
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
                WriteProbe.ThrowIfHeld(at);
            }
            foreach (var (temporary, path) in written)
            {
                at = path;
                File.Move(temporary, path, overwrite);
            }
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            foreach (var (temporary, _) in written) Discard(temporary);
            throw WriteProbe.InTheWay(folder, e) ?? DiskFailure.CannotWrite(at, e);
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
