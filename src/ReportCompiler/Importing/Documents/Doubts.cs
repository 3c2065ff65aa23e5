using ReportCompiler.Diagnostics;

namespace ReportCompiler.Importing.Documents;

/// <summary>
/// Why what stands in a document is not settled, and what is left of it: said beside 待核 in the language of the edition, and by the
/// import in that of the run.
/// </summary>
internal static class Doubts
{
    public static readonly Text Struck = new("带删除线", "it is struck out");
    public static readonly Text NoResult = new("公式没有结果", "its formula has no result");
    public static readonly Text Deleted = new("表里的这一格已被删除", "this cell of the form has been deleted");
    public static readonly Text NoSign = new("负数没有显示负号", "a negative number is shown without its sign");
    public static readonly Text AsDate = new("显示为日期或时间", "it is shown as a date or a time");
    public static readonly Text Scaled = new("按千或万缩位显示", "it is shown in thousands or ten thousands");
    public static readonly Text Divided = new("数字中间插有别的字符", "other signs stand between its digits");
    public static readonly Text TextBox = new("上面有文本框", "a text box lies over it");
    public static readonly Text RightToLeft = new("文字从右到左", "its text runs from right to left");
    public static readonly Text Symbol = new("有别的字体的符号", "it has a sign of another font");
    public static readonly Text Picture = new("有图片", "it has a picture");
    public static readonly Text OutOfLine = new("排版对不齐", "the columns of the text are out of line");
    public static readonly Text CutOff = new("文件到这里断了", "the file breaks off here");

    public static readonly Text ManyLines = new("有几行数字", "there are several rows of figures");
    public static readonly Text Shifted = new("格与表头没有对齐", "cells and headings are out of line");
    public static readonly Text OtherGroup = new("行名与所在的组不符", "the row's name does not fit its group");
    public static readonly Text ManyRows = new("同名的行不止一个", "several rows have this name");
    public static readonly Text NoGroup = new("没有写明在哪一组", "nothing says in which group it is");
    public static readonly Text OtherNumber = new("行名前的序号不符", "the number before the row's name is another");
    public static readonly Text NameAmongFigures = new("行名伸到了数字的列", "the row's name reaches into the columns of figures");
    public static readonly Text LabelAmongFigures = new("数字的列里有行名或表头", "a label stands among the figures");
    public static readonly Text CellsMissing = new("这一行的格数不够", "the row has too few cells");
    public static readonly Text CellsTooMany = new("这一行的格数多了", "the row has too many cells");
    public static readonly Text ManyColumns = new("同名的列不止一个", "several columns have this name");
    public static readonly Text OverRows = new("一格跨了几行", "the cell covers several rows");
    public static readonly Text OverColumns = new("格跨几列", "the cell covers several columns");
    public static readonly Text HeadsMissing = new("表头不全", "headings are missing");
    public static readonly Text Overlapping = new("格与格重叠", "its cells lie over each other");
    public static readonly Text IsList = new("是一览表，不是一份报告的统计表", "it is a list, not the table of a report");

    public static readonly Text OtherRows = new("别的行少了格或多了格", "other rows have too few cells or too many");
    public static readonly Text NoSum = new(
        "各格加起来不是总计，可能少了一格", "the cells do not add up to the total, and one may be missing");
    public static readonly Text Unproved = new("没有总计可以核对", "no total proves that none is missing");
    public static readonly Text NoMoney = new("没有写单位，是元还是万元不清楚", "no unit is stated, and it may be 元 or 万元");

    public static Text NotAsMany(int figures, int columns) =>
        new($"这一行有 {figures} 个数，列有 {columns} 个", $"the row has {figures} figures, and there are {columns} columns");

    public static Text RowNamed(string name) => new($"行名是“{name}”", $"the row is named “{name}”");

    public static Text RowNamedOnly(string name) => new($"行名只有“{name}”", $"the row is named “{name}” and no more");

    public static Text RowUnit(string unit) => new($"行里写的单位是“{unit}”", $"the row states the unit “{unit}”");

    public static Text HeadUnit(string unit) => new($"表头的单位是“{unit}”", $"the heading states the unit “{unit}”");

    public static Text TableUnit(string unit) => new($"表上写的单位是“{unit}”", $"the table states the unit “{unit}”");

    public static Text Head(string name) => new($"表头是“{name}”", $"the heading is “{name}”");

    public static Text HeadBelow(string name) => new($"表头上面是“{name}”", $"above the heading stands “{name}”");

    public static Text HeadTwice(string name) => new($"表头“{name}”有两列", $"two columns have the heading “{name}”");

    public static Text NoHead(int column) => new($"第 {column + 1} 列没有表头", $"column {column + 1} has no heading");

    public static Text NoTotal(string name) => new($"{name}下面没有合计", $"there is no total below “{name}”");

    /// <summary>Several places that do not say the same.</summary>
    /// <param name="table">The table they are in; null if that is not known.</param>
    /// <param name="said">What stands there.</param>
    public static Text ManyPlaces(Text? table, IEnumerable<string> said)
    {
        var quoted = said.Select(s => $"“{s}”").Distinct(StringComparer.Ordinal).ToList();
        return new($"{table?.Chinese}有几处，写着{string.Join('、', quoted)}",
            $"{(table is null ? "" : $"{table.English}: ")}several places say {string.Join(", ", quoted)}");
    }
}
