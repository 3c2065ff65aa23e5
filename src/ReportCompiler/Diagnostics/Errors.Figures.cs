namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>A cell's figure as it is written.</summary>
    public static class Figures
    {
        private const int LongestQuote = 40;
        private const int LongestRemark = 160;

        public static readonly Text Count = new("整数，例如 12", "a whole number, such as 12");
        public static readonly Text SignedCount = new("整数，增加写 3，减少写 -3", "a whole number, 3 for an increase, -3 for a decrease");
        public static readonly Text Amount = new("金额，例如 105.95，最多六位小数", "an amount, such as 105.95, with at most six places");

        /// <summary>What was wrong with a figure that could be mended.</summary>
        public static readonly Text FullWidth = new("全角数字", "full-width digits");
        public static readonly Text Separators = new("千分位逗号", "thousands separator");
        public static readonly Text UnitBehind = new("数字后的单位", "unit behind a figure");
        public static readonly Text Around = new("数字前后的引号或空格", "quotes or spaces around a figure");

        /// <summary>What to do about a text that is often written for a figure, if no figure can be proposed.</summary>
        public static readonly Text Dash = new("没有就写 0 或 无；还不知道就写 待填，填好再报",
            "where there is none, write 0 or 无; where it is not known yet, write 待填 and fill it in later");
        public static readonly Text Negative = new("这里不能是负数：核对后写 0 或正数",
            "it cannot be negative: check it, and write 0 or more");
        public static readonly Text Decimal = new("件数没有小数：核对是不是多打了小数点，或写错了行",
            "a count has no decimals: check for a point too many, or a figure of another row");
        public static readonly Text Numeral = new("写成阿拉伯数字", "write it in digits");
        public static readonly Text Remark = new("数字写完空一格，再写“# 备注”", "leave a space after the figure, then write “# remark”");

        public static readonly Text TooLong = new("最多 18 位：核对是不是多打了数字", "18 digits at most: check for a digit too many");
        public static readonly Text TooFine = new("最多六位小数：核对后四舍五入", "six places at most: check it, and round it");
        public static readonly Text Sign = new("不写正号，直接写数字", "leave out the plus sign");
        public static readonly Text LeadingZero = new("数字不以 0 开头：核对后删去开头的 0",
            "a figure does not begin with 0: check it, and delete the zero");
        public static readonly Text Stray = new("多余的标点", "stray punctuation");

        /// <summary>A figure with a remark behind it, with the line to write where it stands alone on its line.</summary>
        public static Text WithRemark(string figure, string remark, string? key)
        {
            var written = $"{figure}  # {Quoted(remark)}";
            return key is null
                ? new($"数字写 {figure}；备注写到这一行末尾：“  # {Quoted(remark)}”",
                    $"write {figure}, and the remark at the end of the line: “  # {Quoted(remark)}”")
                : new($"改为“{key}{written}”", $"write “{key}{written}”");
        }

        /// <summary>A sign of money before an amount, in a cell of 万元 maybe of 元.</summary>
        public static Text Currency(string unit, string amount, string? converted) => converted is null
            ? new($"改为 {amount}", $"write {amount}")
            : new($"不写“￥”：单位是{unit}，写 {amount}；如果是元，写 {converted}",
                $"leave out the sign: the unit is {unit}, write {amount}; if it was meant in 元, write {converted}");

        /// <summary>A comma that is no divider of thousands.</summary>
        public static Text CommaOrPoint(string text, string point) => new(
            $"是小数点就写 {point}；是千分位就连着写 {text.Replace(",", "", StringComparison.Ordinal)}",
            $"for a decimal point write {point}; else leave the comma out: {text.Replace(",", "", StringComparison.Ordinal)}");

        /// <summary>A figure that is said to be about right.</summary>
        public static Text Approximate(string figure) => new(
            $"写准确的数，例如 {figure}", $"write the exact figure, such as {figure}");

        /// <summary>What a spreadsheet shows for a formula without a result, pasted in.</summary>
        public static Diagnostic SheetError(Location at, string path, string error) => new(Catalogue.Unfilled,
            new($"“{path}”写的是“#{error}”，这是 Excel 公式的错误值", $"“{path}” holds “#{error}”, the error of a formula in Excel"),
            new("回到表格改正公式，再写上算出来的数", "correct the formula in the sheet, then write the figure it gives"))
        { Cell = path, Location = at };

        /// <summary>Something that is no figure of this cell.</summary>
        public static Diagnostic NotAFigure(Location at, string path, string text, Text wanted, string? proposal, Text? hint)
        {
            var shown = Quoted(text);
            return new(Catalogue.Number,
                new($"“{path}”应是{wanted.Chinese}，读到的是“{shown}”", $"“{path}” must be {wanted.English}; “{shown}” stands there"),
                proposal is not null ? new($"改为 {proposal}", $"write {proposal}")
                    : hint ?? new("只写半角阿拉伯数字；没有就写 0 或 无", "write digits alone; where there is none, write 0 or 无"))
            { Cell = path, Location = at };
        }

        private static string Shortened(string remark) => remark.Length > LongestRemark ? remark[..LongestRemark] + "…" : remark;

        /// <summary>As it stands where it is short and on one line; else its beginning, on one line.</summary>
        private static string Quoted(string text)
        {
            var line = text.Trim().ReplaceLineEndings(" ");
            if (line.Length > LongestQuote) return line[..LongestQuote] + "…";
            return text.Length <= LongestQuote && !text.Contains('\n') ? text : line;
        }

        /// <summary>A list or a map where one figure belongs.</summary>
        public static Diagnostic NotOneFigure(Location at, string path) => new(Catalogue.Number,
            new($"“{path}”应是一个数，这里是若干项", $"“{path}” must be one figure, several entries stand there"),
            new("直接写数字", "write the figure itself"))
        { Cell = path, Location = at };

        /// <summary>A figure where a row of columns or a group of rows belongs.</summary>
        public static Diagnostic NeedsRows(Location at, string path, string value, string first)
        {
            // As it can be written in the place of the value: {予以公开: {自然人: 5}}.
            var figure = value.All(char.IsAsciiDigit) ? value : "12";
            var example = first[(path.Length + 1)..].Split('.').Reverse().Aggregate(figure, (inner, step) => $"{{{step}: {inner}}}");
            return new(Catalogue.Number,
                new($"“{path}”下面还有分项，不能只写“{value}”", $"“{path}” has parts of its own, “{value}” alone cannot stand there"),
                new($"写明是哪一格，例如“{example}”；没有就写 无", $"name the cell, such as “{example}”; where there is nothing, write 无"))
            { Cell = path, Location = at };
        }

        /// <summary>One figure for a row that has columns and their total.</summary>
        public static Diagnostic NeedsColumns(Location at, string path, string value, string first, string total, bool isTotal)
        {
            var (row, figure) = (path[(path.LastIndexOf('.') + 1)..], value.All(char.IsAsciiDigit) ? value : "12");
            var line = $"“{row}: {{{first}: {figure}, {total}: {figure}}}”";
            return new(Catalogue.Number,
                new($"“{path}”有若干列，不能只写“{Quoted(value)}”", $"“{path}” has columns, “{Quoted(value)}” alone cannot stand there"),
                isTotal
                    ? new($"各行已经写明的，删去这一行，由程序计算；要写就写明各列，例如{line}",
                        $"where its rows are stated, delete the line: it is computed; else name the columns, such as {line}")
                    : new($"写明是哪几列，例如{line}；没有就写 无", $"name the columns, such as {line}; where there is nothing, write 无"))
            { Cell = path, Location = at };
        }

        /// <summary>待填, or nothing, where a table, a group or a row of several columns belongs.</summary>
        public static Diagnostic UnfilledRows(Location at, string path) => Unfilled(at, path) with
        {
            Help = new("填上各行各列；什么都没有就写 无", "fill in its rows and columns; where there is nothing, write 无"),
        };

        /// <summary>待填, or nothing, in a field that is no figure.</summary>
        public static Diagnostic UnfilledText(Location at, string name) => Unfilled(at, name) with
        {
            Cell = null,
            Help = new("填上内容，或删去这一行", "fill it in, or delete the line"),
        };

        /// <summary>待核: what the import read was not plain, the remark on the line says what it was.</summary>
        public static Diagnostic Unsettled(Location at, string path, string? remark) => new(Catalogue.Unfilled,
            remark is null ? new($"“{path}”待核，还没有定", $"“{path}” is “待核”: it is not settled yet")
                : new($"“{path}”待核：{Shortened(remark)}", $"“{path}” is “待核”: {Shortened(remark)}"),
            new("核对原文件，改成数字；没有就写 0 或 无",
                "look into the original, then write the figure; where there is nothing, write 0 or 无"))
        { Cell = path, Location = at };

        /// <summary>待填, or nothing.</summary>
        public static Diagnostic Unfilled(Location at, string path) => new(Catalogue.Unfilled,
            new($"“{path}”还没有填", $"“{path}” is not filled in yet"),
            new("填上数字；没有就写 0 或 无", "fill it in; where there is nothing, write 0 or 无"))
        { Cell = path, Location = at };
    }
}
