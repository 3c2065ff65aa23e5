using System.Text;

namespace Reportc.Commands.Export;

/// <summary>
/// A ZIP archive of files that are stored as they are, all of the first day the format knows. The library's own notes the system it
/// runs on and compresses by the processor's means: the same input would not give the same bytes everywhere.
/// </summary>
internal static class StoredZip
{
    private const int FirstDay = (1 << 5) | 1; // 1980-01-01
    private const ushort Utf8Names = 1 << 11;
    private const ushort Version = 20;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256)
        .Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (crc, _) => (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1))];

    /// <summary>The archive; the files in the order of their names.</summary>
    public static byte[] Of(IEnumerable<(string Name, string Text)> files)
    {
        using var bytes = new MemoryStream();
        using var zip = new BinaryWriter(bytes);
        var entries = new List<(byte[] Name, uint Crc, int Size, int At)>();
        foreach (var (name, text) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var content = Encoding.UTF8.GetBytes(text);
            var entry = (Name: Encoding.UTF8.GetBytes(name), Crc: Crc(content), Size: content.Length, At: (int)bytes.Position);
            entries.Add(entry);
            zip.Write(0x04034B50);
            Describe(zip, entry.Name, entry.Crc, entry.Size);
            zip.Write(entry.Name);
            zip.Write(content);
        }
        var start = (int)bytes.Position;
        foreach (var entry in entries)
        {
            zip.Write(0x02014B50);
            zip.Write(Version);
            Describe(zip, entry.Name, entry.Crc, entry.Size);
            zip.Write(new byte[10]); // no comment, first disk, no attributes
            zip.Write(entry.At);
            zip.Write(entry.Name);
        }
        var size = (int)bytes.Position - start;
        zip.Write(0x06054B50);
        zip.Write(0);
        zip.Write((ushort)entries.Count);
        zip.Write((ushort)entries.Count);
        zip.Write(size);
        zip.Write(start);
        zip.Write((ushort)0);
        return bytes.ToArray();
    }

    /// <summary>What both descriptions of a file have in common.</summary>
    private static void Describe(BinaryWriter zip, byte[] name, uint crc, int size)
    {
        zip.Write(Version);
        zip.Write(Utf8Names);
        zip.Write((ushort)0); // stored
        zip.Write((ushort)0); // midnight
        zip.Write((ushort)FirstDay);
        zip.Write(crc);
        zip.Write(size);
        zip.Write(size);
        zip.Write((ushort)name.Length);
        zip.Write((ushort)0);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }
}
