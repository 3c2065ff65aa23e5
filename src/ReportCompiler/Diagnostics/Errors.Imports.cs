namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>Reports as others made them.</summary>
    public static class Imports
    {
        public static readonly (Text What, Text Help) Damaged = (
            new("文件不完整或已损坏", "the file is damaged or not whole"),
            new("重新下载，或用 WPS、Word、Excel 打开后另存一份", "download it again, or open it in its program and save a copy"));
        public static readonly (Text What, Text Help) Encrypted = (
            new("文件有密码", "the file has a password"), new(
                "打开它，去掉密码后另存一份", "open it, take the password off and save a copy"));
        public static readonly (Text What, Text Help) TooLarge = (
            new("文件的内容比任何报告都多得多", "the file holds far more than any report"),
            new("核对是不是这个文件", "check that it is the right file"));
        public static readonly (Text What, Text Help) NotText = (
            new("文件不是网页、文字、Word 或 Excel 文件", "the file is no web page, text, Word or Excel file"),
            new("用能打开它的程序另存为 .docx、.xlsx 或网页", "save it as .docx, .xlsx or a web page"));

        /// <summary>A kind of file that is not read.</summary>
        public static (Text What, Text Help) Foreign(string kind)
        {
            var (chinese, english) = kind.Length == 0 ? ("", "") : ($"（{kind}）", $" ({kind})");
            return (new($"不读这种文件{chinese}", $"this kind of file is not read{english}"),
                new("用 WPS 或 Office 另存为 .docx 或 .xlsx", "save it as .docx or .xlsx"));
        }

        /// <summary>A file that cannot be read; nothing of it is taken.</summary>
        public static Diagnostic Unreadable(Location at, (Text What, Text Help) why) =>
            new(Catalogue.ImportFile, why.What, why.Help) { Location = at };

        /// <summary>A PDF has no tables, only letters and their places.</summary>
        public static Diagnostic Pdf(Location at) => new(Catalogue.ImportFile,
            new("不读 PDF：其中没有表格，只有字和位置", "PDF is not read: it has no tables, only letters and places"),
            new("先转成文字再导入：pdftotext -layout 报告.pdf 报告.txt", "make it text first: pdftotext -layout report.pdf report.txt"))
        { Location = at };

        /// <summary>No table of the form in a document, such as a list of links to reports.</summary>
        public static Diagnostic NoTables(Location at) => new(Catalogue.ImportTables,
            new("文件里没有法定的统计表", "there is no statutory table in the file"),
            new("核对是不是年度报告本身，而不是列表页或附件", "check that it is the report itself, not a list of links or an attachment"))
        { Location = at };
    }
}
