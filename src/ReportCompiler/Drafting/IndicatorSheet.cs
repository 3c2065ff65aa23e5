using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering.Sheets;
using ReportCompiler.Workbooks;

namespace ReportCompiler.Drafting;

/// <summary>The authority's own figures on a sheet of a form, with their keys in a hidden column.</summary>
internal sealed class IndicatorSheet
{
    private const int First = 3;
    private static readonly Text[] Heads = [new("指标", "Figure"), new("计量", "Unit"), new("本年", "This year")];
    private static readonly double[] Widths = [48, 12, 22];

    private readonly int _count;
    private readonly Language _language;

    private IndicatorSheet(string name, int count, Language language) =>
        (Sheet, _count, _language) = (new Worksheet(name) { IsProtected = true }, count, language);

    /// <summary>The sheet.</summary>
    public Worksheet Sheet { get; }

    /// <summary>How far it is filled in: a formula, with what it says now.</summary>
    public (string Formula, string Now) Progress
    {
        get
        {
            var blank = $"COUNTBLANK({Sheet.Reference(new Area(new Place(First, 3), _count, 1))})";
            return (TableSheet.StillBlank(blank, _language), TableSheet.StillBlankNow(_count, _language));
        }
    }

    /// <summary>Writes it.</summary>
    public static IndicatorSheet Of(ImmutableArray<Indicator> indicators, string name, FormIndexSheet index, Language language)
    {
        var made = new IndicatorSheet(name, indicators.Length, language);
        var sheet = made.Sheet;
        sheet.HideColumn(0);
        for (var c = 0; c < Widths.Length; c++) sheet.Width(c + 1, Widths[c]);
        var heading = new Text("本机关自定的指标", "The authority’s own figures").In(language);
        sheet.Set(new Area(new Place(0, 1), 1, Widths.Length), CellValue.Of(heading), FormStyles.Heading);
        sheet.Height(0, 30);
        sheet.Set(new Place(1, 0), FormIndex.KeyRow, FormStyles.Key);
        sheet.Set(new Place(1, 3), "", FormStyles.Key);
        sheet.HideRow(1);
        foreach (var (c, head) in Heads.Index()) sheet.Set(new Place(2, c + 1), head.In(language), FormStyles.Label);
        sheet.Height(2, 22);
        foreach (var (i, indicator) in indicators.Index())
        {
            var at = new Place(First + i, 3);
            sheet.Set(at with { Column = 0 }, indicator.Path, FormStyles.Key);
            sheet.Set(at with { Column = 1 }, indicator.Label, FormStyles.Text);
            sheet.Set(at with { Column = 2 }, indicator.Unit, FormStyles.Line with { IsLined = true });
            sheet.Set(at, CellValue.Nothing, FormStyles.Input);
            sheet.Height(at.Row, 8 + (14.5 * SheetTable.Lines(indicator.Label, Widths[0])));
            TableSheet.Limit(sheet, indicator.Kind, [new Area(at, 1, 1)], null, language);
            index.Add(indicator.Path, sheet.Reference(at), FormIndex.Input);
        }
        var inputs = new Area(new Place(First, 3), indicators.Length, 1);
        sheet.Add(new Condition([inputs], $"ISBLANK({inputs.From})", FormStyles.Blank));
        sheet.Page = new PageLayout(IsLandscape: false, IsOnePage: true)
        {
            Area = new Area(new Place(0, 1), First + indicators.Length, Widths.Length),
        };
        return made;
    }
}
