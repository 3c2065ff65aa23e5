using System.Globalization;
using System.Text;

namespace ReportCompiler.Syntax;

/// <summary>Characters nobody sees: they come along with text pasted from web pages, Word and files joined together.</summary>
internal static class Invisible
{
    /// <summary>
    /// Whether a character is a control character, has no width or steers the direction of writing. The joiners of emoji are text.
    /// </summary>
    public static bool Is(char c) => c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u00AD' or '\u200B' or '\u200E' or '\u200F'
        or (>= '\u2028' and <= '\u202E') or '\u2060' or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    /// <summary>
    /// The first character of a name, or of a text that is printed, that nobody sees or that steers what stands around it; null for
    /// none. Joiners are part of an emoji, and of nothing else.
    /// </summary>
    /// <returns>Its offset, its length in UTF-16 units and its code point.</returns>
    public static (int Offset, int Length, int CodePoint)? Find(string text, bool mayBreak)
    {
        if (IsOrdinary(text)) return null;
        foreach (var found in All(text, mayBreak)) return found;
        return null;
    }

    /// <summary>Whether a text is made of common Chinese characters and ASCII alone, as nearly all are.</summary>
    private static bool IsOrdinary(string text)
    {
        foreach (var c in text)
            if (c is not ((>= ' ' and <= '~') or (>= '\u4E00' and <= '\u9FFF'))) return false;
        return true;
    }

    private static IEnumerable<(int Offset, int Length, int CodePoint)> All(string text, bool mayBreak)
    {
        var isJoinable = false;
        for (var i = 0; i < text.Length;)
        {
            // Half a pair is no character.
            var isWhole = Rune.TryGetRuneAt(text, i, out var rune);
            var (value, length) = isWhole ? (rune.Value, rune.Utf16SequenceLength) : (text[i], 1);
            var category = isWhole ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.Surrogate;
            var isText = (mayBreak && value is '\n' or '\t') || (isJoinable && value is 0x200D);
            if (!isText && IsUnseen(category, value)) yield return (i, length, value);
            isJoinable = category is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol || value is 0xFE0F;
            i += length;
        }
    }

    /// <summary>A text without what <see cref="Find"/> finds in it: so it is printed, once it was refused.</summary>
    public static string Without(string text)
    {
        var (kept, at) = (new StringBuilder(text.Length), 0);
        foreach (var (offset, length, _) in All(text, mayBreak: true))
        {
            kept.Append(text, at, offset - at);
            at = offset + length;
        }
        return at == 0 ? text : kept.Append(text, at, text.Length - at).ToString();
    }

    // Fillers of Hangul and an empty Braille pattern are letters and signs that show nothing; XML knows no U+FFFE and U+FFFF.
    private static bool IsUnseen(UnicodeCategory category, int value) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 || (value & 0xFFFE) == 0xFFFE;

    /// <summary>A text with its invisible characters written out, such as <c>12‹U+200B›</c>.</summary>
    public static string Show(string text)
    {
        var shown = text;
        foreach (var c in text.Where(c => Is(c) && c is not ('\n' or '\r' or '\t')).Distinct())
            shown = shown.Replace(c.ToString(), string.Create(CultureInfo.InvariantCulture, $"‹U+{(int)c:X4}›"), StringComparison.Ordinal);
        return shown;
    }
}
