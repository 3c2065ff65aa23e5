using System.Buffers.Binary;
using System.Text;

namespace ReportCompiler.Tests.Importing.Office;

/// <summary>Makes compound files: a header, a table of sectors, a directory and one stream.</summary>
internal static class CompoundMaker
{
    private const int Sector = 512;

    /// <summary>A file with one stream.</summary>
    public static byte[] File(string stream, byte[] content)
    {
        // A shorter stream would lie in another one.
        var length = content.Length == 0 ? 0 : Math.Max(content.Length, 4096);
        var sectors = (length + Sector - 1) / Sector;
        var tables = (sectors + 1 + 127) / 127;
        var bytes = new byte[Sector * (1 + tables + 1 + sectors)];
        bytes.AsSpan(0, Sector).Fill(0xFF);
        bytes.AsSpan(0, 76).Clear();
        BinaryPrimitives.WriteUInt64BigEndian(bytes, 0xD0CF11E0A1B11AE1);
        bytes[30] = 9;
        Put(bytes, 44, tables);
        Put(bytes, 48, tables);
        Put(bytes, 56, 4096);
        Put(bytes, 60, -2);
        Put(bytes, 68, -2);
        for (var i = 0; i < tables; i++) Put(bytes, 76 + (i * 4), i);
        bytes.AsSpan(Sector, Sector * tables).Fill(0xFF);
        for (var i = 0; i < tables; i++) Put(bytes, Sector + (i * 4), -3);
        Put(bytes, Sector + (tables * 4), -2);
        for (var i = 0; i < sectors; i++)
            Put(bytes, Sector + ((tables + 1 + i) * 4), i + 1 == sectors ? -2 : tables + 2 + i);
        Entry(bytes, Sector * (1 + tables), "Root Entry", 5, -2, 0);
        Entry(bytes, (Sector * (1 + tables)) + 128, stream, 2, sectors == 0 ? -2 : tables + 1, length);
        content.CopyTo(bytes, Sector * (2 + tables));
        return bytes;
    }

    /// <summary>Writes a number into a file.</summary>
    public static void Put(byte[] bytes, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);

    private static void Entry(byte[] bytes, int at, string name, byte type, int start, int length)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(bytes.AsSpan(at));
        bytes[at + 64] = (byte)((name.Length * 2) + 2);
        bytes[at + 66] = type;
        Put(bytes, at + 116, start);
        Put(bytes, at + 120, length);
    }
}
