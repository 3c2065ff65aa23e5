using System.Text;

namespace ReportCompiler.Manuscripts;

/// <summary>What kind of image a file is, by its content: an ending may lie, and a page shows nothing then.</summary>
internal static class ImageType
{
    private const int MostLookedAt = 1024;

    /// <summary>The media type; null if a browser does not show it everywhere.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47 })) return "image/png";
        if (bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF })) return "image/jpeg";
        if (bytes.StartsWith("GIF8"u8)) return "image/gif";
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        return IsSvg(bytes) ? "image/svg+xml" : null;
    }

    private static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MostLookedAt)]).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith('<') && start.Contains("<svg", StringComparison.Ordinal);
    }
}
