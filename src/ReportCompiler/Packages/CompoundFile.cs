using System.Buffers.Binary;
using System.Text;

namespace ReportCompiler.Packages;

/// <summary>
/// The streams of a compound file, as Office wrote its documents until 2007: a file system in a file, with chains of sectors. It also
/// wraps what is protected by a password today.
/// </summary>
internal sealed class CompoundFile
{
    private const int Header = 512, Entry = 128, MostStreams = 10_000;
    private const uint LastSector = 0xFFFFFFFA;

    private readonly byte[] _bytes;
    private readonly int _sector;
    private readonly List<uint> _next = [];
    private readonly List<uint> _nextSmall = [];
    private readonly Dictionary<string, (uint Start, long Size)> _streams = new(StringComparer.Ordinal);
    private readonly byte[] _small = [];

    /// <summary>Opens a compound file.</summary>
    /// <exception cref="UnreadableException">Its chains lead nowhere.</exception>
    public CompoundFile(byte[] bytes)
    {
        _bytes = bytes;
        if (bytes.Length < Header || !IsCompound(bytes)) throw Damaged();
        _sector = 1 << Math.Clamp((int)Short(30), 7, 12);
        foreach (var table in TablesOfSectors())
            for (var i = 0; i < _sector / 4; i++) _next.Add(Long(At(table) + (i * 4)));
        var entries = Chain(Long(48), long.MaxValue);
        var root = (Start: 0u, Size: 0L);
        for (var at = 0; at + Entry <= entries.Length && at < Entry * MostStreams; at += Entry)
        {
            var entry = entries.AsSpan(at, Entry);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
            var stream = (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), (long)size);
            if (entry[66] == 5) root = stream;
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2;
            if (entry[66] == 2 && length is > 0 and <= 62) _streams.TryAdd(Encoding.Unicode.GetString(entry[..length]), stream);
        }
        if (root.Size == 0) return;
        _small = Chain(root.Start, root.Size);
        var small = Chain(Long(60), long.MaxValue);
        for (var i = 0; i + 4 <= small.Length; i += 4) _nextSmall.Add(BinaryPrimitives.ReadUInt32LittleEndian(small.AsSpan(i)));
    }

    /// <summary>Whether the bytes begin as a compound file does.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 8 && BinaryPrimitives.ReadUInt64BigEndian(bytes) == 0xD0CF11E0A1B11AE1;

    /// <summary>Whether there is a stream of a name.</summary>
    public bool Has(string name) => _streams.ContainsKey(name);

    /// <summary>A stream as a whole; null if there is none.</summary>
    public byte[]? Read(string name)
    {
        if (!_streams.TryGetValue(name, out var stream)) return null;
        // What is shorter than 4,096 bytes lies in the small sectors.
        if (stream.Size >= Long(56)) return Chain(stream.Start, stream.Size);
        var bytes = new byte[stream.Size];
        var at = stream.Start;
        for (var i = 0; i < bytes.Length; i += 64)
        {
            var length = Math.Min(64, bytes.Length - i);
            if (at >= _nextSmall.Count || (at * 64L) + length > _small.Length) throw Damaged();
            _small.AsSpan((int)at * 64, length).CopyTo(bytes.AsSpan(i));
            at = _nextSmall[(int)at];
        }
        return bytes;
    }

    /// <summary>The sectors that say which sector follows which: the header names the first 109, sectors of their own the others.</summary>
    private List<uint> TablesOfSectors()
    {
        var tables = new List<uint>();
        var most = _bytes.Length / _sector;
        for (var i = 0; i < 109; i++) Add(76 + (i * 4));
        var list = Long(68);
        for (var lists = 0; list < LastSector; lists++)
        {
            if (lists > most) throw Damaged();
            var at = At(list);
            for (var i = 0; i < (_sector / 4) - 1; i++) Add(at + (i * 4));
            list = Long(at + _sector - 4);
        }
        return tables;

        void Add(int at)
        {
            if (Long(at) >= LastSector) return;
            if (tables.Count > most) throw Damaged();
            tables.Add(Long(at));
        }
    }

    private byte[] Chain(uint sector, long size)
    {
        using var bytes = new MemoryStream();
        while (sector < LastSector && bytes.Length < size)
        {
            // A chain that is longer than the file goes round in a circle.
            if (sector >= _next.Count || bytes.Length > _bytes.Length) throw Damaged();
            var at = At(sector);
            // The last sector of a file may be cut short; what was in it is wanted to its end all the same.
            bytes.Write(_bytes, at, Math.Min(_sector, _bytes.Length - at));
            sector = _next[(int)sector];
        }
        if (size < long.MaxValue && bytes.Length < size) throw Damaged();
        if (bytes.Length > size) bytes.SetLength(size);
        return bytes.ToArray();
    }

    private int At(uint sector)
    {
        var at = (sector + 1L) * _sector;
        return at < _bytes.Length ? (int)at : throw Damaged();
    }

    private ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint Long(int at) =>
        at + 4 <= _bytes.Length ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at)) : throw Damaged();

    private static UnreadableException Damaged() => new(PackageFault.Damaged);
}
