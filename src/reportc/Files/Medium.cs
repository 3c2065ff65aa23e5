using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Reportc.Files;

/// <summary>What is written is at first only remembered by the system; this makes it stay through a power cut.</summary>
internal static partial class Medium
{
    /// <summary>Flushes files that are open for writing and, if the system can, the folders they are in.</summary>
    /// <remarks>
    /// Linux does it for the whole file system by one call. To ask for a thousand files one by one takes a hundred times as long,
    /// for each waits for the medium. Other systems have no such call for a user; their file systems log the names by themselves.
    /// </remarks>
    public static void Flush(IReadOnlyList<SafeFileHandle> files)
    {
        if (OperatingSystem.IsLinux())
        {
            if (SyncFileSystem(files[0]) != 0) throw new IOException(Marshal.GetLastPInvokeErrorMessage(), Marshal.GetLastPInvokeError());
            return;
        }
        foreach (var file in files) RandomAccess.FlushToDisk(file);
    }

    /// <summary>The same of files that are not open.</summary>
    public static void Flush(IReadOnlyList<string> files)
    {
        foreach (var file in OperatingSystem.IsLinux() ? files.Take(1) : files)
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            Flush([handle]);
        }
    }

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncFileSystem(SafeFileHandle file);
}
