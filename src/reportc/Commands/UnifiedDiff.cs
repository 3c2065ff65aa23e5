using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using Decoder = ReportCompiler.Syntax.Decoder;

namespace Reportc.Commands;

/// <summary>Two texts with the same number of lines in the format of <c>diff -u</c>: what patch and git apply read.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference of two files that can be decoded, under the path of the one that is there.</summary>
    public static string Of(string path, Source before, Source after) => Of(path, TextOf(before), TextOf(after));

    private static string TextOf(Source source) => Decoder.Decode(new Findings(), source)?.Text ?? "";

    /// <summary>The difference; empty if there is none.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="before">What it holds.</param>
    /// <param name="after">What it would hold; no line more, no line less.</param>
    public static string Of(string path, string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var changed = Enumerable.Range(0, old.Length).Where(i => old[i] != now[i]).ToList();
        if (changed.Count == 0) return "";
        var diff = new StringBuilder($"--- {path}\n+++ {path}\n");
        for (var next = 0; next < changed.Count;)
        {
            var first = next;
            // Two changes share a hunk if their contexts touch.
            while (next + 1 < changed.Count && changed[next + 1] - changed[next] <= 2 * Context) next++;
            var (from, to) = (changed[first] - Context, changed[next] + Context + 1);
            AppendHunk(diff, old, now, Math.Max(0, from), Math.Min(Lines(old), to));
            next++;
        }
        return diff.ToString();
    }

    private static void AppendHunk(StringBuilder diff, string[] old, string[] now, int from, int to)
    {
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{from + 1},{to - from} +{from + 1},{to - from} @@\n");
        for (var i = from; i < to;)
        {
            var end = i;
            while (end < to && old[end] != now[end]) end++;
            for (var j = i; j < end; j++) AppendLine(diff, '-', old, j);
            for (var j = i; j < end; j++) AppendLine(diff, '+', now, j);
            if (end == i) AppendLine(diff, ' ', old, end++);
            i = end;
        }
    }

    private static void AppendLine(StringBuilder diff, char sign, string[] lines, int at)
    {
        diff.Append(sign).Append(lines[at]).Append('\n');
        if (at == lines.Length - 1) diff.Append("\\ No newline at end of file\n");
    }

    /// <summary>How many lines there are; what follows the last line break is one only if something stands there.</summary>
    private static int Lines(string[] lines) => lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
}
