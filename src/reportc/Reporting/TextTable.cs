using System.Text;

namespace ReportCompiler.CommandLine.Reporting;

/// <summary>Lines of columns, aligned by what a terminal shows; figures to the right.</summary>
/// <param name="right">Which columns are aligned to the right.</param>
internal sealed class TextTable(params int[] right)
{
    private const int Gap = 2;

    private readonly List<string[]> _lines = [];

    /// <summary>Adds a line.</summary>
    public void Add(params string[] line) => _lines.Add([.. line.Select(DisplayWidth.Clean)]);

    /// <summary>Appends all lines, each after an indent.</summary>
    public void AppendTo(StringBuilder text, string indent = "")
    {
        if (_lines.Count == 0) return;
        var widths = Enumerable.Range(0, _lines.Max(l => l.Length)).Select(c => _lines.Max(l => c < l.Length ? DisplayWidth.Of(l[c]) : 0)).ToArray();
        foreach (var line in _lines) text.Append(Line(line, widths, indent).TrimEnd()).Append('\n');
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
