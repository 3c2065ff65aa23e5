using System.Buffers.Binary;
using System.IO.Compression;

namespace ReportCompiler.Packages;

/// <summary>
/// The parts of a DOCX or XLSX: a zip of XML files that name each other by relations. Parts are looked up by name and read one at a
/// time, each whole and with its checksum, so no name can lead anywhere; pictures and macros are never unpacked.
/// </summary>
internal sealed class PackageReader : IDisposable
{
    /// <summary>As many entries of a package are looked at; a report with a hundred pictures has some 150.</summary>
    public const int MostEntries = 10_000;

    /// <summary>As many bytes are unpacked in all; the text of a long report is 2 MB of XML.</summary>
    public const int MostBytes = 20 << 20;

    /// <summary>XML of office programs packs to a fiftieth at best, a bomb to a thousandth; below a million bytes is none.</summary>
    private const int HighestRatio = 250;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    /// <summary>Opens a package.</summary>
    /// <exception cref="UnreadableException">It is none that is read.</exception>
    public PackageReader(byte[] bytes)
    {
        if (CountOfEntries(bytes) > MostEntries) throw new UnreadableException(PackageFault.TooLarge);
        _zip = Guarded(() => new ZipArchive(new MemoryStream(bytes, writable: false)), "");
        foreach (var entry in Guarded(() => _zip.Entries, ""))
        {
            if (_parts.Count > MostEntries) throw new UnreadableException(PackageFault.TooLarge);
            // Two parts of one name: which of them an office program shows, nobody can say.
            if (!_parts.TryAdd(NameOf(entry.FullName), entry) && entry.Length > 0)
                throw new UnreadableException(PackageFault.Damaged, entry.FullName);
        }
        // A name in the list of parts has no checksum: that of relations would be missed by nobody, the styles that they name with it.
        foreach (var name in _parts.Keys)
            if (!IsOwned(name)) throw new UnreadableException(PackageFault.Damaged, name);
    }

    /// <summary>Whether the bytes begin as a zip file does.</summary>
    public static bool IsPackage(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Whether there is a part of a name.</summary>
    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>Reads a part as XML; null if there is none.</summary>
    public PartReader? Read(string name) => _parts.TryGetValue(name, out var entry) ? new PartReader(name, Bytes(entry)) : null;

    /// <summary>What a part names, by the identifiers that its XML uses; the package itself under the empty name.</summary>
    public IReadOnlyDictionary<string, Relation> RelationsOf(string part)
    {
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/') + 1;
        using var xml = Read($"{part[..slash]}_rels/{part[slash..]}.rels");
        if (xml is null) return relations;
        foreach (var _ in xml.Children())
        {
            if (xml["Id"] is not { } id || xml["Type"] is not { } type) continue;
            // What lies outside is never asked for.
            var isOutside = string.Equals(xml["TargetMode"], "External", StringComparison.OrdinalIgnoreCase);
            var kind = type[(type.LastIndexOf('/') + 1)..];
            relations.TryAdd(id, isOutside ? new Relation(kind, "") { Address = xml["Target"] }
                : new Relation(kind, Resolve(part[..slash], xml["Target"] ?? "")));
        }
        return relations;
    }

    /// <summary>The part that another one names as being of a kind; null if it names none.</summary>
    /// <exception cref="UnreadableException">It names one that is not there.</exception>
    public string? Find(string part, string kind)
    {
        var found = RelationsOf(part).Values.FirstOrDefault(r => r.Kind == kind && r.Target.Length > 0)?.Target;
        return found is null || Has(found) ? found : throw new UnreadableException(PackageFault.Damaged, found);
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private byte[] Bytes(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted) throw new UnreadableException(PackageFault.Encrypted);
        _unpacked += entry.Length;
        if (_unpacked > MostBytes || (entry.Length > 1_000_000 && entry.Length / HighestRatio > entry.CompressedLength))
            throw new UnreadableException(PackageFault.TooLarge, entry.FullName);
        return Guarded(() =>
        {
            var bytes = new byte[entry.Length];
            using var stream = entry.Open();
            stream.ReadExactly(bytes);
            if (stream.ReadByte() >= 0 || Checksum.Of(bytes) != entry.Crc32)
                throw new UnreadableException(PackageFault.Damaged, entry.FullName);
            return bytes;
        }, entry.FullName);
    }

    /// <summary>What the end of the file says how many entries there are, before an object is made for each.</summary>
    private static int CountOfEntries(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 12 > bytes.Length) throw new UnreadableException(PackageFault.Damaged);
        return BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
    }

    private static T Guarded<T>(Func<T> read, string part)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            throw new UnreadableException(PackageFault.Damaged, part);
        }
    }

    /// <summary>Whether a part holds no relations, or those of a part that is there or of the package.</summary>
    private bool IsOwned(string name)
    {
        var folder = name.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase);
        var isNamed = name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        if (folder < 0 || !isNamed) return folder < 0 && !isNamed;
        var owner = name[..folder] + name[(folder + 6)..^5];
        return owner.Length == 0 || Has(owner);
    }

    private static string NameOf(string name) => name.Replace('\\', '/').TrimStart('/');

    /// <summary>The name of a part as another one writes it: from the package's root, or from its own folder.</summary>
    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (step is "" or ".") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
        }
        return string.Join('/', steps);
    }
}

/// <summary>What a part names.</summary>
/// <param name="Kind">The last word of its type: <c>styles</c>, <c>worksheet</c>.</param>
/// <param name="Target">The name of the part; empty for something outside of the package.</param>
internal sealed record Relation(string Kind, string Target)
{
    /// <summary>Where it leads outside the package; null for what lies within.</summary>
    public string? Address { get; init; }
}
