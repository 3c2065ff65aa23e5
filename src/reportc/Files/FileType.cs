using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ReportCompiler.Diagnostics;

namespace Reportc.Files;

/// <summary>
/// Tells files from what only looks like one: to read a device never ends, and to open a pipe waits for whoever writes into it.
/// </summary>
internal static partial class FileType
{
    private const int Here = -100;
    private const uint TypeOnly = 1;
    private const int ModeOffset = 28;

    /// <summary>
    /// What a path is that is neither a file nor a folder; null for those two, for nothing, and where the system does not tell.
    /// </summary>
    /// <remarks>Linux alone is asked: its answer has the same shape on every processor.</remarks>
    public static Text? OfSpecial(string path)
    {
        if (!OperatingSystem.IsLinux()) return null;
        Span<byte> answer = stackalloc byte[256];
        try
        {
            if (Ask(Here, path, 0, TypeOnly, ref MemoryMarshal.GetReference(answer)) != 0) return null;
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library.
            return null;
        }
        return (BinaryPrimitives.ReadUInt16LittleEndian(answer[ModeOffset..]) & 0xF000) switch
        {
            0x1000 => new("管道", "a pipe"),
            0x2000 or 0x6000 => new("设备", "a device"),
            0xC000 => new("套接字", "a socket"),
            _ => null,
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(int folder, string path, int flags, uint mask, ref byte answer);
}
