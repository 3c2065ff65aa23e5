using System.Globalization;
using ReportCompiler.Aggregation;
using ReportCompiler.Input;
using ReportCompiler.Narratives;
using ReportCompiler.Projects;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>A report's data under the names that the narrative and the templates use, escaped for one output.</summary>
internal static class Model
{
    /// <summary>What the narrative sees, and the templates too.</summary>
    public static ScriptObject Of(Project project, District district, District? last, Format format)
    {
        var edition = district.Edition;
        var data = new ScriptObject(StringComparer.Ordinal)
        {
            ["年度"] = district.Year,
            ["机关"] = format.Escape(project.Authority),
            ["简称"] = format.Escape(project.ShortName),
            ["标题"] = format.Escape(edition.TitleOf(project.ShortName, district.Year)),
            ["联系方式"] = Contact(project, format),
            ["发布日期"] = project.Published.TryGetValue(district.Year, out var date) ? Date(date) : null,
            [Indicator.Group] = new IndicatorView(project.Indicators, district.Totals),
            ["上年"] = last is null ? null : new FiguresView(last.Totals, edition, project.Indicators, ("年度", last.Year)),
            ["单位"] = new ScriptArray(district.Units.Select(u =>
                new FiguresView(u.Figures, edition, project.Indicators, ("名称", format.Escape(u.Unit)), ("年度", district.Year)))),
            ["表单"] = FormView.Of(edition, format),
        };
        foreach (var table in edition.Tables) data[table.Key] = new FigureView(district.Totals, edition, table.Key);
        return data;
    }

    /// <summary>Adds what only the report's own templates see: the printed figures, the sections, the appendix.</summary>
    public static void AddReport(ScriptObject data, Project project, District district, Narrative narrative, IReadOnlyCollection<int> years, IReadOnlyList<string>? draft, Format format)
    {
        data["值"] = Printed(district.Totals, project.BlankZeros);
        data["前言"] = format == Format.Html ? MarkdownHtml.Convert(narrative.Preamble) : narrative.Preamble;
        data["缺联系方式"] = !narrative.Preamble.Contains("电话", StringComparison.Ordinal) && !project.Contact.IsEmpty;
        var form = (ScriptObject)data["表单"]!;
        data["章节"] = new ScriptArray(narrative.Sections.Select(s => new ScriptObject(StringComparer.Ordinal)
        {
            ["序号"] = s.Section.Ordinal,
            ["标题"] = format.Escape(s.Heading),
            ["正文"] = format == Format.Html ? MarkdownHtml.Convert(s.Markdown) : s.Markdown,
            ["表"] = s.Section.Table is { } table ? FormView.Table(form, table) : null,
        }));
        data["附表"] = Appendix(project, district, format);
        data["上年报告"] = years.Contains(district.Year - 1) ? district.Year - 1 : null;
        data["下年报告"] = years.Contains(district.Year + 1) ? district.Year + 1 : null;
        data["草稿"] = draft is null ? null : new ScriptArray(draft.Select(format.Escape));
    }

    /// <summary>Every cell's figure as printed, by cell index; 版式 decides whether a zero is blank.</summary>
    private static ScriptArray Printed(Figures figures, bool blankZeros)
    {
        var printed = new ScriptArray(figures.Edition.Cells.Length);
        foreach (var cell in figures.Edition.Cells)
        {
            var value = figures.Value(cell);
            printed.Add(blankZeros && value == 0 ? "" : Figure.Format(value));
        }
        return printed;
    }

    private static ScriptObject Appendix(Project project, District district, Format format)
    {
        var keys = district.Edition.KeyFigures;
        var shown = project.Indicators.Where(i => i.Summary != Summary.None).ToList();
        return new ScriptObject(StringComparer.Ordinal)
        {
            ["列"] = new ScriptArray(keys.Select(k => format.Escape(k.Label)).Concat(shown.Select(i => format.Escape(i.Unit.Length > 0 ? $"{i.Label}（{i.Unit}）" : i.Label)))),
            ["行"] = new ScriptArray(district.Units.Select(u => Line(Named(u.Unit), u.Figures))),
            ["合计"] = Line("合计", district.Totals),
        };

        ScriptObject Line(string name, Figures figures) => new(StringComparer.Ordinal)
        {
            ["名称"] = format.Escape(name),
            ["值"] = new ScriptArray(keys.Select(k => Print(figures.Value(k.Cell))).Concat(shown.Select(i => Print(figures.Indicators[i.Index].Value)))),
        };

        // In its first year a unit that was renamed, merged or split off is not known by its name yet.
        string Named(string unit) => project.Roster?.FirstOrDefault(e => e.Name == unit) is { From: { } from, Predecessors: { IsEmpty: false } former } && from == district.Year
            ? $"{unit}（原{string.Join('、', former)}）" : unit;

        string Print(decimal value) => project.BlankZeros && value == 0 ? "" : Figure.Format(value);
    }

    private static ScriptObject Contact(Project project, Format format)
    {
        var contact = new ScriptObject(StringComparer.Ordinal);
        foreach (var field in new[] { "单位", "地址", "邮编", "电话", "网址" }) contact[field] = null;
        foreach (var (name, text) in project.Contact) contact[name] = format.Escape(text);
        return contact;
    }

    private static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");
}
