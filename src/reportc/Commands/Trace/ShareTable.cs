using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Tracing;

namespace Reportc.Commands.Trace;

/// <summary>Shares as a tree with their figures: this year's, last year's, and where each is written.</summary>
/// <param name="look">The project.</param>
/// <param name="language">The language.</param>
/// <param name="depth">How many levels are opened.</param>
/// <param name="verbose">Whether shares of 0 are shown too.</param>
/// <param name="year">The year over its column; 0 for none.</param>
/// <param name="hasLast">Whether there is a column of the year before.</param>
internal sealed class ShareTable(SingleProject look, Language language, int depth, bool verbose, int year, bool hasLast)
{
    private const string None = "—";

    private readonly TextTable _table = hasLast ? new TextTable(1, 2) : new TextTable(1);

    /// <summary>The line over the columns.</summary>
    public void Head(Text title) => Add(Say(title), year == 0 ? "" : Number(year), Number(year - 1), "");

    /// <summary>A line.</summary>
    public void Add(string name, string value, string last, string remark)
    {
        if (hasLast) _table.Add(name, value, last, remark);
        else _table.Add(name, value, remark);
    }

    /// <summary>The shares below a line.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="total">The figure they add up to.</param>
    /// <param name="stem">What leads to their branches: the open branches of the levels above.</param>
    /// <param name="level">Their level, from 1.</param>
    public void AddBelow(ImmutableArray<Share> shares, decimal total, string stem = "", int level = 1)
    {
        var shown = shares.Where(s => verbose || !s.IsNothing).ToList();
        var hidden = shares.Length - shown.Count;
        for (var i = 0; i < shown.Count; i++)
        {
            var isLast = i == shown.Count - 1 && hidden == 0;
            Add(stem + (isLast ? "└─ " : "├─ ") + Name(shown[i]), FigureOf(shown[i]), Last(shown[i]), Remark(shown[i], total, level));
            if (level < depth) AddBelow(shown[i].Below, shown[i].Value, stem + (isLast ? "   " : "│  "), level + 1);
        }
        if (hidden > 0) Add(stem + "└─ " + Say(Hidden(hidden, isAll: shown.Count == 0)), "", "", "");
    }

    /// <summary>Appends all lines, for a terminal of so many columns; 0 for none.</summary>
    public void AppendTo(StringBuilder text, int width) => _table.AppendTo(text, width: width);

    /// <summary>A figure as people read it.</summary>
    public static Text Value(FigureState state, decimal value) => state switch
    {
        FigureState.Unfilled => new("待填", "to be filled in"),
        FigureState.Faulty => new("有误", "faulty"),
        FigureState.None when value == 0 => new("无", "无"),
        FigureState.Absent when value == 0 => new("未填", "not stated"),
        _ => new(Figure.Format(value), Figure.Format(value)),
    };

    private static Text Hidden(int count, bool isAll) => isAll
        ? new($"{count} 个单位都为 0", count == 1 ? "the one unit is 0" : $"all {count} units are 0")
        : new($"其余 {count} 个单位为 0", count == 1 ? "1 other unit is 0" : $"{count} other units are 0");

    /// <summary>The unit; where it took over others, or is one of several that did, those.</summary>
    private string Name(Share share)
    {
        if (share.Kind == ShareKind.Own)
            return share.Unit + Say(new("（自己的文件，只核对，不计入）", " (its own file: checked, not added)"));
        // Among the cells a total is made of the name is enough.
        if (year == 0) return share.Unit;
        var before = share.Last is { IsSameUnit: false } last ? last.Units : share.Predecessors;
        if (before.IsEmpty) return share.Unit;
        var others = share.Last?.Together.Where(u => u != share.Unit).ToList() ?? [];
        var (units, with) = (string.Join(Say(new("、", ", ")), before), string.Join(Say(new("、", ", ")), others));
        return share.Unit + Say(others.Count == 0
            ? new($"（前身：{units}）", $" (before: {units})") : new($"（与{with}的前身：{units}）", $" (before, with {with}: {units})"));
    }

    private string FigureOf(Share share) => share.Kind == ShareKind.Own ? Figure.Format(share.Stated ?? 0) : !share.Counts ? None
        : Say(Value(share.Kind == ShareKind.Nested ? FigureState.Number : share.State, share.Value));

    /// <summary>Of units that compare together the first has the figure.</summary>
    private string Last(Share share) => share.Last is not { } last ? (share.Kind == ShareKind.Own ? "" : None)
        : last.Together[0] == share.Unit ? Figure.Format(last.Value) : Say(new("同上", "above"));

    private string Remark(Share share, decimal total, int level) => share.Kind switch
    {
        ShareKind.NotFiled => Say(new("没有报送", "not filed")),
        ShareKind.Ended => Say(new($"{year} 年没有这个单位；上年的数在 ", $"no unit of {year}; last year's figure is in ")) + Place(share),
        ShareKind.Missing => Say(new($"没有 {year} 年的数据，没有计入：", $"no data of {year}, not added: ")) + Place(share),
        ShareKind.OtherForm =>
            Say(new($"用的是 {share.Edition} 版，不能相加，没有计入：", $"uses edition {share.Edition}, not added: ")) + Place(share),
        ShareKind.Refused =>
            Say(new("本级的检查不通过，没有计入：", "does not pass the checks of the authority above, not added: ")) + Place(share),
        ShareKind.Failed =>
            Say(share.Below.IsEmpty
            ? new($"有错误，没有计入；运行 reportc check {year} -p {Folder(share)} 查看",
            $"has errors, not added; run reportc check {year} -p {Folder(share)}")
            : new("因下级有错误，没有计入", "not added, for what is nested in it has errors")),
        ShareKind.Unit when share.Stated is { } stated =>
            Place(share) + Say(new($"（自报 {Figure.Format(stated)}，按明细计 {Figure.Format(share.Value)}）",
            $" (states {Figure.Format(stated)}; its details make {Figure.Format(share.Value)})")),
        ShareKind.Own => Place(share) + Say(OwnRemark(share.Stated!.Value - total)),
        ShareKind.Nested when year > 0 && level == depth && !share.Below.IsEmpty =>
            Place(share) + Say(new($"（下有 {share.Below.Length} 个单位）",
            share.Below.Length == 1 ? " (1 unit)" : $" ({share.Below.Length} units)")),
        _ => Place(share),
    };

    private static Text OwnRemark(decimal more) => more == 0 ? new("（与合计相同）", " (the same as the total)")
        : more > 0 ? new($"（比合计多 {Figure.Format(more)}）", $" ({Figure.Format(more)} more than the total)")
        : new($"（比合计少 {Figure.Format(-more)}）", $" ({Figure.Format(-more)} less than the total)");

    private string Place(Share share) =>
        share.File is not { } file ? "" : share.Line is { } line ? $"{look.Shown(file)}:{Number(line)}" : look.Shown(file);

    private string Folder(Share share) =>
        ShownCommand.Quoted(look.Shown(share.File!.Contains('/') ? share.File[..share.File.LastIndexOf('/')] : "."));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(Text text) => text.In(language);
}
