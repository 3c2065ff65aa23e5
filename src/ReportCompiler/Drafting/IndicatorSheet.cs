using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Projects;
using ReportCompiler.Rendering.Sheets;
using ReportCompiler.Workbooks;

namespace ReportCompiler.Drafting;

/// <summary>The authority's own figures on a sheet of a form, with their keys in a hidden column.</summary>
internal sealed class IndicatorSheet
{
    private const int First = 3;
    private static readonly string[] Heads = ["指标", "计量", "本年"];
    private static readonly double[] Widths = [48, 12, 22];

    private readonly int _count;

    private IndicatorSheet(string name, int count) => (Sheet, _count) = (new Worksheet(name) { IsProtected = true }, count);

    /// <summary>The sheet.</summary>
    public Worksheet Sheet { get; }

    /// <summary>How far it is filled in: a formula, with what it says now.</summary>
    public (string Formula, string Now) Progress
    {
        get
        {
            var blank = $"COUNTBLANK({Sheet.Reference(new Area(new Place(First, 3), _count, 1))})";
            return ($"IF({blank}=0,\"已填完\",\"还有 \"&{blank}&\" 格没有填\")",
                string.Create(CultureInfo.InvariantCulture, $"还有 {_count} 格没有填"));
        }
    }

    /// <summary>Writes it.</summary>
    public static IndicatorSheet Of(ImmutableArray<Indicator> indicators, string name, FormIndexSheet index)
    {
        var made = new IndicatorSheet(name, indicators.Length);
        var sheet = made.Sheet;
        sheet.HideColumn(0);
        for (var c = 0; c < Widths.Length; c++) sheet.Width(c + 1, Widths[c]);
        sheet.Set(new Area(new Place(0, 1), 1, Widths.Length), CellValue.Of("本机关自定的指标"), FormStyles.Heading);
        sheet.Height(0, 30);
        sheet.Set(new Place(1, 0), FormIndex.KeyRow, FormStyles.Key);
        sheet.Set(new Place(1, 3), "", FormStyles.Key);
        sheet.HideRow(1);
        foreach (var (c, head) in Heads.Index()) sheet.Set(new Place(2, c + 1), head, FormStyles.Label);
        sheet.Height(2, 22);
        foreach (var (i, indicator) in indicators.Index())
        {
            var at = new Place(First + i, 3);
            sheet.Set(at with { Column = 0 }, indicator.Path, FormStyles.Key);
            sheet.Set(at with { Column = 1 }, indicator.Label, FormStyles.Text);
            sheet.Set(at with { Column = 2 }, indicator.Unit, FormStyles.Line with { IsLined = true });
            sheet.Set(at, CellValue.Nothing, FormStyles.Input);
            sheet.Height(at.Row, 8 + (14.5 * SheetTable.Lines(indicator.Label, Widths[0])));
            TableSheet.Limit(sheet, indicator.Kind, [new Area(at, 1, 1)], null);
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
