namespace Reportc.Files;

/// <summary>What tells one state of a file from another without reading it.</summary>
internal readonly record struct Stamp(long Length, DateTime Written)
{
    /// <summary>Whether nothing is in it: an editor empties a file before it writes it anew.</summary>
    public bool IsEmpty => Length == 0;
}
