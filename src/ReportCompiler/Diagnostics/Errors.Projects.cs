namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>reportc.yaml.</summary>
    public static class Projects
    {
        /// <summary>A unit stands in the roster twice, or an indicator's key in the list of indicators.</summary>
        public static Diagnostic ListedTwice(Location at, string name, Location? first) => new(Catalogue.Project,
            new($"“{name}”列了两次", $"“{name}” is listed twice"), new("删去其中一个", "delete one"))
        { Location = at, Related = first is null ? [] : [new("单位", name, first)] };

        /// <summary>Two units of the roster, or two indicators, whose names differ in width, case or spaces alone.</summary>
        public static Diagnostic Alike(Location at, string name, string other, Location? first) => new(Catalogue.Project,
            new($"“{name}”与“{other}”只差全角半角、大小写或空格", $"“{name}” and “{other}” differ in width, case or spaces alone"),
            new("是同一个就删去一个，不是就改得看得出不同", "delete one if they are the same, else give them names that differ plainly"))
        { Location = at, Related = first is null ? [] : [new(other, "", first)] };

        /// <summary>规则 gives another severity to a rule that is an error by nature.</summary>
        public static Diagnostic ErrorByNature(Location at, string rule) => new(Catalogue.Project,
            new($"规则“{rule}”本来就是错误，不能改级别", $"the rule “{rule}” is an error by nature and cannot be changed"),
            new("删去这一行；数据有误时改正数据", "delete this line; where the data is wrong, correct the data"))
        { Location = at };

        /// <summary>Two local rules of one code or one name.</summary>
        public static Diagnostic RuleTwice(Location at, string field, string value, Location first) => new(Catalogue.Project,
            new($"两条本地规则的“{field}”同为“{value}”：{at.File} 第 {at.Span.Line} 行和 {first.File} 第 {first.Span.Line} 行",
                $"two local rules have the {(field == "代码" ? "code" : "name")} “{value}”: "
                + $"line {at.Span.Line} of {at.File} and line {first.Span.Line} of {first.File}"),
            new("给其中一条另起代码和名称；是重复的就删去一条",
                "give one of them a code and a name of its own, or delete it where it is the same rule"))
        { Location = at, Related = [new(value, "", first)] };

        /// <summary>A local rule whose code begins with RC, or whose name is a rule of the form's or of reportc's.</summary>
        public static Diagnostic ReservedName(Location at, string code, string name) => new(Catalogue.Project,
            new($"本地规则的代码“{code}”或名称“{name}”已被占用", $"the local rule's code “{code}” or name “{name}” is taken"),
            new("代码不要以 RC 开头，名称不要与现有规则相同", "choose a code that does not begin with RC and a name of its own"))
        { Location = at };

        /// <summary>A local rule with 得出: the edition alone computes totals, and one that nothing computes would count 0.</summary>
        public static Diagnostic ComputesTotal(Location at, string rule) => new(Catalogue.Project,
            new($"本地规则“{rule}”不能得出总计：总计只由格式文件的规则算出",
                $"the local rule “{rule}” cannot compute a total: rules of the edition alone do"),
            new("把“得出”改为“核对”；要算出总计，把规则写进 editions/ 里的格式文件",
                "write “核对” for “得出”; to have it computed write the rule into an edition"))
        { Location = at };

        /// <summary>What stands before the edition under 格式 is neither a year nor years in a row.</summary>
        public static Diagnostic NotYears(Location at, string value) => new(Catalogue.Project,
            new($"“{value}”不是年度", $"“{value}” is not a year"),
            new("写四位数字，例如 2027；连续几年写 2019..2020，一直下去写 2027..",
                "write four digits, such as 2027; several years as 2019..2020, and so on for ever as 2027.."))
        { Location = at };

        /// <summary>Years in a row under 格式 that end before they begin.</summary>
        public static Diagnostic EmptyYears(Location at, string value, string turned) => new(Catalogue.Project,
            new($"{value} 先后颠倒", $"{value} is an empty range"), new($"写成 {turned}", $"write {turned}"))
        { Location = at };

        /// <summary>Two ranges under 格式 have a year in common.</summary>
        public static Diagnostic YearsOverlap(Location at, string value, string other, Location first) => new(Catalogue.Project,
            new($"“格式”里 {value} 与第 {first.Span.Line} 行的 {other} 有相同的年度，不知道用哪一版",
                $"under 格式 {value} shares years with {other} of line {first.Span.Line}, so that either edition could be meant"),
            new("改到不重叠；只有某一年不同的，那一年单独写一行，它先于连续的年度",
                "part them; where a single year differs, write that year in a line of its own, which comes before a range"))
        { Location = at, Related = [new(other, "", first)] };

        /// <summary>The 键 of an indicator that templates could not write after a dot.</summary>
        public static Diagnostic NotAnIdentifier(Location at, string key) =>
            Editions.NotAnIdentifier(at, key) with { Rule = Catalogue.Project };

        /// <summary>前身 names a unit that is not in the roster.</summary>
        public static Diagnostic UnknownPredecessor(Location at, string name, string? nearest) => new(Catalogue.Project,
            new($"前身“{name}”不在名册中", $"the predecessor “{name}” is not in the roster"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new("把前身也列入“单位”，写明“至”", "list it under “单位” too, with its “至”"))
        { Location = at };

        /// <summary>A folder under 下级 that does not lie below the project's.</summary>
        public static Diagnostic NotBelow(Location at, string pattern) => new(Catalogue.Project,
            new($"下级“{pattern}”不是本项目文件夹以下的路径", $"“{pattern}” under 下级 is no path below the project's folder"),
            new("写下一层起的路径，用 / 分隔，例如 districts/*",
                "write a path from the project's folder down, with /, such as districts/*"))
        { Location = at };

        /// <summary>A pattern under 下级 that finds no project.</summary>
        public static Diagnostic NoneNested(Location at, string pattern) => new(Catalogue.Project,
            new($"下级“{pattern}”下没有项目（没有 reportc.yaml）", $"“{pattern}” under 下级 finds no project (no reportc.yaml)"),
            new("核对路径，或删去这一项", "check the path, or delete the entry"))
        { Location = at };

        /// <summary>A folder under 下级 that is, by a link, this project, one above it, or one that 下级 finds already.</summary>
        public static Diagnostic NestedTwice(Location at, string path, string same) => new(Catalogue.Project,
            new($"下级“{path}”是链接，指回“{same}”", $"“{path}” under 下级 leads by a link to “{same}” again"),
            new("删去这个链接，或把“下级”写得更窄", "delete the link, or write 下级 more narrowly"))
        { Location = at };

        /// <summary>A unit of the roster whose 自 lies after its 至.</summary>
        public static Diagnostic EndsBeforeItBegins(Location at, string name, int from, int to) => new(Catalogue.Project,
            new($"{name} 自 {from} 至 {to}，先后颠倒", $"{name} is from {from} to {to}, which is no period"),
            new("改正“自”“至”", "correct “自” and “至”"))
        { Location = at };

        /// <summary>格式 names an edition that there is not.</summary>
        public static Diagnostic UnknownEdition(Location at, string key, IEnumerable<string> known) => new(Catalogue.Project,
            new($"没有“{key}”这一版格式", $"there is no edition “{key}”"),
            new($"可用的有：{string.Join('、', known)}", $"known: {string.Join(", ", known)}"))
        { Location = at };

        /// <summary>A year before the first edition's, without another under 格式.</summary>
        public static Diagnostic NoEdition(Location at, int year, IEnumerable<string> known) => new(Catalogue.Project,
            new($"没有适用于 {year} 年的格式", $"no edition of the form is for {year}"),
            new($"在 reportc.yaml 中写“格式: {{{year}: …}}”，可用的有：{string.Join('、', known)}",
                $"write “格式: {{{year}: …}}” in reportc.yaml; known: {string.Join(", ", known)}"))
        { Location = at };
    }
}
