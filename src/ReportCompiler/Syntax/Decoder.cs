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
    /// <summary>No data file, project, edition, narrative or template is near this size.</summary>
    private const int LargestFile = 4 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file; null, with a finding, where it is too large or no encoding fits.</summary>
    public static SourceText? Decode(Findings findings, Source source)
    {
        var bytes = source.Bytes.AsSpan();
        if (bytes.Length > LargestFile)
        {
            findings.Add(Errors.Files.TooLarge(new SourceText(source.Path, ""), bytes.Length, LargestFile));
            return null;
        }
        if (Program(bytes) is { } program)
        {
            findings.Add(Errors.Files.OfProgram(new SourceText(source.Path, ""), program.Name, program.Endings));
            return null;
        }
        if (source.HasMark) bytes = bytes[3..];
        else if (Utf16(bytes) is { } utf16)
            return Foreign(findings, source, utf16.GetString(bytes).TrimStart('\uFEFF'), FileEncoding.Utf16);
        try
        {
            var encoding = source.HasMark ? FileEncoding.Utf8WithMark : FileEncoding.Utf8;
            return new SourceText(source.Path, StrictUtf8.GetString(bytes)) { Encoding = encoding };
        }
        catch (DecoderFallbackException)
        {
            if (Gb18030(bytes) is { } text) return Foreign(findings, source, text, FileEncoding.Gb18030);
            var replaced = new SourceText(source.Path, Encoding.UTF8.GetString(bytes));
            findings.Add(Errors.Files.NotText(replaced, Math.Max(0, replaced.Text.IndexOf('\uFFFD', StringComparison.Ordinal))));
            return null;
        }
    }

    private static SourceText Foreign(Findings findings, Source source, string text, FileEncoding encoding)
    {
        var decoded = new SourceText(source.Path, text) { Encoding = encoding };
        findings.Add(Errors.Files.ForeignEncoding(decoded, encoding == FileEncoding.Utf16 ? "UTF-16" : "GB18030"));
        return decoded;
    }

    /// <summary>What programs a file is of that was given another ending but is no text; null for anything else.</summary>
    private static (Text Name, Text Endings)? Program(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x50, 0x4B, 0x03 or 0x05, 0x04 or 0x06, ..] => (
            new(" Excel、Word 或 WPS 文件（或压缩包）", "an Excel, Word or WPS file (or an archive)"),
            new(".xlsx（Word 文件是 .docx）", ".xlsx (a Word file to .docx)")),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => (
            new("旧版 Excel、Word 或 WPS 文件", "an Excel, Word or WPS file of an older version"),
            new(".xls（Word 文件是 .doc，WPS 表格是 .et）", ".xls (a Word file to .doc, a WPS sheet to .et)")),
        [0x25, 0x50, 0x44, 0x46, ..] => (new(" PDF 文件", "a PDF file"), new(".pdf", ".pdf")),
        [0x52, 0x61, 0x72, 0x21, ..] => (new("压缩包", "an archive"), new(".rar", ".rar")),
        [0x37, 0x7A, 0xBC, 0xAF, ..] => (new("压缩包", "an archive"), new(".7z", ".7z")),
        _ => null,
    };

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

    /// <summary>
    /// The text in GB18030. Nearly all bytes are valid in it, also those of a damaged UTF-8 file: what comes out must be made of
    /// everyday characters, or a file would be turned into garbage for good.
    /// </summary>
    private static string? Gb18030(ReadOnlySpan<byte> bytes)
    {
        if (!IsEveryday(bytes)) return null;
        try
        {
            var encoding = CodePagesEncodingProvider.Instance
                .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding?.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Whether four of five double bytes are punctuation or one of the 3755 most common characters (GB 2312, level one).</summary>
    private static bool IsEveryday(ReadOnlySpan<byte> bytes)
    {
        var (all, everyday) = (0, 0);
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            all++;
            if (bytes[i] is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xD7) && bytes[i + 1] >= 0xA1) everyday++;
            i++;
        }
        return all > 0 && everyday * 5 >= all * 4;
    }
}
