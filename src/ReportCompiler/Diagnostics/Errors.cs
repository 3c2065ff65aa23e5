using ReportCompiler.Sources;

namespace ReportCompiler.Diagnostics;

/// <summary>
/// Every finding the compiler can make, in Chinese and English side by side: the fact with its figures first, then the remedy.
/// </summary>
internal static class Errors
{
    /// <summary>A file as bytes.</summary>
    public static class Files
    {
        /// <summary>The bytes are GB18030 or UTF-16: what Windows programs save by default.</summary>
        public static Diagnostic ForeignEncoding(SourceText source, string encoding) => new(Catalogue.Encoding,
            new($"文件是 {encoding} 编码（记事本里叫 {(encoding == "UTF-16" ? "Unicode" : "ANSI")}），应为 UTF-8", $"the file is encoded in {encoding}, not UTF-8"),
            new("用记事本或 WPS 打开，“另存为”时编码选 UTF-8", "open it in an editor and save it as UTF-8"))
        {
            Location = new(source, new Span(1, 1, 1, 1)),
            // A character that could not be decoded is lost: then nothing is written back.
            Edits = source.Text.Contains('\uFFFD') ? [] : [new Edit(new(source, new Span(1, 1, 1, 1)), "", new($"{encoding} 编码", $"encoding {encoding}"))],
        };

        /// <summary>A file of another program that was only renamed.</summary>
        public static Diagnostic OfProgram(SourceText source, Text program, Text endings) => new(Catalogue.Encoding,
            new($"这是{program.Chinese}，不是文本：改后缀名不能把它变成数据文件", $"this is {program.English}, not text: another ending does not make it a data file"),
            new($"先把后缀名改回 {endings.Chinese}，用原来的程序打开，把内容复制到记事本，“另存为”时编码选 UTF-8，文件名以 .yaml 结尾", $"rename it back to {endings.English}, open it in its own program, copy the content into an editor, and save it as UTF-8 under a name that ends in .yaml"))
        { Location = new(source, new Span(1, 1, 1, 1)) };

        /// <summary>The bytes fit no encoding.</summary>
        public static Diagnostic NotText(SourceText source, int offset) => new(Catalogue.Encoding,
            new("文件不是文本：这里的字节不属于任何可识别的编码", "the file is not text: the bytes here fit no known encoding"),
            new("数据文件应是 UTF-8 编码的 YAML 文本；如果是表格或文档，把内容另存为文本", "a data file is YAML text in UTF-8; save the content of a spreadsheet or document as text"))
        { Location = new(source, source.SpanAt(offset, 0)) };

        /// <summary>A file in a year's data folder whose ending keeps it from being read.</summary>
        public static Diagnostic NotRead(SourceText source, string ending) => new(Catalogue.NotRead,
            ending.Length > 0 ? new($"没有读这个文件：“{ending}”不是数据文件的后缀", $"this file was not read: “{ending}” is not the ending of a data file")
                : new("没有读这个文件：它没有后缀", "this file was not read: its name has no ending"),
            new("是数据文件就把文件名改为以 .yaml 结尾（先在“查看”中勾选“文件扩展名”）；不是就移出 data 文件夹", "rename it so that it ends in .yaml where it is a data file; else move it out of the data folder"))
        { Location = new(source, new Span(1, 1, 1, 1)) };

        /// <summary>Data files in a folder below the year's: an archive was unpacked with its folders.</summary>
        public static Diagnostic TooDeep(SourceText first, string folder, int files, int year) => new(Catalogue.NotRead,
            new($"没有读文件夹“{folder[(folder.LastIndexOf('/') + 1)..]}”里的 {files} 个 .yaml 文件：下一层文件夹不读", $"the {files} .yaml file{(files == 1 ? "" : "s")} in the folder “{folder[(folder.LastIndexOf('/') + 1)..]}” {(files == 1 ? "was" : "were")} not read: folders within a year's are passed over"),
            new($"是数据文件就移到 data/{year}/ 里；不是就移出 data 文件夹", $"move data files into data/{year}/ itself; what is no data out of the data folder"))
        { Location = new(first, new Span(1, 1, 1, 1)) };

        /// <summary>The file is far larger than any data file.</summary>
        public static Diagnostic TooLarge(SourceText source, int bytes, int limit) => new(Catalogue.FileSize,
            new($"文件有 {bytes} 字节，超过限度 {limit} 字节", $"the file has {bytes} bytes, more than the limit of {limit}"),
            new("检查是否放错了文件", "check whether it is the right file"))
        { Location = new(source, new Span(1, 1, 1, 1)) };
    }

    /// <summary>A file as YAML.</summary>
    public static class Syntax
    {
        /// <summary>A slip of the input method that YAML cannot read.</summary>
        public static Diagnostic Slipped(SourceText source, Slip slip)
        {
            var line = source.Line(slip.Line);
            var found = line.Substring(slip.Offset, slip.Length);
            var (reason, message, help) = slip.Kind switch
            {
                SlipKind.Colon => (new Text("全角冒号", "full-width colon"), new Text("项目名称后面用了全角冒号“：”", "a full-width colon “：” stands after the name"),
                    new Text("改为半角冒号加一个空格“: ”", "write a half-width colon and a space “: ”")),
                SlipKind.Comma => (new Text("全角标点", "full-width comma"), new Text($"两项之间用了“{found}”", $"“{found}” stands between two entries"),
                    new Text("改为半角逗号加一个空格“, ”", "write a half-width comma and a space “, ”")),
                SlipKind.Bracket => (new Text("全角括号", "full-width bracket"), new Text($"用了全角括号“{found}”", $"a full-width bracket “{found}” stands here"),
                    new Text($"改为半角“{slip.With}”", $"write a half-width “{slip.With}”")),
                SlipKind.Space => (new Text("冒号后缺空格", "missing space"), new Text("冒号后面缺少空格", "there is no space after the colon"),
                    new Text("在冒号后加一个空格", "put a space after the colon")),
                SlipKind.WideSpace => (new Text("全角空格", "full-width space"), new Text("这里是全角空格或不间断空格", "an ideographic or no-break space stands here"),
                    new Text("改为半角空格", "write half-width spaces")),
                SlipKind.Tab => (new Text("制表符", "tab"), new Text("这里是制表符（Tab）", "a tab stands here"),
                    new Text("缩进和间隔用半角空格", "indent and separate with half-width spaces")),
                SlipKind.Grouping => (new Text("千分位逗号", "thousands separator"), new Text($"数字里用了千分位逗号“{found}”，在花括号里会被当作两项", $"a thousands separator “{found}” stands in the figure; in braces it would divide two entries"),
                    new Text("删去逗号，数字连着写，例如 1000", "delete it and write the digits together, such as 1000")),
                _ => (new Text("看不见的字符", "invisible character"), new Text($"这里有看不见的控制字符 U+{(int)(found.Length > 0 ? found[0] : ' '):X4}", $"an invisible control character U+{(int)(found.Length > 0 ? found[0] : ' '):X4} stands here"),
                    slip.IsSure ? new Text("删去它", "delete it") : new Text("删去它，并核对前后的内容", "delete it, and check what stands before and after it")),
            };
            var column = source.CodePointColumn(slip.Line, slip.Offset);
            var at = new Location(source, Span.OnLine(slip.Line, column, slip.Length));
            return new(Catalogue.Typing, message, help)
            {
                Location = at with { Span = Span.OnLine(slip.Line, column, Math.Max(1, slip.Length)) },
                Edits = slip.IsSure ? [new Edit(at, slip.With, reason)] : [],
            };
        }

