using System.Text;
using System.Xml;

namespace ReportCompiler.Packages;

/// <summary>
/// A part of a package as XML, element by element, known by their local names: Word writes the same document in two namespaces. No
/// document type, no entity, nothing from outside, no deeper than a document is.
/// </summary>
internal sealed class PartReader : IDisposable
{
    /// <summary>A table in a table in a text box has some sixty levels.</summary>
    private const int Deepest = 250;

    /// <summary>As many bytes lie between two tags: the longest text of a cell, each character written as its number.</summary>
    private const int LongestText = 32_767 * 9;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = PackageReader.MostBytes,
    };

    private readonly string _part;
    private readonly XmlReader _xml;

    /// <summary>Reads a part, up to its outermost element.</summary>
    public PartReader(string part, byte[] bytes)
    {
        _part = part;
        // The reader's work grows with the square of the attributes of a tag, and no tag holds another's beginning.
        for (var rest = bytes.AsSpan(); rest.Length > LongestText;)
        {
            var next = rest[1..].IndexOf((byte)'<');
            if (next < 0 ? rest.Length > LongestText : next > LongestText) throw new UnreadableException(PackageFault.TooLarge, part);
            rest = next < 0 ? [] : rest[(next + 1)..];
        }
        // In UTF-16, which no office program writes, other characters have that byte too.
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 4)).Contains((byte)0) || bytes is [0xFE or 0xFF, 0xFE or 0xFF, ..])
            throw new UnreadableException(PackageFault.Damaged, part);
        _xml = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
        while (_xml.NodeType != XmlNodeType.Element)
            if (!Next()) throw new UnreadableException(PackageFault.Damaged, part);
    }

    /// <summary>The local name of the element that begins here.</summary>
    public string Name => _xml.LocalName;

    /// <summary>An attribute of the element that begins here, in whichever namespace; null if it has none.</summary>
    public string? this[string name]
    {
        get
        {
            if (_xml.GetAttribute(name) is { } plain) return plain;
            string? found = null;
            while (found is null && _xml.MoveToNextAttribute())
                if (_xml.LocalName == name && _xml.Prefix != "xmlns") found = _xml.Value;
            _xml.MoveToElement();
            return found;
        }
    }

    /// <summary>
    /// Goes through the elements right inside the one that begins here, and names each. What is not read of one is passed over; the
    /// loop is not left before its end.
    /// </summary>
    public IEnumerable<string> Children()
    {
        if (_xml.IsEmptyElement) yield break;
        var depth = _xml.Depth;
        Next();
        while (_xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                yield return _xml.LocalName;
                if (_xml.NodeType == XmlNodeType.Element && !_xml.IsEmptyElement) Pass();
            }
            Next();
        }
    }

    /// <summary>The text right inside the element that begins here.</summary>
    public string Content()
    {
        if (_xml.IsEmptyElement) return "";
        var depth = _xml.Depth;
        StringBuilder? more = null;
        var text = "";
        while (Next() && _xml.Depth > depth)
        {
            if (_xml.Depth != depth + 1 || !_xml.HasValue) continue;
            // Long texts come in pieces, the others are one.
            if (text.Length == 0) text = _xml.Value;
            else (more ??= new StringBuilder(text)).Append(_xml.Value);
        }
        return more?.ToString() ?? text;
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private void Pass()
    {
        var depth = _xml.Depth;
        while (Next() && _xml.Depth > depth) continue;
    }

    private bool Next()
    {
        if (_xml.Depth > Deepest) throw new UnreadableException(PackageFault.TooLarge, _part);
        try
        {
            return _xml.Read();
        }
        catch (XmlException)
        {
            throw new UnreadableException(PackageFault.Damaged, _part);
        }
    }
}
