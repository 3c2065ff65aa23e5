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
    private readonly List<string> _named = [.. years.Select(wording.Year)];

    // A page has a dozen charts.
    private readonly StringBuilder _text = new(1 << 11);

    /// <summary>The chart with its caption.</summary>
    /// <param name="number">Its number in the page, from 1.</param>
    /// <param name="caption">What the figure is, escaped.</param>
    /// <param name="values">The years' figures; null where there is none.</param>
    public string Of(int number, string caption, IReadOnlyList<decimal?> values)
    {
        var (least, most) = (Math.Min(0, values.Min() ?? 0), Math.Max(0, values.Max() ?? 0));
        var range = most == least ? 1 : most - least;
        var zero = Bottom + Scaled(least);
        _text.Clear();
        _text.Append(Invariant, $"<figure>\n<figcaption>{caption}</figcaption>\n");
        _text.Append(Invariant, $"<svg viewBox=\"0 0 3200 1200\" role=\"img\" aria-labelledby=\"trend-{number} trend-{number}-desc\">\n");
        _text.Append(Invariant, $"<title id=\"trend-{number}\">{caption}</title>\n<desc id=\"trend-{number}-desc\">");
        AppendWords(values);
        _text.Append(Invariant, $"</desc>\n<line x1=\"120\" y1=\"{zero}\" x2=\"3080\" y2=\"{zero}\"/>\n<path d=\"");
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value) _text.Append(Invariant, $"{(Begins(i) ? 'M' : 'L')}{X(i)} {Y(value)}");
        _text.Append("\"/>\n");
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) continue;
            var (y, begins, ends) = (Y(value), Begins(i), i == values.Count - 1 || values[i + 1] is null);
            _text.Append(Invariant, $"<circle cx=\"{X(i)}\" cy=\"{y}\" r=\"25\"/>");
            if (begins || ends || years.Count <= MostNamed)
                _text.Append(Invariant, $"<text x=\"{X(i)}\" y=\"{y - 70}\"{Anchor(i, begins, ends)}>{Figure.Format(value)}</text>");
        }
        _text.Append('\n');
        for (var i = 0; i < years.Count; i++)
            if (i == 0 || i == years.Count - 1 || years.Count <= MostNamed)
                _text.Append(Invariant, $"<text x=\"{X(i)}\" y=\"1130\">{years[i]}</text>\n");
        return _text.Append("</svg>\n</figure>\n").ToString();

        int X(int i) => Left + _step * i;
        int Y(decimal value) => Bottom - Scaled(value - least);
        bool Begins(int i) => i == 0 || values[i - 1] is null;
        int Scaled(decimal height) => (int)decimal.Round(height * Height / range);
    }

    /// <summary>The figures as they are read to whoever does not see the line.</summary>
    private void AppendWords(IReadOnlyList<decimal?> values)
    {
        string? comma = null;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) continue;
            _text.Append(comma).Append(_named[i]).Append(' ').Append(Figure.Format(value));
            comma = wording["逗号"];
        }
        if (comma is null) _text.Append(wording["没有数据"]);
    }

    private string Anchor(int at, bool begins, bool ends)
    {
        if (_step >= Apart || begins == ends) return "";
        if (begins) return at == 0 ? "" : " style=\"text-anchor: end\"";
        return at == years.Count - 1 ? "" : " style=\"text-anchor: start\"";
    }
}
