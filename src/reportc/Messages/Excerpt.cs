using System.Text;
using Reportc.Shell;

namespace Reportc.Messages;

/// <summary>A line of a source file as it is shown, and the carets below it.</summary>
/// <param name="Line">The line, tabs expanded, cut to the width.</param>
/// <param name="Marks">Spaces and carets.</param>
internal sealed record Excerpt(string Line, string Marks)
{
    private const int TabStop = 4;
    private const int MostOnStack = 512;
    private const char Cut = '…';

    /// <summary>
    /// Shows the line around the marked stretch. Columns are counted in code points, the carets stand by display width;
    /// a line too long for the terminal is cut on the side where nothing is marked.
    /// </summary>
    /// <param name="line">The line without its break.</param>
    /// <param name="column">The first marked character, from 1.</param>
    /// <param name="length">How many are marked; at least one caret is shown.</param>
    /// <param name="width">The columns there are.</param>
    public static Excerpt Of(string line, int column, int length, int width)
    {
        // Nearly every line is short.
        var at = line.Length < MostOnStack ? stackalloc int[line.Length + 1] : new int[line.Length + 1];
        at = Columns(line, at, out var isAsIs);
        var from = at[Math.Clamp(column - 1, 0, at.Length - 1)];
        var to = Math.Max(from + 1, at[Math.Clamp(column - 1 + length, 0, at.Length - 1)]);
        if (isAsIs && at[^1] <= width) return new Excerpt(line, Carets(from, to - from));
        var first = at[^1] <= width ? 0 : FirstShown(at, from, to, width);
        var shown = new StringBuilder();
        if (first > 0) shown.Append(Cut);
        var used = shown.Length;
        // What is subtracted from a column of the line to get the column on the screen.
        var shift = at[first] - used;
        var i = -1;
        foreach (var rune in line.EnumerateRunes())
        {
            if (++i < first) continue;
            var rest = at[^1] - at[i];
            var columns = at[i + 1] - at[i];
            if (columns > width - used - (rest > width - used ? 1 : 0))
            {
                shown.Append(Cut);
                break;
            }
            if (rune.Value == '\t') shown.Append(' ', columns);
            else DisplayWidth.AppendClean(shown, rune);
            used += columns;
        }
        var marked = Math.Max(1, Math.Min(to - shift, used) - (from - shift));
        return new Excerpt(shown.ToString(), Carets(from - shift, marked));
    }

    private static string Carets(int before, int marked) => string.Create(before + marked, before, static (marks, before) =>
    {
        marks[..before].Fill(' ');
        marks[before..].Fill('^');
    });

    /// <summary>The column each character begins at as it is shown, with the line's width last.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Takes them.</param>
    /// <param name="isAsIs">Whether nothing of the line is shown as something else.</param>
    private static Span<int> Columns(string line, Span<int> at, out bool isAsIs)
    {
        var (count, column) = (1, 0);
        at[0] = 0;
        isAsIs = true;
        // Nearly every line: a character is a code point, and stands for itself.
        if (DisplayWidth.IsClean(line) && line.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !line.Contains('\uFFFD'))
        {
            foreach (var c in line) at[count++] = column += DisplayWidth.Of(new Rune(c));
            return at;
        }
        foreach (var rune in line.EnumerateRunes())
        {
            isAsIs &= !DisplayWidth.IsUnsafe(rune) && rune != Rune.ReplacementChar;
            column += rune.Value == '\t' ? TabStop - (column % TabStop) : DisplayWidth.OfCleaned(rune);
            at[count++] = column;
        }
        return at[..count];
    }

    /// <summary>The first character shown of a line that is too long.</summary>
    private static int FirstShown(ReadOnlySpan<int> at, int from, int to, int width)
    {
        if (to < width) return 0;
        // A third of the width is context before the mark; more at the line's end, less if the mark's end would be cut away.
        var context = Math.Min(Math.Max(from - (width / 3), to - (width - 2)), at[^1] - (width - 1));
        var edge = Math.Clamp(context, 0, Math.Max(0, from - 1));
        var first = 0;
        while (at[first] < edge) first++;
        return at[first] > from ? first - 1 : first;
    }
}
