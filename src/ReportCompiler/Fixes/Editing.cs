using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Fixes;

/// <summary>Edits made in a file.</summary>
internal static class Editing
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Text Mark = new("字节顺序标记（BOM）", "byte order mark");

    /// <summary>
    /// The file without the mark some editors put in front of UTF-8: no fault, but of no use, and in the way of tools that join files.
    /// </summary>
    public static Source WithoutMark(Source source, List<Edit> edits)
    {
        if (!source.HasMark) return source;
        edits.Add(new Edit(Location.AtStart(new SourceText(source.Path, "")), "", Mark));
        return source with { Bytes = source.Bytes[3..] };
    }

    /// <summary>The edits in the order of their places, without those that touch one before them: their turn is the next.</summary>
    public static List<Edit> Apart(IEnumerable<Edit> edits)
    {
        var apart = new List<Edit>();
        foreach (var edit in edits.OrderBy(e => e.At.Span.Line).ThenBy(e => e.At.Span.Column))
            if (apart.Count == 0 || End(apart[^1]).CompareTo((edit.At.Span.Line, edit.At.Span.Column)) <= 0) apart.Add(edit);
        return apart;

        static (int Line, int Column) End(Edit edit) => (edit.At.Span.EndLine, edit.At.Span.EndColumn);
    }

    /// <summary>The file with the edits made, in UTF-8, whatever it was in.</summary>
    public static Source Apply(Source source, List<Edit> edits)
    {
        // An edit belongs to a finding, and a finding to a file that could be decoded.
        var text = Syntax.Decoder.Decode(new Findings(), source)!;
        var (edited, at) = (new StringBuilder(text.Text.Length), 0);
        foreach (var edit in edits)
        {
            var (span, start) = (edit.At.Span, text.OffsetAt(edit.At.Span.Line, edit.At.Span.Column));
            edited.Append(text.Text, at, start - at).Append(edit.With);
            at = text.OffsetAt(span.EndLine, span.EndColumn);
        }
        edited.Append(text.Text, at, text.Text.Length - at);
        return source with { Bytes = Utf8.GetBytes(edited.ToString()) };
    }
}
