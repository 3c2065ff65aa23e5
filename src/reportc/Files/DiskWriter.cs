using Reportc.Shell;

namespace Reportc.Files;

/// <summary>
/// Writes single files, or new ones of a folder: each beside its place first, all flushed together, then moved. So none is ever half
/// written, through a power cut neither, and what a kill leaves beside them goes when the folder is written to again.
/// </summary>
internal static class DiskWriter
{
    // Every system lets a process have this many files open.
    private const int MostOpen = 200;

    /// <summary>Writes a file, or replaces it: all or nothing, whatever ends the run.</summary>
    public static void Replace(string path, byte[] bytes) =>
        Put(Path.GetDirectoryName(path)!, [(Path.GetFileName(path), bytes)], overwrite: true);

    /// <summary>
    /// The same of a file that is written piece by piece and is in memory never whole; one that says the same already stays, with its
    /// time stamp.
    /// </summary>
    public static void Replace(string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
            StagedFile.RemoveLeft(folder);
            using var file = new StagedFile(path, write, mode: null);
            if (file.IsAtPlace()) return;
            StagedFile.Flush([file]);
            file.Move(overwrite: true);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw WriteProbe.InTheWay(folder, e) ?? DiskFailure.CannotWrite(path, e);
        }
    }

    /// <summary>Writes new files of one folder, all or none; a file that is there is never overwritten, even if it came just now.</summary>
    public static void Create(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files) => Put(folder, files, overwrite: false);

    /// <summary>
    /// Replaces files, each all or nothing, unless it is another by now than the one that was read: the failure of each, null for those
    /// that were replaced. Behind a link the file it leads to is replaced; its permissions stay.
    /// </summary>
    public static Failure?[] Replace(IReadOnlyList<(string Path, byte[] Read, byte[] Bytes)> files)
    {
        var failures = new Failure?[files.Count];
        foreach (var part in Enumerable.Range(0, files.Count).Chunk(MostOpen))
        {
            var staged = part.Select(i => (Index: i, File: Try(i, () => Stage(files[i].Path, files[i].Read, files[i].Bytes)))).ToList();
            List<StagedFile> whole = [.. staged.Select(s => s.File).OfType<StagedFile>()];
            var flushed = Flush(whole);
            foreach (var (i, file) in staged)
            {
                if (file is null) continue;
                failures[i] = flushed is null ? null : DiskFailure.CannotWrite(files[i].Path, flushed);
                if (flushed is null) Try(i, () => Moved(file));
                file.Dispose();
            }
        }
        return failures;

        StagedFile? Try(int i, Func<StagedFile> step)
        {
            try
            {
                return step();
            }
            catch (Failure failure)
            {
                failures[i] = failure;
            }
            catch (Exception e) when (DiskFailure.IsOfDisk(e))
            {
                failures[i] = DiskFailure.CannotWrite(files[i].Path, e);
            }
            return null;
        }

        static StagedFile Moved(StagedFile file)
        {
            file.Move(overwrite: true);
            return file;
        }
    }

    private static Exception? Flush(List<StagedFile> files)
    {
        try
        {
            StagedFile.Flush(files);
            return null;
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            return e;
        }
    }

    private static StagedFile Stage(string path, byte[] read, byte[] bytes)
    {
        var file = Target(path);
        if (!Disk.Holds(file, read)) throw DiskFailure.HasChanged(path);
        StagedFile.RemoveLeft(Path.GetDirectoryName(file)!);
        return new StagedFile(file, bytes, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(file));
    }

    /// <summary>
    /// Whether a path is that of a device or of an open stream, such as <c>/dev/stdout</c>: it is written to, never replaced.
    /// </summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetDirectoryName(path) is "/dev" or "/dev/fd" or "/dev/pts" && File.Exists(path);

    /// <summary>Writes to a device.</summary>
    public static void Send(string device, Action<Stream> write)
    {
        try
        {
            using var stream = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            write(stream);
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

    private static void Put(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files, bool overwrite)
    {
        var staged = new List<StagedFile>(files.Count);
        var at = folder;
        try
        {
            Directory.CreateDirectory(folder);
            StagedFile.RemoveLeft(folder);
            foreach (var (name, bytes) in files) staged.Add(new StagedFile(at = Path.Join(folder, name), bytes, mode: null));
            StagedFile.Flush(staged);
            foreach (var file in staged)
            {
                at = file.Place;
                file.Move(overwrite);
            }
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            if (!overwrite) staged.ForEach(f => f.TakeBack());
            throw WriteProbe.InTheWay(folder, e) ?? DiskFailure.CannotWrite(at, e);
        }
        finally
        {
            staged.ForEach(f => f.Dispose());
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
}
