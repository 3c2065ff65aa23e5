using System.Globalization;
using System.Text;

namespace Reportc.Shell;

/// <summary>How many columns of a terminal text takes: Chinese characters, full-width forms and emoji two, combining marks none.</summary>
internal static class DisplayWidth
{
    /// <summary>The columns that a text is laid out for if nobody knows how many there are.</summary>
    public const int Usual = 120;

    /// <summary>First and last code points of the ranges that are wide or full-width (EastAsianWidth W and F), ascending.</summary>
    private static ReadOnlySpan<int> Wide =>
    [
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615,
        0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
        0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
        0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF,
        0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF,
        0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C,
        0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440,
        0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F,
        0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D7, 0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB,
        0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD,
    ];

    /// <summary>The columns of a character.</summary>
    public static int Of(Rune rune)
    {
        if (rune.IsAscii) return 1;
        if (IsWide(rune.Value)) return 2;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            // The soft hyphen is a format character that terminals show; the medial jamo join the one before.
            && rune.Value != 0xAD || rune.Value is >= 0x1160 and <= 0x11FF ? 0 : 1;
    }

    /// <summary>The columns of a text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>The columns of a text of ours that may hold escape codes for colours.</summary>
    public static int OfShown(string text)
    {
        if (!text.Contains('\e', StringComparison.Ordinal)) return Of(text);
        var width = 0;
        foreach (var (index, piece) in text.Split('\e').Index()) width += Of(index == 0 ? piece : BehindCode(piece));
        return width;
    }

    // The code of a colour ends with an m.
    private static string BehindCode(string piece) => piece[(piece.IndexOf('m', StringComparison.Ordinal) + 1)..];

    /// <summary>As much of the beginning of a text as fits into some columns.</summary>
    public static string Start(string text, int columns)
    {
        var (used, end) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > columns) return text[..end];
            end += rune.Utf16SequenceLength;
        }
        return text;
    }

    /// <summary>A text with what would steer the terminal replaced by a visible character.</summary>
    public static string Clean(string text) => IsClean(text) ? text : string.Create(text.Length, text, static (cleaned, raw) =>
    {
        for (var i = 0; i < raw.Length; i++) cleaned[i] = Clean(raw[i]);
    });

    /// <summary>Whether nothing in a text would steer the terminal.</summary>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            // Nearly all are printed ASCII or Chinese.
            if (c is not ((>= ' ' and <= '~') or (>= '\u2070' and not '\uFEFF')) && IsUnsafe(c)) return false;
        return true;
    }

    /// <summary>Adds a character, or what stands for one that would steer the terminal.</summary>
    public static void AppendClean(StringBuilder text, Rune rune)
    {
        if (rune.IsBmp) text.Append(Clean((char)rune.Value));
        else text.Append(rune);
    }

    /// <summary>The columns of a character as <see cref="AppendClean"/> adds it.</summary>
    public static int OfCleaned(Rune rune) =>
        rune == Rune.ReplacementChar || IsUnsafe(rune) ? 1 : Of(rune);

    /// <summary>Whether <see cref="AppendClean"/> adds something else for a character.</summary>
    public static bool IsUnsafe(Rune rune) => rune.IsBmp && IsUnsafe((char)rune.Value);

    private static char Clean(char c) => c is '\n' or '\t' ? ' ' : IsUnsafe(c) ? '\uFFFD' : c;

    /// <summary>
    /// Whether a character would move the cursor, colour the terminal or reverse the text: a data file must not do so through a finding.
    /// </summary>
    private static bool IsUnsafe(char c) => c switch
    {
        < '\x7F' => c < ' ',
        < '\u2000' => c is < '\xA0' or '\u061C',
        < '\u2070' => c is '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'),
        _ => c is '\uFEFF',
    };

    /// <summary>The same of several lines, each kept.</summary>
    public static string CleanLines(string text) => string.Join('\n', text.Split('\n').Select(Clean));

    private static bool IsWide(int value)
    {
        // Nearly all are Chinese characters.
        if (value is >= 0x4E00 and <= 0x9FFF) return true;
        var place = Wide.BinarySearch(value);
        // Between two entries an odd place is inside a range; on an entry it is inside whichever end it is.
        return place >= 0 || (~place & 1) == 1;
    }
}
