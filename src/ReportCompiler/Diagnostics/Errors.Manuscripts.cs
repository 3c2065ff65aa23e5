namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>What in the narrative would not be published as it was written and meant.</summary>
    public static class Manuscripts
    {
        /// <summary>A comment is begun and never ended.</summary>
        public static Diagnostic UnclosedComment(Location at) => Fault(at,
            new("从这里开始的注释“<!--”没有结束", "the comment “<!--” that begins here is never closed"),
            new("在注释后面写“-->”", "write “-->” after the comment"));

        /// <summary>A comment ends where none is open: one in another ended at the first end.</summary>
        public static Diagnostic StrayCommentEnd(Location at) => Fault(at,
            new("这里的“-->”前面没有注释：注释不能套注释，到第一个“-->”就结束了",
                "“-->” ends no comment here: a comment holds no other, it ends at the first “-->”"),
            new("删去它，并核对前面注释的范围；要印出来写“--\\>”",
                "delete it and see what the comment before it covers; to print it write “--\\>”"));

        /// <summary>A block of code is never closed, so that the rest of the report would be code.</summary>
        public static Diagnostic UnclosedFence(Location at) => Fault(at,
            new("从这里开始的代码块没有结束", "the block of code that begins here is never closed"),
            new("在代码块后面另起一行，写同样的标记；不是代码就删去这一行",
                "write the same marks on a line of their own after it, or delete them if it is no code"));

        /// <summary>A paragraph that is indented by four spaces or a tab, which Markdown takes for code.</summary>
        public static Diagnostic Indented(Location at) => Fault(at,
            new("行首有四个以上空格或制表符，这一段会印成代码", "a line that begins with four spaces or a tab is printed as code"),
            new("删去行首的空格（段首缩进由版式处理）；真是代码，用“```”括起来",
                "delete the spaces (the layout indents paragraphs); put code between lines of “```”"));

        /// <summary>A tag of HTML in the prose.</summary>
        public static Diagnostic Html(Location at) => Fault(at,
            new("正文中不能写 HTML 标签", "the prose cannot hold HTML"),
            new("用 Markdown 写；要印出“<”写“\\<”", "write it in Markdown; to print “<” write “\\<”"));

        /// <summary>What looks like a tag of HTML but is never closed: a reader may take all that follows for a part of it.</summary>
        public static Diagnostic UnclosedTag(Location at) => Fault(at,
            new("这里的“<”像是没有写完的 HTML 标签", "“<” looks like an HTML tag that is not closed"),
            new("删去它；要印出“<”写“\\<”", "delete it; to print “<” write “\\<”"));

        /// <summary>Stars that emphasise nothing and would be printed.</summary>
        public static Diagnostic LoneStars(Location at) => Fault(at,
            new("星号没有成对，会原样印出来", "stars without a partner would be printed"),
            new("加粗写“**文字**”，星号紧挨文字；要印出星号写“\\*”",
                "write bold as “**text**”, the stars next to the text; to print a star write “\\*”"));

        /// <summary>Full-width stars.</summary>
        public static Diagnostic WideMarks(Location at) => Fault(at,
            new("全角星号“＊＊”不是加粗", "full-width stars “＊＊” are no emphasis"), new("改为半角“**”", "write half-width “**”"));

        /// <summary>Hashes that make no heading, for a space is missing or they are full-width.</summary>
        public static Diagnostic NoHeading(Location at) => Fault(at,
            new("这一行不是标题：“#”后面要有空格，并且用半角", "this line is no heading: half-width “#” with a space after them make one"),
            new("写成“## 一、总体情况”的样子；要印出“#”写“\\#”", "write it like “## 一、总体情况”; to print “#” write “\\#”"));

        /// <summary>What looks like an expression and would be printed as it stands.</summary>
        /// <param name="at">The place.</param>
        /// <param name="written">What stands there.</param>
        /// <param name="name">The name in it; null if it is none of the model's.</param>
        public static Diagnostic NoExpression(Location at, string written, string? name) => Fault(at,
            new($"“{written}”不是表达式，会原样印出来", $"“{written}” is no expression and would be printed as it stands"),
            name is null ? new("取数写“{{ 名称 }}”，用半角；要印出“{”写“\\{”", "write “{{ name }}” for a value; to print “{” write “\\{”")
                : new($"写“{{{{ {name} }}}}”，用半角；要印出“{{”写“\\{{”", $"write “{{{{ {name} }}}}”; to print “{{” write “\\{{”"));

        /// <summary>What looks like a link and is none: its address has a space, or its parentheses are full-width.</summary>
        public static Diagnostic NoLink(Location at) => Fault(at,
            new("这里像链接而不是链接，会原样印出来", "this looks like a link, is none, and would be printed as it stands"),
            new("写“[文字](地址)”，括号用半角；地址里有空格的写“[文字](<地址>)”；要印出“]”写“\\]”",
                "write “[text](address)” with half-width parentheses, “[text](<address>)” for one with a space; to print “]” write “\\]”"));

        /// <summary>An image of another site: the report would not hold it.</summary>
        public static Diagnostic ImageElsewhere(Location at, string address) => Fault(at,
            new($"图片“{address}”不在本项目中", $"the image “{address}” is not in the project"),
            new("把图片存到 narrative/ 中，写相对路径", "save it below narrative/ and write its relative path"));

        /// <summary>An image that is not there.</summary>
        public static Diagnostic NoImage(Location at, string path) => Fault(at,
            new($"没有图片“{path}”", $"there is no image “{path}”"), Path);

        /// <summary>A file that no browser shows as an image.</summary>
        public static Diagnostic NotAnImage(Location at, string path) => Fault(at,
            new($"“{path}”的内容不是浏览器能显示的图片", $"the content of “{path}” is no image that browsers show"),
            new("存为 PNG、JPEG、GIF、WebP 或 SVG", "save it as PNG, JPEG, GIF, WebP or SVG"));

        /// <summary>A file that is larger than a report may hold.</summary>
        public static Diagnostic FileTooLarge(Location at, string path, long size, long most) => Fault(at,
            new($"“{path}”有 {Megabytes(size)} MB，超过 {most >> 20} MB", $"“{path}” has {Megabytes(size)} MB, more than {most >> 20} MB"),
            new("压缩或缩小后再用", "make it smaller"));

        /// <summary>The files of one narrative are together larger than a report may hold.</summary>
        public static Diagnostic FilesTooLarge(Location at, long size, long most) => Fault(at,
            new($"到这里为止，图片和附件共 {Megabytes(size)} MB，超过 {most >> 20} MB",
                $"images and files have {Megabytes(size)} MB together up to here, more than {most >> 20} MB"),
            new("压缩或减少图片和附件", "make them smaller or fewer"));

        /// <summary>A link to a file that is not there. It may be published elsewhere, so it is no error.</summary>
        public static Diagnostic NoFile(Location at, string path)
        {
            var message = new Text($"链接的文件“{path}”不存在", $"there is no file “{path}” that the link names");
            return Fault(at, message, Path) with { Severity = Severity.Warning };
        }

        /// <summary>A link that would run something, or reach into the reader's own machine.</summary>
        public static Diagnostic RefusedLink(Location at, string address) => Fault(at,
            new($"不能链接到“{address}”", $"a link to “{address}” is refused"),
            new("链接只能是 http、https、mailto、tel 或相对路径", "a link is http, https, mailto, tel or a relative path"));

        /// <summary>Two files that would be copied to one place.</summary>
        public static Diagnostic TwoOfOnePath(Location at, string first, string second, string path) => Fault(at,
            new($"“{first}”和“{second}”都会复制为“{path}”", $"“{first}” and “{second}” would both be copied to “{path}”"),
            new("改其中一个的名字", "rename one of them"));

        /// <summary>A paragraph with more marks of Markdown than can be meant; reading it would take long.</summary>
        public static Diagnostic TooDense(Location at, int most) => Fault(at,
            new($"这一段的标记（*、[、` 等）超过 {most} 个",
                $"this paragraph has more than {most} marks (*, [, ` and the like)"),
            new("分成几段，或删去多余的标记", "part it, or delete marks"));

        /// <summary>Quotations, lists or emphasis nested beyond what the reader of Markdown takes.</summary>
        public static Diagnostic TooDeep(Location at) => Fault(at,
            new("这里的列表、引用或强调套得太深（最多 128 层）",
                "lists, quotations or emphasis are nested too deeply here (at most 128 levels)"),
            new("减少层次", "nest them less"));

        /// <summary>More faults than are listed.</summary>
        public static Diagnostic More(Location at, int more) => Fault(at,
            new($"这以后还有 {more} 处写法问题没有列出", $"{more} more faults of markup after this one are not listed"),
            new("先改正列出的", "correct those listed first"));

        private static readonly Text Path =
            new("核对路径：相对于 narrative/ 文件夹，用“/”分隔，大小写一致",
                "check the path: relative to the narrative/ folder, with “/”, in the same case");

        private static string Megabytes(long size) =>
            (size / (decimal)(1 << 20)).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

        private static Diagnostic Fault(Location at, Text message, Text help) =>
            new(Catalogue.NarrativeMarkup, message, help) { Location = at };
    }
}
