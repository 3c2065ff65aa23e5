namespace ReportCompiler.Sources;

/// <summary>A file of the project that a narrative names, as far as it could be had.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Bytes">Its bytes; empty unless it was read.</param>
/// <param name="Length">Its size in bytes; 0 if it is not there.</param>
public sealed record NamedFile(NamedFileState State, byte[] Bytes, long Length)
{
    /// <summary>No such file.</summary>
    public static readonly NamedFile Absent = new(NamedFileState.Absent, [], 0);

    /// <summary>A file that was read.</summary>
    public static NamedFile Of(byte[] bytes) => new(NamedFileState.Read, bytes, bytes.Length);

    /// <summary>A file that is larger than it may be, and was not read.</summary>
    public static NamedFile TooLarge(long length) => new(NamedFileState.TooLarge, [], length);
}
