using System.Globalization;
using Reportc.Projects;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Rendering.Sheets;
using ReportCompiler.Workbooks;

namespace Reportc.Commands.Export;

/// <summary>Units in rows, main figures in columns, the authority's totals below.</summary>
internal static class SummarySheet
{
    private const double WidthOfAUnit = 30;
    private const double WidthOfAFigure = 11;
    private const double WidthOfARemark = 14;

    private static readonly CellStyle Title = new() { Font = "黑体", Size = 16, Alignment = Alignment.Centre };
    private static readonly CellStyle Doubt = new() { IsBold = true, Colour = "9C0006", Ground = "FFC7CE", Alignment = Alignment.Centre };
    private static readonly CellStyle Head = new() { IsBold = true, IsLined = true, Ground = "F2F2F2", Alignment = Alignment.Centre };
    private static readonly CellStyle Unit = new() { IsLined = true, Alignment = Alignment.Left };
    private static readonly CellStyle Figure = new() { IsLined = true };
    private static readonly CellStyle Remark = new() { IsLined = true, Colour = "9C0006", Alignment = Alignment.Centre };
    private static readonly CellStyle Total = new() { IsLined = true, IsBold = true, Ground = "F2F2F2" };

    /// <summary>The sheet of a year.</summary>
    public static Worksheet Of(SingleProject project, District district, string name, string? doubt)
    {
        var sheet = new Worksheet(name) { TabColour = "4472C4" };
        var keys = district.Edition.KeyFigures;
        var (columns, row) = (keys.Length + 2, 0);
        var wording = district.Edition.Wording;
        sheet.Set(new Area(new Place(row, 0), 1, columns), CellValue.Of(TitleOf(district)), Title);
        sheet.Height(row++, 34);
        if (doubt is not null) sheet.Set(new Area(new Place(row++, 0), 1, columns), CellValue.Of(doubt), Doubt);
        var head = row;
        sheet.Set(new Place(row, 0), wording["单位"], Head);
        for (var k = 0; k < keys.Length; k++) sheet.Set(new Place(row, k + 1), keys[k].Label, Head);
        sheet.Set(new Place(row, columns - 1), Say("备注", "Remarks"), Head);
        sheet.Height(row++, 8 + (14.5 * keys.Select(k => SheetTable.Lines(k.Label, WidthOfAFigure)).DefaultIfEmpty(1).Max()));
        var filings = district.Units.ToDictionary(u => u.Unit, StringComparer.Ordinal);
        var due = project.Project.Due(district.Year)?.Select(e => e.Name).Where(u => u != district.Own?.Unit) ?? [];
        foreach (var unit in due.Union(filings.Keys, StringComparer.Ordinal)) Line(unit, filings.GetValueOrDefault(unit));
        var last = row - 1;
        sheet.Set(new Place(row, 0), wording["合计"], Total);
        for (var k = 0; k < keys.Length; k++) sheet.Set(new Place(row, k + 1), CellValue.Of(district.Totals.Value(keys[k].Cell)), Total);
        sheet.Set(new Place(row, columns - 1), doubt is null ? "" : Doubtful(), Total);
        sheet.Height(row, 22);
        sheet.Width(0, WidthOfAUnit);
        for (var k = 0; k < keys.Length; k++) sheet.Width(k + 1, WidthOfAFigure);
        sheet.Width(columns - 1, WidthOfARemark);
        sheet.Frozen = (head + 1, 1);
        sheet.Filtered = new Area(new Place(head, 0), last - head + 1, columns);
        sheet.Page = new PageLayout(IsLandscape: true, IsOnePage: false) { Heads = (head, head), Footer = "&P / &N" };
        return sheet;

        string Say(string chinese, string english) => new Text(chinese, english).In(district.Edition.Language);

        string Doubtful() => Say("不全或有误", "incomplete or faulty");

        void Line(string unit, Filing? filing)
        {
            sheet.Set(new Place(row, 0), unit, Unit);
            for (var k = 0; k < keys.Length; k++)
                sheet.Set(new Place(row, k + 1), filing is { Figures: var figures } && figures[keys[k].Cell].IsUsable
                    ? CellValue.Of(figures.Value(keys[k].Cell)) : CellValue.Nothing, Figure);
            sheet.Set(new Place(row, columns - 1), filing is null ? Say("未报", "not filed") : filing.IsSound ? "" : Doubtful(), Remark);
            sheet.Height(row++, 6 + (14.5 * SheetTable.Lines(unit, WidthOfAUnit)));
        }
    }

    private static string TitleOf(District district)
    {
        var (edition, year) = (district.Edition, district.Year);
        return new Text(
            string.Create(CultureInfo.InvariantCulture, $"{district.Authority}{year}年政府信息公开数据汇总表"),
            $"{district.Authority}, {edition.Wording.Year(year)}: {edition.Wording["附表题"]}").In(edition.Language);
    }
}
