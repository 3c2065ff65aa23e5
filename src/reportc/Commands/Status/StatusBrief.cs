using System.Globalization;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Status;

/// <summary>Who has filed, in the few lines that are pasted into a chat group: whom it concerns finds his name.</summary>
internal static class StatusBrief
{
    /// <summary>A line of counts, and a line for every state that asks for something.</summary>
    public static string Of(Standing standing, Language language)
    {
        var text = new StringBuilder();
        var (asOf, due) = (Date(standing.AsOf), Date(standing.UnitsDue));
        var filed = standing.Count(Filed.Filed);
        Line(new($"{standing.Year} 年政府信息公开年报数据：应报 {standing.Due} 个单位，已报 {filed} 个（截至 {asOf}，期限 {due}）",
            $"Figures of {standing.Year}: {filed} of {standing.Due} units have filed (as of {asOf}, due on {due})"));
        foreach (var state in Enum.GetValues<Filed>().Where(s => s != Filed.Filed))
        {
            var units = standing.Units.Where(u => u.State == state).ToList();
            if (units.Count == 0) continue;
            var (name, late) = (StatusText.Name(state), units[0].IsLate ? new Text("，已逾期", ", late") : Text.Same(""));
            var chinese = string.Join('、', units.Select(u => Shown(u, Language.Chinese)));
            var english = string.Join(", ", units.Select(u => Shown(u, Language.English)));
            Line(new($"{name.Chinese}（{units.Count} 个{late.Chinese}）：{chinese}",
                $"{name.English} ({units.Count}{late.English}): {english}"));
        }
        foreach (var forms in standing.Forms.GroupBy(f => f.State, f => f.Name).OrderBy(g => g.Key))
        {
            var (name, count) = (Name(forms.Key), forms.Count());
            Line(new($"{name.Chinese}（{count} 份）：{string.Join('、', forms)}", $"{name.English} ({count}): {string.Join(", ", forms)}"));
        }
        if (filed == standing.Units.Count && filed > 0) Line(new("已全部报齐，没有错误。", "All have filed, without error."));
        return text.ToString();

        void Line(Text line) => text.Append(DisplayWidth.Clean(line.In(language))).Append('\n');
    }

    private static Text Name(FormState state) => state switch
    {
        FormState.New => new("表格已到、还没有导入", "forms not imported yet"),
        FormState.Differing => new("表格与数据文件不同", "forms that differ from the data files"),
        FormState.OfOtherYear => new("表格年度不对", "forms of another year"),
        _ => new("表格没能读", "forms that could not be read"),
    };

    private static string Shown(UnitStanding unit, Language language)
    {
        var name = unit.Unit ?? unit.File![(unit.File!.LastIndexOf('/') + 1)..];
        if (unit.HasForm) return name + new Text("（表格已到）", " (form arrived)").In(language);
        return unit.State != Filed.Partial ? name
            : name + new Text($"（{unit.Open} 处未填）", $" ({unit.Open} to fill in)").In(language);
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
