using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ReportCompiler.Manuscripts;

/// <summary>How large an image is, in pixels: Word shows it in the size that the document says.</summary>
internal static class ImageSize
{
    /// <summary>Of an image that does not say.</summary>
    private static readonly (int Width, int Height) Unknown = (560, 420);

    /// <summary>The width and height.</summary>
    public static (int Width, int Height) Of(ReadOnlySpan<byte> bytes)
    {
        var (width, height) = ImageType.Of(bytes) switch
        {
            "image/png" when bytes.Length >= 24 => (Big(bytes[18..]), Big(bytes[22..])),
            "image/gif" when bytes.Length >= 10 => (Little(bytes[6..]), Little(bytes[8..])),
            "image/jpeg" => Jpeg(bytes),
            "image/webp" when bytes.Length >= 30 => WebP(bytes),
            "image/svg+xml" => Svg(bytes),
            _ => Unknown,
        };
        return width > 0 && height > 0 ? (width, height) : Unknown;
    }

    private static int Big(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Little(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    /// <summary>The frame says the size; what stands before it is passed over.</summary>
    private static (int Width, int Height) Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF; at += 2 + Big(bytes[(at + 2)..]))
        {
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (Big(bytes[(at + 7)..]), Big(bytes[(at + 5)..]));
        }
        return Unknown;
    }

    private static (int Width, int Height) WebP(ReadOnlySpan<byte> bytes) => bytes[15] switch
    {
        (byte)'X' => (Little(bytes[24..]) + 1, Little(bytes[27..]) + 1),
        (byte)'L' => ((Little(bytes[21..]) & 0x3FFF) + 1, ((BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]) >> 14) & 0x3FFF) + 1),
        _ => (Little(bytes[26..]) & 0x3FFF, Little(bytes[28..]) & 0x3FFF),
    };

    /// <summary>The last two numbers of the view.</summary>
    private static (int Width, int Height) Svg(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var at = text.IndexOf("viewBox=", StringComparison.Ordinal) + 9;
        var end = at < 9 || at >= text.Length ? -1 : text.IndexOf(text[at - 1], at);
        var parts = end < 0 ? [] : text[at..end].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 4 && Whole(parts[2], out var width) && Whole(parts[3], out var height) ? (width, height) : Unknown;
    }

    private static bool Whole(string text, out int number)
    {
        var isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        number = isNumber && value is >= 1 and <= 100_000 ? (int)value : 0;
        return number > 0;
    }
}
