using System.Collections.Immutable;
using System.Text;

namespace ReportCompiler.Packages;

/// <summary>A part of an Office Open XML package.</summary>
/// <param name="Name">Its name from the package's root, without a slash before it: <c>word/document.xml</c>.</param>
/// <param name="ContentType">What it is, in the words of the standard.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PackagePart(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>A part of text.</summary>
    public PackagePart(string name, string contentType, string text) : this(name, contentType, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>A part of text that is made while it is written, and is in memory never whole; no piece ends within a character.</summary>
    public PackagePart(string name, string contentType, IEnumerable<string> pieces)
        : this(name, contentType, default(ReadOnlyMemory<byte>)) => Pieces = pieces;

    /// <summary>The text that is made while it is written; null for a part that has its content.</summary>
    public IEnumerable<string>? Pieces { get; }

    /// <summary>The parts that this one names, and what lies outside.</summary>
    public ImmutableArray<PartRelation> Relations { get; init; } = [];
}

/// <summary>What a part names.</summary>
/// <param name="Id">What the part's XML calls it: <c>rId1</c>.</param>
/// <param name="Type">The type of the relation, in the words of the standard.</param>
/// <param name="Target">The part's name relative to the folder of the part that names it; or an address.</param>
/// <param name="IsOutside">Whether the target is an address outside of the package.</param>
public sealed record PartRelation(string Id, string Type, string Target, bool IsOutside = false);
