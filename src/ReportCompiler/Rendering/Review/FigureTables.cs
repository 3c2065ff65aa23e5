using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering.Review;

/// <summary>
/// The tables of one section with everything that is to be said of a figure: what the file says (nothing, 无, a number, a total that was
/// computed), what was found, what it was the year before, and for the district whose figures it is made of.
/// </summary>
/// <param name="text">Takes them.</param>
/// <param name="review">The year.</param>
/// <param name="section">The section.</param>
/// <param name="figures">Its figures.</param>
/// <param name="last">The year before; null if there is none.</param>
/// <param name="shares">The units' shares, for the district; null for a unit.</param>
internal sealed class FigureTables(
    StringBuilder text, CheckedYear review, ReviewSection section, Figures figures, LastYearFigures? last, ShareLists? shares)
{
    private readonly Marks _marks = new(section);
    private readonly Edition _edition = figures.Edition;
    private readonly Figures? _last = section.Filing is { } filing ? last?.Of(filing) : last?.Totals;

    /// <summary>Writes all tables, and the indicators.</summary>
    public void Write()
    {
        foreach (var parts in TableParts.Of(_edition, isLight: shares is null))
        {
            if (IsNothing(parts.Table)) Nothing(parts.Table);
            else parts.Write(text, section.Id, Write);
        }
        if (!review.Project.Indicators.IsEmpty) Indicators();
    }

    /// <summary>A whole table of a unit that says 无, and said so last year, is a line: most units have two or three of them.</summary>
    private bool IsNothing(Table table)
    {
        if (shares is not null || _marks.IsAnyBelow(table.Key)) return false;
        foreach (var row in table.Leaves)
            foreach (var cell in row.Cells)
            {
                var isSaid = cell.IsTotal || figures[cell] is { State: FigureState.None, IsInherited: true };
                if (!isSaid || LastValue(cell) is not (null or 0)) return false;
            }
        return true;
    }

    private void Nothing(Table table) =>
        text.Append("<p class=\"nothing\"><b>").Append(Escape.Html(table.Caption)).Append(Say("</b>：无</p>\n", "</b>: none</p>\n"));

    private void Write(Cell cell)
    {
        var figure = figures[cell];
        Open(cell.Path, cell.Index, figure);
        if (shares is not null && figure.Value != 0) shares.Write(cell, Figure.Format(figure.Value));
        else if (shares is null && IsDerived(cell, figure)) Derived(cell, figure);
        else Stated(figure);
        if (LastValue(cell) is { } then && then != figure.Value) Before(then, shares is not null && last!.Jumps(review.District, cell));
        Found(cell.Path);
    }

    /// <summary>The anchor, where something leads to the cell, and the gravest finding.</summary>
    private void Open(string path, int index, Figure figure)
    {
        var found = _marks.Of(path);
        var repair = _marks.Repair(path);
        var isLed = found.Count > 0 || repair is not null || (shares is null && figure.Value != 0);
        if (isLed) text.Append(" id=\"").Append(section.Id).Append('-').Append(index).Append('"');
        if (found.Count > 0) text.Append(" class=\"").Append(Marks.Class(found[0].Finding.Severity)).Append('"');
        else if (repair is not null) text.Append(" class=\"repair\"");
        text.Append('>');
    }

    private void Stated(Figure figure)
    {
        switch (figure.State)
        {
            case FigureState.Number:
                text.Append(Figure.Format(figure.Value));
                break;
            case FigureState.None:
                text.Append(figure.IsInherited ? Say("<small>无</small>", "<small>none</small>") : Say("无", "none"));
                break;
            case FigureState.Unfilled:
                text.Append(Say("<mark>待填</mark>", "<mark>to fill in</mark>"));
                break;
            case FigureState.Faulty:
                text.Append(Say("<mark>有误</mark>", "<mark>faulty</mark>"));
                break;
            default:
                break;
        }
    }

    private bool IsDerived(Cell cell, Figure figure) =>
        figures.Stated(cell).State == FigureState.Absent && figure.State != FigureState.Absent;

    /// <summary>A total that the file leaves out, with what it is made of where there is anything.</summary>
    private void Derived(Cell cell, Figure figure)
    {
        text.Append("<i");
        if (figure.Value != 0) text.Append(" title=\"").Append(Escape.Html(Composition.InWords(figures, cell)!)).Append('"');
        text.Append('>').Append(figure.IsUsable ? Figure.Format(figure.Value) : "—").Append("</i>");
    }

    private void Before(decimal then, bool jumps) =>
        text.Append(jumps ? "<sub class=\"jump\">" : "<sub>").Append(Figure.Format(then)).Append("</sub>");

    private void Found(string path)
    {
        foreach (var (number, finding) in _marks.Of(path))
        {
            var sign = Marks.Sign(finding.Severity, _edition.Language);
            text.Append(CultureInfo.InvariantCulture, $" <a href=\"#f{number}\">{sign}{number}</a>");
        }
        if (_marks.Repair(path) is { } to)
            text.Append(CultureInfo.InvariantCulture, $" <a href=\"#{section.Id}-r\">{Say("改", "→ ")}{to}</a>");
    }

    private string Say(string chinese, string english) => new Text(chinese, english).In(_edition.Language);

    private decimal? LastValue(Cell cell) => _last is null ? null : last!.Value(_last, cell);

    private decimal? LastStated(Indicator indicator) =>
        _last?.Indicators is { IsDefaultOrEmpty: false } before && before[indicator.Index] is { IsStated: true } then ? then.Value : null;

    private void Indicators()
    {
        text.Append("<table>\n<caption>").Append(Say(Indicator.Group, "Own figures")).Append("</caption>\n<tbody>\n");
        foreach (var indicator in review.Project.Indicators)
        {
            var figure = figures.Indicators[indicator.Index];
            text.Append("<tr><th scope=\"row\">").Append(Escape.Html(IndexPage.Caption(indicator, _edition.Wording))).Append("</th><td");
            Open(indicator.Path, _edition.Cells.Length + indicator.Index, figure);
            if (shares is not null && figure.Value != 0) shares.Write(indicator, Figure.Format(figure.Value));
            else Stated(figure);
            if (LastStated(indicator) is { } then && then != figure.Value) Before(then, jumps: false);
            Found(indicator.Path);
            text.Append("</td></tr>\n");
        }
        text.Append("</tbody>\n</table>\n");
    }
}
