namespace ReportCompiler.Sources;

/// <summary>A file handed to the compiler: the path shown in messages, with <c>/</c>, and its bytes as they are on disk.</summary>
public sealed record Source(string Path, byte[] Bytes)
{
    /// <summary>The mark that some editors put in front of UTF-8.</summary>
    public static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the bytes begin with <see cref="Mark"/>.</summary>
    public bool HasMark => Bytes.AsSpan().StartsWith(Mark);

    /// <summary>The file's name without folders and ending.</summary>
    public string Stem
    {
        get
        {
            var name = Path[(Path.LastIndexOf('/') + 1)..];
            var dot = name.LastIndexOf('.');
            return dot <= 0 ? name : name[..dot];
        }
    }
}
