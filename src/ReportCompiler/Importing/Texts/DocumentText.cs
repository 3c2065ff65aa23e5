using System.Text;
using System.Text.RegularExpressions;

namespace ReportCompiler.Importing.Texts;

/// <summary>
/// The characters of a page or text of others. What it says of its encoding is often wrong: bytes that are UTF-8 are UTF-8, all other
/// pages of Chinese offices are GB18030 or a part of it, unless they say Big5.
/// </summary>
internal static partial class DocumentText
{
    private const int Head = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes the bytes; null if they are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        var hasMark = bytes is [0xEF, 0xBB, 0xBF, ..];
        if (hasMark) bytes = bytes[3..];
        if (bytes[..Math.Min(bytes.Length, Head)].Contains((byte)0)) return null;
        // The end of a file that was cut off may be half a character.
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
            if (Strict(StrictUtf8, bytes[..^cut]) is { } text) return cut == 0 ? text : text + '\uFFFD';
        if (hasMark) return Encoding.UTF8.GetString(bytes);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var declared = Charset().Match(Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, Head)])).Groups["name"].Value;
        if (declared.StartsWith("big5", StringComparison.OrdinalIgnoreCase)) return Encoding.GetEncoding("big5").GetString(bytes);
        if (declared.StartsWith("utf", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8.GetString(bytes);
        return Encoding.GetEncoding("GB18030").GetString(bytes);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?(?<name>[A-Za-z0-9_-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Charset();
}
