using System.Globalization;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Workbooks;

namespace Reportc.Commands.Export;

/// <summary>All figures, one a row, to be filtered and counted.</summary>
internal static class FigureSheet
{
    private static readonly CellStyle Head = new() { IsBold = true, IsLined = true, Ground = "F2F2F2", Alignment = Alignment.Centre };
    private static readonly CellStyle Field = new() { Wraps = false };

    // The columns of the csv but for its English, as an office calls them, and how wide they are.
    private static readonly Dictionary<string, (string Head, double Width)> Columns = new(StringComparer.Ordinal)
    {
        ["year"] = ("年度", 7),
        ["unit"] = ("单位", 26),
        ["table"] = ("表", 12),
        ["cell"] = ("指标路径", 60),
        ["label"] = ("名称", 44),
        ["value"] = ("数值", 12),
        ["state"] = ("状态", 8),
        ["counted_in"] = ("计量", 8),
        ["file"] = ("文件", 30),
        ["line"] = ("行", 6),
        ["doubt"] = ("备注", 12),
        ["level"] = ("级别", 8),
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["number"] = "数字",
        ["derived"] = "算出",
        ["none"] = "无",
        ["absent"] = "未写",
        ["unfilled"] = "待填",
        ["faulty"] = "有误",
        ["incomplete"] = "不全或有误",
        [ExportedFigure.UnitLevel] = "单位",
        [ExportedFigure.AuthorityLevel] = "本机关",
    };

    /// <summary>
    /// Refuses more figures than a sheet has rows: parted, a filter or a sum would leave out what stands on the other sheet.
    /// </summary>
    public static void ThrowIfTooLong(ExportedYears years)
    {
        if (years.Count < Worksheet.MostRows) return;
        var (count, most) = (Shown(years.Count), Shown(Worksheet.MostRows - 1));
        var all = new Text("改用 --format csv 或 json，它们不限行数", "write --format csv or json, which have no limit");
        throw Failure.OfUsage(
            new($"要导出 {count} 个数，一个一行，而工作表除表头外最多 {most} 行",
                $"{count} figures are to be exported, one a row, and a sheet has at most {most} rows below its heads"),
            years.Districts.Count == 1 ? all
                : new($"分几次导出，一次少几年；或者{all.Chinese}", $"export fewer years at a time, or {all.English}"));
    }

    /// <summary>The sheet.</summary>
    public static Worksheet Of(ExportedYears years, string name)
    {
        var shown = FigureTable.Columns.Index().Where(c => Columns.ContainsKey(c.Item)).ToList();
        var sheet = new Worksheet(name)
        {
            TabColour = "7F7F7F",
            Frozen = (1, 2),
            Filtered = new Area(new Place(0, 0), (int)years.Count + 1, shown.Count),
            Page = new PageLayout(IsLandscape: true, IsOnePage: false) { Heads = (0, 0), Footer = "&P / &N" },
            Following = years.Figures.Select(f => Row(FigureTable.Fields(f, years.Project.InJson))),
        };
        foreach (var (c, (_, column)) in shown.Index())
        {
            sheet.Set(new Place(0, c), Columns[column].Head, Head);
            sheet.Width(c, Columns[column].Width);
        }
        sheet.Height(0, 22);
        return sheet;

        IEnumerable<SheetCell> Row(string?[] fields)
        {
            foreach (var (c, (field, column)) in shown.Index())
                if (fields[field] is { Length: > 0 } text) yield return new(c, Value(column, text), Field);
        }
    }

    private static CellValue Value(string column, string text) => column switch
    {
        "year" or "value" or "line" => CellValue.Of(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)),
        "state" or "doubt" or "level" => CellValue.Of(Words[text]),
        _ => CellValue.Of(text),
    };

    private static string Shown(long number) => number.ToString(CultureInfo.InvariantCulture);
}
