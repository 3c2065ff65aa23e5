namespace ReportCompiler.Forms;

/// <summary>
/// Words of 行文 that are written as one: 结转(至|到|)下年 is 结转至下年, 结转到下年 and 结转下年. A bracket holds what may stand in its
/// place, which may be nothing, and no other bracket; one without | is a part of the word.
/// </summary>
internal static class Alternatives
{
    /// <summary>More words than that are not written as one.</summary>
    public const int Most = 1024;

    /// <summary>How many words are written as one; no more than one above <see cref="Most"/> is counted.</summary>
    /// <param name="written">As written.</param>
    public static int Count(string written)
    {
        var count = 1L;
        foreach (var part in Parts(written)) count = Math.Min(Most + 1, count * part.Length);
        return (int)count;
    }

    /// <summary>The words, each once, in the order in which they are written.</summary>
    /// <param name="written">As written; no more than <see cref="Most"/> words.</param>
    public static IEnumerable<string> Of(string written)
    {
        IEnumerable<string> words = [""];
        foreach (var part in Parts(written)) words = [.. words.SelectMany(w => part.Select(p => w + p))];
        return words.Where(w => w.Length > 0).Distinct(StringComparer.Ordinal);
    }

    private static List<string[]> Parts(string written)
    {
        var (parts, at) = (new List<string[]>(), 0);
        for (var open = written.IndexOf('('); open >= 0; open = written.IndexOf('(', open + 1))
        {
            var close = written.IndexOf(')', open);
            if (close < 0) break;
            var inside = written[(open + 1)..close];
            if (inside.Contains('(') || !inside.Contains('|')) continue;
            parts.Add([written[at..open]]);
            parts.Add(inside.Split('|'));
            at = close + 1;
        }
        parts.Add([written[at..]]);
        return parts;
    }
}
