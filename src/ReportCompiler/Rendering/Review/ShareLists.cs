using System.Text;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Rendering.Review;

/// <summary>The figures of the district, each opening into the units' shares with their files and lines.</summary>
internal sealed class ShareLists
{
    private readonly StringBuilder _text;
    private readonly District _district;
    private readonly Dictionary<Filing, (string Id, Figures Derived)> _units;
    private readonly string _data;

    public ShareLists(StringBuilder text, District district, IEnumerable<ReviewSection> units)
    {
        (_text, _district) = (text, district);
        _units = units.Where(s => s.Filing is not null)
            .ToDictionary(s => s.Filing!, s => (s.Id, Figures.Sum(district.Edition, [s.Filing!.Figures])));
        _data = $"{ProjectLayout.DataOf(district.Year)}/";
    }

    /// <summary>Writes a figure of the form.</summary>
    public void Write(Cell cell, string printed)
    {
        Open(printed);
        if (Composition.InWords(_district.Totals, cell) is { } made) _text.Append("<p>= ").Append(Escape.Html(made)).Append("</p>");
        Close([.. _district.Units.Select(u => Of(u, cell))], cell.Index);
    }

    /// <summary>Writes an indicator.</summary>
    public void Write(Indicator indicator, string printed)
    {
        Open(printed);
        if (indicator.Summary == Summary.Largest) _text.Append(Say("<p>取各单位中最大的一个</p>", "<p>the largest of the units’</p>"));
        else if (indicator.Summary != Summary.Sum) _text.Append(
            Say("<p>不汇总，以本机关自己的文件为准</p>", "<p>not added up: the authority’s own file states it</p>"));
        var shares = _district.Units.Select(u => Of(u, u.Figures.Indicators[indicator.Index]));
        Close([.. shares], _district.Edition.Cells.Length + indicator.Index);
    }

    /// <summary>A district's total follows from details alone: so does a unit's share of it, whatever total the unit states.</summary>
    private UnitShare Of(Filing unit, Cell cell)
    {
        var share = Of(unit, unit.Figures[cell]);
        if (!cell.IsTotal || _units[unit].Derived[cell].Value is var derived && derived == share.Value) return share;
        return share with { Value = derived, Stated = unit.Figures[cell].IsStated ? share.Value : null };
    }

    private static UnitShare Of(Filing unit, Figure figure) => new(unit, figure.Value, null, figure.Span.Line);

    // One is open at a time: the next one closes it.
    private void Open(string printed) => _text.Append("<details name=\"share\"><summary>").Append(printed).Append("</summary><div>");

    /// <summary>The shares that are not zero, the largest first: of sixty units most have none in most cells.</summary>
    private void Close(IReadOnlyCollection<UnitShare> shares, int index)
    {
        var some = shares.Where(s => s.Value != 0 || s.Stated is not null).OrderByDescending(s => s.Value).ToList();
        _text.Append("<ol>");
        foreach (var share in some) Write(share, index);
        _text.Append("</ol>");
        var others = shares.Count - some.Count;
        if (others > 0)
        {
            var (rest, count) = (some.Count == 0 ? new Text("", "") : new("其余 ", "other "), Figure.Format(others));
            _text.Append("<p>").Append(
                Say($"{rest.Chinese}{count} 个单位为 0、无或未填", $"{rest.English}units with 0, none or nothing: {count}")).Append("</p>");
        }
        _text.Append("</div></details>");
    }

    private void Write(UnitShare share, int index)
    {
        _text.Append("<li><a href=\"#").Append(_units[share.Unit].Id);
        if (IsAnchored(share.Unit.Figures, index)) _text.Append('-').Append(index);
        _text.Append("\">").Append(Escape.Html(share.Unit.Unit)).Append("</a> <b>").Append(Figure.Format(share.Value));
        _text.Append("</b> <small>");
        if (share.Stated is { } stated) _text.Append(
            Say($"自报 {Figure.Format(stated)}，", $"states {Figure.Format(stated)}, "));
        var file = share.Unit.Source.Path;
        _text.Append(Escape.Html(file.StartsWith(_data, StringComparison.Ordinal) ? file[_data.Length..] : file));
        if (share.Line > 0) _text.Append(':').Append(share.Line);
        _text.Append("</small></li>");
    }

    private string Say(string chinese, string english) => new Text(chinese, english).In(_district.Edition.Language);

    /// <summary>A cell of a unit has an anchor where its figure is not zero.</summary>
    private bool IsAnchored(Figures figures, int index)
    {
        var cells = _district.Edition.Cells;
        return (index < cells.Length ? figures[cells[index]] : figures.Indicators[index - cells.Length]).Value != 0;
    }

    /// <summary>What a unit adds to a figure.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Value">What it adds.</param>
    /// <param name="Stated">The total it states, where that is another.</param>
    /// <param name="Line">Where the figure is written; 0 if it is not.</param>
    private sealed record UnitShare(Filing Unit, decimal Value, decimal? Stated, int Line);
}
