using System.Globalization;
using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Rendering;

/// <summary>
/// One figure over the years, drawn as a line that breaks where a year's form has no such figure; a year alone is a dot. The ends of
/// every line have their figure beside them; where years stand close it is written outwards.
/// </summary>
/// <param name="years">The years, a column each.</param>
/// <param name="wording">The words of the page.</param>
internal sealed class TrendChart(IReadOnlyList<int> years, Wording wording)
{
    // Whole units only, ten to the point: no place needs rounding.
    private const int Left = 240;
    private const int Width = 2720;
    private const int Bottom = 960;
    private const int Height = 680;

    /// <summary>Nearer than this two figures would stand on each other.</summary>
    private const int Apart = 460;

    /// <summary>As many years have their figure each.</summary>
    private const int MostNamed = 5;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly int _step = years.Count > 1 ? Width / (years.Count - 1) : 0;

    /// <summary>The chart with its caption.</summary>
    /// <param name="number">Its number in the page, from 1.</param>
    /// <param name="caption">What the figure is, escaped.</param>
    /// <param name="values">The years' figures; null where there is none.</param>
    public string Of(int number, string caption, IReadOnlyList<decimal?> values)
    {
        var (least, most) = (Math.Min(0, values.Min() ?? 0), Math.Max(0, values.Max() ?? 0));
        var range = most == least ? 1 : most - least;
        var (line, points, words) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) continue;
            var (x, y) = (Left + _step * i, Bottom - Scaled(value - least));
            var begins = i == 0 || values[i - 1] is null;
            var ends = i == values.Count - 1 || values[i + 1] is null;
            var printed = Figure.Format(value);
            line.Append(Invariant, $"{(begins ? 'M' : 'L')}{x} {y}");
            points.Append(Invariant, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"25\"/>");
            words.Append(Invariant, $"{(words.Length == 0 ? "" : wording["逗号"])}{wording.Year(years[i])} {printed}");
            if (begins || ends || years.Count <= MostNamed)
                points.Append(Invariant, $"<text x=\"{x}\" y=\"{y - 70}\"{Anchor(i, begins, ends)}>{printed}</text>");
        }
        var zero = Bottom + Scaled(least);
        var text = new StringBuilder(1 << 11);
        text.Append(Invariant, $"<figure>\n<figcaption>{caption}</figcaption>\n");
        text.Append(Invariant, $"<svg viewBox=\"0 0 3200 1200\" role=\"img\" aria-labelledby=\"trend-{number} trend-{number}-desc\">\n");
        text.Append(Invariant, $"<title id=\"trend-{number}\">{caption}</title>\n<desc id=\"trend-{number}-desc\">");
        text.Append(words.Length == 0 ? wording["没有数据"] : words.ToString());
        text.Append(Invariant, $"</desc>\n<line x1=\"120\" y1=\"{zero}\" x2=\"3080\" y2=\"{zero}\"/>\n");
        text.Append("<path d=\"").Append(line).Append("\"/>\n");
        text.Append(points).Append('\n');
        for (var i = 0; i < years.Count; i++)
            if (i == 0 || i == years.Count - 1 || years.Count <= MostNamed)
                text.Append(Invariant, $"<text x=\"{Left + _step * i}\" y=\"1130\">{years[i]}</text>\n");
        return text.Append("</svg>\n</figure>\n").ToString();

        int Scaled(decimal height) => (int)decimal.Round(height * Height / range);
    }

    private string Anchor(int at, bool begins, bool ends)
    {
        if (_step >= Apart || begins == ends) return "";
        if (begins) return at == 0 ? "" : " style=\"text-anchor: end\"";
        return at == years.Count - 1 ? "" : " style=\"text-anchor: start\"";
    }
}
