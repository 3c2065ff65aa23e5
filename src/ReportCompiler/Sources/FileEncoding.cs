namespace ReportCompiler.Sources;

/// <summary>How the characters of a file are written as bytes.</summary>
public enum FileEncoding
{
    /// <summary>The one that is accepted.</summary>
    Utf8,

    /// <summary>The same with a byte order mark.</summary>
    Utf8WithMark,

    /// <summary>The default of Chinese Windows, of which GBK is a part.</summary>
    Gb18030,

    /// <summary>What Windows calls Unicode, in either order of bytes.</summary>
    Utf16,
}
