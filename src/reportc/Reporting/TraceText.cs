using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportCompiler.Aggregation;
using ReportCompiler.CommandLine.Folders;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.CommandLine.Reporting;

/// <summary>Where a figure comes from, for people: the units' shares, what a total is made of, the years.</summary>
internal sealed class TraceText(Lookback look, Language language, District district)
{
    private const string Indent = "  ";

    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Traces a cell.</summary>
    public void Append(Cell cell)
    {
        Head(cell.Path, cell.Gloss, cell.Unit, district.Totals[cell]);
        Shares(Trace.Of(district, cell), district.Totals.Value(cell), isSum: true);
        if (district.Edition.Derivations.FirstOrDefault(d => d.Total == cell) is { } derivation) Parts(derivation);
        Years(d => d.Edition.Find(cell.Path) is { } same ? d.Totals[same] : null);
    }

    /// <summary>Traces an indicator of the authority's own.</summary>
    public void Append(Indicator indicator)
    {
        Head(indicator.Path, indicator.Label, indicator.Unit, district.Totals.Indicators[indicator.Index]);
        if (indicator.Summary == Summary.Largest) Line(new("汇总方式是“最大”：各单位中最大的一个", "the district's figure is the largest of the units'"));
        if (indicator.Summary == Summary.None) Line(new("汇总方式是“不汇总”：以本机关自己的文件为准", "the district's figure is the authority's own; nothing is added"));
        Shares(Trace.Of(district, indicator), district.Totals.Indicators[indicator.Index].Value, indicator.Summary == Summary.Sum);
        Years(d => d.Totals.Indicators[indicator.Index]);
    }

    private void Head(string path, string meaning, string unit, Figure total)
    {
        _text.Append(path).Append(language == Language.English && meaning.Length > 0 ? $" ({meaning})" : "").Append('\n');
        Line(new($"{district.Year} 年，{district.Authority}：{Value(total)} {unit}", $"{district.Year}, {district.Authority}: {Value(total)} {unit}"));
    }

    private void Shares(ImmutableArray<Share> shares, decimal total, bool isSum)
    {
        _text.Append('\n').Append(Say(new("各单位：", "Units:"))).Append('\n');
        var table = new TextTable(1);
        foreach (var share in shares)
            table.Add(Named(share.Unit.Unit), Value(share.State, share.Value) + Contradiction(share), share.Location is { } at ? $"{look.Shown(at.File)}:{at.Span.Line}" : look.Shown(share.Unit.Source.Path));
        if (isSum) table.Add(Say(new("合计", "total")), Figure.Format(total));
        table.AppendTo(_text, Indent);
    }

    private string Contradiction(Share share) =>
        share.Stated is { } stated ? Say(new($"（自报 {Figure.Format(stated)}）", $" (states {Figure.Format(stated)})")) : "";

    private string Named(string unit)
    {
        var entry = look.Project.Roster?.FirstOrDefault(e => e.Name == unit);
        return entry is not { Predecessors.IsEmpty: false } ? unit
            : unit + Say(new($"（前身：{string.Join('、', entry.Predecessors)}）", $" (before: {string.Join(", ", entry.Predecessors)})"));
    }

    private void Parts(Derivation derivation)
    {
        _text.Append('\n').Append(Say(new("由这些数得出：", "Made of:"))).Append('\n');
        var table = new TextTable(1);
        foreach (var operand in derivation.Operands)
            foreach (var cell in operand.Cells)
                table.Add(cell.Path, (operand.Sign < 0 ? "-" : "") + Figure.Format(district.Totals.Value(cell)), language == Language.English ? cell.Gloss : "");
        table.AppendTo(_text, Indent);
    }

    private void Years(Func<District, Figure?> figure)
    {
        _text.Append('\n').Append(Say(new("各年：", "Years:"))).Append('\n');
        var table = new TextTable(1);
        foreach (var year in look.Years.Where(y => y <= district.Year))
        {
            var of = year.ToString(CultureInfo.InvariantCulture);
            if (look.Compiler.DistrictOf(year) is not { } then) table.Add(of, "-", Say(new("没有适用的格式", "there is no form for this year")));
            else if (figure(then) is not { } value) table.Add(of, "-", Say(new($"{then.Edition.Key} 版没有这一格", $"edition {then.Edition.Key} has no such cell")));
            else table.Add(of, Value(value), then.IsComplete ? "" : Say(new("数据不全或有误", "incomplete or faulty")));
        }
        table.AppendTo(_text, Indent);
    }

    private string Value(Figure figure) => Value(figure.State, figure.Value);

    private string Value(FigureState state, decimal value) => state switch
    {
        FigureState.Number => Figure.Format(value),
        _ when value != 0 => Figure.Format(value),
        FigureState.None => "无",
        FigureState.Absent => Say(new("未填", "not stated")),
        FigureState.Unfilled => Say(new("待填", "to be filled in")),
        _ => Say(new("有误", "faulty")),
    };

    private void Line(Text line) => _text.Append(Say(line)).Append('\n');

    private string Say(Text text) => text.In(language);
}
