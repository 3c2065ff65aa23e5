namespace Reportc.Shell;

/// <summary>
/// A cell of a table in the lines that its column has room for: words are broken between them, a file's path behind its slashes,
/// a cell's behind its dots, the rest where the column ends.
/// </summary>
internal static class CellLines
{
    private const int Hanging = 2;

    /// <summary>The lines.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="width">The width of its column.</param>
    /// <param name="below">The branches of a tree that go on below it.</param>
    public static List<string> Of(string cell, int width, string below)
    {
        if (DisplayWidth.Of(cell) <= width) return [cell];
        var before = Branches.Of(cell);
        var text = cell[before.Length..];
        var stem = below.Length > before.Length ? below + " " : below.PadRight(before.Length);
        var hanging = below.Length > 0 || !text.Contains(' ') ? stem + new string(' ', Hanging) : stem;
        var room = Math.Max(Hanging, width - hanging.Length);
        return [.. Lines(text, room).Select((line, i) => (i == 0 ? before : hanging) + line)];
    }

    private static IEnumerable<string> Lines(string text, int room) =>
        (Joint(text) is { } joint ? Steps(text, joint, room) : Wrapped.Lines(text, room)).SelectMany(l => Pieces(l, room));

    /// <summary>What ends the steps of a path; null for words.</summary>
    private static char? Joint(string text)
    {
        if (text.Contains(' ')) return null;
        return text.Contains('/') ? '/' : text.Contains('.') ? '.' : null;
    }

    /// <summary>A path in lines of whole steps.</summary>
    private static IEnumerable<string> Steps(string path, char end, int width)
    {
        var line = "";
        for (var at = 0; at < path.Length;)
        {
            var next = path.IndexOf(end, at) is >= 0 and var found ? found + 1 : path.Length;
            if (line.Length > 0 && DisplayWidth.Of(line + path[at..next]) > width)
            {
                yield return line;
                line = "";
            }
            line += path[at..next];
            at = next;
        }
        yield return line;
    }

    /// <summary>A line of a single long word, cut where the column ends.</summary>
    private static IEnumerable<string> Pieces(string line, int width)
    {
        while (DisplayWidth.Of(line) > width)
        {
            var start = DisplayWidth.Start(line, width);
            yield return start;
            line = line[start.Length..];
        }
        yield return line;
    }
}