        /// <summary>A quote that never ends.</summary>
        public static Diagnostic UnclosedQuote(SourceText source, Span span) => Fault(source, span,
            new("引号没有成对：从这里开始，到文件末尾也没有结束", "the quote that begins here is never closed"),
            new("在文字后面补上同样的引号", "close it with the same quote"));

        /// <summary>A bracket that never ends.</summary>
        public static Diagnostic UnclosedBracket(SourceText source, Span span, char bracket) => Fault(source, span,
            new($"括号“{bracket}”没有成对：从这里开始，没有找到对应的“{(bracket == '{' ? '}' : ']')}”", $"the “{bracket}” that begins here is never closed"),
            new($"在这一项末尾补上“{(bracket == '{' ? '}' : ']')}”", $"close it with “{(bracket == '{' ? '}' : ']')}”"));

        /// <summary>A word alone where a key is expected.</summary>
        public static Diagnostic NoColon(SourceText source, Span span) => Fault(source, span,
            new("这一行只有文字，没有冒号", "this line is text alone, without a colon"),
            new("在项目名称后面写半角冒号、空格和数字，例如“行政许可: 12”；不需要的行整行删去", "write a colon, a space and the figure after the name, such as “行政许可: 12”, or delete the line"));

        /// <summary>A bracket too many, or text after the bracket that ends a value.</summary>
        public static Diagnostic AfterBracket(SourceText source, Span span) => Fault(source, span,
            new("括号已经结束，后面多了内容", "the bracket is closed already; something more stands after it"),
            new("删去括号后面多出的内容；说明写在“ #”之后", "delete what stands after the bracket; remarks go after “ #”"));

        /// <summary>A value that begins with a sign YAML keeps for itself.</summary>
        public static Diagnostic NoTextStart(SourceText source, Span span, char sign) => Fault(source, span,
            new($"内容不能以“{sign}”开头", $"a value cannot begin with “{sign}”"),
            new("删去它；确实是文字的一部分，就给整段文字加引号", "delete it; where it belongs to the text, quote the text"));

        /// <summary>Two keys on one line.</summary>
        public static Diagnostic SecondColon(SourceText source, Span span) => Fault(source, span,
            new("这一行有两个冒号", "this line has two colons"),
            new("每项单独写一行；文字里有冒号的，给文字加引号", "write each item on a line of its own; quote a text that holds a colon"));

        /// <summary>A line further in or out than its neighbours.</summary>
        public static Diagnostic Indentation(SourceText source, int line) => Fault(source,
            Span.OnLine(line, 1, Math.Max(1, source.Line(line).Length - source.Line(line).TrimStart().Length)),
            new("缩进与上文对不齐", "the indentation does not line up with the lines above"),
            new("同一层的各行开头空格数要相同，下一层多两个空格", "lines of one level begin with the same number of spaces, the level below with two more"));

        /// <summary>Anything else YAML cannot read.</summary>
        public static Diagnostic Unreadable(SourceText source, Span span) => Fault(source, span,
            new("从这里开始不符合 YAML 写法，无法读懂", "from here on this is not well-formed YAML"),
            new("检查这一行和上一行的冒号、空格、括号和引号", "check the colons, spaces, brackets and quotes of this line and the one above"));

        /// <summary>Nesting far deeper than any form's.</summary>
        public static Diagnostic TooDeep(SourceText source, Span span, int limit) => Fault(source, span,
            new($"嵌套超过 {limit} 层", $"the nesting is deeper than {limit} levels"),
            new("检查括号是否多写", "check for brackets too many"));

        /// <summary>No content.</summary>
        public static Diagnostic Empty(SourceText source) => new(Catalogue.Empty,
            new("文件是空的", "the file is empty"), new("填写内容；不需要的文件请删去", "fill it in, or delete it"))
        { Location = new(source, new Span(1, 1, 1, 1)) };

        /// <summary>A second document.</summary>
        public static Diagnostic SeveralDocuments(SourceText source, Span span) => Plain(source, span,
            new("“---”开始了第二个文档", "“---” begins a second document"),
            new("一个文件只写一份内容，删去“---”或分成两个文件", "keep one document in a file: delete “---” or split the file"));

        /// <summary>An anchor.</summary>
        public static Diagnostic Anchor(SourceText source, Span span, string name) => Plain(source, span,
            new($"“&{name}”是 YAML 锚点，这里不使用", $"“&{name}” is a YAML anchor, which is not used here"),
            new("直接写内容；文字以 & 开头时加引号", "write the content itself; quote a text that begins with &"));

        /// <summary>An alias.</summary>
        public static Diagnostic Alias(SourceText source, Span span, string name) => Plain(source, span,
            new($"“*{name}”是 YAML 别名，这里不使用", $"“*{name}” is a YAML alias, which is not used here"),
            new("直接写数字；文字以 * 开头时加引号", "write the figure itself; quote a text that begins with *"));

        /// <summary>A tag.</summary>
        public static Diagnostic Tag(SourceText source, Span span, string name) => Plain(source, span,
            new($"“{name}”是 YAML 类型标签，这里不使用", $"“{name}” is a YAML tag, which is not used here"),
            new("删去标签，直接写内容；文字以 ! 开头时加引号", "delete the tag and write the content; quote a text that begins with !"));

        /// <summary>A merge key.</summary>
        public static Diagnostic MergeKey(SourceText source, Span span) => Plain(source, span,
            new("“<<”是 YAML 合并键，这里不使用", "“<<” is a YAML merge key, which is not used here"),
            new("把各项逐一写出", "write the entries out"));

        /// <summary>A key that is a map or a list.</summary>
        public static Diagnostic KeyIsNotText(SourceText source, Span span) => Plain(source, span,
            new("冒号前面应是项目名称，这里是一个列表或映射", "a name belongs before the colon, a list or map stands here"),
            new("检查多余的“{”“[”或“?”", "check for a stray “{”, “[” or “?”"));

        private static Diagnostic Fault(SourceText source, Span span, Text message, Text help) => new(Catalogue.Syntax, message, help) { Location = new(source, span) };

        private static Diagnostic Plain(SourceText source, Span span, Text message, Text help) => new(Catalogue.PlainYaml, message, help) { Location = new(source, span) };
    }

    /// <summary>Names before the colon.</summary>
    public static class Keys
    {
        /// <summary>The same key twice at one level.</summary>
        public static Diagnostic Duplicate(Location at, string key, Location first) => new(Catalogue.DuplicateKey,
            new($"“{key}”在这一层写了两次，第一次在第 {first.Span.Line} 行", $"“{key}” stands twice at this level, first in line {first.Span.Line}"),
            new("保留正确的一个，删去另一个", "keep the right one and delete the other"))
        { Location = at, Related = [new(key, "", first)] };

