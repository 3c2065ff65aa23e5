using ReportCompiler.Sources;

namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>A file as bytes.</summary>
    public static class Files
    {
        /// <summary>The bytes are GB18030 or UTF-16: what Windows programs save by default.</summary>
        public static Diagnostic ForeignEncoding(SourceText source, string encoding) => new(Catalogue.Encoding,
            new($"文件是 {encoding} 编码（记事本里叫 {(encoding == "UTF-16" ? "Unicode" : "ANSI")}），应为 UTF-8",
                $"the file is encoded in {encoding}, not UTF-8"),
            new("用记事本或 WPS 打开，“另存为”时编码选 UTF-8", "open it in an editor and save it as UTF-8"))
        {
            Location = Location.AtStart(source),
            // A character that could not be decoded is lost: then nothing is written back.
            Edits = source.Text.Contains('\uFFFD') ? []
                : [new Edit(Location.AtStart(source), "", new($"{encoding} 编码", $"encoding {encoding}"))],
        };

        /// <summary>A file of another program that was only renamed.</summary>
        public static Diagnostic OfProgram(SourceText source, Text program, Text endings) => new(Catalogue.Encoding,
            new($"这是{program.Chinese}，不是文本：改后缀名不能把它变成数据文件",
                $"this is {program.English}, not text: another ending does not make it a data file"),
            new($"先把后缀名改回 {endings.Chinese}，用原来的程序打开，把内容复制到记事本，“另存为”时编码选 UTF-8，文件名以 .yaml 结尾",
                $"rename it back to {endings.English}, open it in its own program, copy the content into an editor, "
                + "and save it as UTF-8 under a name that ends in .yaml"))
        { Location = Location.AtStart(source) };

        /// <summary>The bytes fit no encoding.</summary>
        public static Diagnostic NotText(SourceText source, int offset) => new(Catalogue.Encoding,
            new("文件不是文本：这里的字节不属于任何可识别的编码", "the file is not text: the bytes here fit no known encoding"),
            new("数据文件应是 UTF-8 编码的 YAML 文本；如果是表格或文档，把内容另存为文本",
                "a data file is YAML text in UTF-8; save the content of a spreadsheet or document as text"))
        { Location = new(source, source.SpanAt(offset, 0)) };

        /// <summary>A file in a year's data folder whose ending keeps it from being read.</summary>
        public static Diagnostic NotRead(SourceText source, string ending) => new(Catalogue.NotRead,
            ending.Length > 0
                ? new($"没有读这个文件：“{ending}”不是数据文件的后缀",
                    $"this file was not read: “{ending}” is not the ending of a data file")
                : new("没有读这个文件：它没有后缀", "this file was not read: its name has no ending"),
            new("是数据文件就把文件名改为以 .yaml 结尾（先在“查看”中勾选“文件扩展名”）；不是就移出 data 文件夹",
                "rename it so that it ends in .yaml where it is a data file; else move it out of the data folder"))
        { Location = Location.AtStart(source) };

        /// <summary>A form or document in a year's data folder that was not imported.</summary>
        public static Diagnostic NotImported(SourceText source, string? saveAs) => new(Catalogue.NotRead,
            new("这个文件还没有导入，里面的数没有计入", "this file was not imported: its figures do not count"),
            saveAs is null
                ? new($"运行 reportc import {source.Path} 导入；不是数据就移出 data 文件夹",
                    $"run reportc import {source.Path}; where it is no data, move it out of the data folder")
                : new($"先用 WPS 或 Office 另存为 {saveAs}，再用 reportc import 导入；不是数据就移出 data 文件夹",
                    $"save it as {saveAs} and import that with reportc import; where it is no data, move it out of the data folder"))
        { Location = Location.AtStart(source) };

        /// <summary>Many of them: those of <c>new</c>, blank or filled in, or a whole year's that came back.</summary>
        public static Diagnostic NotImported(SourceText first, int forms, int year) => new(Catalogue.NotRead,
            new($"这里有 {forms} 份表格还没有导入，或者还没有填，里面的数没有计入",
                $"{forms} forms here were not imported, or not filled in: their figures do not count"),
            new($"运行 reportc status {year} 查看哪些已填好、怎样导入；不是数据就移出 data 文件夹",
                $"run reportc status {year}: it tells which are filled in, and how to import them; "
                    + "where it is no data, move it out of the data folder"))
        { Location = Location.AtStart(first) };

        /// <summary>Data files in a folder below the year's: an archive was unpacked with its folders.</summary>
        public static Diagnostic TooDeep(SourceText first, string folder, int files, int year)
        {
            var name = folder[(folder.LastIndexOf('/') + 1)..];
            var (s, were) = files == 1 ? ("", "was") : ("s", "were");
            return new(Catalogue.NotRead,
                new($"没有读文件夹“{name}”里的 {files} 个 .yaml 文件：下一层文件夹不读",
                    $"the {files} .yaml file{s} in the folder “{name}” {were} not read: folders within a year's are passed over"),
                new($"是数据文件就移到 data/{year}/ 里；不是就移出 data 文件夹",
                    $"move data files into data/{year}/ itself; what is no data out of the data folder"))
            { Location = Location.AtStart(first) };
        }

        /// <summary>A folder of data whose name is no year, such as 2022年 or 2022Q1.</summary>
        public static Diagnostic NotAYearFolder(SourceText first, string folder, int files, string year)
        {
            var (s, were) = files == 1 ? ("", "was") : ("s", "were");
            return new(Catalogue.NotRead,
                new($"没有读 data/{folder}/ 里的 {files} 个 .yaml 文件：文件夹的名称不是年度",
                    $"the {files} .yaml file{s} in data/{folder}/ {were} not read: the name of the folder is no year"),
                new($"把文件夹改名为 {year}，或把数据文件移到 data/{year}/ 里；不是数据就移出 data 文件夹",
                    $"rename the folder {year}, or move the files into data/{year}/; what is no data out of the data folder"))
            { Location = Location.AtStart(first) };
        }

        /// <summary>More is wrong with a file than anybody reads in one go; those beyond the limit are counted here.</summary>
        public static Diagnostic MoreFindings(Location at, int count, Severity worst) => new(Catalogue.MoreFindings,
            new($"这个文件还有 {count} 处问题，超过限度 {Findings.MostOfAFile} 处，没有逐一列出",
                $"{count} more findings of this file, beyond the limit of {Findings.MostOfAFile}, are not listed"),
            new("先改正列出的，再核对一次；这样多的问题，多半是放错了文件",
                "correct those that are listed and check again; so many mostly mean that it is the wrong file"))
        { Location = at, Severity = worst, StandsFor = count };

        /// <summary>The file is far larger than any data file.</summary>
        public static Diagnostic TooLarge(SourceText source, int bytes, int limit) => new(Catalogue.FileSize,
            new($"文件有 {bytes} 字节，超过限度 {limit} 字节", $"the file has {bytes} bytes, more than the limit of {limit}"),
            new("检查是否放错了文件", "check whether it is the right file"))
        { Location = Location.AtStart(source) };
    }
}
