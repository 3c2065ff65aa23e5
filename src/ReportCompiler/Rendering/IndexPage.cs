using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>
/// index.html: the main figures of a project over its years. Which they are the editions say (附表), and the project's indicators;
/// a figure is followed through editions by its caption, for the cell's path changes with the form.
/// </summary>
internal static class IndexPage
{
    private const string FileName = "index.html";

    /// <summary>Renders the page; null if no year has figures, or, with a finding, where the template fails.</summary>
    /// <param name="findings">Takes faults of the template.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="project">The project.</param>
    /// <param name="years">The years; without figures those in doubt.</param>
    /// <param name="hasReport">Whether there is a report of a year to link.</param>
    public static OutputFile? Render(
        Findings findings, Templates templates, Project project,
        IReadOnlyList<(int Year, District? District)> years, Func<int, bool> hasReport)
    {
        var shown = years.Where(y => y.District is { IsComplete: true }).Select(y => y.District!).ToList();
        if (shown.Count == 0) return null;
        var chart = new TrendChart(shown.ConvertAll(d => d.Year));
        var data = new NamedValues(
            ("机关", Escape.Html(project.Authority)),
            ("简称", Escape.Html(project.ShortName)),
            ("年度", new Items(shown.Select(d => new NamedValues(
                ("年度", d.Year),
                ("标题", Escape.Html(d.Edition.TitleOf(project.ShortName, d.Year))),
                ("单位数", d.UnitCount),
                ("有报告", hasReport(d.Year)))))),
            ("未列入", new Items(years.Where(y => y.District is not { IsComplete: true }).Select(y => (object)y.Year))),
            ("指标", new Items(Captions(project, shown).Select((c, i) => Line(project, shown, c, chart, i + 1)))));
        var page = Script.Page(findings, templates, FileName, data, shown.Max(d => d.UnitCount));
        return page is null ? null : new OutputFile(FileName, page);
    }

    /// <summary>What a year's form has, and the indicators, which are of every year.</summary>
    private static IEnumerable<string> CaptionsOf(Project project, District year) =>
        year.Edition.KeyFigures.Select(k => k.Label).Concat(project.Indicators.Where(i => i.Summary != Summary.None).Select(Caption));

    /// <summary>The captions of the newest edition first, then those that only an older one has.</summary>
    private static IEnumerable<string> Captions(Project project, List<District> years) =>
        years.AsEnumerable().Reverse().SelectMany(d => d.Edition.KeyFigures).Select(k => k.Label)
            .Concat(project.Indicators.Where(i => i.Summary != Summary.None).Select(Caption))
            .Distinct(StringComparer.Ordinal);

    /// <summary>What is printed of an indicator: its name and its counting word.</summary>
    internal static string Caption(Indicator indicator) =>
        indicator.Unit.Length > 0 ? $"{indicator.Label}（{indicator.Unit}）" : indicator.Label;

    private static NamedValues Line(Project project, List<District> years, string caption, TrendChart chart, int number)
    {
        var values = years.ConvertAll(d => Value(project, d, caption));
        var shown = Escape.Html(caption);
        return new NamedValues(
            ("题", shown),
            ("图", chart.Of(number, shown, values)),
            ("值", new Items(values.Select(v => (object?)v))),
            ("旧", !CaptionsOf(project, years[^1]).Contains(caption, StringComparer.Ordinal)),
            ("印", new Items(values.Select(v => v is { } value ? Figure.Format(value) : null))),
            ("最大", Math.Max(0, values.Max() ?? 0)),
            ("最小", Math.Min(0, values.Min() ?? 0)));
    }

    /// <summary>A year's figure; null if that year's form has none, or nobody states the indicator.</summary>
    private static decimal? Value(Project project, District year, string caption)
    {
        if (year.Edition.KeyFigures.FirstOrDefault(k => k.Label == caption) is { } key) return year.Totals.Value(key.Cell);
        var indicator = project.Indicators.FirstOrDefault(i => i.Summary != Summary.None && Caption(i) == caption);
        return indicator is not null && year.Totals.Indicators[indicator.Index] is { IsStated: true } figure ? figure.Value : null;
    }
}
