using System.Text;

namespace ReportCompiler.Workbooks;

/// <summary>Texts within XML.</summary>
internal static class XmlText
{
    /// <summary>A text as content or as a value in double quotes; what no XML may hold becomes a visible character.</summary>
    public static string Escape(string text)
    {
        var xml = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair) xml.Append(c).Append(text[++i]);
            else _ = c switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                '\n' => xml.Append("&#10;"),
                '\uFFFE' or '\uFFFF' => xml.Append('\uFFFD'),
                _ when char.IsControl(c) || char.IsSurrogate(c) => xml.Append('\uFFFD'),
                _ => xml.Append(c),
            };
        }
        return xml.ToString();
    }
}
