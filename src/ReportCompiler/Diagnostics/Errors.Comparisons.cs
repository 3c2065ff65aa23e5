namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>Figures as a whole, and against the year before.</summary>
    public static class Comparisons
    {
        /// <summary>Amounts that are printed rounded, with their total printed rounded, which is another than their sum.</summary>
        public static Diagnostic Rounded(Location at, CellName cell, int decimals, string sum, string total) => new(Catalogue.Rounded,
            new($"“{cell.Path}”印 {decimals} 位小数：各单位印出的数合计 {sum}，总数印 {total}",
                $"“{cell.Path}” ({cell.Gloss}) is printed with {decimals} decimal{(decimals == 1 ? "" : "s")}: "
                + $"the units' figures as printed add up to {sum}, the total is printed {total}"),
            new("数字没有错，不用改；要印出来也对得上，把“版式”的“小数”多留几位，"
                + "或在表下用“注：”说明是四舍五入的差",
                "the figures are right; to make the page add up give 小数 under 版式 more places, "
                + "or explain the rounding in a note below the table (“注：”)"))
        { Location = at, Expected = sum, Actual = total };

        /// <summary>Rows of a table of which a file says nothing, neither a figure nor 无.</summary>
        public static Diagnostic Unstated(Location at, string table, int count, IEnumerable<string> rows) => new(Catalogue.Unstated,
            Text.Later(() =>
            {
                const int Most = 6;
                var shown = string.Join('、', rows.Take(Most)) + (count > Most ? "…" : "");
                return new($"“{table}”有 {count} 行没有写：{shown}", $"“{table}” leaves {count} rows out: {shown}");
            }),
            new("没有写的行按 0 计；确实没有的写“无”，表示已经核对", "a row left out counts 0; write 无 to say that there is nothing"))
        { Location = at };

        /// <summary>A cell stated in both years that grew or shrank beyond five times.</summary>
        public static Diagnostic Jump(string path, string gloss, string last, string now) => new(Catalogue.Jump,
            new($"“{path}”上年 {last}，本年 {now}，相差五倍以上",
                $"“{path}” ({gloss}) was {last} last year and is {now} now, more than five times apart"),
            new($"核对是否多写或少写一位；属实的在“说明”中写明：“{path}: 原因”",
                $"check for a digit too many or too few; if it is right, say why under “说明”: “{path}: reason”"));

        /// <summary>A unit's statutory figures are all those of its year before, and not all zero.</summary>
        public static Diagnostic Copied(Location at, int last) => new(Catalogue.Copied,
            new($"全部法定数据与 {last} 年相同", $"all statutory figures are the same as in {last}"),
            new("核对是否误把上年的文件改个年度报来", "check whether last year's file was sent in with another year"))
        { Location = at };

        /// <summary>Some of last year's files cannot be read: what compares with them was not looked at.</summary>
        public static Diagnostic LastYearUnreadable(Location at, int last, int files) => new(Catalogue.LastYear,
            new($"{last} 年有 {files} 个文件读不懂，与上年比对的规则对有关单位没有适用",
                $"{files} files of {last} cannot be read; the rules against the year before were not applied to their units"),
            new($"运行 reportc check {last} 查看", $"run reportc check {last}"))
        { Location = at };

        /// <summary>Some of last year's files are faulty, or some unit has filed none: its totals are not the year's.</summary>
        public static Diagnostic LastYearInDoubt(Location at, int last) => new(Catalogue.LastYear,
            new($"{last} 年的数据有错误或不齐，正文和模板里的“上年”没有值",
                $"the data of {last} are faulty or incomplete: “上年” has no value in the narrative and templates"),
            new($"运行 reportc check {last} 查看", $"run reportc check {last}"))
        { Location = at };

        /// <summary>A warning for which a reason is on record: kept as a hint, with the reason.</summary>
        public static Diagnostic Explained(Diagnostic warning, string reason) => warning with
        {
            Severity = Severity.Info,
            Reason = reason,
            Message = new($"{warning.Message.Chinese}（已说明：{reason}）", $"{warning.Message.English} (on record: {reason})"),
            Help = null,
        };
    }
}
