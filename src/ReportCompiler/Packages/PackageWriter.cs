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
    public static byte[] Write(ImmutableArray<PartRelation> relations, IEnumerable<PackagePart> parts)
    {
        using var bytes = new MemoryStream();
        Write(bytes, relations, parts);
        return bytes.ToArray();
    }

    /// <summary>Writes a package; its parts are pulled one after the other, and of each only what it is packed to is kept.</summary>
    public static void Write(Stream to, ImmutableArray<PartRelation> relations, IEnumerable<PackagePart> parts)
    {
        var files = new List<(string Name, PackedFile File)>();
        Add("_rels/.rels", Relations(relations));
        var types = new List<(string Name, string Type)>();
        foreach (var part in parts)
        {
            if (part.Pieces is { } pieces) files.Add((part.Name, PackedFile.Of(part.Name, pieces)));
            else Add(part.Name, part.Content);
            types.Add((part.Name, part.ContentType));
            if (!part.Relations.IsDefaultOrEmpty) Add(RelationsOf(part.Name), Relations(part.Relations));
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        // The list of the types stands first, so that a reader of a stream knows what comes.
        files.Insert(0, (TypesName, PackedFile.Of(TypesName, Types(types))));
        Zip(to, files.ConvertAll(f => f.File));

        void Add(string name, ReadOnlyMemory<byte> content) => files.Add((name, PackedFile.Of(name, content)));
    }

    private static byte[] Types(IEnumerable<(string Name, string Type)> parts)
    {
        var xml = new StringBuilder(Xml).Append("<Types xmlns=\"").Append(Namespaces).Append("content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        foreach (var (name, type) in parts.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            xml.Append("<Override PartName=\"/").Append(XmlText.Escape(name))
                .Append("\" ContentType=\"").Append(type).Append("\"/>");
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

    /// <summary>Beyond 4 GB, or 65,535 files, the format would need numbers that no office program is sure to read: it throws.</summary>
    private static void Zip(Stream to, List<PackedFile> files)
    {
        using var directory = new MemoryStream();
        using var list = new BinaryWriter(directory);
        var at = 0L;
        foreach (var file in files)
        {
            at += Put(to, file, list, at);
            foreach (var piece in file.Packed) to.Write(piece.Span);
            at += file.PackedSize;
        }
        var size = (uint)directory.Length;
        list.Write(0x06054B50);
        list.Write(0); // of one disk
        list.Write(checked((ushort)files.Count));
        list.Write((ushort)files.Count);
        list.Write(size);
        list.Write(checked((uint)at));
        list.Write((ushort)0); // no comment
        list.Flush();
        directory.WriteTo(to);
    }

    /// <summary>Writes what stands before a file, and its line of the directory; how many bytes the former are.</summary>
    private static long Put(Stream to, PackedFile file, BinaryWriter list, long at)
    {
        using var bytes = new MemoryStream();
        using var head = new BinaryWriter(bytes);
        head.Write(0x04034B50);
        Describe(head, file);
        head.Write(file.Name);
        head.Flush();
        bytes.WriteTo(to);
        list.Write(0x02014B50);
        list.Write(Version);
        Describe(list, file);
        list.Write(new byte[10]); // no comment, first disk, no attributes
        list.Write(checked((uint)at));
        list.Write(file.Name);
        return bytes.Length;
    }

    /// <summary>What both descriptions of a file have in common.</summary>
    private static void Describe(BinaryWriter zip, PackedFile file)
    {
        zip.Write(Version);
        zip.Write(Utf8Names);
        zip.Write(file.IsDeflated ? Deflated : Stored);
        zip.Write((ushort)0); // midnight
        zip.Write(FirstDay);
        zip.Write(file.Checksum);
        zip.Write(checked((uint)file.PackedSize));
        zip.Write(checked((uint)file.Size));
        zip.Write((ushort)file.Name.Length);
        zip.Write((ushort)0); // nothing extra
    }
}
