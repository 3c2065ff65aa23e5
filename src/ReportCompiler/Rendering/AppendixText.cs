using System.Globalization;
using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Manuscripts;
using ReportCompiler.Packages;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>The appendix, every unit's main figures, printed whole.</summary>
internal static class AppendixText
{
    /// <summary>A table of more columns is printed on pages of their own, on their sides.</summary>
    private const int MostUpright = 12;

    /// <summary>Whether a table with so many labels over its columns is printed on pages on their sides.</summary>
    public static bool IsWide(int labels) => 1 + labels > MostUpright;

    /// <summary>The table.</summary>
    /// <param name="year">The year.</param>
    /// <param name="labels">The headings of its columns, escaped.</param>
    /// <param name="shown">The indicators that stand beside the form's figures.</param>
    /// <param name="named">What a unit is called.</param>
    /// <param name="markup">The language.</param>
    public static string Of(
        CheckedYear year, IReadOnlyList<string> labels, List<Indicator> shown, Func<string, string> named, Markup markup)
    {
        if (markup.Language == Language.Word) return InWord(year, labels, shown, named);
        var words = year.District.Edition.Wording;
        var (caption, units) = (markup.Escape(words["附表题"]), markup.Escape(words["单位"]));
        var (district, keys, isHtml) = (year.District, year.District.Edition.KeyFigures, markup.Language == Language.Html);
        var text = new StringBuilder(1 << 13);
        text.Append(isHtml
            ? $"<div class=\"scroll\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n"
                + $"<thead>\n<tr><td class=\"corner\">{units}</td>"
            : $"| {units} |");
        foreach (var label in labels) text.Append(isHtml ? "<th scope=\"col\">" : " ").Append(label).Append(isHtml ? "</th>" : " |");
        if (isHtml) text.Append("</tr>\n</thead>\n<tbody>\n");
        else
        {
            text.Append("\n| :--- |");
            for (var i = 0; i < labels.Count; i++) text.Append(" ---: |");
            text.Append('\n');
        }
        foreach (var unit in district.Units) Line(named(unit.Unit), unit.Figures, isTotal: false);
        Line(words["合计"], district.Totals, isTotal: true);
        return text.Append(isHtml ? "</tbody>\n</table>\n</div>\n" : "").ToString();

        void Line(string name, Figures figures, bool isTotal)
        {
            if (isHtml) text.Append(isTotal ? "<tr class=\"total\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
            else text.Append(isTotal ? "| **" : "| ");
            text.Append(markup.Escape(name)).Append(isHtml ? "</th>" : isTotal ? "** |" : " |");
            foreach (var key in keys) Value(figures.Value(key.Cell), key.Cell.Kind);
            foreach (var indicator in shown) Value(figures.Indicators[indicator.Index].Value, indicator.Kind);
            text.Append(isHtml ? "</tr>\n" : "\n");
        }

        void Value(decimal value, ValueKind kind) => text.Append(isHtml ? "<td>" : " ")
            .Append(PrintedFigure.Of(value, kind, year.Project.Style)).Append(isHtml ? "</td>" : " |");
    }

    private static string InWord(CheckedYear year, IReadOnlyList<string> labels, List<Indicator> shown, Func<string, string> named)
    {
        var (district, keys) = (year.District, year.District.Edition.KeyFigures);
        // A name is as wide as three figures, or two where there is less room.
        var isWide = IsWide(labels.Count);
        var parts = Enumerable.Repeat(1, labels.Count).Prepend(isWide ? 3 : 2).ToList();
        var widths = WordTable.Scaled(parts, isWide ? WordWriter.WidthOnItsSide : WordWriter.TextWidth);
        var words = district.Edition.Wording;
        var text = new StringBuilder(1 << 14);
        text.Append("<w:tbl><w:tblPr><w:tblStyle w:val=\"Form\"/>")
            .Append(CultureInfo.InvariantCulture, $"<w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/>")
            .Append("<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>")
            .Append($"<w:tblCaption w:val=\"{XmlText.Escape(words["附表题"])}\"/></w:tblPr>\n<w:tblGrid>");
        foreach (var width in widths) text.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>");
        text.Append("</w:tblGrid>\n");
        Line("<w:tblHeader/>", "", [XmlText.Escape(words["单位"]), .. labels], "AppendixHead");
        foreach (var unit in district.Units) Line("", "", [XmlText.Escape(named(unit.Unit)), .. Values(unit.Figures)], "AppendixFigure");
        Line("", "<w:rPr><w:b/></w:rPr>", [XmlText.Escape(words["合计"]), .. Values(district.Totals)], "AppendixFigure");
        return text.Append("</w:tbl>\n").ToString();

        IEnumerable<string> Values(Figures figures) => keys.Select(k => (Value: figures.Value(k.Cell), k.Cell.Kind))
            .Concat(shown.Select(i => (figures.Indicators[i.Index].Value, i.Kind)))
            .Select(v => PrintedFigure.Of(v.Value, v.Kind, year.Project.Style));

        void Line(string head, string look, IEnumerable<string> texts, string style)
        {
            text.Append("<w:tr><w:trPr><w:cantSplit/>").Append(head).Append("</w:trPr>");
            var column = 0;
            foreach (var cell in texts)
            {
                text.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{widths[column]}\" w:type=\"dxa\"/></w:tcPr>")
                    .Append("<w:p><w:pPr><w:pStyle w:val=\"").Append(column == 0 && head.Length == 0 ? "AppendixLabel" : style)
                    .Append("\"/></w:pPr><w:r>").Append(look).Append("<w:t>").Append(cell).Append("</w:t></w:r></w:p></w:tc>");
                column++;
            }
            text.Append("</w:tr>\n");
        }
    }
}
