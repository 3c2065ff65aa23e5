using System.Globalization;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Status;

/// <summary>Who has filed, for people.</summary>
internal static class StatusText
{
    /// <summary>A line for each unit, and the counts.</summary>
    public static string Of(Standing standing, Language language, int width = 0)
    {
        var text = new StringBuilder();
        var (asOf, units, report) = (Date(standing.AsOf), Date(standing.UnitsDue), Date(standing.ReportDue));
        Line(new(
            $"{standing.Year} 年报送情况，截至 {asOf}；各单位期限 {units}，公布期限 {report}",
            $"{standing.Year} as of {asOf}; units are due on {units}, the report on {report}"));
        text.Append('\n');
        var table = new TextTable();
        table.Add(Say(new("单位", "unit")), Say(new("状态", "status")), Say(new("报送日期", "filed on")), Say(new("文件", "file")));
        foreach (var unit in standing.Units)
            table.Add(unit.Unit ?? Say(new("（读不出单位）", "(unit not readable)")), Say(State(unit)),
                unit.Submitted is { } date ? Date(date) : "-", unit.File is { } file ? standing.Project.Shown(file) : "-");
        table.AppendTo(text, width: width);
        text.Append('\n');
        Line(Summary(standing));
        Line(Report(standing));
        return text.ToString();

        void Line(Text line) => text.Append(Wrapped.Broken(Say(line), width)).Append('\n');

        string Say(Text words) => words.In(language);
    }

    private static Text State(UnitStanding unit)
    {
        var errors = new Text($"{unit.Errors} 个错误", unit.Errors == 1 ? "1 error" : $"{unit.Errors} errors");
        var state = unit.State switch
        {
            Filed.Sound => new Text("已报", "filed"),
            Filed.Failing => new($"已报，{errors.Chinese}", $"filed, {errors.English}"),
            Filed.Missing => new("未报", "not filed"),
            Filed.Unexpected => new($"多出，{errors.Chinese}", $"not expected, {errors.English}"),
            _ => new($"读不出，{errors.Chinese}", $"not readable, {errors.English}"),
        };
        return unit.IsLate ? new(state.Chinese + "，逾期", state.English + ", late") : state;
    }

    private static Text Summary(Standing standing)
    {
        var (sound, failing, missing) = (standing.Count(Filed.Sound), standing.Count(Filed.Failing), standing.Count(Filed.Missing));
        var late = standing.Units.Count(u => u.IsLate);
        var others = standing.Count(Filed.Unexpected) + standing.Count(Filed.Unreadable);
        var (filed, due) = (sound + failing, sound + failing + missing);
        var beside = others == 0 ? Text.Same("")
            : new($"；另有 {others} 个多出或读不出的文件", $"; {others} files not expected or not readable");
        return new(
            $"应报 {due} 个单位：已报 {filed}（其中有错误的 {failing}），未报 {missing}；逾期 {late}{beside.Chinese}；"
                + $"共 {standing.Errors} 个错误，{standing.Warnings} 个警告",
            $"{due} due: {filed} filed ({failing} with errors), {missing} not filed; {late} late{beside.English}; "
                + $"errors: {standing.Errors}, warnings: {standing.Warnings}");
    }

    private static Text Report(Standing standing)
    {
        var late = standing.IsReportLate ? new Text("，逾期", ", late") : new("", "");
        return standing.Published is { } date
            ? new($"报告于 {Date(date)} 公布{late.Chinese}", $"the report was published on {Date(date)}{late.English}")
            : new($"报告没有写发布日期{late.Chinese}", $"the report has no date of publication{late.English}");
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
