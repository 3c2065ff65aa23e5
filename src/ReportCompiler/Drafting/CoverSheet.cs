using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering.Sheets;
using ReportCompiler.Workbooks;

namespace ReportCompiler.Drafting;

/// <summary>The first sheet of a form: whose it is, who signs, how it is filled in, how far it is.</summary>
/// <param name="name">Its name.</param>
/// <param name="language">The language of the form.</param>
internal sealed class CoverSheet(string name, Language language)
{
    private static readonly double[] Widths = [18, 34, 34];

    private static readonly Text[] Steps =
    [
        new("先填上面的填报人、审核人、电话，再逐张填后面的表。",
            "Fill in above who fills in and reviews the form, and the telephone; then the tables, one sheet after the other."),
        new("浅黄的格要填，没有的填 0 或“无”；整张表都没有数的，在表的上方“全表为无”选“是”。",
            "Yellow cells are to be filled in, with 0 where there is nothing; of a table without any figure choose “yes” above it."),
        new("浅蓝的格取自上年的报告，已经填好，右侧写着出处；核对无误就不必改。",
            "Blue cells are filled in from the year before, as the remark on the right says; leave them if they are right."),
        new("灰色的格是合计，由公式算出，不能改。", "Grey cells are totals; formulas compute them."),
        new("有格变红，是勾稽关系不平，右侧写着哪一条；变橙的请核对，属实的报送时说明原因。",
            "Red cells do not add up, as the remark on the right says; compare orange ones, and say why where they are right."),
        new("填好后存盘（仍存为 .xlsx），把文件发回汇总单位。表格的格式和位置不要改动。",
            "Save the file as .xlsx and send it back. Leave the layout as it is."),
    ];

    private int _row = 3;
    private bool _hasProgress;

    /// <summary>The sheet.</summary>
    public Worksheet Sheet { get; } = new(name) { IsProtected = true };

    /// <summary>The title, and the document that prescribes the form.</summary>
    public void Head(string title, string basis)
    {
        for (var c = 0; c < Widths.Length; c++) Sheet.Width(c + 1, Widths[c]);
        Sheet.Width(0, 2);
        Sheet.Set(new Area(new Place(0, 1), 1, Widths.Length), CellValue.Of(title), FormStyles.Title);
        Sheet.Height(0, 18 + (20 * SheetTable.Lines(title, Widths.Sum() * 0.68)));
        Sheet.Set(new Area(new Place(1, 1), 1, Widths.Length), CellValue.Of(basis), FormStyles.Remark);
        Sheet.Height(1, 10 + (13 * SheetTable.Lines(basis, Widths.Sum())));
    }

    /// <summary>A line that is known.</summary>
    public void Tell(string label, string text) => Line(label, text, FormStyles.Text);

    /// <summary>A line to be filled in; where.</summary>
    public Place Ask(string label)
    {
        Line(label, "", FormStyles.OpenText);
        return new Place(_row - 1, 2);
    }

    /// <summary>How the form is filled in.</summary>
    public void Explain()
    {
        _row++;
        var label = new Text("填法", "How to fill in").In(language);
        Sheet.Set(new Area(new Place(_row, 1), Steps.Length, 1), CellValue.Of(label), FormStyles.Label);
        foreach (var text in Steps.Select(s => s.In(language)))
        {
            Sheet.Set(new Area(new Place(_row, 2), 1, 2), CellValue.Of(text), FormStyles.Text);
            Sheet.Height(_row++, 8 + (14.5 * SheetTable.Lines(text, Widths[1] + Widths[2])));
        }
    }

    /// <summary>How far a sheet is filled in, and whether its equations hold: formulas, with what they say now.</summary>
    public void Progress(string sheet, (string Formula, string Now) filled, (string Formula, string Now)? balance)
    {
        if (!_hasProgress)
        {
            _row++;
            Text[] heads = [new("表", "Table"), new("填了多少", "Filled in"), new("勾稽关系", "Equations")];
            for (var c = 0; c < heads.Length; c++) Sheet.Set(new Place(_row, c + 1), heads[c].In(language), FormStyles.Label);
            Sheet.Height(_row++, 22);
            _hasProgress = true;
        }
        Sheet.Set(new Place(_row, 1), sheet, FormStyles.Text);
        Sheet.Set(new Place(_row, 2), CellValue.Computed(filled.Formula, filled.Now), FormStyles.Text);
        var holds = balance is var (formula, now) ? CellValue.Computed(formula, now) : CellValue.Of("——");
        Sheet.Set(new Place(_row, 3), holds, FormStyles.Text);
        if (balance is not null)
            Sheet.Add(new Condition([new Area(new Place(_row, 3), 1, 1)],
                $"LEFT({new Place(_row, 3).Fixed},1)=\"{TableSheet.Broken.In(language)[0]}\"",
                FormStyles.Wrong.Ground, FormStyles.Wrong.Text));
        Sheet.Height(_row++, 22);
    }

    /// <summary>How it is printed.</summary>
    public void Finish() => Sheet.Page = new PageLayout(IsLandscape: false, IsOnePage: true)
    {
        Area = new Area(new Place(0, 1), _row, Widths.Length),
    };

    private void Line(string label, string text, CellStyle style)
    {
        Sheet.Set(new Place(_row, 1), label, FormStyles.Label);
        Sheet.Set(new Area(new Place(_row, 2), 1, 2), CellValue.Of(text), style);
        Sheet.Height(_row++, 10 + (14.5 * SheetTable.Lines(text, Widths[1] + Widths[2])));
    }
}
