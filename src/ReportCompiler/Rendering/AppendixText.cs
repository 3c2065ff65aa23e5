using System.Text;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>The appendix, every unit's main figures, printed whole.</summary>
internal static class AppendixText
{
    private const string Caption = "各单位主要数据";

    /// <summary>The table.</summary>
    /// <param name="year">The year.</param>
    /// <param name="labels">The headings of its columns, escaped.</param>
    /// <param name="shown">The indicators that stand beside the form's figures.</param>
    /// <param name="named">What a unit is called.</param>
    /// <param name="markup">The language.</param>
    public static string Of(
        CheckedYear year, IReadOnlyList<string> labels, List<Indicator> shown, Func<string, string> named, Markup markup)
    {
        var (district, keys, isHtml) = (year.District, year.District.Edition.KeyFigures, ReferenceEquals(markup, Markup.Html));
        var text = new StringBuilder(1 << 13);
        text.Append(isHtml
            ? $"<div class=\"scroll\" role=\"region\" aria-label=\"{Caption}\" tabindex=\"0\">\n<table>\n<caption>{Caption}</caption>\n"
                + "<thead>\n<tr><th scope=\"col\">单位</th>"
            : "| 单位 |");
        foreach (var label in labels) text.Append(isHtml ? "<th scope=\"col\">" : " ").Append(label).Append(isHtml ? "</th>" : " |");
        if (isHtml) text.Append("</tr>\n</thead>\n<tbody>\n");
        else
        {
            text.Append("\n| :--- |");
            for (var i = 0; i < labels.Count; i++) text.Append(" ---: |");
            text.Append('\n');
        }
        foreach (var unit in district.Units) Line(named(unit.Unit), unit.Figures, isTotal: false);
        Line("合计", district.Totals, isTotal: true);
        return text.Append(isHtml ? "</tbody>\n</table>\n</div>\n" : "").ToString();

        void Line(string name, Figures figures, bool isTotal)
        {
            if (isHtml) text.Append(isTotal ? "<tr class=\"total\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
            else text.Append(isTotal ? "| **" : "| ");
            text.Append(markup.Escape(name)).Append(isHtml ? "</th>" : isTotal ? "** |" : " |");
            foreach (var key in keys) Value(figures.Value(key.Cell));
            foreach (var indicator in shown) Value(figures.Indicators[indicator.Index].Value);
            text.Append(isHtml ? "</tr>\n" : "\n");
        }

        void Value(decimal value) => text.Append(isHtml ? "<td>" : " ")
            .Append(PrintedFigure.Of(value, year.Project.BlankZeros)).Append(isHtml ? "</td>" : " |");
    }
}
