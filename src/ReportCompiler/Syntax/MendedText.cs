using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>A file with some of its lines written anew, no line more or less, and where each of their characters came from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Offsets">For each line written anew the old offset of every new one.</param>
internal sealed record MendedText(string Text, IReadOnlyDictionary<int, int[]> Offsets)
{
    /// <summary>The file with edits made, one a line at most, each from the beginning of its line.</summary>
    public static MendedText Of(SourceText source, IReadOnlyDictionary<int, Edit> edits)
    {
        var (text, offsets) = (new StringBuilder(source.Text.Length), new Dictionary<int, int[]>());
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.Line(number);
            if (edits.TryGetValue(number, out var edit))
            {
                var rest = line[(source.OffsetAt(number, edit.At.Span.EndColumn) - source.OffsetAt(number, 1))..];
                var changed = edit.With + rest;
                offsets[number] = Origins(line, changed, rest.Length);
                line = changed;
            }
            text.Append(line).Append('\n');
        }
        return new MendedText(text.ToString(), offsets);
    }

    /// <summary>Words and figures are found again in their order; what is new stands where the next of them does.</summary>
    private static int[] Origins(string old, string changed, int kept)
    {
        var origins = new int[changed.Length + 1];
        var at = 0;
        for (var i = 0; i < changed.Length - kept; i++)
        {
            if (char.IsLetterOrDigit(changed[i]) && old.IndexOf(changed[i], at) is >= 0 and var found) at = found;
            origins[i] = Math.Min(at, Math.Max(0, old.Length - 1));
            if (at < old.Length && changed[i] == old[at]) at++;
        }
        for (var i = 0; i <= kept; i++) origins[changed.Length - kept + i] = old.Length - kept + i;
        return origins;
    }
}
