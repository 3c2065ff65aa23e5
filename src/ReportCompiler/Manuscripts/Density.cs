using System.Buffers;

namespace ReportCompiler.Manuscripts;

/// <summary>Where a text has more markup than can be meant.</summary>
internal static class Density
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_[]<`!&");

    /// <summary>The beginning of the first paragraph with more marks than allowed; null if none has.</summary>
    public static int? Find(string text, int most)
    {
        var (start, marks) = (0, 0);
        foreach (var line in text.AsSpan().Split('\n'))
        {
            var rest = text.AsSpan(line);
            if (rest.IsWhiteSpace()) (start, marks) = (line.End.Value + 1, 0);
            for (var mark = rest.IndexOfAny(Marks); mark >= 0; mark = rest.IndexOfAny(Marks))
            {
                if (++marks > most) return start;
                rest = rest[(mark + 1)..];
            }
        }
        return null;
    }

    /// <summary>The beginning of the line that is likely the most deeply nested.</summary>
    public static int Deepest(string text)
    {
        var (deepest, depth) = (0, -1);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(start, end - start);
            var here = line.Length - line.TrimStart(" \t>-+*").Length + line.Count('*') + line.Count('[');
            if (here > depth) (deepest, depth) = (start, here);
            start = end + 1;
        }
        return deepest;
    }
}
