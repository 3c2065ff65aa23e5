using System.Globalization;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
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
        // The page is in the words of the newest year's edition.
        var edition = shown[^1].Edition;
        var words = edition.Wording;
        var captions = Captions(project, shown).ToList();
        var chart = new TrendChart(shown.ConvertAll(d => d.Year), words);
        var left = years.Where(y => y.District is not { IsComplete: true })
            .Select(y => y.Year.ToString(CultureInfo.InvariantCulture)).ToList();
        var current = CaptionsOf(project, shown[^1]).ToHashSet(StringComparer.Ordinal);
        var old = captions.Count(c => !current.Contains(c));
        var data = new NamedValues(
            ("机关", Escape.Html(project.Authority)),
            ("简称", Escape.Html(project.ShortName)),
            ("用语", FormView.Words(edition, Markup.Html)),
            ("标题", Escape.Html(words.Of("总题", ("简称", project.ShortName)))),
            ("未列入语", left.Count == 0 ? null : Escape.Html(words.Of("未列入", ("年度", string.Join(words["顿号"], left))))),
            ("旧项语", old == 0 ? null : Escape.Html(words.Of("旧项", ("项数", old.ToString(CultureInfo.InvariantCulture))))),
            ("年度", new Items(shown.Select(d => new NamedValues(
                ("年度", d.Year),
                ("标题", Escape.Html(d.Edition.TitleOf(project.ShortName, d.Year))),
                ("单位数", d.UnitCount),
                ("有报告", hasReport(d.Year)))))),
            ("未列入", new Items(years.Where(y => y.District is not { IsComplete: true }).Select(y => (object)y.Year))),
            ("指标", new Items(captions.Select((c, i) => Line(project, shown, c, chart, i + 1, isOld: !current.Contains(c))))));
        var page = Script.Page(findings, templates, FileName, data, shown.Max(d => d.UnitCount));
        return page is null ? null : new OutputFile(FileName, page);
    }

    /// <summary>What a year's form has, and the indicators, which are of every year.</summary>
    private static IEnumerable<string> CaptionsOf(Project project, District year) =>
        year.Edition.KeyFigures.Select(k => k.Label)
            .Concat(project.Indicators.Where(i => i.Summary != Summary.None).Select(i => Caption(i, year.Edition.Wording)));

    /// <summary>The captions of the newest edition first, then those that only an older one has.</summary>
    private static IEnumerable<string> Captions(Project project, List<District> years) =>
        years.AsEnumerable().Reverse().SelectMany(d => d.Edition.KeyFigures).Select(k => k.Label)
            .Concat(project.Indicators.Where(i => i.Summary != Summary.None).Select(i => Caption(i, years[^1].Edition.Wording)))
            .Distinct(StringComparer.Ordinal);

    /// <summary>What is printed of an indicator: its name and its counting word.</summary>
    internal static string Caption(Indicator indicator, Wording words) =>
        indicator.Unit.Length > 0 ? words.Of("指标", ("名称", indicator.Label), ("计量", indicator.Unit)) : indicator.Label;

    private static NamedValues Line(Project project, List<District> years, string caption, TrendChart chart, int number, bool isOld)
    {
        var values = years.ConvertAll(d => Value(project, d, caption));
        var shown = Escape.Html(caption);
        return new NamedValues(
            ("题", shown),
            ("图", chart.Of(number, shown, values)),
            ("值", new Items(values.Select(v => (object?)v))),
            ("旧", isOld),
            ("印", new Items(values.Select(v => v is { } value ? Figure.Format(value) : null))),
            ("最大", Math.Max(0, values.Max() ?? 0)),
            ("最小", Math.Min(0, values.Min() ?? 0)));
    }

    /// <summary>A year's figure; null if that year's form has none, or nobody states the indicator.</summary>
    private static decimal? Value(Project project, District year, string caption)
    {
        if (year.Edition.KeyFigures.FirstOrDefault(k => k.Label == caption) is { } key) return year.Totals.Value(key.Cell);
        var indicator = project.Indicators.FirstOrDefault(i => i.Summary != Summary.None && Caption(i, year.Edition.Wording) == caption);
        return indicator is not null && year.Totals.Indicators[indicator.Index] is { IsStated: true } figure ? figure.Value : null;
    }
}
