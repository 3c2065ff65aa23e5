using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ReportCompiler.Packages;
using Xunit;

namespace ReportCompiler.Tests.Packages;

/// <summary>A package is a zip that any reader opens, and the same bytes for the same parts.</summary>
public sealed class PackageWriterTests
{
    private static readonly PackagePart Document =
        new("word/document.xml", "application/document+xml", $"<a>{new string('b', 100_000)}</a>")
        {
            Relations = [new("rId1", "image", "media/a&b.png"), new("rId2", "hyperlink", "https://example.org/?a&b", IsOutside: true)],
        };

    private static readonly PackagePart Picture = new("word/media/a&b.png", "image/png", Noise(5_000));

    [Fact]
    public void A_package_holds_its_parts_and_what_they_name()
    {
        using var zip = Open(Written(Document, Picture));

        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml", "word/media/a&b.png"],
            zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), e.LastWriteTime.DateTime));
        Assert.Equal(Document.Content.ToArray(), Bytes(zip.GetEntry(Document.Name)!));
        Assert.Equal(Picture.Content.ToArray(), Bytes(zip.GetEntry(Picture.Name)!));
        Assert.Contains("Target=\"media/a&amp;b.png\"/>", Text(zip, "word/_rels/document.xml.rels"), StringComparison.Ordinal);
        Assert.Contains("?a&amp;b\" TargetMode=\"External\"/>", Text(zip, "word/_rels/document.xml.rels"), StringComparison.Ordinal);
        Assert.Contains(
            "PartName=\"/word/media/a&amp;b.png\" ContentType=\"image/png\"", Text(zip, "[Content_Types].xml"), StringComparison.Ordinal);
    }

    /// <summary>On every machine and in every version: who changes the deflating changes all reports, and says so here.</summary>
    [Fact]
    public void The_same_parts_give_the_same_bytes()
    {
        Assert.Equal(Written(Document, Picture), Written(Picture, Document));
        Assert.Equal("09277B510EAB19AD", Convert.ToHexString(SHA256.HashData(Written(Document, Picture)))[..16]);
    }

    public static TheoryData<string> Contents =>
    [
        "empty", "one", "few", "zeros", "noise", "letters", "lines", "far", "rare",
    ];

    [Theory]
    [MemberData(nameof(Contents))]
    public void What_is_deflated_is_inflated_by_others(string kind)
    {
        byte[] bytes = kind switch
        {
            "empty" => [],
            "one" => [7],
            "few" => "abcabcabcabcabd"u8.ToArray(),
            "zeros" => new byte[100_000],
            "noise" => Noise(100_000),
            "letters" => [.. Noise(100_000).Select(b => (byte)(b % 5))],
            "lines" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<w:t>第 {i} 行</w:t>\n"))),
            // A match as far back as the format can tell, and one beyond.
            "far" => [.. Noise(300), .. new byte[32_768 - 300], .. Noise(300), 1, .. new byte[32_768 - 300], .. Noise(300)],
            // Symbols each half as frequent as the one before: their codes grow longer than the format allows.
            _ => [.. Enumerable.Range(0, 22).SelectMany(i => Enumerable.Repeat(i, 1 << (21 - i))).OrderBy(i => (i * 2654435761L) % 97)
                .Select(i => (byte)i)],
        };

        using var stream = new DeflateStream(new MemoryStream(Whole(Deflater.Deflate(bytes))), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        stream.CopyTo(inflated);

        Assert.Equal(bytes, inflated.ToArray());
    }

    [Fact]
    public void A_text_is_packed_as_small_as_by_others()
    {
        var text = File.ReadAllBytes(Path.Combine(Repository.Root, "templates", "review.html"));
        using var others = new MemoryStream();
        using (var stream = new DeflateStream(others, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(text);

        Assert.InRange(Deflater.Deflate(text).Sum(p => p.Length), 1, others.Length * 1.1);
    }

    /// <summary>Long ones and short ones, cut into long pieces and short: what is at the end of a piece may go on in the next.</summary>
    [Theory]
    [InlineData(10, 3)]
    [InlineData(3_000, 40)]
    [InlineData(40_000, 1)]
    [InlineData(40_000, 999)]
    [InlineData(40_000, 500_000)]
    public void A_part_made_in_pieces_is_the_same_as_one_that_was_whole(int rows, int length)
    {
        var noise = Noise(rows);
        // What repeats itself near by, far away and not at all, with characters of one byte to four.
        var text = string.Concat(noise.Index().Select(n =>
            $"<row r=\"{n.Index}\"><c>𬭎{n.Item % 7}局é</c>{new string((char)('a' + (n.Item % 26)), n.Item)}</row>"));
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(text.Length, at + length);
            if (char.IsHighSurrogate(text[end - 1])) end++;
            pieces.Add(text[at..end]);
            at = end;
        }

        var made = Written(new PackagePart("a.xml", "text/xml", pieces));

        Assert.Equal(Written(new PackagePart("a.xml", "text/xml", text)), made);
        using var zip = Open(made);
        Assert.Equal(text, Text(zip, "a.xml"));
    }

    [Fact]
    public void A_part_is_pulled_when_its_turn_comes()
    {
        var turns = new List<string>();

        PackageWriter.Write([], Parts());

        Assert.Equal(["a", "text of a", "b", "text of b"], turns);

        IEnumerable<PackagePart> Parts()
        {
            foreach (var name in (string[])["a", "b"])
            {
                turns.Add(name);
                yield return new(name, "text/xml", Text(name));
            }
        }

        IEnumerable<string> Text(string name)
        {
            turns.Add($"text of {name}");
            yield return name;
        }
    }

    private static byte[] Whole(IEnumerable<ReadOnlyMemory<byte>> pieces) => [.. pieces.SelectMany(p => p.ToArray())];

    private static byte[] Written(params PackagePart[] parts) => PackageWriter.Write([new("rId1", "main", "word/document.xml")], parts);

    private static byte[] Noise(int count)
    {
        var (bytes, state) = (new byte[count], 12345u);
        for (var i = 0; i < count; i++) bytes[i] = (byte)((state = state * 1664525 + 1013904223) >> 24);
        return bytes;
    }

    private static ZipArchive Open(byte[] package) => new(new MemoryStream(package));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string part) => Encoding.UTF8.GetString(Bytes(zip.GetEntry(part)!));
}
