namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>A data file as a whole.</summary>
    public static class Filings
    {
        /// <summary>A data file that is a list or a text alone.</summary>
        public static Diagnostic NotADataFile(Location at) => new(Catalogue.Shape,
            new("这不是数据文件：开头应是“单位: …”和“年度: …”", "this is no data file: it must begin with “单位: …” and “年度: …”"),
            new("每项写一行“项目: 数字”", "write one “name: figure” a line"))
        { Location = at };

        /// <summary>A data file without 单位, or with nothing after it.</summary>
        public static Diagnostic NoUnit(Location at) => new(Catalogue.NoUnit,
            new("没有写明单位", "the unit is not named"), new("在文件开头写“单位: 单位名称”", "write “单位: name of the unit” at the top"))
        { Location = at };

        /// <summary>A data file without 年度, or with nothing after it.</summary>
        public static Diagnostic NoYear(Location at, int? folder) => new(Catalogue.Year,
            folder is null ? new("没有写明年度", "the year is not stated")
                : new($"没有写明年度，文件夹是 {folder}", $"the year is not stated; the folder is {folder}"),
            new($"写上“年度: {folder?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "2021"}”",
                $"write “年度: {folder?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "2021"}”"))
        { Location = at };

        /// <summary>What was wrong with a year that could be mended.</summary>
        public static readonly Text Year = new("年度的写法", "way of writing the year");

        /// <summary>The right year, written in another way.</summary>
        public static Diagnostic YearWritten(Location at, string written, string year) => new(Catalogue.Year,
            new($"年度应是四位半角数字，读到的是“{written}”", $"the year must be four half-width digits; “{written}” stands there"),
            new($"改为 {year}", $"write {year}"))
        { Expected = year, Actual = written, Location = at };

        /// <summary>The 年度 of a data file is not its folder's.</summary>
        public static Diagnostic OtherYear(Location at, string written, int year) => new(Catalogue.Year,
            new($"年度写的是 {written}，文件夹是 {year}", $"the file is of {written}, its folder is {year}"),
            new($"核对是不是放错了往年的文件；是本年的就改为 {year}",
                $"check whether last year's file was put here; if it is this year's, write {year}"))
        { Expected = $"{year}", Actual = written, Location = at };

        /// <summary>A file whose tables and rows are those of another edition.</summary>
        public static Diagnostic OtherEdition(Location at, string key, int count, string fits, string own, int year)
        {
            var setting = $"“格式: {{{year}: \"{fits}\"}}”";
            var keys = count == 1 ? new Text($"“{key}”", $"“{key}” is")
                : new Text($"“{key}”等 {count} 项", $"“{key}” and {count - 1} more are");
            return new(Catalogue.UnknownKey,
                new($"文件是按 {fits} 版格式填写的，{year} 年用 {own} 版",
                    $"the file is written for the edition of {fits}; {year} uses the edition of {own}"),
                new($"{keys.Chinese}属于 {fits} 版；改用 {own} 版的项目填写，或在 reportc.yaml 中写{setting}",
                    $"{keys.English} of the edition of {fits}; fill in the items of {own}, or write {setting} in reportc.yaml"))
            { Location = at };
        }

        /// <summary>Under 说明 a text, where reasons for single cells belong.</summary>
        public static Diagnostic NotesAreText(Location at, string text, string cell) => new(Catalogue.Shape,
            new("“说明”后面是一段文字：这里要写明是哪一格的原因", "a text stands after “说明”, which takes reasons for single cells"),
            new($"只是备注就改为“# 说明: {text.ReplaceLineEndings(" ")}”；要说明某一格，下一行写“  {cell}: 原因”",
                $"for a remark write “# 说明: {text.ReplaceLineEndings(" ")}”; for a reason write “  {cell}: reason” on the next line"))
        { Location = at };

        /// <summary>A data file in which a whole statutory table is left out.</summary>
        public static Diagnostic NoTable(Location at, string table, string gloss) => new(Catalogue.MissingTable,
            new($"缺少法定表格“{table}”", $"the statutory table “{table}” ({gloss}) is missing"),
            new($"补上“{table}:”及各行；整张表都没有就写“{table}: 无”",
                $"add “{table}:” with its rows, or “{table}: 无” where nothing is in it"))
        { Cell = table, Location = at };
    }
}
