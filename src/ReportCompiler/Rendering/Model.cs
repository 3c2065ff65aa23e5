using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>A report's data under the names that the narrative and the templates use, escaped for one output.</summary>
internal static class Model
{
    /// <summary>What a template may ask of the contact line, stated or not.</summary>
    private static readonly string[] ContactFields = ["单位", "地址", "邮编", "电话", "网址"];

    /// <summary>What the narrative sees, and the templates too.</summary>
    public static NamedValues Of(CheckedYear year, Markup markup)
    {
        var (project, district, edition) = (year.Project, year.District, year.District.Edition);
        return new NamedValues(
        [
            ("年度", district.Year),
            ("机关", markup.Escape(project.Authority)),
            ("简称", markup.Escape(project.ShortName)),
            ("标题", markup.Escape(edition.TitleOf(project.ShortName, district.Year))),
            ("联系方式", Contact(project, markup)),
            ("发布日期", project.Published.TryGetValue(district.Year, out var date)
                ? markup.Escape(edition.Wording.Date(date.Date)) : null),
            ("用语", Later(() => ((NamedValues)FormView.Of(edition, markup))["用语"])),
            (Indicator.Group, new IndicatorView(project.Indicators, district.Totals)),
            ("上年", year.ShownLast is { } last ? new FiguresView(last.Totals, edition, project.Indicators, ("年度", last.Year)) : null),
            ("单位", Later(() => new Items(district.Units.Select(u =>
                new FiguresView(u.Figures, edition, project.Indicators, ("名称", markup.Escape(u.Unit)), ("年度", district.Year)))))),
            ("表单", Later(() => FormView.Of(edition, markup))),
            .. edition.Tables.Select(t => (t.Key, (object?)new FigureView(district.Totals, edition, t.Key))),
        ]);
    }

    /// <summary>What the report's own templates see: more than that, the printed figures, the sections and the appendix.</summary>
    public static NamedValues OfReport(Report report, Markup markup)
    {
        var (year, prose) = (report.Year, report.Prose!);
        var data = Of(year, markup);
        // A project that has a template for the tables wants them printed by it.
        var isPrinted = !report.Templates.IsOwn(markup.TableTemplate);
        return data.With(
            ("值", Later(() => Printed(year.District.Totals, year.Project.Style))),
            ("前言", markup.Of(prose.Preamble)),
            ("缺联系方式", !year.Project.Contact.IsEmpty
                && !prose.Preamble.Markdown.Contains(year.District.Edition.Wording.Label("电话"), StringComparison.Ordinal)),
            ("联系语", Later(() => AskedAt(year, markup))),
            ("章节", new Items(prose.Sections.Select(s => new NamedValues(
                ("序号", s.Section.Ordinal),
                ("标题", markup.Escape(s.Heading)),
                ("题", markup.Escape(year.District.Edition.HeadingOf(s.Section, s.Heading))),
                ("正文", markup.Of(s.Prose)),
                ("附注", markup.Of(s.Notes)),
                ("表", s.Section.Table is { } table ? Later(() => FormView.Table((NamedValues)data["表单"]!, table)) : null),
                ("表格", s.Section.Table is { } key && isPrinted ? Later(() => TableText.Of(year, key, markup)) : null))))),
            ("附表", Appendix(year, markup)),
            ("上年报告", Beside(year, -1)),
            ("下年报告", Beside(year, +1)),
            ("上年题", BesideTitle(year, -1, markup)),
            ("下年题", BesideTitle(year, +1, markup)),
            ("历年", year.Years.Count > 1),
            ("草稿", year.IsDraft ? new Items(year.Errors.Select(markup.Escape)) : null));
    }

    /// <summary>The year of the report beside, for a link; null if there is none.</summary>
    private static object? Beside(CheckedYear year, int step) =>
        year.Years.Contains(year.District.Year + step) ? year.District.Year + step : null;

    private static string? BesideTitle(CheckedYear year, int step, Markup markup) => Beside(year, step) is int beside
        ? markup.Escape(year.District.Edition.Wording.Year(beside)) : null;

    /// <summary>Whom to ask: what stands before the contact line, and behind it.</summary>
    private static NamedValues AskedAt(CheckedYear year, Markup markup)
    {
        const string contact = "{联系方式}";
        var unit = year.Project.Contact.FirstOrDefault(c => c.Key == "单位").Value ?? year.Project.Authority;
        var pattern = year.District.Edition.Wording["联系"];
        var at = pattern.IndexOf(contact, StringComparison.Ordinal);
        return new NamedValues(
            ("前", markup.Escape(Wording.Fill(pattern[..at], ("单位", unit)))),
            ("后", markup.Escape(Wording.Fill(pattern[(at + contact.Length)..], ("单位", unit)))));
    }

    /// <summary>Every cell's figure as printed, by cell index.</summary>
    private static Items Printed(Figures figures, PrintStyle style) =>
        new(figures.Edition.Cells.Select(c => PrintedFigure.Of(figures.Value(c), c.Kind, style)));

    private static NamedValues Appendix(CheckedYear year, Markup markup)
    {
        var (project, district, keys) = (year.Project, year.District, year.District.Edition.KeyFigures);
        var shown = project.Indicators.Where(i => i.Summary != Summary.None).ToList();
        var successors = project.Roster?.Where(e => !e.Predecessors.IsEmpty && e.From == district.Year).ToList() ?? [];
        var words = district.Edition.Wording;
        return new NamedValues(
            ("列", Later(() => new Items(Labels()))),
            ("行", Later(() => new Items(district.Units.Select(u => Line(Named(u.Unit), u.Figures))))),
            ("合计", Later(() => Line(words["合计"], district.Totals))),
            ("横向", Later(() => AppendixText.IsWide(Labels().Count()))),
            ("表格", Later(() => AppendixText.Of(year, [.. Labels()], shown, Named, markup))));

        IEnumerable<string> Labels() => keys.Select(k => k.Label)
            .Concat(shown.Select(i => IndexPage.Caption(i, words))).Select(markup.Escape);

        NamedValues Line(string name, Figures figures) => new(
            ("名称", markup.Escape(name)),
            ("值", new Items(keys.Select(k => (Value: figures.Value(k.Cell), k.Cell.Kind))
                .Concat(shown.Select(i => (figures.Indicators[i.Index].Value, i.Kind)))
                .Select(v => PrintedFigure.Of(v.Value, v.Kind, project.Style)))));

        // In its first year a unit that was renamed, merged or split off is not known by its name yet.
        string Named(string unit)
        {
            return successors.Find(e => e.Name == unit) is { Predecessors: var former }
                ? words.Of("原名", ("单位", unit), ("前身", string.Join(words["顿号"], former))) : unit;
        }
    }

    private static Lazy<object?> Later(Func<object?> make) => new(make);

    private static NamedValues Contact(Project project, Markup markup) => new(
    [
        .. project.Contact.Select(c => (c.Key, (object?)markup.Escape(c.Value))),
        .. ContactFields.Select(f => (f, (object?)null)),
    ]);
}
