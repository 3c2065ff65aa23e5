using Microsoft.Win32.SafeHandles;
using Reportc.Shell;

namespace Reportc.Files;

/// <summary>
/// Keeps all others from writing into an output folder. The system holds it for the process and lets it go when that ends, in
/// whatever way: a file that is left over blocks nobody.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    /// <summary>Its name in the output folder.</summary>
    public const string FileName = ".reportc.lock";

    private const int PauseMilliseconds = 20;

    private readonly SafeFileHandle _handle;
    private readonly string _path;

    private OutputLock(SafeFileHandle handle, string path) => (_handle, _path) = (handle, path);

    /// <summary>
    /// Takes the lock of a folder that is there; waits for whoever has it, not forever, and not if the run is interrupted.
    /// </summary>
    public static OutputLock Take(Session session, string root)
    {
        OutputLock? taken = null;
        Wait(session, root, path => (taken = Try(path)) is not null);
        return taken!;
    }

    /// <summary>Waits until nobody has the lock of a folder, and takes it not.</summary>
    public static void Await(Session session, string root) => Wait(session, root, static path => !IsHeld(path));

    /// <summary>Whether somebody has the lock of a folder.</summary>
    public static bool IsHeldIn(string root) => IsHeld(Path.Join(root, FileName));

    public void Dispose()
    {
        // Not after the handle is closed: the file could be another's by then. Windows removes it with the handle.
        if (!OperatingSystem.IsWindows()) File.Delete(_path);
        _handle.Dispose();
    }

    private static void Wait(Session session, string root, Func<string, bool> isFree)
    {
        var path = Path.Join(root, FileName);
        var isTold = false;
        for (var waited = TimeSpan.Zero; !isFree(path); waited += TimeSpan.FromMilliseconds(PauseMilliseconds))
        {
            if (waited >= session.Host.Patience) throw DiskFailure.IsLocked(root, Replacement.Holder(root));
            if (!isTold && waited >= TimeSpan.FromSeconds(1))
            {
                session.Note(new(
                    "另一个 reportc 正在写同一个文件夹，等它写完…",
                    "another reportc is writing into the same folder; waiting for it…"));
                session.Flush();
                isTold = true;
            }
            if (session.Cancellation.WaitHandle.WaitOne(PauseMilliseconds)) throw new OperationCanceledException(session.Cancellation);
        }
    }

    private static OutputLock? Try(string path)
    {
        var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        SafeFileHandle handle;
        try
        {
            handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, options);
        }
        catch (IOException e) when (DiskFailure.IsHeld(e))
        {
            return null;
        }
        if (IsAt(handle, path)) return new OutputLock(handle, path);
        handle.Dispose();
        return null;
    }

    /// <summary>
    /// Whether the file that was opened is still the one of this name: whoever had the lock may have removed it in between, and a
    /// third may have made another. A time stamp set on the one shows on the other only if they are the same.
    /// </summary>
    private static bool IsAt(SafeFileHandle handle, string path)
    {
        if (OperatingSystem.IsWindows()) return true;
        File.SetLastWriteTimeUtc(handle, DateTime.UnixEpoch.AddSeconds(Random.Shared.Next()));
        return File.Exists(path) && File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(handle);
    }

    private static bool IsHeld(string path)
    {
        try
        {
            File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.None).Dispose();
            return false;
        }
        catch (IOException e) when (DiskFailure.IsHeld(e))
        {
            return true;
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            // There is none, or it is somebody's whose files are not to be looked at.
            return false;
        }
    }
}
