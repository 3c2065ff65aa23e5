using Markdig.Syntax.Inlines;

namespace ReportCompiler.Manuscripts;

/// <summary>Plain text among the markup.</summary>
internal static class Literals
{
    /// <summary>
    /// Where the characters of a literal begin in the text. The reader's own place includes a backslash before them, and in a table
    /// the spaces around a cell.
    /// </summary>
    public static int Start(string text, LiteralInline literal)
    {
        var content = literal.Content.AsSpan();
        var (start, length) = (literal.Span.Start, Math.Min(literal.Span.Length, text.Length - literal.Span.Start));
        var within = text.AsSpan(start, length).IndexOf(content);
        return within >= 0 ? start + within : Math.Max(0, literal.Span.End + 1 - content.Length);
    }
}
