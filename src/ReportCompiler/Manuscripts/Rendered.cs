using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Manuscripts;

/// <summary>The rendered narrative, and where each character of it was typed: what an expression made was typed nowhere.</summary>
/// <param name="source">The clerk's file.</param>
/// <param name="text">The rendered Markdown.</param>
/// <param name="starts">Where each stretch begins, in order.</param>
/// <param name="origins">The offset of each stretch in the clerk's file; −1 for one that an expression made.</param>
internal sealed class Rendered(SourceText source, string text, int[] starts, int[] origins)
{
    /// <summary>The rendered Markdown.</summary>
    public string Text { get; } = text;

    /// <summary>The offset in the clerk's file of a rendered character; −1 if an expression made it.</summary>
    public int Origin(int index)
    {
        var stretch = StretchAt(index);
        return stretch < 0 || origins[stretch] < 0 ? -1 : origins[stretch] + index - starts[stretch];
    }

    /// <summary>The place of a stretch in the clerk's file; that of the expression if one made its first character.</summary>
    public Location Place(int start, int length)
    {
        var from = Origin(start);
        if (from < 0) return new Location(source, ExpressionAt(StretchAt(start)));
        var to = length > 0 ? Origin(start + length - 1) + 1 : from;
        return new Location(source, source.SpanAt(from, Math.Max(to, from + Math.Min(length, 1)) - from));
    }

    /// <summary>The same with stretches left out or replaced; what comes in their place was typed nowhere.</summary>
    /// <param name="edits">In order, none over another.</param>
    public Rendered With(IReadOnlyList<TextEdit> edits)
    {
        if (edits.Count == 0) return this;
        var changed = new StringBuilder(Text.Length);
        var (newStarts, newOrigins) = (new List<int>(), new List<int>());
        var from = 0;
        foreach (var edit in edits)
        {
            Copy(from, edit.Start);
            if (edit.With.Length > 0) Add(edit.With, -1);
            from = edit.Start + edit.Length;
        }
        Copy(from, Text.Length);
        return new Rendered(source, changed.ToString(), [.. newStarts], [.. newOrigins]);

        void Copy(int start, int end)
        {
            for (var stretch = Math.Max(0, StretchAt(start)); start < end; stretch++)
            {
                var stop = stretch + 1 < starts.Length ? Math.Min(end, starts[stretch + 1]) : end;
                Add(Text[start..stop], Origin(start));
                start = stop;
            }
        }

        void Add(string part, int origin)
        {
            newStarts.Add(changed.Length);
            newOrigins.Add(origin);
            changed.Append(part);
        }
    }

    private int StretchAt(int index)
    {
        var stretch = Array.BinarySearch(starts, index);
        return stretch < 0 ? ~stretch - 1 : stretch;
    }

    /// <summary>The stretch between what was typed before and after an expression; the top of the file if nothing was.</summary>
    private Span ExpressionAt(int stretch)
    {
        var (before, after) = (stretch, stretch);
        while (before >= 0 && origins[before] < 0) before--;
        while (after >= 0 && after < origins.Length && origins[after] < 0) after++;
        var from = before < 0 ? 0 : origins[before] + starts[before + 1] - starts[before];
        var to = after < 0 || after >= origins.Length ? source.Text.Length : origins[after];
        return source.SpanAt(from, Math.Max(0, to - from));
    }
}
