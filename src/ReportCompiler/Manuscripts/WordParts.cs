using System.Globalization;
using ReportCompiler.Packages;

namespace ReportCompiler.Manuscripts;

/// <summary>What the prose of a Word document names: links, images and numbered lists, in the order in which they are met.</summary>
internal sealed class WordParts
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>What the document names.</summary>
    public List<PartRelation> Named { get; } = [];

    /// <summary>The images.</summary>
    public List<PackagePart> Images { get; } = [];

    /// <summary>The first number of every numbered list.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>How many pictures are shown; one image may be shown twice.</summary>
    public int Pictures { get; set; }

    /// <summary>What a link is called; null for an address that no reader takes.</summary>
    public string? Link(string address)
    {
        // An address that is none makes the whole document unreadable for Word.
        if (address.Length == 0 || !Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri)) return null;
        if (_known.TryGetValue(address, out var known)) return known;
        var id = Id("link", Named.Count + 1);
        var target = string.Concat((uri.IsAbsoluteUri ? uri.AbsoluteUri : address).EnumerateRunes()
            .Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
        Named.Add(new PartRelation(id, Relations + "hyperlink", target, IsOutside: true));
        return _known[address] = id;
    }

    /// <summary>What an image is called.</summary>
    /// <param name="type">Its media type.</param>
    /// <param name="address">The address that holds it.</param>
    /// <param name="bytes">The image.</param>
    public string Image(string type, string address, byte[] bytes)
    {
        if (_known.TryGetValue(address, out var known)) return known;
        var id = Id("image", Images.Count + 1);
        var ending = type[(type.IndexOf('/') + 1)..];
        var name = $"media/{id}.{(ending.StartsWith("svg", StringComparison.Ordinal) ? "svg" : ending)}";
        Images.Add(new PackagePart($"word/{name}", type, bytes));
        Named.Add(new PartRelation(id, Relations + "image", name));
        return _known[address] = id;
    }

    private static string Id(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");
}
