using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>
/// How wide the tabs of an indentation were meant. Editors show them two, four or eight columns wide; where the lines line up in
/// one way only, whatever the width, that way is meant.
/// </summary>
/// <param name="Columns">The width.</param>
/// <param name="IsSure">Whether no other width lines the file up differently.</param>
internal readonly record struct TabWidth(int Columns, bool IsSure)
{
    /// <summary>The width that reads the file, the narrowest if there are several.</summary>
    public static TabWidth Of(SourceText source)
    {
        (int Columns, int[] Parents)? first = null;
        foreach (var columns in (ReadOnlySpan<int>)[2, 4, 8])
        {
            if (Parents(source, columns) is not { } parents) continue;
            if (first is not { } found) first = (columns, parents);
            else if (!found.Parents.AsSpan().SequenceEqual(parents)) return new TabWidth(found.Columns, IsSure: false);
        }
        return first is { } only ? new TabWidth(only.Columns, IsSure: true) : new TabWidth(2, IsSure: false);
    }

    /// <summary>The column after a character of an indentation; an ideographic space is as wide as two letters.</summary>
    public int After(char c, int column) => c switch
    {
        '\t' => column + Columns - (column % Columns),
        '\u3000' => column + 2,
        _ => column + 1,
    };

    /// <summary>For every line the one it stands below; null if the lines do not line up.</summary>
    private static int[]? Parents(SourceText source, int columns)
    {
        var width = new TabWidth(columns, IsSure: false);
        var parents = new int[source.LineCount];
        var open = new Stack<(int Line, int Column)>();
        var above = "";
        for (var number = 1; number <= source.LineCount; number++)
        {
            var (line, column) = (source.Line(number), 0);
            var text = line.TrimStart(' ', '\t', '\u3000', '\u00A0');
            if (text.Length == 0 || text[0] == '#') continue;
            foreach (var c in line.AsSpan(0, line.Length - text.Length)) column = width.After(c, column);
            var deeper = open.Count == 0 || column > open.Peek().Column;
            if (deeper && open.Count > 0 && !Opens(above)) return null;
            while (open.Count > 0 && open.Peek().Column > column) open.Pop();
            if (!deeper && (open.Count == 0 || open.Peek().Column != column)) return null;
            if (!deeper) open.Pop();
            parents[number - 1] = open.Count > 0 ? open.Peek().Line : 0;
            open.Push((number, column));
            above = text;
        }
        return parents;
    }

    /// <summary>Whether lines further in may follow: after a key without a value, and after the first line of a list's item.</summary>
    private static bool Opens(string text)
    {
        var remark = text.IndexOf(" #", StringComparison.Ordinal);
        return text[0] == '-' || (remark < 0 ? text : text[..remark]).TrimEnd(' ', '\t', '\u3000', '\u00A0') is [.., ':' or '：'];
    }
}
