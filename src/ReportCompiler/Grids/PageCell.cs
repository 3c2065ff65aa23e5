using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Grids;

/// <summary>A cell of a table as a page or document has it.</summary>
/// <param name="Row">Its first row, from 0.</param>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Text">What stands in it, marks of the format taken off.</param>
/// <param name="IsHead">Whether the format calls it a heading.</param>
internal sealed record PageCell(int Row, int Column, string Text, bool IsHead)
{
    /// <summary>How many rows it takes.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>How many columns it takes.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Where its text begins in the page, if it stands there as it is; else -1.</summary>
    public int At { get; init; } = -1;

    /// <summary>Why it holds no plain figure, whatever its text looks like; null if nothing says so.</summary>
    public Text? Doubt { get; init; }

    /// <summary>Its place in the words of its format; null where row and column say it.</summary>
    public Text? Where { get; init; }

    /// <summary>The text as a label is looked up; empty for a figure or a blank.</summary>
    public string Name => field ??= HasWords(Text) ? Names.Fold(Text) : "";

    private static bool HasWords(string text)
    {
        foreach (var c in text)
            if (c > '9' && !char.IsWhiteSpace(c)) return true;
        return false;
    }
}
