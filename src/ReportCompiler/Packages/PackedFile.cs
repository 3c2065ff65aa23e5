using System.Text;

namespace ReportCompiler.Packages;

/// <summary>A file of a zip, packed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Checksum">Of what is packed.</param>
/// <param name="Size">How many bytes that is.</param>
/// <param name="Packed">The packed bytes, piece by piece.</param>
/// <param name="IsDeflated">Whether they are deflated: what would not become smaller is stored as it is.</param>
internal sealed record PackedFile(byte[] Name, uint Checksum, long Size, IReadOnlyList<ReadOnlyMemory<byte>> Packed, bool IsDeflated)
{
    /// <summary>How many bytes the packed ones are.</summary>
    public long PackedSize { get; } = Packed.Sum(p => (long)p.Length);

    /// <summary>Packs what is there.</summary>
    public static PackedFile Of(string name, ReadOnlyMemory<byte> content)
    {
        var deflated = Deflater.Deflate(content.Span);
        // A picture is packed already.
        var isDeflated = deflated.Sum(p => (long)p.Length) < content.Length;
        return new(Named(name), Packages.Checksum.Of(content.Span), content.Length, isDeflated ? deflated : [content], isDeflated);
    }

    /// <summary>Packs a text while it is made; no piece ends within a character.</summary>
    public static PackedFile Of(string name, IEnumerable<string> pieces)
    {
        var text = new DeflatedText();
        foreach (var piece in pieces) text.Add(piece);
        return text.HasAll ? Of(name, text.All) : new(Named(name), text.Checksum, text.Size, text.Finish(), IsDeflated: true);
    }

    private static byte[] Named(string name) => Encoding.UTF8.GetBytes(name);
}
