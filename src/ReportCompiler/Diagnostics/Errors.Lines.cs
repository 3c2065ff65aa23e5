using System.Globalization;

namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>Lines of a data file as wholes.</summary>
    public static class Lines
    {
        private const int MostNumbers = 8;

        /// <summary>A row, or a heading, that is not written as an entry.</summary>
        public static Diagnostic Row(Location at, string line, bool isHeading, int cells, int columns) => Fault(at,
            isHeading ? new("这一行是表的标题，不是数据", "this line is a heading of the form, it is no entry")
                : cells > 0 ? Unfit(cells, columns) : new("这一行的写法读不懂", "this line is not written as an entry"),
            Write(line));

        /// <summary>Rows pasted from a table of Word, Excel or a page.</summary>
        public static Diagnostic Pasted(Location at, int lines, int last, string line, int cells, int columns)
        {
            var from = at.Span.Line;
            if (cells > 0) return Fault(at, Unfit(cells, columns), Write(line));
            return lines == 1
                ? Fault(at,
                    new("这一行是从表格粘贴来的，数字没有写明是哪一列",
                        "this row was pasted from a table: its figures do not say their columns"),
                    Write(line))
                : Fault(at,
                    new($"第 {from}—{last} 行是从表格粘贴来的，数字没有写明是哪一列",
                        $"lines {from} to {last} were pasted from a table: their figures do not say their columns"),
                    new($"写成“{line}”的样子；要导入整张表，也可以用 reportc import",
                        $"write them like “{line}”; whole tables can be read by reportc import"));
        }

        /// <summary>Lines that stand further in or out than their names say.</summary>
        public static Diagnostic Indentation(Location at, IReadOnlyList<int> lines, string name, string parent, int indent)
        {
            var numbers = string.Join("、", lines.Take(MostNumbers));
            var (spelt, more) = (string.Join(", ", lines.Take(MostNumbers)), lines.Count > MostNumbers ? " …" : "");
            var level = parent.Length > 0 ? new Text($"“{name}”是“{parent}”下的一项", $"“{name}” belongs to “{parent}”")
                : new Text($"“{name}”顶格写", $"“{name}” stands at the margin");
            return Fault(at,
                lines.Count == 1
                    ? new($"第 {lines[0]} 行缩进不对：{level.Chinese}", $"the indentation of line {lines[0]} is wrong: {level.English}")
                    : new($"{lines.Count} 行缩进不对：第 {numbers}{more} 行",
                        $"the indentation of {lines.Count} lines is wrong: {spelt}{more}"),
                lines.Count == 1
                    ? new($"行首空 {indent} 格；同一层的各行缩进相同", $"begin it with {Spaces(indent)}; lines of one level begin alike")
                    : new($"“{name}”行首空 {indent} 格，其余各行按表的层次缩进，每层多两格",
                        $"begin “{name}” with {Spaces(indent)}, the others by their levels, each two more than the one above it"));
        }

        private static string Spaces(int count) => count switch
        {
            0 => "no space",
            1 => "1 space",
            _ => string.Create(CultureInfo.InvariantCulture, $"{count} spaces"),
        };

        // As many cells as columns do not fit either where one is no figure, or the total is not that of the others.
        private static Text Unfit(int cells, int columns) => cells != columns
            ? new($"这一行有 {cells} 个数，表有 {columns} 列，不知道哪个数是哪一列",
                $"this row has {cells} figures for {columns} columns: which is which is not known")
            : new($"这一行有 {cells} 格，表有 {columns} 列，但有的格不是数字，或总计不是其余各数之和",
                $"this row has {cells} cells for {columns} columns, but one is no figure, or the total is not that of the others");

        private static Text Write(string line) => new($"改为“{line}”", $"write “{line}”");

        private static Diagnostic Fault(Location at, Text message, Text help) => new(Catalogue.Syntax, message, help) { Location = at };
    }
}
