using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Packages;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>
/// A statutory table printed whole: what table.html and table.md print cell by cell. All but its figures is the same in every report
/// of an edition, and is made once.
/// </summary>
internal sealed class TableText
{
    private static readonly ConditionalWeakTable<Table, TableText>[] Known = Markup.EachLanguage<ConditionalWeakTable<Table, TableText>>();

    private const int UsualFigure = 4;

    /// <summary>What stands before each figure.</summary>
    private readonly List<string> _before = [];

    private readonly List<Cell> _cells = [];
    private readonly StringBuilder _text = new();
    private readonly string _after;

    private TableText(Table table, int number, Markup markup)
    {
        if (markup.Language == Language.Html) InHtml(table, number);
        else if (markup.Language == Language.Word) InWord(table);
        else InMarkdown(table);
        _after = _text.ToString();
        _text.Clear();
    }

    /// <summary>The table of a key with a year's totals.</summary>
    public static string Of(CheckedYear year, string key, Markup markup)
    {
        var tables = year.District.Edition.Tables;
        var number = 0;
        while (tables[number].Key != key) number++;
        return Of(tables[number], number + 1, markup).With(year.District.Totals, year.Project.Style);
    }

    /// <summary>Makes what is the same in every report of an edition.</summary>
    public static void Prepare(Edition edition, Markup markup)
    {
        foreach (var (index, table) in edition.Tables.Index()) Of(table, index + 1, markup);
    }

    private static TableText Of(Table table, int number, Markup markup)
    {
        var known = Known[(int)markup.Language];
        return known.TryGetValue(table, out var text) ? text : known.GetValue(table, t => new TableText(t, number, markup));
    }

    private string With(Figures totals, PrintStyle style)
    {
        var text = new StringBuilder(_before.Sum(b => b.Length) + _after.Length + (_cells.Count * UsualFigure));
        for (var i = 0; i < _cells.Count; i++)
            text.Append(_before[i]).Append(PrintedFigure.Of(totals.Value(_cells[i]), _cells[i].Kind, style));
        return text.Append(_after).ToString();
    }

    private void Figure(Cell cell)
    {
        _before.Add(_text.ToString());
        _text.Clear();
        _cells.Add(cell);
    }

    private void InHtml(Table table, int number)
    {
        var caption = Escape.Html(table.Caption);
        var layout = TableLayout.Of(table, number);
        _text.Append("<div class=\"scroll\" role=\"region\" aria-label=\"").Append(caption).Append("\" tabindex=\"0\">\n<table")
            .Append(layout.Attributes).Append(">\n<caption>").Append(caption).Append("</caption>\n");
        if (layout.Head.Length > 0) Lines("thead", new TablePart("", "", layout.Head));
        foreach (var part in layout.Parts) Lines("tbody", part);
        _text.Append("</table>\n</div>\n");
    }

    private void Lines(string name, TablePart part)
    {
        _text.Append('<').Append(name).Append(part.Attributes).Append(">\n");
        foreach (var line in part.Lines) Line(line, part.LineAttributes);
        _text.Append("</").Append(name).Append(">\n");
    }

    private void Line(ImmutableArray<PrintedCell> line, string attributes)
    {
        _text.Append("<tr").Append(attributes).Append('>');
        foreach (var cell in line)
        {
            var name = cell is { Cell: null, IsHead: true } ? "th" : "td";
            _text.Append('<').Append(name).Append(cell.Attributes).Append('>');
            if (cell.Cell is { } figure) Figure(figure);
            else _text.Append(Escape.Html(cell.Text));
            _text.Append("</").Append(name).Append('>');
        }
        _text.Append("</tr>\n");
    }

    private void InWord(Table table)
    {
        var word = new WordTable(table);
        var (widths, layout) = (word.Widths, word.Layout);
        _text.Append("<w:tbl><w:tblPr><w:tblStyle w:val=\"Form\"/>")
            .Append(CultureInfo.InvariantCulture, $"<w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/>")
            .Append("<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/><w:tblCaption w:val=\"").Append(XmlText.Escape(table.Caption))
            .Append("\"/></w:tblPr>\n<w:tblGrid>");
        foreach (var width in widths) _text.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>");
        _text.Append("</w:tblGrid>\n");
        foreach (var line in layout.Head) Row(line, "<w:tblHeader/>");
        foreach (var line in layout.Body) Row(line, "");
        _text.Append("</w:tbl>\n");
    }

    private void Row(ImmutableArray<PrintedCell> line, string head)
    {
        _text.Append("<w:tr><w:trPr><w:cantSplit/>").Append(head).Append("</w:trPr>");
        foreach (var cell in line)
        {
            _text.Append("<w:tc>").Append(cell.Attributes).Append("<w:r><w:t>");
            if (cell.Cell is { } figure) Figure(figure);
            else _text.Append(XmlText.Escape(cell.Text));
            _text.Append("</w:t></w:r></w:p></w:tc>");
        }
        _text.Append("</w:tr>\n");
    }

    private void InMarkdown(Table table)
    {
        var isList = table.Arrangement == Arrangement.List;
        var isFirst = true;
        foreach (var band in table.Bands)
        {
            if (!isFirst) _text.Append('\n');
            isFirst = false;
            if (band.Title is not null) _text.Append("**").Append(Escape.Markdown(band.Title)).Append("**\n\n");
            _text.Append("| ").Append(Escape.Markdown(band.Stub ?? table.Wording["项目"])).Append(" |");
            if (isList) _text.Append(' ').Append(Escape.Markdown(table.Wording["计量"])).Append(" |");
            foreach (var column in band.Leaves) _text.Append(' ').Append(Escape.Markdown(column.Label)).Append(" |");
            _text.Append("\n| :--- |");
            if (isList) _text.Append(" :---: |");
            for (var i = 0; i < band.Leaves.Length; i++) _text.Append(" ---: |");
            _text.Append('\n');
            foreach (var line in BandView.Lines(table, band)) Line(line, band.Leaves.Length);
        }
        if (table.Note is not null) _text.Append('\n').Append(Escape.Markdown(table.Note)).Append('\n');
    }

    private void Line(BandLine line, int columns)
    {
        _text.Append("| ").Append(Escape.Markdown(line.Label)).Append(" |");
        if (line.Unit is not null) _text.Append(' ').Append(Escape.Markdown(line.Unit)).Append(" |");
        for (var i = 0; i < columns; i++)
        {
            _text.Append(' ');
            if (!line.Cells.IsEmpty)
            {
                Figure(line.Cells[i]);
                _text.Append(' ');
            }
            _text.Append('|');
        }
        _text.Append('\n');
    }
}
