using System.Globalization;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Workbooks;

namespace Reportc.Commands.Export;

/// <summary>All figures, one a row, to be filtered and counted.</summary>
internal static class FigureSheet
{
    private static readonly CellStyle Head = new() { IsBold = true, IsLined = true, Ground = "F2F2F2", Alignment = Alignment.Centre };
    private static readonly CellStyle Field = new() { Wraps = false };

    // The columns of the csv, as an office calls them, and how wide they are.
    private static readonly Dictionary<string, (Text Head, double Width)> Columns = new(StringComparer.Ordinal)
    {
        ["year"] = (new("年度", "Year"), 7),
        ["unit"] = (new("单位", "Unit"), 26),
        ["table"] = (new("表", "Table"), 12),
        ["cell"] = (new("指标路径", "Path"), 60),
        ["label"] = (new("名称", "Label"), 44),
        ["gloss"] = (new("英文", "Meaning"), 44),
        ["value"] = (new("数值", "Value"), 12),
        ["state"] = (new("状态", "State"), 8),
        ["counted_in"] = (new("计量", "Counted in"), 8),
        ["file"] = (new("文件", "File"), 30),
        ["line"] = (new("行", "Line"), 6),
        ["doubt"] = (new("备注", "Remarks"), 12),
        ["level"] = (new("级别", "Level"), 8),
    };

    private static readonly Dictionary<string, Text> Words = new(StringComparer.Ordinal)
    {
        ["number"] = new("数字", "number"),
        ["derived"] = new("算出", "derived"),
        ["none"] = new("无", "none"),
        ["absent"] = new("未写", "absent"),
        ["unfilled"] = new("待填", "unfilled"),
        ["faulty"] = new("有误", "faulty"),
        ["incomplete"] = new("不全或有误", "incomplete"),
        [ExportedFigure.UnitLevel] = new("单位", "unit"),
        [ExportedFigure.AuthorityLevel] = new("本机关", "authority"),
        [Indicator.Group] = new(Indicator.Group, "own figures"),
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
        var language = years.Language;
        // A path has words of every data file in it, 总计 or 指标: who reads English is told the meaning instead.
        var left = language == Language.Chinese ? "gloss" : "cell";
        var shown = FigureTable.Columns.Index().Where(c => c.Item != left).ToList();
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
            sheet.Set(new Place(0, c), Columns[column].Head.In(language), Head);
            sheet.Width(c, Columns[column].Width);
        }
        sheet.Height(0, 22);
        return sheet;

        IEnumerable<SheetCell> Row(string?[] fields)
        {
            foreach (var (c, (field, column)) in shown.Index())
                if (fields[field] is { Length: > 0 } text) yield return new(c, Value(column, text, language), Field);
        }
    }

    private static CellValue Value(string column, string text, Language language) => column switch
    {
        "year" or "value" or "line" => CellValue.Of(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)),
        "state" or "doubt" or "level" => CellValue.Of(Words[text].In(language)),
        "table" when text == Indicator.Group => CellValue.Of(Words[text].In(language)),
        _ => CellValue.Of(text),
    };

    private static string Shown(long number) => number.ToString(CultureInfo.InvariantCulture);
}