        /// <summary>A key and its label, or two labels of one row.</summary>
        public static Diagnostic SameTwice(Location at, string written, string first, Location firstAt) => new(Catalogue.DuplicateKey,
            new($"“{written}”与第 {firstAt.Span.Line} 行的“{first}”是同一项", $"“{written}” is the same item as “{first}” in line {firstAt.Span.Line}"),
            new("保留正确的一个，删去另一个", "keep the right one and delete the other"))
        { Location = at, Related = [new(first, "", firstAt)] };

        /// <summary>A nested authority's own figure that this one does not have.</summary>
        public static Diagnostic NotOurs(Location at, string indicator) => new(Catalogue.UnknownKey,
            new($"本级没有指标“{indicator}”，不汇总", $"this authority has no indicator “{indicator}”; it is not added"),
            new("要汇总的，加入 reportc.yaml 的“指标”", "to add it, list it under 指标 in reportc.yaml"))
        { Location = at, Severity = Severity.Info };

        /// <summary>A key nobody knows.</summary>
        public static Diagnostic Unknown(Location at, string key, string? nearest, IEnumerable<string> known, string path = "", string? elsewhere = null)
        {
            var list = string.Join('、', known.Take(12));
            var where = path.Length > 0 ? $"“{path}”下" : "这里";
            return new(Catalogue.UnknownKey,
                new($"{where}没有“{key}”这一项", path.Length > 0 ? $"there is no “{key}” in “{path}”" : $"there is no field “{key}” here"),
                elsewhere is not null ? new($"它是“{elsewhere}”下的一项：移到那里，或检查缩进和上一行", $"it belongs to “{elsewhere}”: move it there, or check the indentation and the line above")
                : nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : list.Length > 0 ? new($"可以写的有：{list}", $"known here: {list}") : new("删去这一项", "delete it"))
            { Location = at };
        }

