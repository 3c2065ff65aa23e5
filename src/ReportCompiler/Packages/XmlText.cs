using System.Text;
using System.Xml;

namespace ReportCompiler.Packages;

/// <summary>Texts in XML.</summary>
internal static class XmlText
{
    /// <summary>A text for XML, in content or in a quoted attribute; a character that XML cannot hold is replaced.</summary>
    public static string Escape(string text)
    {
        if (IsPlain(text)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => XmlConvert.IsXmlChar(c) ? null : "\uFFFD",
            } ?? c.ToString());
        }
        return escaped.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is '&' or '<' or '>' or '"' or '\'' || !XmlConvert.IsXmlChar(c)) return false;
        return true;
    }
}
