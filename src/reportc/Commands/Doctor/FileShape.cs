using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Doctor;

/// <summary>How a file that a build reads is written.</summary>
/// <param name="File">The file, relative to the project.</param>
/// <param name="Encoding">UTF-8, UTF-8 BOM, GB18030, UTF-16 or unknown.</param>
/// <param name="LineEnds">LF, CRLF, CR, mixed, or none.</param>
internal sealed record FileShape(string File, string Encoding, string LineEnds)
{
    /// <summary>An encoding that a build refuses.</summary>
    public bool IsForeign => Encoding is not (Utf8 or Utf8WithMark);

    /// <summary>The one encoding that is accepted.</summary>
    public const string Utf8 = "UTF-8";

    /// <summary>The same with a byte order mark.</summary>
    public const string Utf8WithMark = "UTF-8 BOM";

    /// <summary>More than one kind of line end.</summary>
    public const string Mixed = "mixed";

    /// <summary>The shape of a file.</summary>
    public static FileShape Of(Source source)
    {
        var text = Decoder.Decode(new Findings(), source);
        return new FileShape(source.Path, EncodingOf(text), LineEndsOf(text?.Text ?? ""));
    }

    private static string EncodingOf(SourceText? text) => text?.Encoding switch
    {
        FileEncoding.Utf8 => Utf8,
        FileEncoding.Utf8WithMark => Utf8WithMark,
        FileEncoding.Utf16 => "UTF-16",
        FileEncoding.Gb18030 => "GB18030",
        _ => "unknown",
    };

    private static string LineEndsOf(string text)
    {
        var (lf, crlf, cr) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') lf++;
            else if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') (crlf, i) = (crlf + 1, i + 1);
            else if (text[i] == '\r') cr++;
        }
        return (lf, crlf, cr) switch
        {
            (0, 0, 0) => "none",
            ( > 0, 0, 0) => "LF",
            (0, > 0, 0) => "CRLF",
            (0, 0, > 0) => "CR",
            _ => Mixed,
        };
    }
}
