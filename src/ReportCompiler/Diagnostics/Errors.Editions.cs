namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>Edition and rules files.</summary>
    public static class Editions
    {
        /// <summary>A key of an edition that templates could not write after a dot.</summary>
        public static Diagnostic NotAnIdentifier(Location at, string key) => Fault(at,
            new($"“{key}”不能作键", $"“{key}” cannot be a key"),
            new("键只用文字、数字和 _，不以数字开头", "a key is made of letters, digits and _, and does not begin with a digit"));

        /// <summary>A word under 用语 holds a sign that would end the text it is printed in.</summary>
        public static Diagnostic NotAWord(Location at, string name, string refused) => Fault(at,
            new($"“{name}”里不能有 {string.Join(' ', refused.ToCharArray())}",
                $"“{name}” cannot hold any of {string.Join(' ', refused.ToCharArray())}"),
            new("换一种写法，例如用“ ”", "write it otherwise, with “ ” for quotes"));

        /// <summary>Braces in a title or a word under 用语 name nothing that is filled in there.</summary>
        public static Diagnostic UnknownPlace(Location at, string place, IReadOnlyCollection<string> known) => Fault(at,
            new($"花括号里的“{place}”没有内容可填，会照样印出来",
                $"nothing is filled in for “{{{place}}}”, it would be printed as it stands"),
            known.Count == 0 ? new("删去花括号", "delete the braces")
                : new($"这里可以写：{string.Join('、', known.Select(k => $"{{{k}}}"))}",
                    $"what can be filled in here: {string.Join(", ", known.Select(k => $"{{{k}}}"))}"));

        /// <summary>A word under 用语 lacks what it is there to hold.</summary>
        public static Diagnostic PlaceMissing(Location at, string name, string place) => Fault(at,
            new($"“{name}”里没有 {{{place}}}，它就印不出来", $"“{name}” has no {{{place}}}, which would then not be printed"),
            new($"写上 {{{place}}}", $"write {{{place}}} in it"));

        /// <summary>The 版本 of an edition holds what no file name and no key may.</summary>
        public static Diagnostic NotAnEditionName(Location at, string name) => Fault(at,
            new($"“{name}”不能作版本名", $"“{name}” cannot be the name of an edition"),
            new("版本名只用文字、数字和 _ - .，首尾不用 - 和 .",
                "it is made of letters, digits, _, - and ., and neither begins nor ends with - or ."));

        /// <summary>A table bears a name under which data files, narratives or templates know something else.</summary>
        public static Diagnostic ReservedKey(Location at, string key) => Fault(at,
            new($"表不能叫“{key}”：数据文件、正文或模板里这个名称另有所指",
                $"no table can be “{key}”: data files, narratives or templates mean something else by it"),
            new("给这张表另起一个键", "give the table another key"));

        /// <summary>Two tables, rows of one level or columns of one band with keys or labels alike: a cell could be stated twice.</summary>
        public static Diagnostic SameName(Location at, string name, string other, Location first) => new(Catalogue.Edition,
            new($"“{name}”与第 {first.Span.Line} 行的“{other}”同名：数据文件写键或名称都可以，这样就分不清是哪一个",
                $"“{name}” is a name of “{other}” (line {first.Span.Line}) too: data files write a key or a label, and could mean either"),
            new("同一层的键和名称（编号、空格、引号不算）各不相同",
                "keys and labels of one level must differ, numbering, spaces and quotes aside"))
        { Location = at, Related = [new(other, "", first)] };

        /// <summary>A rule names a table, row or column that the edition does not have.</summary>
        public static Diagnostic UnknownName(Location at, string name, string? nearest) => Fault(at,
            new($"格式中没有“{name}”", $"the form has no “{name}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : new("写表中的键", "write a key of the form"));

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

        /// <summary>The 版本 of an edition is a year and its 自 another.</summary>
        public static Diagnostic OtherBeginning(Location at, string key, int from, Location named) => new(Catalogue.Edition,
            new($"版本“{key}”是年份，这份格式却自 {from} 年起", $"the edition is called “{key}”, a year, and begins in {from}"),
            new($"写“自: {key}”；确实自 {from} 年起的，版本写“{from}”，或不像年份的名称",
                $"write “自: {key}”; if it does begin in {from}, call it “{from}”, or by what is no year"))
        { Location = at, Related = [new("版本", key, named)] };

        /// <summary>Two sections bear one number.</summary>
        public static Diagnostic SectionTwice(Location at, string ordinal, Location first) => new(Catalogue.Edition,
            new($"第 {first.Span.Line} 行的章节也是“{ordinal}”：正文按序号归入各章，这样就分不清是哪一章",
                $"the section on line {first.Span.Line} is “{ordinal}” too: prose is placed by that number and could belong to either"),
            new("各章的“序”各不相同", "give each section a number of its own"))
        { Location = at, Related = [new(ordinal, "", first)] };

        /// <summary>A word under 行文 stands in two entries: the prose would be held to the first alone.</summary>
        public static Diagnostic WordTwice(Location at, string word, Location first) => new(Catalogue.Edition,
            new($"“{word}”在第 {first.Span.Line} 行已经写过：核对正文时只认前一处",
                $"“{word}” stands on line {first.Span.Line} already: the prose would be held to that alone"),
            new("只在所指的那一处写；两种读法都对的，把两行都写进同一处的“行”",
                "keep it where it is meant; where both readings are right, name both rows under “行” of one entry"))
        { Location = at, Related = [new(word, "", first)] };

        /// <summary>More words are written as one under 行文 than anybody could look through.</summary>
        public static Diagnostic TooManyWords(Location at, string word, int most) => new(Catalogue.Edition,
            new($"“{word}”写出了多于 {most} 个词", $"“{word}” stands for more than {most} words"),
            new("分成几个词来写，每个括号里少写几种", "write it as several words, with fewer alternatives in each"))
        { Location = at };

        /// <summary>A code or a name that is another rule's.</summary>
        public static Diagnostic TakenByRule(Location at, string code, string name, string otherCode, string otherName) => Fault(at,
            code == otherCode
                ? new($"代码“{code}”是规则“{otherName}”的，这条规则名为“{name}”",
                    $"the code “{code}” is that of the rule “{otherName}”; this rule is “{name}”")
                : new($"“{name}”是规则 {otherCode} 的名称，这条规则的代码是“{code}”",
                    $"“{name}” is the name of the rule {otherCode}; the code of this rule is “{code}”"),
            new($"是同一条规则，代码写“{otherCode}”、名称写“{otherName}”；不是，另起代码和名称",
                $"where it is that rule write “{otherCode}” and “{otherName}”; else give it a code and a name of its own"));

        /// <summary>A rule of a project's own edition has a code that begins with RC and is no built-in rule's.</summary>
        public static Diagnostic ReservedCode(Location at, string code, string name) => Fault(at,
            new($"规则“{name}”的代码“{code}”以 RC 开头：RC 开头的代码留给程序",
                $"the code “{code}” of the rule “{name}” begins with RC; those codes are the program's"),
            new("另起代码，不以 RC 开头", "choose a code that does not begin with RC"));

        /// <summary>The 式 of a rule is no equation: a name or a sign is missing, or there is no = in it.</summary>
        public static Diagnostic NotAFormula(Location at, string formula, int offset, bool lacksName) => Fault(at,
            offset == formula.Length && !lacksName
            ? new($"“{formula}”不是等式：没有 = 或 <=", $"“{formula}” is no equation: it has no = or <=")
            : lacksName ? new($"“{formula}”不是等式：第 {offset + 1} 个字符处应是名称",
                $"“{formula}” is no equation: a name belongs at character {offset + 1}")
            : new($"“{formula}”不是等式：第 {offset + 1} 个字符处应是 + 或 -，或一个 = 或 <=",
                $"“{formula}” is no equation: a + or -, or the one = or <=, belongs at character {offset + 1}"),
            new("写成“甲 + 乙 = 丙”或“甲 <= 乙”", "write “a + b = c” or “a <= b”"));

        /// <summary>A rule whose 表, 每 and names leave no row or column to apply to.</summary>
        public static Diagnostic NeverApplies(Location at, string rule) => Fault(at,
            new($"规则“{rule}”不适用于任何一行或一列", $"the rule “{rule}” applies to no row or column"),
            new("核对“表”“每”和式中的名称", "check “表”, “每” and the names of the formula"));

        /// <summary>A formula names a cell twice: it would be added twice.</summary>
        public static Diagnostic NamedTwice(Location at, string path) => Fault(at,
            new($"式中两次写到“{path}”", $"the formula names “{path}” twice"), new("只写一次", "name it once"));

        /// <summary>得出 names a cell that does not stand alone on one side of =.</summary>
        public static Diagnostic NotAlone(Location at, string total) => Fault(at,
            new($"“得出”要求“{total}”单独在 = 的一边", $"“得出” wants “{total}” alone on one side of ="),
            new($"写成“{total} = 甲 + 乙”；只是核对的，把“得出”改为“核对”",
                $"write “{total} = a + b”; for a check alone write “核对” for “得出”"));

        /// <summary>The formula of a total takes a cell away, or adds one of last year's.</summary>
        public static Diagnostic NotASum(Location at, string total, bool isLastYear) => Fault(at,
            isLastYear ? new($"“{total}”不能由上年的数字算出", $"“{total}” cannot be computed from last year's figures")
                : new($"“{total}”由式中各项相加得出，不能减", $"“{total}” is the sum of its parts; none is taken away"),
            new("只写本年各项之和；只是核对的，把“得出”改为“核对”",
                "write the sum of this year's parts; for a check alone write “核对” for “得出”"));

        /// <summary>得出 names a group of rows: it stands for their sum and is no cell.</summary>
        public static Diagnostic TotalIsAGroup(Location at, string name) => Fault(at,
            new($"“{name}”是几行之和，不是一格，不能由式得出", $"“{name}” is the sum of several rows and no cell: it cannot be computed"),
            new($"写合计所在的行，例如“{name}.总计”", $"name the row of the total, such as “{name}.总计”"));

        /// <summary>A total adds a cell twice: once itself, once through another total, or through two of them.</summary>
        public static Diagnostic CountedTwice(Location at, string total, string twice) => Fault(at,
            new($"“{total}”把“{twice}”算了两遍", $"“{total}” counts “{twice}” twice"),
            new("式中只写分项，或者只写小计，不要两样都写", "name the parts or the subtotal that holds them, not both"));

        /// <summary>A total of counts that adds an amount, or the like.</summary>
        public static Diagnostic OtherKind(Location at, string total, string part) => Fault(at,
            new($"“{total}”与“{part}”的类型不同，不能相加", $"“{total}” and “{part}” hold figures of different kinds and cannot be added"),
            new("核对两者的“类型”：件数、增减、金额", "compare the “类型” of the two"));

        /// <summary>Two rules compute one total and add different cells.</summary>
        public static Diagnostic OtherSum(Location at, string total, string cell, Location first) => new(Catalogue.Edition,
            new($"“{total}”有两个不同的式：“{cell}”只在其中一个里（另一个在第 {first.Span.Line} 行）",
                $"two equations give “{total}” differently: “{cell}” is in one of them only (the other is on line {first.Span.Line})"),
            new("改正其中一个，使两个式的分项相同", "correct one of them, so that both have the same parts"))
        { Location = at, Related = [new(total, "", first)] };

        /// <summary>A row or column beside a total is neither in the equation that makes it nor said to be left out.</summary>
        public static Diagnostic Incomplete(Location at, string total, string missing, Location written) => new(Catalogue.Edition,
            new($"“{total}”没有计入旁边的“{missing}”（第 {written.Span.Line} 行）",
                $"“{total}” leaves out “{missing}” beside it (line {written.Span.Line})"),
            new($"在式中加上“{missing}”；确实不计入的，在第 {written.Span.Line} 行写“不计入: 是”",
                $"add “{missing}” to the equation; if it is no part of the total, write “不计入: 是” on line {written.Span.Line}"))
        { Location = at, Related = [new(missing, "", written)] };

        /// <summary>A rule of every row computes a column, and a row has that column without the others that the equation names.</summary>
        public static Diagnostic NoEquation(Location at, string total, string rule, Location formula) => new(Catalogue.Edition,
            new($"“{total}”没有式得出：规则“{rule}”要的列，这一行不全",
                $"nothing gives “{total}”: the row lacks columns that the rule “{rule}” names"),
            new("为这一行另写一条规则，或者给这一列另起一个键", "write a rule for this row, or give its column another key"))
        { Location = at, Related = [new(rule, "", formula)] };

        /// <summary>A rule of every column names rows that do not have the same columns.</summary>
        public static Diagnostic OtherColumns(Location at, string row, string first) => Fault(at,
            new($"“{row}”与“{first}”的列不同，不能逐列核对",
                $"“{row}” and “{first}” have different columns and cannot be compared column by column"),
            new("写列相同的行，或者不写“每”，逐格写明", "name rows of the same columns, or leave “每” out and name the cells"));

        /// <summary>An edition with more cells or rules than any form has.</summary>
        public static Diagnostic TooMany(Location at, Text what, int count, int limit) => Fault(at,
            new($"这份格式有 {count} {what.Chinese}，最多 {limit} {what.Chinese}",
                $"the edition has {count} {what.English}; at most {limit} are read"),
            new("核对表和规则是否重复", "see whether tables or rules are repeated"));

        /// <summary>Totals that the rules derive from each other.</summary>
        public static Diagnostic Circle(Location at, string path) => Fault(at,
            new($"“{path}”要由它自己算出", $"“{path}” would have to be computed from itself"),
            new("改正规则中的“得出”", "correct “得出” in the rules"));

        private static Diagnostic Fault(Location at, Text message, Text help) => new(Catalogue.Edition, message, help) { Location = at };
    }
}
