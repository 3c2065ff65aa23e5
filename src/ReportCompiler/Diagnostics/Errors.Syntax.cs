using ReportCompiler.Sources;

namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>A file as YAML.</summary>
    public static class Syntax
    {
        // A longer line is no help beside itself.
        private const int LongestLine = 120;

        /// <summary>A slip of the input method that YAML cannot read.</summary>
        public static Diagnostic Slipped(SourceText source, Slip slip)
        {
            var found = source.LineSpan(slip.Line).Slice(slip.Offset, slip.Length).ToString();
            var (reason, message, help) = slip.Kind switch
            {
                SlipKind.Colon => (new Text("全角冒号", "full-width colon"),
                    new Text("项目名称后面用了全角冒号“：”", "a full-width colon “：” stands after the name"),
                    new Text("改为半角冒号加一个空格“: ”", "write a half-width colon and a space “: ”")),
                SlipKind.Comma => (new Text("全角标点", "full-width comma"),
                    new Text($"两项之间用了“{found}”", $"“{found}” stands between two entries"),
                    new Text("改为半角逗号加一个空格“, ”", "write a half-width comma and a space “, ”")),
                SlipKind.Bracket => (new Text("全角括号", "full-width bracket"),
                    new Text($"用了全角括号“{found}”", $"a full-width bracket “{found}” stands here"),
                    new Text($"改为半角“{slip.With}”", $"write a half-width “{slip.With}”")),
                SlipKind.Space => (new Text("冒号后缺空格", "missing space"),
                    new Text("冒号后面缺少空格", "there is no space after the colon"),
                    new Text("在冒号后加一个空格", "put a space after the colon")),
                SlipKind.WideSpace => (new Text("全角空格", "full-width space"),
                    new Text("这里是全角空格或不间断空格", "an ideographic or no-break space stands here"),
                    new Text("改为半角空格", "write half-width spaces")),
                SlipKind.Hash => (new Text("全角井号", "full-width number sign"),
                    new Text("备注前面用了全角井号“＃”", "a full-width number sign “＃” stands before the remark"),
                    new Text("改为半角“# ”", "write a half-width “# ”")),
                SlipKind.Tab => (new Text("制表符", "tab"), new Text("这里是制表符（Tab）", "a tab stands here"),
                    new Text("缩进和间隔用半角空格", "indent and separate with half-width spaces")),
                SlipKind.Grouping => (new Text("千分位逗号", "thousands separator"),
                    new Text($"数字里用了千分位逗号“{found}”，在花括号里会被当作两项",
                        $"a thousands separator “{found}” stands in the figure; in braces it would divide two entries"),
                    new Text("删去逗号，数字连着写，例如 1000", "delete it and write the digits together, such as 1000")),
                _ => (new Text("看不见的字符", "invisible character"),
                    new Text($"这里有看不见的控制字符 U+{(int)(found.Length > 0 ? found[0] : ' '):X4}",
                        $"an invisible control character U+{(int)(found.Length > 0 ? found[0] : ' '):X4} stands here"),
                    slip.IsSure ? new Text("删去它", "delete it")
                        : new Text("删去它，并核对前后的内容", "delete it, and check what stands before and after it")),
            };
            var column = source.CodePointColumn(slip.Line, slip.Offset);
            var at = new Location(source, Span.OnLine(slip.Line, column, slip.Length));
            return new(Catalogue.Typing, message, help)
            {
                Location = at with { Span = Span.OnLine(slip.Line, column, Math.Max(1, slip.Length)) },
                Edits = slip.IsSure ? [new Edit(at, slip.With, reason)] : [],
            };
        }

        /// <summary>Several slips of the input method on one line, with the line as it should be.</summary>
        public static Diagnostic SlippedLine(SourceText source, IReadOnlyList<Slip> slips, string mended)
        {
            var all = slips.Select(s => Slipped(source, s)).ToList();
            var kinds = all.SelectMany(f => f.Edits).Select(e => e.Reason).Distinct().ToList();
            var (first, last) = (all[0], all[^1].Location!.Span);
            var at = first.Location! with { Span = first.Location!.Span with { EndColumn = last.EndColumn } };
            return first with
            {
                Message = new(
                    $"这一行有 {slips.Count} 处{string.Join('、', kinds.Select(k => k.Chinese))}",
                    $"{slips.Count} slips on this line: {string.Join(", ", kinds.Select(k => k.English))}"),
                Help = mended.Length > LongestLine ? first.Help : new($"改为“{mended}”", $"write “{mended}”"),
                Location = at,
                Edits = [.. all.SelectMany(f => f.Edits)],
            };
        }

        /// <summary>A quote that never ends.</summary>
        public static Diagnostic UnclosedQuote(SourceText source, Span span) => Fault(source, span,
            new("引号没有成对：从这里开始，到文件末尾也没有结束", "the quote that begins here is never closed"),
            new("在文字后面补上同样的引号", "close it with the same quote"));

        /// <summary>A bracket that never ends.</summary>
        public static Diagnostic UnclosedBracket(SourceText source, Span span, char bracket) => Fault(source, span,
            new($"括号“{bracket}”没有成对：从这里开始，没有找到对应的“{(bracket == '{' ? '}' : ']')}”",
                $"the “{bracket}” that begins here is never closed"),
            new($"在这一项末尾补上“{(bracket == '{' ? '}' : ']')}”", $"close it with “{(bracket == '{' ? '}' : ']')}”"));

        /// <summary>A word alone where a key is expected.</summary>
        public static Diagnostic NoColon(SourceText source, Span span, string word) => Fault(source, span,
            new("这一行只有文字，没有冒号", "this line is text alone, without a colon"),
            new($"是项目就补上半角冒号、空格和数字，例如“行政许可: 12”；是备注就在前面加“# ”：“# {word}”；不需要就整行删去",
                $"write a colon, a space and the figure after a name, such as “行政许可: 12”; put “# ” before a remark: “# {word}”; "
                + "or delete the line"));

        /// <summary>A figure on the line below its name.</summary>
        public static Diagnostic FigureBelow(SourceText source, Span span, string key, string figure) => Fault(source, span,
            new($"数字“{figure}”写到了“{key}”的下一行", $"the figure “{figure}” stands on the line below “{key}”"),
            new($"写在同一行：“{key}: {figure}”", $"write both on one line: “{key}: {figure}”"));

        /// <summary>What Git writes where two versions of a file differ.</summary>
        public static Diagnostic Conflict(SourceText source, Span span) => Fault(source, span,
            new("这是 Git 的合并冲突标记：两份改动还没有合并好",
                "this is a conflict marker of Git: two versions of the file are not merged yet"),
            new("在“<<<<<<<”“=======”“>>>>>>>”之间留下正确的一份，把这三行标记和另一份删去",
                "keep the right one of the versions between “<<<<<<<”, “=======” and “>>>>>>>”, delete the other and the three markers"));

        /// <summary>A code fence of Markdown, copied with the text within.</summary>
        public static Diagnostic Fence(SourceText source, Span span) => Fault(source, span,
            new("“```”是聊天或网页里代码块的标记，不是数据", "“```” marks a block of code in a chat or on a page, it is no data"),
            new("把以“```”开头的行整行删去", "delete the lines that begin with “```”"));

        /// <summary>A bracket too many, or text after the bracket that ends a value.</summary>
        public static Diagnostic AfterBracket(SourceText source, Span span) => Fault(source, span,
            new("括号已经结束，后面多了内容", "the bracket is closed already; something more stands after it"),
            new("删去括号后面多出的内容；说明写在“ #”之后", "delete what stands after the bracket; remarks go after “ #”"));

        /// <summary>A value that begins with a sign YAML keeps for itself.</summary>
        public static Diagnostic NoTextStart(SourceText source, Span span, char sign) => Fault(source, span,
            new($"内容不能以“{sign}”开头", $"a value cannot begin with “{sign}”"),
            new("删去它；确实是文字的一部分，就给整段文字加引号", "delete it; where it belongs to the text, quote the text"));

        /// <summary>Two keys on one line.</summary>
        public static Diagnostic SecondColon(SourceText source, Span span, string first, string second) => Fault(source, span,
            new("这一行有两个冒号", "this line has two colons"),
            new($"是两项就各写一行：“{first}”、“{second}”；文字里有冒号的，给文字加引号",
                $"write two items on lines of their own: “{first}”, “{second}”; quote a text that holds a colon"));

        /// <summary>A line further in or out than its neighbours.</summary>
        public static Diagnostic Indentation(SourceText source, int line) => Fault(source,
            Span.OnLine(line, 1, Math.Max(1, source.Line(line).Length - source.Line(line).TrimStart().Length)),
            new("缩进与上文对不齐", "the indentation does not line up with the lines above"),
            new("同一层的各行开头空格数要相同，下一层多两个空格",
                "lines of one level begin with the same number of spaces, the level below with two more"));

        /// <summary>An item in braces without its dash among others.</summary>
        public static Diagnostic NoDash(SourceText source, int line) => Fault(source,
            Span.OnLine(line, source.Line(line).Length - source.Line(line).TrimStart().Length + 1, 1),
            new("这一项前面没有“- ”，上下各项都有", "this item has no “- ” before it, those beside it have"),
            new("在“{”前面加“- ”", "put “- ” before the “{”"));

        /// <summary>Anything else YAML cannot read.</summary>
        public static Diagnostic Unreadable(SourceText source, Span span) => Fault(source, span,
            new("从这里开始不符合 YAML 写法，无法读懂", "from here on this is not well-formed YAML"),
            new("检查这一行和上一行的冒号、空格、括号和引号",
                "check the colons, spaces, brackets and quotes of this line and the one above"));

        /// <summary>Nesting far deeper than any form's.</summary>
        public static Diagnostic TooDeep(SourceText source, Span span, int limit) => Fault(source, span,
            new($"嵌套超过 {limit} 层", $"the nesting is deeper than {limit} levels"),
            new("检查括号是否多写", "check for brackets too many"));

        /// <summary>Far more keys and values than any file of a project has.</summary>
        public static Diagnostic TooMany(SourceText source, Span span, int limit) => Fault(source, span,
            new($"文件里的项目超过 {limit} 个", $"the file holds more than {limit} keys and values"),
            new("检查是否放错了文件", "check whether it is the right file"));

        /// <summary>No content.</summary>
        public static Diagnostic Empty(SourceText source) => new(Catalogue.Empty,
            new("文件是空的", "the file is empty"), new("填写内容；不需要的文件请删去", "fill it in, or delete it"))
        { Location = Location.AtStart(source) };

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

        private static Diagnostic Fault(SourceText source, Span span, Text message, Text help) =>
            new(Catalogue.Syntax, message, help) { Location = new(source, span) };

        private static Diagnostic Plain(SourceText source, Span span, Text message, Text help) =>
            new(Catalogue.PlainYaml, message, help) { Location = new(source, span) };
    }
}
