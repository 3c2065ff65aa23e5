namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>Narrative and templates.</summary>
    public static class Templates
    {
        /// <summary>A figure read back from a page is not the total: a template or a table in the narrative prints another.</summary>
        /// <param name="at">The project's own template; null if it has none.</param>
        /// <param name="file">The page.</param>
        /// <param name="cell">The cell.</param>
        /// <param name="total">The total.</param>
        /// <param name="printed">What the page has.</param>
        /// <param name="wrong">How many figures of the table are wrong.</param>
        public static Diagnostic PageFigure(Location? at, string file, CellName cell, string total, string printed, int wrong)
        {
            var shown = printed.Length == 0 ? new Text("空白", "a blank") : new Text(printed, printed);
            var help = new Text("改正模板，或正文中写着这一格的表格",
                "correct the template, or the table in the narrative that has this cell");
            var count = new Text($"；这张表共有 {wrong} 格不符", $"; {wrong} cells of the table differ");
            return new(Catalogue.PageFigures,
                new($"{file} 上“{cell.Path}”印的是{(printed.Length == 0 ? "" : " ")}{shown.Chinese}，汇总数是 {total}",
                    $"{file} prints {shown.English} at “{cell.Path}” ({cell.Gloss}), the total is {total}"),
                wrong == 1 ? help : new(help.Chinese + count.Chinese, help.English + count.English))
            { Location = at };
        }

        /// <summary>A page lacks cells of a statutory table, or prints it in a way that cannot be read back.</summary>
        /// <param name="at">The project's own template; null if it has none.</param>
        /// <param name="file">The page.</param>
        /// <param name="table">The table's caption.</param>
        /// <param name="first">The first cell that is not there.</param>
        /// <param name="missing">How many are not.</param>
        public static Diagnostic PageTable(Location? at, string file, string table, CellName first, int missing) =>
            new(Catalogue.PageFigures,
                new($"{file} 上的“{table}”读不出 {missing} 格，第一格是“{first.Path}”",
                    $"{missing} cells of “{table}” cannot be read from {file}, the first is “{first.Path}” ({first.Gloss})"),
                new("用自带的 table.html、table.md，或按格式印全各行各列的名称和数",
                    "include the built-in table.html or table.md, or print every row and column with its label"))
            { Location = at };

        /// <summary>A template does not print the notes that stand below the table of a section.</summary>
        /// <param name="at">The template.</param>
        /// <param name="file">The page.</param>
        /// <param name="section">The section's ordinal.</param>
        public static Diagnostic NotesLost(Location at, string file, string section) => new(Catalogue.Template,
            new($"{file} 没有印出第{section}部分表下的“注：”",
                $"{file} does not print the notes (“注：”) below the table of section {section}"),
            new("模板中，在该部分的表后面写“{{ 节.附注 }}”", "print “{{ 节.附注 }}” behind the section's table in the template"))
        { Location = at };

        /// <summary>A template of the Word document writes what is no XML: an element without an end, a “&amp;” as it is.</summary>
        /// <param name="at">The place of the template that wrote it.</param>
        /// <param name="detail">What the reader of XML says.</param>
        public static Diagnostic NotXml(Location at, string detail) => new(Catalogue.Template,
            new("写到这里，输出的不是合格的 XML，Word 打不开", "what is written up to here is no well-formed XML, and Word cannot open it"),
            new("检查这里和前面的标签是否成对、“&”是否写成“&amp;”",
                $"check that the tags here and before are in pairs, and that “&” is written “&amp;” ({detail})"))
        { Location = at };

        /// <summary>An expression that the template language cannot read.</summary>
        public static Diagnostic Unparsable(Location at, string detail) => new(Catalogue.Template,
            new("这里的表达式读不懂", "the expression here cannot be read"),
            new("检查“{{”和“}}”是否成对、名称是否写全", $"check that “{{{{” and “}}}}” are in pairs and names complete ({detail})"))
        { Location = at };

        /// <summary>A name with a sign beyond the first 65,536 of Unicode, as rare names of places have, behind a dot.</summary>
        public static Diagnostic RareName(Location at, string name) => new(Catalogue.Template,
            new($"表达式里，名称“{name}”中的生僻字不能直接写在“.”后面",
                $"in an expression the rare character in the name “{name}” cannot stand behind a dot"),
            new($"去掉“.”，写成 [\"{name}\"]，如 指标[\"{name}\"]", $"leave out the dot and write [\"{name}\"], as in 指标[\"{name}\"]"))
        { Location = at };

        /// <summary>A “{{” without its “}}”.</summary>
        public static Diagnostic Unclosed(Location at) => new(Catalogue.Template,
            new("从这里开始的“{{”没有结束", "the “{{” that begins here is never closed"),
            new("在表达式后面写“}}”", "write “}}” after the expression"))
        { Location = at };

        /// <summary>A project's own template that renders to nothing, or to blanks alone.</summary>
        public static Diagnostic EmptyReport(Location at) => new(Catalogue.Template,
            new("模板做出的报告是空的", "the report that the template makes is empty"),
            new("在模板中写出报告的内容，或删去这个模板，改用自带的",
                "write the report's content in it, or delete it: then the built-in one is used"))
        { Location = at };

        /// <summary>An expression divides by zero.</summary>
        public static Diagnostic DividedByZero(Location at) => new(Catalogue.Template,
            new("这里除以 0", "a number is divided by zero here"), new("先判断除数是不是 0", "ask first whether the divisor is 0"))
        { Location = at };

        /// <summary>An “if” or a “for” without its “end”.</summary>
        public static Diagnostic NoEnd(Location at) => new(Catalogue.Template,
            new("“if”或“for”没有结束", "an “if” or “for” is never ended"),
            new("在它管到的内容后面写“{{ end }}”", "write “{{ end }}” after what it governs"))
        { Location = at };

        /// <summary>An expression names what the report does not have.</summary>
        public static Diagnostic UnknownName(Location at, string name, string? nearest) => new(Catalogue.Template,
            new($"没有“{name}”", $"there is no “{name}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new("写表、行、列的键，例如“依申请公开.本年新收.总计”",
                    "write the keys of table, row and column, such as “依申请公开.本年新收.总计”"))
        { Location = at };

        /// <summary>An expression that is read but fails when it is computed.</summary>
        public static Diagnostic Failed(Location at, string detail) => new(Catalogue.Template,
            new("这里的表达式无法计算", "the expression here cannot be computed"),
            new("检查其中的名称、运算和函数", $"check its names, operators and functions ({detail})"))
        { Location = at };

        /// <summary>An expression assigns to the report's data.</summary>
        public static Diagnostic ReadOnly(Location at) => new(Catalogue.Template,
            new("报告的数据只能读取，不能改", "the report's data can be read, not changed"),
            new("要用算出的数，另起一个名称", "give a computed figure a name of its own"))
        { Location = at };

        /// <summary>A template that gives a value to a name of the data: assigns, captures, counts with it, defines a function.</summary>
        public static Diagnostic TakenName(Location at, string name) => new(Catalogue.Template,
            new($"“{name}”是报告的数据，只能读取，不能改", $"“{name}” is of the report's data, which can be read, not changed"),
            new("要用算出的数，另起一个名称", "give a computed figure a name of its own"))
        { Location = at };

        /// <summary>A word of the template language that would let a template hide the data behind names of its own.</summary>
        public static Diagnostic NotOffered(Location at, string word) => new(Catalogue.Template,
            new($"模板中不能用“{word}”", $"“{word}” is not offered in templates"),
            new("数据直接写名称；自己的值用“名称 = …”", "write the name of the data as it is; a value of your own is “name = …”"))
        { Location = at };

        /// <summary>A template that costs more steps, memory or output than a page may, or is nested too deeply.</summary>
        /// <param name="at">Where the limit was met.</param>
        /// <param name="what">What is counted.</param>
        /// <param name="most">The limit.</param>
        public static Diagnostic BeyondLimit(Location at, Text what, long most) => new(Catalogue.Template,
            new($"这里超过限度：最多 {most} {what.Chinese}", $"this goes beyond the limit of {most} {what.English}"),
            new("检查循环的范围、函数的参数和相互调用", "check the ranges of loops, the arguments of functions, and what calls what"))
        { Location = at };

        /// <summary>A number in an expression has more digits than any figure: it would take hours to work out.</summary>
        public static Diagnostic HugeNumber(Location at, int most) => new(Catalogue.Template,
            new($"这个数超过 {most} 位", $"this number has more than {most} digits"),
            new("检查指数和位数，是不是多打了", "check its exponent and its digits; perhaps some were typed twice"))
        { Location = at };

        /// <summary>An expression prints a row, a group or a table as if it were one figure.</summary>
        public static Diagnostic NotOneFigure(Location at, IEnumerable<string> below) => new(Catalogue.Template,
            new("这里下面还有分项，不是一个数", "this has parts of its own and is no figure"),
            new($"后面再写一级，例如“.{below.FirstOrDefault()}”", $"add a step, such as “.{below.FirstOrDefault()}”"))
        { Location = at };

        /// <summary>An “include” of a template that there is not.</summary>
        public static Diagnostic NoTemplate(Location at, string name, string? nearest) => new(Catalogue.Template,
            new($"没有模板“{name}”", $"there is no template “{name}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new($"放入 templates/{name}，或删去这一句", $"add templates/{name}, or delete this line"))
        { Location = at };

        /// <summary>An expression goes into what is null, such as 上年 of the first year.</summary>
        public static Diagnostic OfNothing(Location at, string name) => new(Catalogue.Template,
            new($"“{name}”在这里没有值", $"“{name}” has no value here"),
            new($"先判断：“{{{{ if {name} }}}}…{{{{ end }}}}”", $"ask first: “{{{{ if {name} }}}}…{{{{ end }}}}”"))
        { Location = at };

        /// <summary>A heading of the second level without a Chinese ordinal.</summary>
        public static Diagnostic NotASection(Location at, string heading, string section) => new(Catalogue.NarrativeSection,
            new($"标题“{heading}”没有正确的中文序号，按位置放在“{section}”部分",
                $"the heading “{heading}” has no right ordinal; it is placed in section “{section}”"),
            new("写成“## 一、总体情况”这样，序号用中文数字加顿号", "write it like “## 一、总体情况”, with a Chinese numeral and “、”"))
        { Location = at };

        /// <summary>A right numeral, of a section that the form has not.</summary>
        public static Diagnostic NoSuchSection(Location at, string numeral, string last, string? into)
        {
            var placed = into is null ? new Text("前言里", "in the preamble") : new Text($"第{into}部分里", $"in section {into}");
            return new(Catalogue.NarrativeSection,
                new($"格式没有第{numeral}部分，最后是第{last}部分；这个标题作为小标题放在{placed.Chinese}",
                    $"the form has no section {numeral}, its last is {last}; the heading is placed {placed.English} as a sub-heading"),
                new("改为格式中有的序号；只是小标题就写“###”",
                    "write the numeral of a section of the form, or “###” where it is a sub-heading"))
            { Location = at };
        }

        /// <summary>Two headings of one ordinal.</summary>
        public static Diagnostic SectionTwice(Location at, string ordinal) => new(Catalogue.NarrativeSection,
            new($"第{ordinal}部分写了两次", $"section {ordinal} stands twice"), new("合并成一个", "merge them"))
        { Location = at };

        /// <summary>There is no narrative.</summary>
        /// <param name="year">The report's year.</param>
        /// <param name="prose">The ordinals of the sections that are prose alone.</param>
        public static Diagnostic NoNarrative(int year, IReadOnlyList<string> prose)
        {
            var list = prose.Count > 1 ? $"{string.Join(", ", prose.SkipLast(1))} and {prose[^1]}" : string.Concat(prose);
            var enough = prose.Count == 0 ? new Text("", "")
                : new Text($"：{string.Join('、', prose)}部分即可",
                    $"; section{(prose.Count == 1 ? $" {list} is" : $"s {list} are")} enough");
            return new(Catalogue.NarrativeSection,
                new($"没有正文 narrative/{year}.md，正文用格式的简短说明代替",
                    $"there is no narrative/{year}.md; the form's short skeleton is used"),
                new($"写好 narrative/{year}.md{enough.Chinese}", $"write narrative/{year}.md{enough.English}"));
        }
    }
}
