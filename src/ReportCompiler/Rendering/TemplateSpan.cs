using ReportCompiler.Sources;
using Scriban.Parsing;

namespace ReportCompiler.Rendering;

/// <summary>The template library counts lines and columns from 0 and in UTF-16; messages count from 1 and in code points.</summary>
internal static class TemplateSpan
{
    public static Span Of(SourceText source, SourceSpan span)
    {
        var line = span.Start.Line + 1;
        var endLine = Math.Max(line, span.End.Line + 1);
        var endColumn = source.CodePointColumn(endLine, span.End.Column + 1);
        return new Span(line, source.CodePointColumn(line, span.Start.Column), endLine, endColumn);
    }
}
