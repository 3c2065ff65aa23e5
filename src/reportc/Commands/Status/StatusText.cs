using System.Globalization;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Status;

/// <summary>Who has filed, for people.</summary>
internal static class StatusText
{
    /// <summary>A line for each unit, and the counts.</summary>
    /// <param name="standing">The status.</param>
    /// <param name="session">The run: its language, its terminal, and whether it wants to know who answers for the files.</param>
    public static string Of(Standing standing, Session session)
    {
        var width = session.OutWidth;
        var text = new StringBuilder();
        var (asOf, units, report) = (Date(standing.AsOf), Date(standing.UnitsDue), Date(standing.ReportDue));
        Line(new(
            $"{standing.Year} 年报送情况，截至 {asOf}；各单位期限 {units}，公布期限 {report}",
            $"{standing.Year} as of {asOf}; units are due on {units}, the report on {report}"));
        text.Append('\n');
        var table = new TextTable();
        Text[] signers = session.Verbose ? [new("填报人", "filled in by"), new("审核人", "reviewed by"), new("电话", "telephone")] : [];
        Text[] head = [new("单位", "unit"), new("状态", "status"), new("报送日期", "filed on"), .. signers, new("文件", "file")];
        table.Add([.. head.Select(Say)]);
        foreach (var unit in standing.Units)
        {
            string?[] said = session.Verbose ? [unit.Signers.Preparer, unit.Signers.Reviewer, unit.Signers.Telephone] : [];
            string?[] line =
            [
                unit.Unit ?? Say(new("（读不出单位）", "(unit not readable)")), Say(State(unit)), Date(unit.Submitted), .. said,
                unit.File is { } file ? standing.Project.Shown(file) : null,
            ];
            table.Add([.. line.Select(c => c ?? "-")]);
        }
        table.AppendTo(text, width: width);
        text.Append('\n');
        Line(Summary(standing));
        Line(Report(standing));
        foreach (var forms in standing.Forms.GroupBy(f => f.State).OrderBy(g => g.Key)) Forms(forms.Key, [.. forms]);
        return text.ToString();

        void Forms(FormState state, List<WaitingForm> forms)
        {
            Line(Heading(state));
            // Several are imported by one command.
            var ready = forms.FindAll(f => f is { State: FormState.New, SaveAs: null });
            foreach (var form in forms)
            {
                var remedy = ready.Count > 1 && ready.Contains(form) ? "" : Say(new Text("：", ": "))
                    + Say(form.Remedy(standing.Project.Shown, standing.Named));
                text.Append($"  {standing.Project.Shown(form.File)}{remedy}\n");
            }
            if (ready.Count < 2) return;
            var command = WaitingForm.Import(standing.Named, ready.Select(f => standing.Project.Shown(f.File)), isForced: false);
            text.Append($"  {Say(new($"运行 {command}", $"run {command}"))}\n");
        }

        void Line(Text line) => text.Append(Wrapped.Broken(Say(line), width)).Append('\n');

        string Say(Text words) => session.Say(words);
    }

    private static Text Heading(FormState state) => state switch
    {
        FormState.New => new("还没有导入的表格：", "forms that were not imported:"),
        FormState.Differing => new("与数据文件不同的表格：", "forms that differ from the data files:"),
        FormState.OfOtherYear => new("年度不对的表格：", "forms of another year:"),
        _ => new("没能读的表格：", "forms that could not be read:"),
    };

    private static Text State(UnitStanding unit)
    {
        var errors = new Text($"{unit.Errors} 个错误", unit.Errors == 1 ? "1 error" : $"{unit.Errors} errors");
        var name = Name(unit.State);
        var state = unit.State switch
        {
            Filed.Missing when unit.HasForm => new($"{name.Chinese}，表格已到", $"{name.English}, form arrived"),
            Filed.Missing or Filed.Untouched or Filed.Filed => name,
            Filed.Partial => new($"{name.Chinese}，{unit.Open} 处未填", $"{name.English}, {unit.Open} to fill in"),
            Filed.Failing => new($"{name.Chinese}，{unit.Errors} 个", $"{name.English}, {errors.English}"),
            _ => new($"{name.Chinese}，{errors.Chinese}", $"{name.English}, {errors.English}"),
        };
        return unit.IsLate ? new(state.Chinese + "，逾期", state.English + ", late") : state;
    }

    /// <summary>What a state is called.</summary>
    public static Text Name(Filed state) => state switch
    {
        Filed.Missing => new("未报", "missing"),
        Filed.Untouched => new("未填", "untouched"),
        Filed.Partial => new("填报中", "partial"),
        Filed.Failing => new("有错误", "failing"),
        Filed.Filed => new("已报", "filed"),
        Filed.Unexpected => new("多出", "not expected"),
        _ => new("读不出", "not readable"),
    };

    private static Text Summary(Standing standing)
    {
        var due = Enumerable.Range((int)Filed.Missing, Filed.Filed - Filed.Missing + 1).Reverse().Select(s => (Filed)s).ToList();
        var late = standing.Units.Count(u => u.IsLate);
        var others = standing.Count(Filed.Unexpected) + standing.Count(Filed.Unreadable);
        var beside = others == 0 ? Text.Same("")
            : new($"；另有 {others} 个多出或读不出的文件", $"; {others} files not expected or not readable");
        var unfilled = standing.Unfilled == 0 ? Text.Same("")
            : new($"（其中待填 {standing.Unfilled} 处）", $" ({standing.Unfilled} of them to fill in)");
        return new(
            $"应报 {standing.Due} 个单位：{string.Join('，', due.Select(s => $"{Name(s).Chinese} {standing.Count(s)}"))}；"
                + $"逾期 {late}{beside.Chinese}；共 {standing.Errors} 个错误{unfilled.Chinese}，{standing.Warnings} 个警告",
            $"{standing.Due} due: {string.Join(", ", due.Select(s => $"{standing.Count(s)} {Name(s).English}"))}; "
                + $"{late} late{beside.English}; errors: {standing.Errors}{unfilled.English}, warnings: {standing.Warnings}");
    }

    private static Text Report(Standing standing)
    {
        var late = standing.IsReportLate ? new Text("，逾期", ", late") : new("", "");
        return standing.Published is { } date
            ? new($"报告于 {Date(date)} 公布{late.Chinese}", $"the report was published on {Date(date)}{late.English}")
            : new($"报告没有写发布日期{late.Chinese}", $"the report has no date of publication{late.English}");
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
