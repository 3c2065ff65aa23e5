using ReportCompiler.Diagnostics;

namespace ReportCompiler.Importing.Documents;

/// <summary>Where something stands in a document, in words; rows and columns from 0.</summary>
internal static class Places
{
    public static Text Row(int row) => new($"第 {row + 1} 行", $"row {row + 1}");

    public static Text Cell(int row, int column) => new($"第 {row + 1} 行第 {column + 1} 列", $"row {row + 1}, column {column + 1}");

    /// <summary>The table of that number in the document, from 1.</summary>
    public static Text Table(int number) => new($"第 {number} 个表格", $"table {number} of the document");

    /// <summary>The table of a section of the form, as people call it.</summary>
    public static Text TableOf(string section) => new($"表{section}", $"table {section}");

    public static Text Sheet(string name) => new($"工作表“{name}”", $"sheet “{name}”");

    /// <summary>A cell of a sheet, as Excel names it.</summary>
    public static Text CellOf(string sheet, string address) => new($"工作表“{sheet}”的 {address} 格", $"sheet “{sheet}”, cell {address}");

    /// <summary>A figure that stands behind a label in a document without tables; counted from 0.</summary>
    public static Text Behind(string label, int figure) =>
        new($"“{label}”后面的第 {figure + 1} 个数", $"figure {figure + 1} behind “{label}”");

    public static Text Section(string heading) => new($"“{heading}”一节", $"the section “{heading}”");

    public static Text Beginning { get; } = new("正文开头", "the beginning of the prose");

    /// <summary>A place within a table; that of the table itself may be empty.</summary>
    public static Text In(Text table, Text place) => table.Chinese.Length == 0 ? place
        : new(table.Chinese + place.Chinese, $"{table.English}, {place.English}");
}
