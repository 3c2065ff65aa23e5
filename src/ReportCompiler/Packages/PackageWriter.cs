using System.Collections.Immutable;
using System.Text;

namespace ReportCompiler.Packages;

/// <summary>
/// Writes an Office Open XML package: a zip of parts that are sorted, of the first day the format knows, and deflated by the same
/// rules everywhere. <c>ZipArchive</c> notes the system it runs on and compresses by the processor's means: the same input would not
/// give the same bytes on every machine.
/// </summary>
public static class PackageWriter
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string TypesName = "[Content_Types].xml";
    private const string Namespaces = "http://schemas.openxmlformats.org/package/2006/";
    private const ushort FirstDay = (1 << 5) | 1; // 1980-01-01
    private const ushort Utf8Names = 1 << 11;
    private const ushort Version = 20;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    /// <summary>The package's bytes.</summary>
    /// <param name="relations">What the package itself names: its main part.</param>
    /// <param name="parts">The parts in any order; the list of their types and the parts of their relations are made here.</param>
    public static byte[] Write(ImmutableArray<PartRelation> relations, IReadOnlyCollection<PackagePart> parts)
    {
        var files = new List<(string Name, ReadOnlyMemory<byte> Content)> { ("_rels/.rels", Relations(relations)) };
        foreach (var part in parts)
        {
            files.Add((part.Name, part.Content));
            if (!part.Relations.IsDefaultOrEmpty) files.Add((RelationsOf(part.Name), Relations(part.Relations)));
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        // The list of the types stands first, so that a reader of a stream knows what comes.
        files.Insert(0, (TypesName, Types(parts)));
        return Zip(files);
    }

    private static byte[] Types(IEnumerable<PackagePart> parts)
    {
        var xml = new StringBuilder(Xml).Append("<Types xmlns=\"").Append(Namespaces).Append("content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        foreach (var part in parts.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            xml.Append("<Override PartName=\"/").Append(XmlText.Escape(part.Name))
                .Append("\" ContentType=\"").Append(part.ContentType).Append("\"/>");
        }
        return Encoding.UTF8.GetBytes(xml.Append("</Types>").ToString());
    }

    private static byte[] Relations(ImmutableArray<PartRelation> relations)
    {
        var xml = new StringBuilder(Xml).Append("<Relationships xmlns=\"").Append(Namespaces).Append("relationships\">");
        foreach (var relation in relations)
        {
            xml.Append("<Relationship Id=\"").Append(relation.Id).Append("\" Type=\"").Append(relation.Type)
                .Append("\" Target=\"").Append(XmlText.Escape(relation.Target))
                .Append(relation.IsOutside ? "\" TargetMode=\"External\"/>" : "\"/>");
        }
        return Encoding.UTF8.GetBytes(xml.Append("</Relationships>").ToString());
    }

    private static string RelationsOf(string part)
    {
        var name = part.LastIndexOf('/') + 1;
        return $"{part[..name]}_rels/{part[name..]}.rels";
    }

    private static byte[] Zip(List<(string Name, ReadOnlyMemory<byte> Content)> files)
    {
        using var bytes = new MemoryStream();
        using var zip = new BinaryWriter(bytes);
        var entries = files.ConvertAll(file =>
        {
            var entry = ZipEntry.Of(file.Name, file.Content, (int)bytes.Position);
            zip.Write(0x04034B50);
            Describe(zip, entry);
            zip.Write(entry.Name);
            zip.Write(entry.Packed.Span);
            return entry;
        });
        var start = (int)bytes.Position;
        foreach (var entry in entries)
        {
            zip.Write(0x02014B50);
            zip.Write(Version);
            Describe(zip, entry);
            zip.Write(new byte[10]); // no comment, first disk, no attributes
            zip.Write(entry.At);
            zip.Write(entry.Name);
        }
        var size = (int)bytes.Position - start;
        zip.Write(0x06054B50);
        zip.Write(0); // of one disk
        zip.Write((ushort)entries.Count);
        zip.Write((ushort)entries.Count);
        zip.Write(size);
        zip.Write(start);
        zip.Write((ushort)0); // no comment
        return bytes.ToArray();
    }

    /// <summary>What both descriptions of a file have in common.</summary>
    private static void Describe(BinaryWriter zip, ZipEntry entry)
    {
        zip.Write(Version);
        zip.Write(Utf8Names);
        zip.Write(entry.IsDeflated ? Deflated : Stored);
        zip.Write((ushort)0); // midnight
        zip.Write(FirstDay);
        zip.Write(entry.Checksum);
        zip.Write(entry.Packed.Length);
        zip.Write(entry.Size);
        zip.Write((ushort)entry.Name.Length);
        zip.Write((ushort)0); // nothing extra
    }

    private sealed record ZipEntry(byte[] Name, uint Checksum, int Size, ReadOnlyMemory<byte> Packed, bool IsDeflated, int At)
    {
        public static ZipEntry Of(string name, ReadOnlyMemory<byte> content, int at)
        {
            var deflated = Deflater.Deflate(content.Span);
            // A picture is packed already.
            var isDeflated = deflated.Length < content.Length;
            var packed = isDeflated ? deflated : content;
            return new(Encoding.UTF8.GetBytes(name), Packages.Checksum.Of(content.Span), content.Length, packed, isDeflated, at);
        }
    }
}
