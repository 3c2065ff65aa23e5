using System.Globalization;

namespace ReportCompiler.Syntax;

/// <summary>Characters nobody sees: they come along with text pasted from web pages, Word and files joined together.</summary>
internal static class Invisible
{
    /// <summary>
    /// Whether a character is a control character, has no width or steers the direction of writing. The joiners of emoji are text.
    /// </summary>
    public static bool Is(char c) => c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u00AD' or '\u200B' or '\u200E' or '\u200F'
        or (>= '\u2028' and <= '\u202E') or '\u2060' or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    /// <summary>A text with its invisible characters written out, such as <c>12‹U+200B›</c>.</summary>
    public static string Show(string text)
    {
        var shown = text;
        foreach (var c in text.Where(c => Is(c) && c is not ('\n' or '\r' or '\t')).Distinct())
            shown = shown.Replace(c.ToString(), string.Create(CultureInfo.InvariantCulture, $"‹U+{(int)c:X4}›"), StringComparison.Ordinal);
        return shown;
    }
}
