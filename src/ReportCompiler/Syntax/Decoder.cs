using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>
/// Bytes to characters. Only UTF-8 is accepted; GB18030 (the default of Chinese Windows) and UTF-16 are recognised, named in the
/// finding, and decoded all the same, so that the other faults of the file are found in the same run.
/// </summary>
public static class Decoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file; null where no encoding fits.</summary>
    public static SourceText? Decode(Findings findings, Source source)
    {
        var bytes = source.Bytes.AsSpan();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        else if (Utf16(bytes) is { } utf16)
            return Foreign(findings, source, utf16.GetString(bytes).TrimStart('\uFEFF'), "UTF-16");
        try
        {
            return new SourceText(source.Path, StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            if (Gb18030(bytes) is { } text) return Foreign(findings, source, text, "GB18030");
            var replaced = new SourceText(source.Path, Encoding.UTF8.GetString(bytes));
            findings.Add(Errors.Files.NotText(replaced, Math.Max(0, replaced.Text.IndexOf('\uFFFD', StringComparison.Ordinal))));
            return null;
        }
    }

    private static SourceText Foreign(Findings findings, Source source, string text, string encoding)
    {
        var decoded = new SourceText(source.Path, text);
        findings.Add(Errors.Files.ForeignEncoding(decoded, encoding));
        return decoded;
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2) return null;
        if (bytes[0] == 0xFF && bytes[1] == 0xFE) return Encoding.Unicode;
        if (bytes[0] == 0xFE && bytes[1] == 0xFF) return Encoding.BigEndianUnicode;
        // Without a mark: line breaks and ASCII punctuation leave a zero in every second byte.
        var even = 0;
        var odd = 0;
        for (var i = 0; i < Math.Min(bytes.Length, 400); i++)
            if (bytes[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        // A few Chinese characters have one in the other byte (一 is U+4E00).
        return odd > 8 && odd > 4 * even ? Encoding.Unicode : even > 8 && even > 4 * odd ? Encoding.BigEndianUnicode : null;
    }

    private static string? Gb18030(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding?.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
