using System.Text;

namespace Reportc.Shell;

/// <summary>Lines of columns, aligned by what a terminal shows; figures to the right.</summary>
/// <param name="right">Which columns are aligned to the right.</param>
internal sealed class TextTable(params int[] right)
{
    private const int Gap = 2;
    private const int Narrowest = 12;

    private readonly List<string[]> _lines = [];

    /// <summary>Adds a line.</summary>
    public void Add(params string[] line) => _lines.Add([.. line.Select(DisplayWidth.Clean)]);

    /// <summary>Appends all lines, each after an indent.</summary>
    /// <param name="text">What they are appended to.</param>
    /// <param name="indent">What stands before each.</param>
    /// <param name="width">The columns of the terminal, for which wide columns of text are broken into lines; 0 for none.</param>
    public void AppendTo(StringBuilder text, string indent = "", int width = 0)
    {
        if (_lines.Count == 0) return;
        int[] widths = [.. Enumerable.Range(0, _lines.Max(l => l.Length)).Select(WidthOf)];
        if (width > 0) Narrow(widths, width - indent.Length - (Gap * (widths.Length - 1)));
        foreach (var (i, line) in _lines.Index())
        {
            var below = i + 1 < _lines.Count ? _lines[i + 1] : null;
            foreach (var part in Parts(line, below, widths)) text.Append(Line(part, widths, indent).TrimEnd()).Append('\n');
        }
    }

    private int WidthOf(int column) => _lines.Max(l => column < l.Length ? DisplayWidth.Of(l[column]) : 0);

    /// <summary>Takes from the widest columns of text what is too much.</summary>
    private void Narrow(int[] widths, int room)
    {
        for (var over = widths.Sum() - room; over > 0; over--)
        {
            var widest = -1;
            for (var c = 0; c < widths.Length; c++)
                if (!right.Contains(c) && widths[c] > Narrowest && (widest < 0 || widths[c] > widths[widest])) widest = c;
            if (widest < 0) return;
            widths[widest]--;
        }
    }

    /// <summary>A line as the lines it takes.</summary>
    /// <param name="line">The line.</param>
    /// <param name="below">The line below, to whose branches those of a tree are drawn on; null for none.</param>
    /// <param name="widths">The columns' widths.</param>
    private static IEnumerable<string[]> Parts(string[] line, string[]? below, int[] widths)
    {
        if (!line.Index().Any(c => DisplayWidth.Of(c.Item) > widths[c.Index])) return [line];
        var stem = Branches.Under(below?[0] ?? "");
        var cells = line.Select((cell, c) => CellLines.Of(cell, widths[c], c == 0 ? stem : "")).ToList();
        return Enumerable.Range(0, cells.Max(c => c.Count)).Select(Part);

        string[] Part(int nth) => [.. cells.Select((cell, c) => nth < cell.Count ? cell[nth] : c == 0 ? stem : "")];
    }

    private string Line(string[] line, int[] widths, string indent)
    {
        var text = new StringBuilder(indent);
        for (var c = 0; c < line.Length; c++)
        {
            var padding = widths[c] - DisplayWidth.Of(line[c]);
            if (c > 0) text.Append(' ', Gap);
            if (right.Contains(c)) text.Append(' ', padding).Append(line[c]);
            else text.Append(line[c]).Append(' ', padding);
        }
        return text.ToString();
    }
}
