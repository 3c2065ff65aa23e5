using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Tracing;

namespace Reportc.Commands.Trace;

/// <summary>Where a figure comes from, for people: the tree of shares, the cells a total is made of, the years.</summary>
/// <param name="look">The project.</param>
/// <param name="language">The language.</param>
/// <param name="depth">How many levels of units are opened.</param>
/// <param name="verbose">Whether shares of 0 are shown too.</param>
/// <param name="width">The columns of the terminal; 0 if there is none.</param>
internal sealed class TraceText(SingleProject look, Language language, int depth, bool verbose, int width)
{
    /// <summary>What stands for a figure that is not there.</summary>
    private const string None = "—";

    private readonly StringBuilder _text = new();

    /// <summary>The whole text, for a run.</summary>
    public static string Of(TracedInProject found, Session session) =>
        new TraceText(found.Project, session.Language, found.Depth, session.Verbose, session.OutWidth).Of(found.Traced);

    /// <summary>The whole text.</summary>
    public string Of(Traced traced)
    {
        var (subject, origin) = (traced.Subject, traced.Origin);
        Line(new(subject.Path, subject.Path + (subject.Gloss.Length > 0 ? $" ({subject.Gloss})" : "")));
        var (value, doubt) = (Value(subject, origin.Figure),
            origin.IsComplete ? new Text("", "") : new("（数据不全或有误）", " (incomplete or faulty)"));
        Line(new($"{origin.Year} 年，{origin.Authority}：{value} {subject.Unit}{doubt.Chinese}",
            $"{origin.Year}, {origin.Authority}: {value} {subject.Unit}{doubt.English}"));
        if (subject.Indicator?.Summary == Summary.Largest)
            Line(new("汇总方式是“最大”：各单位中最大的一个", "the figure is the largest of the units'"));
        if (subject.Indicator?.Summary == Summary.None)
            Line(new("汇总方式是“不汇总”：以本机关自己的文件为准", "the figure is the authority's own; nothing is added"));
        Units(origin);
        if (!origin.Parts.IsEmpty) Parts(origin.Parts);
        Years(traced);
        return _text.ToString();
    }

    private void Units(Origin origin)
    {
        var table = new ShareTable(look, language, depth, verbose, origin.Year, origin.Last is not null);
        table.Head(new("各单位", "Units"));
        table.Add(origin.Authority, Figure.Format(origin.Figure.Value), origin.Last is { } last ? Figure.Format(last) : "",
            origin.IsComplete ? "" : Say(new("不完整", "incomplete")));
        table.AddBelow(origin.Shares, origin.Figure.Value);
        Append(table);
    }

    private void Parts(ImmutableArray<Part> parts)
    {
        var table = new ShareTable(look, language, depth, verbose, 0, hasLast: false);
        table.Head(new("由这些格得出", "Made of"));
        var shown = parts.Where(p => verbose || p.Value != 0 || !p.Shares.IsEmpty).ToList();
        foreach (var part in shown)
        {
            table.Add(part.Path, (part.Sign < 0 ? "-" : "") + Figure.Format(part.Value), "",
                language == Language.English ? part.Gloss : "");
            table.AddBelow(part.Shares, part.Value);
        }
        var hidden = parts.Length - shown.Count;
        if (hidden > 0) table.Add(
            Say(shown.Count == 0
            ? new($"{hidden} 格都为 0", $"all {hidden} cells are 0")
            : new($"其余 {hidden} 格为 0", hidden == 1 ? "1 other cell is 0" : $"{hidden} other cells are 0")), "", "", "");
        Append(table);
    }

    private void Years(Traced traced)
    {
        var table = new TextTable(1);
        foreach (var year in traced.Years)
            table.Add(year.Year.ToString(CultureInfo.InvariantCulture), year.Figure is { } figure ? Value(traced.Subject, figure) : None,
                Say(Remark(year, traced.Subject)));
        _text.Append('\n').Append(Say(new("各年", "Years"))).Append('\n');
        table.AppendTo(_text, "  ", width);
    }

    private static Text Remark(YearFigure year, TracedFigure subject)
    {
        if (year.Edition is not { } form) return new("没有适用的格式", "there is no form for this year");
        if (year.Figure is null) return Lacking(form, year, subject);
        var cells = year.Paths.IsEmpty
            ? new Text("", "") : new($"{form.Key} 版：{string.Join(" + ", year.Paths)}",
            $"edition {form.Key}: {string.Join(" + ", year.Paths)}");
        var doubt = year.IsComplete ? new Text("", "") : new("数据不全或有误", "incomplete or faulty");
        var isBoth = !year.Paths.IsEmpty && !year.IsComplete;
        return new(cells.Chinese + (isBoth ? "；" : "") + doubt.Chinese, cells.English + (isBoth ? "; " : "") + doubt.English);
    }

    /// <summary>Why a form has nothing that compares.</summary>
    private static Text Lacking(Edition form, YearFigure year, TracedFigure subject)
    {
        if (!year.JoinedWith.IsEmpty)
            return new($"{form.Key} 版不单列，合在 {string.Join('、', year.JoinedWith)} 中",
                $"edition {form.Key} has it with others in {string.Join(", ", year.JoinedWith)}");
        var below = form.StepsBelow(subject.Path).ToList();
        return below.Count == 0 ? new($"{form.Key} 版没有这一格", $"edition {form.Key} has no such cell")
            : new($"{form.Key} 版没有这一格，只有其下的 {string.Join('、', below)}",
                $"edition {form.Key} has no such cell but {string.Join(", ", below)} below it");
    }

    /// <summary>What is added up is a number, whether the units wrote 0, 无 or nothing: so the report prints it.</summary>
    private string Value(TracedFigure subject, Figure figure) =>
        subject.IsSum ? Figure.Format(figure.Value) : ShareTable.Value(figure.State, figure.Value).In(language);

    private void Append(ShareTable table)
    {
        _text.Append('\n');
        table.AppendTo(_text, width);
    }

    private void Line(Text line) => _text.Append(Wrapped.Broken(Say(line), width)).Append('\n');

    private string Say(Text text) => text.In(language);
}
