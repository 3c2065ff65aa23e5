using System.Buffers;
using System.Text;

namespace ReportCompiler.Rendering;

/// <summary>
/// Escaping of data. It happens once, at the door: every string of the model is escaped for its output before a template sees it,
/// so that no template can forget it and no include can do it twice.
/// </summary>
internal static class Escape
{
    private static readonly SearchValues<char> InHtml = SearchValues.Create("&<>\"'");
    private static readonly SearchValues<char> InMarkdown = SearchValues.Create("\\`*_[]<>&|#~\n\r");

    /// <summary>A text for HTML, in content or in a quoted attribute.</summary>
    public static string Html(string text)
    {
        if (!text.AsSpan().ContainsAny(InHtml)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => null,
            } ?? c.ToString());
        }
        return escaped.ToString();
    }

    /// <summary>A text for Markdown, in prose or in a table's cell.</summary>
    public static string Markdown(string text)
    {
        if (!text.AsSpan().ContainsAny(InMarkdown)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c is '\n' or '\r') escaped.Append(' ');
            else if (c == '<') escaped.Append("&lt;");
            else if (c == '&') escaped.Append("&amp;");
            else if (InMarkdown.Contains(c)) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }
}
