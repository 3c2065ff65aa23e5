using System.Runtime.InteropServices;

namespace Reportc.Files;

/// <summary>
/// Reads files of the usual kind with five questions to the system, where the library asks nine: a country has a hundred thousand of
/// them. Whatever is not quite as usual is left to <see cref="Disk"/>, which says what is wrong with it.
/// </summary>
internal static partial class QuickFile
{
    private const int ReadOnly = 0;
    private const int CloseOnExecute = 0x80000;
    private const int WithoutWaiting = 0x800;
    private const int SharedOrNotAtAll = 1 | 4;
    private const ulong Largest = 1 << 20;

    /// <summary>
    /// The bytes of a regular file of 1 byte to 1 MiB that is itself no link; null where that is not what lies there, where another
    /// program has it to itself, where it cannot be read as it was found, and on systems other than Linux.
    /// </summary>
    public static byte[]? Read(string path)
    {
        if (!OperatingSystem.IsLinux() || NoLink is not { } noLink) return null;
        if (path.Contains('\0', StringComparison.Ordinal)) return null;
        var file = Open(path, ReadOnly | CloseOnExecute | WithoutWaiting | noLink);
        if (file < 0) return null;
        try
        {
            return Read(file);
        }
        finally
        {
            _ = Close(file);
        }
    }

    private static byte[]? Read(int file)
    {
        if (FileType.SizeOfRegular(file) is not (> 0 and <= Largest and var size)) return null;
        // Whoever has it to himself, as programs of this runtime can, is writing it.
        if (Lock(file, SharedOrNotAtAll) != 0) return null;
        var bytes = GC.AllocateUninitializedArray<byte>((int)size);
        return ReadAt(file, ref bytes[0], (nint)size, 0) == (nint)size ? bytes : null;
    }

    /// <summary>What says that a link is not to be followed: a number of its own on some processors; null where it is not known.</summary>
    private static int? NoLink => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 0x20000,
        Architecture.Arm64 => 0x8000,
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int how);

    [LibraryImport("libc", EntryPoint = "flock")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Lock(int file, int how);

    [LibraryImport("libc", EntryPoint = "pread")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ReadAt(int file, ref byte bytes, nint count, long at);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int file);
}
