using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;

namespace Reportc.Projects;

/// <summary>Answers a path that names no figure with what to write.</summary>
internal static class UnknownCell
{
    /// <summary>A path that names no cell of a year's form.</summary>
    public static Failure In(SingleProject look, string path, int year)
    {
        var edition = look.EditionFor(year);
        if (path.TrimEnd('.') == Indicator.Group) return Group(look.Project);
        if (CellPath.FindStep(edition, path) is { } step) return Step(edition, step);
        var message = new Text(
            $"{year} 年的格式（{edition.Key} 版）没有单元格“{path}”",
            $"the form of {year} (edition {edition.Key}) has no cell “{path}”");
        var others = look.Years.Where(HasItToo).ToList();
        if (others.Count > 0) return Failure.OfUsage(message, InOtherYears(look.Project.EditionFor(others[0])!, others));
        return Failure.OfUsage(message, Nearest(look.Project, edition, path) is { } nearest
            ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
            : Tables(edition));

        bool HasItToo(int other) =>
            look.Project.EditionFor(other) is { } form && form != edition && CellPath.FindAll(form, path) is not null;
    }

    private static Text Tables(Edition edition)
    {
        var tables = edition.Tables.Select(t => t.Key).ToList();
        return new($"路径以表开头：{string.Join('、', tables)}", $"a path begins with a table: {string.Join(", ", tables)}");
    }

    private static Failure Group(Project project)
    {
        var known = project.Indicators.Select(i => i.Path).ToList();
        var help = known.Count == 0
            ? new Text("reportc.yaml 没有定义指标", "reportc.yaml defines none")
            : new($"本机关的指标：{string.Join('、', known)}", $"the authority's indicators: {string.Join(", ", known)}");
        return Failure.OfUsage(new("“指标”后面要写是哪一个", "“指标” needs the name of an indicator"), help);
    }

    /// <summary>A table, a group or a row: what is below, and that a group may be taken together in a column.</summary>
    private static Failure Step(Edition edition, string step)
    {
        var below = edition.StepsBelow(step).ToList();
        var column = edition.Cells.Last(c => c.Path.StartsWith(step + ".", StringComparison.Ordinal)).Path;
        var together = $"{step}.{column[(column.LastIndexOf('.') + 1)..]}";
        var (zh, en) = edition.Find(together) is null && CellPath.FindAll(edition, together) is not null
            ? ($"；各项之和写 {together}", $"; {together} takes them together") : ("", "");
        return Failure.OfUsage(new($"“{step}”不是一个单元格", $"“{step}” is more than one cell"),
            new($"“{step}”下面还有：{string.Join('、', below)}{zh}", $"“{step}” goes on with: {string.Join(", ", below)}{en}"));
    }

    private static Text InOtherYears(Edition other, List<int> years) =>
        new($"{other.Key} 版有这一格，可查 {string.Join('、', years)} 年",
            $"edition {other.Key} has it: ask for {string.Join(", ", years)}");

    private static string? Nearest(Project project, Edition edition, string path) =>
        Names.Nearest(path, edition.Cells.SelectMany(c => new[] { c.Path, c.Row.Path }).Distinct(StringComparer.Ordinal)
            .Concat(project.Indicators.Select(i => i.Path)));
}