        /// <summary>A cell path nobody knows.</summary>
        public static Diagnostic UnknownCell(Location at, string path, string? nearest) => new(Catalogue.UnknownKey,
            new($"表中没有“{path}”这一格", $"the form has no cell “{path}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : new("写成“表.行.列”，例如“依申请公开.本年新收.自然人”", "write “table.row.column”, such as “依申请公开.本年新收.自然人”"))
        { Location = at };
    }

    /// <summary>The shape of fields.</summary>
    public static class Fields
    {
        public static Diagnostic NotAMap(Location at) => Shape(at, new("这里应是若干行“项目: 内容”", "entries “name: value” belong here"), new("每项写一行“项目: 内容”", "write one “name: value” a line"));

        public static Diagnostic NotAList(Location at, string name) => Shape(at, new($"“{name}”应是列表", $"“{name}” must be a list"), new("每项写一行，以“- ”开头", "write one item a line, each beginning with “- ”"));

        public static Diagnostic NotText(Location at, string name) => Shape(at, new($"“{name}”应是一段文字", $"“{name}” must be a text"), new("直接写文字", "write the text itself"));

        public static Diagnostic Missing(Location at, string name) => Shape(at, new($"缺少“{name}”", $"“{name}” is missing"), new($"补上“{name}: …”", $"add “{name}: …”"));

        public static Diagnostic NotANumber(Location at, string name, string value) => Shape(at,
            new($"“{name}”应是整数，读到的是“{value}”", $"“{name}” must be a whole number, “{value}” stands there"), new("写阿拉伯数字，例如 2021", "write digits, such as 2021"));

        public static Diagnostic NotOneOf(Location at, string name, string value, IEnumerable<string> words) => Shape(at,
            new($"“{name}”不能是“{value}”", $"“{name}” cannot be “{value}”"), new($"写其中之一：{string.Join('、', words)}", $"write one of {string.Join(", ", words)}"));

        /// <summary>What was wrong with a date that could be mended.</summary>
        public static readonly Text Date = new("日期的写法", "way of writing a date");

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

        public static Diagnostic NotAYear(Location at, string value) => Shape(at,
            new($"“{value}”不是年度", $"“{value}” is not a year"), new("写四位数字，例如 2021", "write four digits, such as 2021"));

        private static Diagnostic Shape(Location at, Text message, Text help) => new(Catalogue.Shape, message, help) { Location = at };
    }

    /// <summary>A cell's figure as it is written.</summary>
    public static class Figures
    {
        public static readonly Text Count = new("整数，例如 12", "a whole number, such as 12");
        public static readonly Text SignedCount = new("整数，增加写 3，减少写 -3", "a whole number, 3 for an increase, -3 for a decrease");
        public static readonly Text Amount = new("金额，例如 105.95，最多六位小数", "an amount, such as 105.95, with at most six places");

        /// <summary>What was wrong with a figure that could be mended.</summary>
        public static readonly Text FullWidth = new("全角数字", "full-width digits");
        public static readonly Text Separators = new("千分位逗号", "thousands separator");
        public static readonly Text UnitBehind = new("数字后的单位", "unit behind a figure");
        public static readonly Text Around = new("数字前后的引号或空格", "quotes or spaces around a figure");

        /// <summary>What to do about a text that is often written for a figure, where no figure can be proposed.</summary>
        public static readonly Text Dash = new("没有就写 0 或 无；还不知道就写 待填，填好再报", "where there is none, write 0 or 无; where it is not known yet, write 待填 and fill it in later");
        public static readonly Text Negative = new("这里不能是负数：核对后写 0 或正数", "it cannot be negative: check it, and write 0 or more");
        public static readonly Text Decimal = new("件数没有小数：核对是不是多打了小数点，或写错了行", "a count has no decimals: check for a point too many, or a figure of another row");
        public static readonly Text Numeral = new("写成阿拉伯数字", "write it in digits");
        public static readonly Text Remark = new("数字写完空一格，再写“# 备注”", "leave a space after the figure, then write “# remark”");

        public static readonly Text TooLong = new("最多 18 位：核对是不是多打了数字", "18 digits at most: check for a digit too many");
        public static readonly Text TooFine = new("最多六位小数：核对后四舍五入", "six places at most: check it, and round it");
        public static readonly Text Sign = new("不写正号，直接写数字", "leave out the plus sign");
        public static readonly Text LeadingZero = new("数字不以 0 开头：核对后删去开头的 0", "a figure does not begin with 0: check it, and delete the zero");
        public static readonly Text Stray = new("多余的标点", "stray punctuation");

        /// <summary>Something that is no figure of this cell.</summary>
        public static Diagnostic NotAFigure(Location at, string path, string text, Text wanted, string? proposal, Text? hint)
        {
            var line = text.Trim().ReplaceLineEndings(" ");
            var shown = text.Length <= 40 && line.Length == text.Trim().Length && !text.Contains('\n') ? text : line.Length > 40 ? line[..40] + "…" : line;
            return new(Catalogue.Number,
                new($"“{path}”应是{wanted.Chinese}，读到的是“{shown}”", $"“{path}” must be {wanted.English}; “{shown}” stands there"),
                proposal is not null ? new($"改为 {proposal}", $"write {proposal}") : hint ?? new("只写半角阿拉伯数字；没有就写 0 或 无", "write digits alone; where there is none, write 0 or 无"))
            { Cell = path, Location = at };
        }

        /// <summary>A list or a map where one figure belongs.</summary>
        public static Diagnostic NotOneFigure(Location at, string path) => new(Catalogue.Number,
            new($"“{path}”应是一个数，这里是若干项", $"“{path}” must be one figure, several entries stand there"), new("直接写数字", "write the figure itself"))
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

        /// <summary>待填, or nothing.</summary>
        public static Diagnostic Unfilled(Location at, string path) => new(Catalogue.Unfilled,
            new($"“{path}”还没有填", $"“{path}” is not filled in yet"), new("填上数字；没有就写 0 或 无", "fill it in; where there is nothing, write 0 or 无"))
        { Cell = path, Location = at };
    }

    /// <summary>A data file as a whole.</summary>
    public static class Filings
    {
        public static Diagnostic NotADataFile(Location at) => new(Catalogue.Shape,
            new("这不是数据文件：开头应是“单位: …”和“年度: …”", "this is no data file: it must begin with “单位: …” and “年度: …”"),
            new("每项写一行“项目: 数字”", "write one “name: figure” a line"))
        { Location = at };

        public static Diagnostic NoUnit(Location at) => new(Catalogue.NoUnit,
            new("没有写明单位", "the unit is not named"), new("在文件开头写“单位: 单位名称”", "write “单位: name of the unit” at the top"))
        { Location = at };

        public static Diagnostic NoYear(Location at, int? folder) => new(Catalogue.Year,
            folder is null ? new("没有写明年度", "the year is not stated") : new($"没有写明年度，文件夹是 {folder}", $"the year is not stated; the folder is {folder}"),
            new($"写上“年度: {folder?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "2021"}”", $"write “年度: {folder?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "2021"}”"))
        { Location = at };

        /// <summary>What was wrong with a year that could be mended.</summary>
        public static readonly Text Year = new("年度的写法", "way of writing the year");

        /// <summary>The right year, written in another way.</summary>
        public static Diagnostic YearWritten(Location at, string written, string year) => new(Catalogue.Year,
            new($"年度应是四位半角数字，读到的是“{written}”", $"the year must be four half-width digits; “{written}” stands there"),
            new($"改为 {year}", $"write {year}"))
        { Expected = year, Actual = written, Location = at };

        public static Diagnostic OtherYear(Location at, string written, int year) => new(Catalogue.Year,
            new($"年度写的是 {written}，文件夹是 {year}", $"the file is of {written}, its folder is {year}"),
            new($"核对是不是放错了往年的文件；是本年的就改为 {year}", $"check whether last year's file was put here; if it is this year's, write {year}"))
        { Expected = $"{year}", Actual = written, Location = at };

        /// <summary>A file whose tables and rows are those of another edition.</summary>
        public static Diagnostic OtherEdition(Location at, string key, int count, string fits, string own, int year) => new(Catalogue.UnknownKey,
            new($"文件是按 {fits} 版格式填写的，{year} 年用 {own} 版", $"the file is written for the edition of {fits}; {year} uses the edition of {own}"),
            new(count == 1 ? $"“{key}”属于 {fits} 版；改用 {own} 版的项目填写，或在 reportc.yaml 中写“格式: {{{year}: \"{fits}\"}}”"
                    : $"“{key}”等 {count} 项属于 {fits} 版；改用 {own} 版的项目填写，或在 reportc.yaml 中写“格式: {{{year}: \"{fits}\"}}”",
                count == 1 ? $"“{key}” is of the edition of {fits}; fill in the items of {own}, or write “格式: {{{year}: \"{fits}\"}}” in reportc.yaml"
                    : $"“{key}” and {count - 1} more are of the edition of {fits}; fill in the items of {own}, or write “格式: {{{year}: \"{fits}\"}}” in reportc.yaml"))
        { Location = at };

        public static Diagnostic NoTable(Location at, string table, string gloss) => new(Catalogue.MissingTable,
            new($"缺少法定表格“{table}”", $"the statutory table “{table}” ({gloss}) is missing"),
            new($"补上“{table}:”及各行；整张表都没有就写“{table}: 无”", $"add “{table}:” with its rows, or “{table}: 无” where nothing is in it"))
        { Cell = table, Location = at };
    }

    /// <summary>The rules written as equations.</summary>
    public static class Equations
    {
        /// <summary>The two sides differ.</summary>
        public static Diagnostic Broken(Rule rule, Text help, string path, string gloss, string left, string right, string gap, bool atMost, bool detailsMissing) =>
            new(rule,
                !atMost
                    ? new($"“{path}”不平：{left}，而 {right}，差 {gap}", $"“{path}” ({gloss}) does not add up: {left}, but {right}; they differ by {gap}")
                    : new($"“{path}”超出：{left}，超过 {right}，多 {gap}", $"“{path}” ({gloss}) is too large: {left}, more than {right} by {gap}"),
                detailsMissing ? new("只写了总计，各分项没有写：补上分项", "only the total is stated: add the columns it is made of") : help);
    }

    /// <summary>Figures as a whole, and against the year before.</summary>
    public static class Comparisons
    {
        public static Diagnostic Unstated(Location at, string table, IEnumerable<string> rows)
        {
            var list = rows.ToList();
            var shown = string.Join('、', list.Take(6)) + (list.Count > 6 ? "…" : "");
            return new(Catalogue.Unstated,
                new($"“{table}”有 {list.Count} 行没有写：{shown}", $"“{table}” leaves {list.Count} rows out: {shown}"),
                new("没有写的行按 0 计；确实没有的写“无”，表示已经核对", "a row left out counts 0; write 无 to say that there is nothing"))
            { Location = at };
        }

        public static Diagnostic Jump(string path, string gloss, string last, string now) => new(Catalogue.Jump,
            new($"“{path}”上年 {last}，本年 {now}，相差五倍以上", $"“{path}” ({gloss}) was {last} last year and is {now} now, more than five times apart"),
            new($"核对是否多写或少写一位；属实的在“说明”中写明：“{path}: 原因”", $"check for a digit too many or too few; if it is right, say why under “说明”: “{path}: reason”"));

        public static Diagnostic Copied(Location at, int last) => new(Catalogue.Copied,
            new($"全部法定数据与 {last} 年相同", $"all statutory figures are the same as in {last}"),
            new("核对是否误把上年的文件改个年度报来", "check whether last year's file was sent in with another year"))
        { Location = at };

        public static Diagnostic LastYearUnreadable(Location at, int last, int files) => new(Catalogue.LastYear,
            new($"{last} 年有 {files} 个文件读不懂，与上年比对的规则对有关单位没有适用", $"{files} files of {last} cannot be read; the rules against the year before were not applied to their units"),
            new($"运行 reportc check {last} 查看", $"run reportc check {last}"))
        { Location = at };

        /// <summary>Some of last year's files are faulty, or some unit has filed none: its totals are not the year's.</summary>
        public static Diagnostic LastYearInDoubt(Location at, int last) => new(Catalogue.LastYear,
            new($"{last} 年的数据有错误或不齐，正文和模板里的“上年”没有值", $"the data of {last} are faulty or incomplete: “上年” has no value in the narrative and templates"),
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

    /// <summary>District totals.</summary>
    public static class Totals
    {
        public static Diagnostic Stated(string path, string gloss, string stated, string computed, int units, bool isListed) => new(Catalogue.StatedTotal,
            new($"“{path}”所报汇总数是 {stated}，{units} 个单位合计是 {computed}", $"“{path}” ({gloss}) is stated as {stated}; the {units} units add up to {computed}"),
            isListed ? new("核对各单位所报的数；名册中和别的单位列在一起的本机关，文件只供核对、不参加汇总，本机关自己的数要计入的，换一个名称列入名册和报送",
                "compare with the units' figures; the file of an authority that the roster lists among others is compared and not added: for figures of its own that count, list and file them under another name")
                : new("核对本机关文件中的这个数和各单位所报的数", "compare the authority's own figure with those of the units"));

        public static Diagnostic TooLarge(string path, string sum, IEnumerable<Related> largest) => new(Catalogue.TooLarge,
            new($"“{path}”各单位合计 {sum}，数字太大，程序不能计算（超过 64 位整数）", $"the units' figures of “{path}” add up to {sum}, too large to be computed with (beyond 64 bits)"),
            new("核对下列最大的几个数，多半多打了数字", "check the largest figures, listed here: most likely digits too many"))
        { Cell = path, Related = [.. largest] };
    }

    /// <summary>Who files.</summary>
    public static class Roster
    {
        public static Diagnostic Missing(Location at, string unit, int year, int unreadable) => new(Catalogue.Roster,
            new($"“{unit}”没有报送 {year} 年数据", $"{unit} has not filed for {year}"),
            unreadable > 0 ? new($"有 {unreadable} 个文件读不懂，其中可能有它的；否则催报，或在名册中写明“至”", $"{unreadable} of the files could not be read and may be its; otherwise ask for it, or give it a “至” in the roster")
                : new($"催报，或放入 data/{year}/；单位已撤销的在名册中写明“至”", $"ask for it or put it into data/{year}/; if the unit no longer exists, give it a “至” in the roster"))
        { Location = at };

        /// <summary>The folder of the year is empty, or holds only files that are not read, and nobody is nested.</summary>
        public static Diagnostic Nobody(Location at, int year) => new(Catalogue.Roster,
            new($"没有一个单位报送 {year} 年数据", $"not one unit has filed for {year}"),
            new($"把各单位的 .yaml 文件放入 data/{year}/；还没有的，用 reportc new {year} 生成", $"put the units' .yaml files into data/{year}/; reportc new {year} writes them where there are none yet"))
        { Location = at };

        /// <summary>By its years the roster lists nobody; the authority's own file only states totals.</summary>
        public static Diagnostic NobodyDue(Location at, int year, bool hasOwn) => new(Catalogue.Roster,
            new($"名册中{(hasOwn ? "除本机关外" : "")}没有一个单位应报 {year} 年数据", $"the roster lists not one unit that files for {year}{(hasOwn ? ", beside the authority itself" : "")}"),
            new($"核对名册中的“自”“至”；不该有这一年的，移走 data/{year}/", $"correct “自” and “至” in the roster; if there is no such year, move data/{year}/ away"))
        { Location = at };

        public static Diagnostic Unknown(Location at, string unit, string? nearest) => new(Catalogue.Roster,
            new($"名册中没有“{unit}”", $"the roster does not list “{unit}”"),
            nearest is not null ? new($"是不是“{nearest}”？单位名称要与 reportc.yaml 的名册一致", $"did you mean “{nearest}”? The name must be the one in reportc.yaml")
                : new("改正单位名称，或把它加入 reportc.yaml 的“单位”", "correct the name, or add it to “单位” in reportc.yaml"))
        { Location = at };

        public static Diagnostic FiledTwice(Location at, string unit, Location first) => new(Catalogue.Roster,
            new($"{unit} 报了两次", $"{unit} has filed twice"),
            new("保留正确的一份，删去另一份", "keep the right one and delete the other"))
        { Location = at, Related = [new("单位", unit, first)] };

        /// <summary>A nested authority's totals are there as a file too.</summary>
        public static Diagnostic FiledAndNested(Location at, string child, Location nested) => new(Catalogue.Roster,
            new($"{child} 已作为下级汇总，又报了这个文件", $"{child} is already added as a nested authority; this file would count it again"),
            new("删去这个文件，或从“下级”中去掉它", "delete this file, or take the authority out of 下级"))
        { Location = at, Related = [new("单位", child, nested)] };

        public static Diagnostic NotDue(Location at, string unit, int? from, int? to) => new(Catalogue.Roster,
            new($"名册中 {unit} {Range(from, to)}，本年不应报送", $"in the roster {unit} files {Gloss(from, to)}, not this year"),
            new("核对文件的年度，或改正名册中的“自”“至”", "check the file's year, or correct “自” and “至” in the roster"))
        { Location = at };

        public static Diagnostic Abandoned(Location at, string unit, int last, string pending, Location? written) => new(Catalogue.Roster,
            new($"{unit} 已撤销，{last} 年结转的 {pending} 件没有承接单位", $"{unit} has ended; nobody took over the {pending} cases it carried over from {last}"),
            new("在 reportc.yaml 中给承接单位写上“前身”", "give the unit that took them over a “前身” in reportc.yaml"))
        { Location = at, Related = written is null ? [] : [new(unit, pending, written)] };

        public static Diagnostic ChildFailed(Location at, string child, int year) => new(Catalogue.Roster,
            new($"下级 {child} 的 {year} 年数据有错误，不能汇总", $"the nested authority {child} has errors in {year} and cannot be added"),
            new("先改正下级的错误", "correct its errors first"))
        { Location = at };

        public static Diagnostic ChildMissing(Location at, string child, int year) => new(Catalogue.Roster,
            new($"下级 {child} 没有 {year} 年数据", $"the nested authority {child} has no data for {year}"),
            new($"催报，或补上它的 data/{year}/；这一年还没有设立或已经撤销的，在本级名册中写明“自”“至”", $"ask for it, or add its data/{year}/; if it did not exist that year, give it a “自” or “至” in this authority's roster"))
        { Location = at };

        /// <summary>A nested authority that bears the name of the one it is nested in: its file would pass for that one's own totals.</summary>
        public static Diagnostic ChildIsParent(Location at, string authority, Location parent) => new(Catalogue.Roster,
            new($"下级的机关“{authority}”与本级同名", $"a nested authority is called “{authority}”, like the one it is nested in"),
            new("改正下级 reportc.yaml 的“机关”；本级自己的数据放在本级的 data/ 中", "correct “机关” in its reportc.yaml; this authority's own figures go into its own data/"))
        { Location = at, Related = [new("机关", authority, parent)] };

        /// <summary>Two nested authorities of one name.</summary>
        public static Diagnostic ChildTwice(Location at, string authority, Location first) => new(Catalogue.Roster,
            new($"两个下级的机关都是“{authority}”", $"two nested authorities are both called “{authority}”"),
            new("改正其中一个的“机关”，或从“下级”中去掉一个", "correct “机关” in one of them, or take one out of 下级"))
        { Location = at, Related = [new("机关", authority, first)] };

        public static Diagnostic ChildOfOtherEdition(Location at, string child, string its, string ours) => new(Catalogue.Roster,
            new($"下级 {child} 用的是 {its} 版格式，本级是 {ours} 版，不能汇总", $"the nested authority {child} uses edition {its}, this one {ours}; they cannot be added"),
            new("在 reportc.yaml 的“格式”中改为同一版", "give both the same edition under “格式” in reportc.yaml"))
        { Location = at };

        private static string Range(int? from, int? to) => $"{(from is { } f ? $"自 {f} 年" : "")}{(to is { } t ? $"至 {t} 年" : "起")}报送";

        private static string Gloss(int? from, int? to) => $"{(from is { } f ? $"from {f}" : "")}{(to is { } t ? $" to {t}" : "")}".Trim();
    }

    /// <summary>Data files drafted from the year before.</summary>
    public static class Drafts
    {
        public static Diagnostic NoFile(string unit, string missing, int last, int unreadable, string? nearest) => new(Catalogue.LastYear,
            new($"{last} 年没有“{missing}”的文件，{Of(unit, missing)}取自上年的数没有填", $"“{missing}” has no file in {last}; {Its(unit, missing)} are left to fill in"),
            unreadable > 0 ? new($"{last} 年有 {unreadable} 个文件读不懂，其中可能有它的：运行 reportc check {last} 查看；没有就照台账填", $"{unreadable} files of {last} cannot be read, perhaps its: run reportc check {last}; else take them from the records")
                : nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : new("照台账填", "take them from the records"));

        public static Diagnostic Faulty(Location at, string unit, string wrong, int last) => new(Catalogue.LastYear,
            new($"{last} 年“{wrong}”的文件有错误，{Of(unit, wrong)}取自上年的数没有填", $"the file of “{wrong}” in {last} has errors; {Its(unit, wrong)} are left to fill in"),
            new($"运行 reportc check {last}，改正后照它填", $"run reportc check {last}, mend it and take them from there"))
        { Location = at };

        private static string Of(string unit, string before) => unit == before ? "" : $"“{unit}”";

        private static string Its(string unit, string before) => unit == before ? "figures taken from the year before" : $"the figures that “{unit}” takes from it";
    }

    /// <summary>reportc.yaml.</summary>
    public static class Projects
    {
        public static Diagnostic ListedTwice(Location at, string name, Location? first) => new(Catalogue.Project,
            new($"“{name}”列了两次", $"“{name}” is listed twice"), new("删去其中一个", "delete one"))
        { Location = at, Related = first is null ? [] : [new("单位", name, first)] };

        public static Diagnostic ErrorByNature(Location at, string rule) => new(Catalogue.Project,
            new($"规则“{rule}”本来就是错误，不能改级别", $"the rule “{rule}” is an error by nature and cannot be changed"),
            new("删去这一行；数据有误时改正数据", "delete this line; where the data is wrong, correct the data"))
        { Location = at };

        public static Diagnostic RuleTwice(Location at, string field, string value, Location first) => new(Catalogue.Project,
            new($"两条本地规则的“{field}”同为“{value}”：{at.File} 第 {at.Span.Line} 行和 {first.File} 第 {first.Span.Line} 行", $"two local rules have the {(field == "代码" ? "code" : "name")} “{value}”: line {at.Span.Line} of {at.File} and line {first.Span.Line} of {first.File}"),
            new("给其中一条另起代码和名称；是重复的就删去一条", "give one of them a code and a name of its own, or delete it where it is the same rule"))
        { Location = at, Related = [new(value, "", first)] };

        public static Diagnostic ReservedName(Location at, string code, string name) => new(Catalogue.Project,
            new($"本地规则的代码“{code}”或名称“{name}”已被占用", $"the local rule's code “{code}” or name “{name}” is taken"),
            new("代码不要以 RC 开头，名称不要与现有规则相同", "choose a code that does not begin with RC and a name of its own"))
        { Location = at };

        public static Diagnostic NotAnIdentifier(Location at, string key) => Editions.NotAnIdentifier(at, key) with { Rule = Catalogue.Project };

        public static Diagnostic UnknownPredecessor(Location at, string name, string? nearest) => new(Catalogue.Project,
            new($"前身“{name}”不在名册中", $"the predecessor “{name}” is not in the roster"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : new("把前身也列入“单位”，写明“至”", "list it under “单位” too, with its “至”"))
        { Location = at };

        /// <summary>A folder under 下级 that does not lie below the project's.</summary>
        public static Diagnostic NotBelow(Location at, string pattern) => new(Catalogue.Project,
            new($"下级“{pattern}”不是本项目文件夹以下的路径", $"“{pattern}” under 下级 is no path below the project's folder"),
            new("写下一层起的路径，用 / 分隔，例如 districts/*", "write a path from the project's folder down, with /, such as districts/*"))
        { Location = at };

        /// <summary>A pattern under 下级 that finds no project.</summary>
        public static Diagnostic NoneNested(Location at, string pattern) => new(Catalogue.Project,
            new($"下级“{pattern}”下没有项目（没有 reportc.yaml）", $"“{pattern}” under 下级 finds no project (no reportc.yaml)"),
            new("核对路径，或删去这一项", "check the path, or delete the entry"))
        { Location = at };

        public static Diagnostic EndsBeforeItBegins(Location at, string name, int from, int to) => new(Catalogue.Project,
            new($"{name} 自 {from} 至 {to}，先后颠倒", $"{name} is from {from} to {to}, which is no period"), new("改正“自”“至”", "correct “自” and “至”"))
        { Location = at };

        public static Diagnostic UnknownEdition(Location at, string key, IEnumerable<string> known) => new(Catalogue.Project,
            new($"没有“{key}”这一版格式", $"there is no edition “{key}”"), new($"可用的有：{string.Join('、', known)}", $"known: {string.Join(", ", known)}"))
        { Location = at };

        public static Diagnostic NoEdition(Location at, int year, IEnumerable<string> known) => new(Catalogue.Project,
            new($"没有适用于 {year} 年的格式", $"no edition of the form is for {year}"),
            new($"在 reportc.yaml 中写“格式: {{{year}: …}}”，可用的有：{string.Join('、', known)}", $"write “格式: {{{year}: …}}” in reportc.yaml; known: {string.Join(", ", known)}"))
        { Location = at };
    }

    /// <summary>Edition and rules files.</summary>
    public static class Editions
    {
        public static Diagnostic NotAnIdentifier(Location at, string key) => Fault(at,
            new($"“{key}”不能作键", $"“{key}” cannot be a key"), new("键只用文字、数字和 _，不以数字开头", "a key is made of letters, digits and _, and does not begin with a digit"));

        public static Diagnostic TwoCellsOfOnePath(Location at, string path) => Fault(at,
            new($"有两格同为“{path}”", $"two cells are “{path}”"), new("同一层的键不能相同", "keys of one level must differ"));

        public static Diagnostic UnknownName(Location at, string name, string? nearest) => Fault(at,
            new($"格式中没有“{name}”", $"the form has no “{name}”"), nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : new("写表中的键", "write a key of the form"));

        /// <summary>得出 or 核对 names what the formula does not.</summary>
        public static Diagnostic NotInFormula(Location at, string name, string? nearest, IReadOnlyList<string> names) => Fault(at,
            new($"“式”中没有“{name}”", $"the formula does not name “{name}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new($"写式中的一个名称：{string.Join('、', names)}", $"write one of the formula's names: {string.Join(", ", names)}"));

        /// <summary>Two files, or an own one and a built-in one, are the same edition.</summary>
        public static Diagnostic EditionTwice(Location at, string key, Location first) => new(Catalogue.Edition,
            new($"两个文件都是“{key}”版格式：{at.File} 和 {first.File}", $"two files are the edition “{key}”: {at.File} and {first.File}"),
            new("给其中一个另起版本名，或删去一个", "give one of them another “版本”, or delete it"))
        { Location = at, Related = [new(key, "", first)] };

        public static Diagnostic OtherBeginning(Location at, string key, int from, int builtIn) => Fault(at,
            new($"“{key}”是自带的格式，自 {builtIn} 年起，这里写的是自 {from} 年", $"“{key}” is a built-in edition from {builtIn}; this one is from {from}"),
            new($"要替换自带的，写“自: {builtIn}”；是另一版，另起版本名", $"to replace the built-in one write “自: {builtIn}”; else give it another “版本”"));

        /// <summary>A code or a name that is another rule's.</summary>
        public static Diagnostic TakenByRule(Location at, string code, string name, string otherCode, string otherName) => Fault(at,
            code == otherCode ? new($"代码“{code}”是规则“{otherName}”的，这条规则名为“{name}”", $"the code “{code}” is that of the rule “{otherName}”; this rule is “{name}”")
                : new($"“{name}”是规则 {otherCode} 的名称，这条规则的代码是“{code}”", $"“{name}” is the name of the rule {otherCode}; the code of this rule is “{code}”"),
            new($"是同一条规则，代码写“{otherCode}”、名称写“{otherName}”；不是，另起代码和名称", $"where it is that rule write “{otherCode}” and “{otherName}”; else give it a code and a name of its own"));

        public static Diagnostic ReservedCode(Location at, string code, string name) => Fault(at,
            new($"规则“{name}”的代码“{code}”以 RC 开头：RC 开头的代码留给程序", $"the code “{code}” of the rule “{name}” begins with RC; those codes are the program's"),
            new("另起代码，不以 RC 开头", "choose a code that does not begin with RC"));

        public static Diagnostic NotAFormula(Location at, string formula, int offset) => Fault(at,
            new($"“{formula}”不是等式，第 {offset + 1} 个字符处读不懂", $"“{formula}” is no equation; it cannot be read at character {offset + 1}"),
            new("写成“甲 + 乙 = 丙”或“甲 <= 乙”", "write “a + b = c” or “a <= b”"));

        public static Diagnostic NeverApplies(Location at, string rule) => Fault(at,
            new($"规则“{rule}”不适用于任何一行或一列", $"the rule “{rule}” applies to no row or column"), new("核对“表”“每”和式中的名称", "check “表”, “每” and the names of the formula"));

        public static Diagnostic Circle(Location at, string path) => Fault(at,
            new($"“{path}”要由它自己算出", $"“{path}” would have to be computed from itself"), new("改正规则中的“得出”", "correct “得出” in the rules"));

        private static Diagnostic Fault(Location at, Text message, Text help) => new(Catalogue.Edition, message, help) { Location = at };
    }

    /// <summary>Narrative and templates.</summary>
    public static class Templates
    {
        public static Diagnostic Unparsable(Location at, string detail) => new(Catalogue.Template,
            new("这里的表达式读不懂", "the expression here cannot be read"), new("检查“{{”和“}}”是否成对、名称是否写全", $"check that “{{{{” and “}}}}” are in pairs and names complete ({detail})"))
        { Location = at };

        public static Diagnostic Unclosed(Location at) => new(Catalogue.Template,
            new("从这里开始的“{{”没有结束", "the “{{” that begins here is never closed"), new("在表达式后面写“}}”", "write “}}” after the expression"))
        { Location = at };

        public static Diagnostic EmptyReport(Location at) => new(Catalogue.Template,
            new("模板做出的报告是空的", "the report that the template makes is empty"), new("在模板中写出报告的内容，或删去这个模板，改用自带的", "write the report's content in it, or delete it: then the built-in one is used"))
        { Location = at };

        public static Diagnostic DividedByZero(Location at) => new(Catalogue.Template,
            new("这里除以 0", "a number is divided by zero here"), new("先判断除数是不是 0", "ask first whether the divisor is 0"))
        { Location = at };

        public static Diagnostic NoEnd(Location at) => new(Catalogue.Template,
            new("“if”或“for”没有结束", "an “if” or “for” is never ended"), new("在它管到的内容后面写“{{ end }}”", "write “{{ end }}” after what it governs"))
        { Location = at };

        public static Diagnostic UnknownName(Location at, string name, string? nearest) => new(Catalogue.Template,
            new($"没有“{name}”", $"there is no “{name}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : new("写表、行、列的键，例如“依申请公开.本年新收.总计”", "write the keys of table, row and column, such as “依申请公开.本年新收.总计”"))
        { Location = at };

        public static Diagnostic Failed(Location at, string detail) => new(Catalogue.Template,
            new("这里的表达式无法计算", "the expression here cannot be computed"), new("检查其中的名称、运算和函数", $"check its names, operators and functions ({detail})"))
        { Location = at };

        public static Diagnostic ReadOnly(Location at) => new(Catalogue.Template,
            new("报告的数据只能读取，不能改", "the report's data can be read, not changed"), new("要用算出的数，另起一个名称", "give a computed figure a name of its own"))
        { Location = at };

        public static Diagnostic TooLong(Location at) => new(Catalogue.Template,
            new("循环次数超过限度", "the loop goes beyond the limit"), new("检查“for”的范围", "check the range of the “for”"))
        { Location = at };

        public static Diagnostic NotOneFigure(Location at, IEnumerable<string> below) => new(Catalogue.Template,
            new("这里下面还有分项，不是一个数", "this has parts of its own and is no figure"),
            new($"后面再写一级，例如“.{below.FirstOrDefault()}”", $"add a step, such as “.{below.FirstOrDefault()}”"))
        { Location = at };

        public static Diagnostic NoTemplate(Location at, string name, string? nearest) => new(Catalogue.Template,
            new($"没有模板“{name}”", $"there is no template “{name}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : new($"放入 templates/{name}，或删去这一句", $"add templates/{name}, or delete this line"))
        { Location = at };

        public static Diagnostic OfNothing(Location at, string name) => new(Catalogue.Template,
            new($"“{name}”在这里没有值", $"“{name}” has no value here"), new($"先判断：“{{{{ if {name} }}}}…{{{{ end }}}}”", $"ask first: “{{{{ if {name} }}}}…{{{{ end }}}}”"))
        { Location = at };

        public static Diagnostic NotASection(Location at, string heading, string section) => new(Catalogue.NarrativeSection,
            new($"标题“{heading}”没有正确的中文序号，按位置放在“{section}”部分", $"the heading “{heading}” has no right ordinal; it is placed in section “{section}”"),
            new("写成“## 一、总体情况”这样，序号用中文数字加顿号", "write it like “## 一、总体情况”, with a Chinese numeral and “、”"))
        { Location = at };

        /// <summary>A right numeral, of a section that the form has not.</summary>
        public static Diagnostic NoSuchSection(Location at, string numeral, string last, string? into) => new(Catalogue.NarrativeSection,
            new($"格式没有第{numeral}部分，最后是第{last}部分；这个标题作为小标题放在{(into is null ? "前言里" : $"第{into}部分里")}", $"the form has no section {numeral}, its last is {last}; the heading is placed {(into is null ? "in the preamble" : $"in section {into}")} as a sub-heading"),
            new("改为格式中有的序号；只是小标题就写“###”", "write the numeral of a section of the form, or “###” where it is a sub-heading"))
        { Location = at };

        public static Diagnostic SectionTwice(Location at, string ordinal) => new(Catalogue.NarrativeSection,
            new($"第{ordinal}部分写了两次", $"section {ordinal} stands twice"), new("合并成一个", "merge them"))
        { Location = at };

        /// <summary>There is no narrative.</summary>
        /// <param name="year">The report's year.</param>
        /// <param name="prose">The ordinals of the sections that are prose alone.</param>
        public static Diagnostic NoNarrative(int year, IReadOnlyList<string> prose) => new(Catalogue.NarrativeSection,
            new($"没有正文 narrative/{year}.md，正文用格式的简短说明代替", $"there is no narrative/{year}.md; the form's short skeleton is used"),
            prose.Count == 0 ? new($"写好 narrative/{year}.md", $"write narrative/{year}.md")
                : new($"写好 narrative/{year}.md：{string.Join('、', prose)}部分即可", $"write narrative/{year}.md; {(prose.Count == 1 ? $"section {prose[0]} is" : $"sections {string.Join(", ", prose.SkipLast(1))} and {prose[^1]} are")} enough"));
    }

    /// <summary>What the narrative says, held to the tables.</summary>
    public static class Prose
    {
        /// <summary>A typed figure is none of the cells' it may be.</summary>
        public static Diagnostic Figure(Location at, IReadOnlyList<(IReadOnlyList<CellName> Cells, string Figure)> readings, string stated, string unit, bool lastYear)
        {
            var (first, others) = (Path(readings[0].Cells), readings.DistinctBy(r => r.Figure, StringComparer.Ordinal).Skip(1));
            return new(Catalogue.NarrativeFigure,
                new($"正文写的是 {stated} {unit}，表中“{first}”是 {readings[0].Figure}{string.Concat(others.Select(r => $"，“{Path(r.Cells)}”是 {r.Figure}"))}",
                    $"the prose says {stated} {unit}, the table has {readings[0].Figure} at “{first}” ({string.Join(" + ", readings[0].Cells.Select(c => c.Gloss))}){string.Concat(others.Select(r => $", {r.Figure} at “{Path(r.Cells)}”"))}"),
                new($"核对后改正；不用手写，写“{{{{ {first} }}}}”，就不会不一致", $"compare and correct; write “{{{{ {first} }}}}” instead of the figure and they cannot differ"))
            { Location = at };

            string Path(IReadOnlyList<CellName> cells) => string.Join(" + ", cells.Select(c => (lastYear ? "上年." : "") + c.Path));
        }

        /// <summary>The prose denies what the table has.</summary>
        public static Diagnostic None(Location at, CellName cell, string figure) => new(Catalogue.NarrativeNone,
            new($"正文说没有，表中“{cell.Path}”是 {figure}", $"the prose says there was none, the table has {figure} at “{cell.Path}” ({cell.Gloss})"),
            new($"核对后改正正文或数据；写“{{{{ {cell.Path} }}}}{cell.Unit}”，就不会不一致", $"correct the prose or the data; write “{{{{ {cell.Path} }}}}{cell.Unit}” and they cannot differ"))
        { Location = at };

        /// <summary>A share does not recompute from the figures around it.</summary>
        public static Diagnostic Share(Location at, string part, string whole, string share, string stated) => new(Catalogue.NarrativeShare,
            new($"正文写占 {stated}%，{part} 占 {whole} 的 {share}%", $"the prose gives a share of {stated}%, but {part} of {whole} is {share}%"),
            new("重新计算这个占比，或核对它的两个数", "recompute the share, or compare its two figures"))
        { Location = at, Expected = share, Actual = stated };

        /// <summary>The prose is of another year.</summary>
        public static Diagnostic Year(Location at, int year, int stated) => new(Catalogue.NarrativeYear,
            new($"{year} 年的报告，正文写的是 {stated} 年", $"this is the report of {year}, the prose says {stated}"),
            new("可能沿用了旧稿：改为“{{ 年度 }}年”", "perhaps it was taken over from another year's: write “{{ 年度 }}年”"))
        { Location = at, Expected = Number(year), Actual = Number(stated) };

        /// <summary>A section of prose alone says nothing.</summary>
        public static Diagnostic EmptySection(Location at, string ordinal, string heading, bool saysNone) => new(Catalogue.NarrativeSection,
            new($"第{ordinal}部分“{heading}”{(saysNone ? "只写了“无”" : "没有内容")}", $"section {ordinal}, “{heading}”, {(saysNone ? "says “无” and nothing else" : "is empty")}"),
            new($"在“## {ordinal}、{heading}”下写明情况", $"write it under “## {ordinal}、{heading}”"))
        { Location = at };

        /// <summary>六个部分 are announced, the form has another number.</summary>
        public static Diagnostic Announced(Location at, int announced, int sections) => new(Catalogue.NarrativeSection,
            new($"正文说报告有 {announced} 个部分，格式有 {sections} 个", $"the prose announces {announced} parts, the form has {sections}"),
            new($"改为 {sections} 个部分，并核对所列名称", $"write {sections} and compare the names listed"))
        { Location = at };

        /// <summary>The processing fee is not mentioned where it is due.</summary>
        public static Diagnostic NoFee(Location at, string ordinal, string fee) => new(Catalogue.ProcessingFee,
            new($"第{ordinal}部分没有写{fee}的收取情况", $"section {ordinal} does not state the processing fee ({fee})"),
            new($"写明收取金额；没有收取的写“本年度未收取{fee}。”", $"state the amount; where none was collected write “本年度未收取{fee}。”"))
        { Location = at };

        /// <summary>The processing fee is more than what it is part of.</summary>
        public static Diagnostic FeeTooLarge(Location at, string fee, CellName limit, string stated, string figure) => new(Catalogue.ProcessingFee,
            new($"{fee} {stated} {limit.Unit}，多于表中“{limit.Path}”的 {figure} {limit.Unit}", $"the processing fee ({fee}) of {stated} {limit.Unit} is more than “{limit.Path}” ({limit.Gloss}), {figure} {limit.Unit}"),
            new("前者是后者的一部分：核对两个数和单位（元、万元）", "it is part of the latter: compare both figures and their units (元, 万元)"))
        { Location = at };

        /// <summary>A reader cannot tell where to ask.</summary>
        public static Diagnostic NoContact(Location at, IReadOnlyList<string> missing) => new(Catalogue.Contact,
            new($"联系方式缺少{string.Join('、', missing)}", $"the contact line lacks {string.Join(", ", missing)}"),
            new($"在 reportc.yaml 的“联系方式”中写明{string.Join('、', missing)}，或写在正文开头", $"give {string.Join(", ", missing)} under “联系方式” in reportc.yaml, or at the beginning of the narrative"))
        { Location = at };

        private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
