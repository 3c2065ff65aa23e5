using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ReportCompiler.Diagnostics;

namespace Reportc.Files;

/// <summary>
/// Tells files from what only looks like one: to read a device never ends, and to open a pipe waits for whoever writes into it.
/// </summary>
/// <remarks>Linux alone is asked: its answer has the same shape on every processor.</remarks>
internal static partial class FileType
{
    private const int Here = -100;
    private const int WhatIsOpen = 0x1000;
    private const uint TypeAndSize = 0x201;
    private const int ModeOffset = 28;
    private const int SizeOffset = 40;

    /// <summary>
    /// What a path is that is neither a file nor a folder; null for those two, for nothing, and where the system does not tell.
    /// </summary>
    public static Text? OfSpecial(string path) => Ask(Here, path, 0) is not var (type, _) ? null : type switch
    {
        0x1000 => new("管道", "a pipe"),
        0x2000 or 0x6000 => new("设备", "a device"),
        0xC000 => new("套接字", "a socket"),
        _ => null,
    };

    /// <summary>The bytes of what is open, if it is a regular file; null if it is not, and where the system does not tell.</summary>
    public static ulong? SizeOfRegular(int file) => Ask(file, "", WhatIsOpen) is (0x8000, var size) ? size : null;

    private static (int Type, ulong Size)? Ask(int from, string path, int flags)
    {
        if (!OperatingSystem.IsLinux()) return null;
        Span<byte> answer = stackalloc byte[256];
        try
        {
            if (Ask(from, path, flags, TypeAndSize, ref MemoryMarshal.GetReference(answer)) != 0) return null;
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library.
            return null;
        }
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(answer[ModeOffset..]);
        return (mode & 0xF000, BinaryPrimitives.ReadUInt64LittleEndian(answer[SizeOffset..]));
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(int from, string path, int flags, uint mask, ref byte answer);
}
