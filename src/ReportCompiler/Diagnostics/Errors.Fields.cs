namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>The shape of fields.</summary>
    public static class Fields
    {
        /// <summary>A text, a list or nothing where entries “name: value” belong.</summary>
        public static Diagnostic NotAMap(Location at) => Shape(at,
            new("这里应是若干行“项目: 内容”", "entries “name: value” belong here"),
            new("每项写一行“项目: 内容”", "write one “name: value” a line"));

        /// <summary>A text or entries where a list belongs.</summary>
        public static Diagnostic NotAList(Location at, string name) => Shape(at,
            new($"“{name}”应是列表", $"“{name}” must be a list"),
            new("每项写一行，以“- ”开头", "write one item a line, each beginning with “- ”"));

        /// <summary>A list, entries or nothing where a text belongs.</summary>
        public static Diagnostic NotText(Location at, string name) => Shape(at,
            new($"“{name}”应是一段文字", $"“{name}” must be a text"), new("直接写文字", "write the text itself"));

        /// <summary>A name, or a printed text, holds a control character, one without width, or one that turns the direction.</summary>
        public static Diagnostic Unseen(Location at, string shown, int codePoint) => new(Catalogue.Unseen,
            new($"“{shown}”里有看不见的字符 U+{codePoint:X4}", $"“{shown}” holds the character U+{codePoint:X4}, which cannot be seen"),
            new("删去它；看不见就把整个名称重新打一遍", "delete it; if it cannot be found, type the whole name again"))
        { Location = at };

        /// <summary>A field that must be there is left out, or empty.</summary>
        public static Diagnostic Missing(Location at, string name) => Shape(at,
            new($"缺少“{name}”", $"“{name}” is missing"), new($"补上“{name}: …”", $"add “{name}: …”"));

        /// <summary>A field that takes a whole number holds something else.</summary>
        public static Diagnostic NotANumber(Location at, string name, string value) => Shape(at,
            new($"“{name}”应是整数，读到的是“{value}”", $"“{name}” must be a whole number, “{value}” stands there"),
            new("写阿拉伯数字，例如 2021", "write digits, such as 2021"));

        /// <summary>A field that takes one of a few words holds another.</summary>
        public static Diagnostic NotOneOf(Location at, string name, string value, IEnumerable<string> words) => Shape(at,
            new($"“{name}”不能是“{value}”", $"“{name}” cannot be “{value}”"),
            new($"写其中之一：{string.Join('、', words)}", $"write one of {string.Join(", ", words)}"));

        /// <summary>What was wrong with a date that could be mended.</summary>
        public static readonly Text Date = new("日期的写法", "way of writing a date");

        /// <summary>A text that is no date, in any way of writing one.</summary>
        public static Diagnostic NotADate(Location at, string value, string example) => Shape(at,
            new($"“{value}”不是日期", $"“{value}” is not a date"), new($"写成 {example} 的样子", $"write it like {example}"));

        /// <summary>A date written in another way than the one that is read.</summary>
        public static Diagnostic DateWritten(Location at, string value, string date) => Shape(at,
            new($"日期写成了“{value}”", $"the date is written “{value}”"), new($"改为 {date}", $"write {date}"));

        /// <summary>A date on which nobody can have filed.</summary>
        public static Diagnostic DateTooEarly(Location at, string name, string date, int year) => Shape(at,
            new($"“{name}”是 {date}，{year} 年还没有过完", $"“{name}” is {date}: {year} was not over then"),
            new($"核对年份：{year} 年的数据在 {year + 1} 年报送", $"check the year: figures of {year} are sent in during {year + 1}")) with
        { Severity = Severity.Warning };

        /// <summary>A text that is no year of four digits.</summary>
        public static Diagnostic NotAYear(Location at, string value) => Shape(at,
            new($"“{value}”不是年度", $"“{value}” is not a year"), new("写四位数字，例如 2021", "write four digits, such as 2021"));

        private static Diagnostic Shape(Location at, Text message, Text help) => new(Catalogue.Shape, message, help) { Location = at };
    }
}
