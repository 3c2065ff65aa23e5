using System.Text;

namespace Reportc.Shell;

/// <summary>
/// Text broken into lines by display width: between Chinese characters anywhere, elsewhere at spaces; no line begins with a
/// closing mark or ends with an opening one.
/// </summary>
internal static class Wrapped
{
    private const string Closing = "，。；：！？、）】》」』”’…％,.;:!?)]}";
    private const string Opening = "（【《「『“‘([{";

    /// <summary>A piece that is never broken.</summary>
    private readonly record struct Piece(string Text, int Width, bool AfterSpace);

    /// <summary>The lines of a text, none wider than <paramref name="width"/> unless a single word is.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var piece in Pieces(text))
        {
            var gap = piece.AfterSpace && used > 0 ? 1 : 0;
            if (used > 0 && used + gap + piece.Width > width)
            {
                yield return line.ToString();
                line.Clear();
                used = gap = 0;
            }
            line.Append(' ', gap).Append(piece.Text);
            used += gap + piece.Width;
        }
        if (used > 0) yield return line.ToString();
    }

    /// <summary>A text with its lines broken for a terminal; 0 columns leave it as it is.</summary>
    public static string Broken(string text, int width)
    {
        if (width <= 0) return text;
        var lines = text.Split('\n').SelectMany(l => Lines(l, width).DefaultIfEmpty(""));
        return string.Join('\n', lines);
    }

    private static List<Piece> Pieces(string text)
    {
        var pieces = new List<Piece>();
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is ' ' or '\n')
            {
                space = true;
                continue;
            }
            var (written, width) = (rune.ToString(), DisplayWidth.Of(rune));
            if (!space && pieces is [.., var last] && Sticks(last.Text, rune, width))
                pieces[^1] = last with { Text = last.Text + written, Width = last.Width + width };
            else pieces.Add(new Piece(written, width, space));
            space = false;
        }
        return pieces;
    }

    /// <summary>Whether a character stays on the line of what stands directly before it.</summary>
    private static bool Sticks(string before, Rune rune, int width) =>
        Closing.Contains(rune.ToString(), StringComparison.Ordinal) || Opening.Contains(before[^1]) || (width < 2 && !IsWide(before));

    private static bool IsWide(string text)
    {
        Rune.DecodeLastFromUtf16(text, out var last, out _);
        return DisplayWidth.Of(last) == 2;
    }
}
