namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>Who files.</summary>
    public static class Roster
    {
        /// <summary>A unit of the roster that is due that year has filed nothing.</summary>
        public static Diagnostic Missing(Location at, string unit, int year, int unreadable) => new(Catalogue.Roster,
            new($"“{unit}”没有报送 {year} 年数据", $"{unit} has not filed for {year}"),
            unreadable > 0
                ? new($"有 {unreadable} 个文件读不懂，其中可能有它的；否则催报，或在名册中写明“至”",
                    $"{unreadable} of the files could not be read and may be its; otherwise ask for it, or give it a “至” in the roster")
                : new($"催报，或放入 data/{year}/；单位已撤销的在名册中写明“至”",
                    $"ask for it or put it into data/{year}/; if the unit no longer exists, give it a “至” in the roster"))
        { Location = at };

        /// <summary>The folder of the year is empty, or holds only files that are not read, and nobody is nested.</summary>
        public static Diagnostic Nobody(Location at, int year) => new(Catalogue.Roster,
            new($"没有一个单位报送 {year} 年数据", $"not one unit has filed for {year}"),
            new($"把各单位的 .yaml 文件放入 data/{year}/；还没有的，用 reportc new {year} 生成",
                $"put the units' .yaml files into data/{year}/; reportc new {year} writes them where there are none yet"))
        { Location = at };

        /// <summary>By its years the roster lists nobody; the authority's own file only states totals.</summary>
        public static Diagnostic NobodyDue(Location at, int year, bool hasOwn) => new(Catalogue.Roster,
            new($"名册中{(hasOwn ? "除本机关外" : "")}没有一个单位应报 {year} 年数据",
                $"the roster lists not one unit that files for {year}{(hasOwn ? ", beside the authority itself" : "")}"),
            new($"核对名册中的“自”“至”；不该有这一年的，移走 data/{year}/",
                $"correct “自” and “至” in the roster; if there is no such year, move data/{year}/ away"))
        { Location = at };

        /// <summary>A file's unit is not in the roster.</summary>
        public static Diagnostic Unknown(Location at, string unit, string? nearest) => new(Catalogue.Roster,
            new($"名册中没有“{unit}”", $"the roster does not list “{unit}”"),
            nearest is not null
                ? new($"是不是“{nearest}”？单位名称要与 reportc.yaml 的名册一致",
                    $"did you mean “{nearest}”? The name must be the one in reportc.yaml")
                : new("改正单位名称，或把它加入 reportc.yaml 的“单位”", "correct the name, or add it to “单位” in reportc.yaml"))
        { Location = at };

        /// <summary>Two files of one unit in a year.</summary>
        public static Diagnostic FiledTwice(Location at, string unit, Location first) => new(Catalogue.Roster,
            new($"{unit} 报了两次", $"{unit} has filed twice"),
            new("保留正确的一份，删去另一份", "keep the right one and delete the other"))
        { Location = at, Related = [new("单位", unit, first)] };

        /// <summary>The names of two units, or of a unit and the authority, differ in width, case or spaces alone.</summary>
        public static Diagnostic Alike(Location at, string unit, string other, Location first) => new(Catalogue.Roster,
            new($"“{unit}”与“{other}”只差全角半角、大小写或空格，会当作两个单位",
                $"“{unit}” and “{other}” differ in width, case or spaces alone and would count as two"),
            new($"是同一个单位就写成“{other}”", $"write “{other}” if it is the same"))
        { Location = at, Related = [new("单位", other, first)] };

        /// <summary>A nested authority's totals are there as a file too.</summary>
        public static Diagnostic FiledAndNested(Location at, string child, Location nested) => new(Catalogue.Roster,
            new($"{child} 已作为下级汇总，又报了这个文件",
                $"{child} is already added as a nested authority; this file would count it again"),
            new("删去这个文件，或从“下级”中去掉它", "delete this file, or take the authority out of 下级"))
        { Location = at, Related = [new("单位", child, nested)] };

        /// <summary>A unit filed for a year before its 自 or after its 至.</summary>
        public static Diagnostic NotDue(Location at, string unit, int? from, int? to) => new(Catalogue.Roster,
            new($"名册中 {unit} {Range(from, to)}，本年不应报送", $"in the roster {unit} files {Gloss(from, to)}, not this year"),
            new("核对文件的年度，或改正名册中的“自”“至”", "check the file's year, or correct “自” and “至” in the roster"))
        { Location = at };

        /// <summary>A unit has ended, carried cases over, and no unit of the roster names it as 前身.</summary>
        public static Diagnostic Abandoned(Location at, string unit, int last, string pending, Location? written) => new(Catalogue.Roster,
            new($"{unit} 已撤销，{last} 年结转的 {pending} 件没有承接单位",
                $"{unit} has ended; nobody took over the {pending} cases it carried over from {last}"),
            new("在 reportc.yaml 中给承接单位写上“前身”", "give the unit that took them over a “前身” in reportc.yaml"))
        { Location = at, Related = written is null ? [] : [new(unit, pending, written)] };

        /// <summary>A nested authority's own year has errors: its totals are not added.</summary>
        public static Diagnostic ChildFailed(Location at, string child, int year) => new(Catalogue.Roster,
            new($"下级 {child} 的 {year} 年数据有错误，不能汇总", $"the nested authority {child} has errors in {year} and cannot be added"),
            new("先改正下级的错误", "correct its errors first"))
        { Location = at };

        /// <summary>A nested authority has no folder for the year.</summary>
        public static Diagnostic ChildMissing(Location at, string child, int year) => new(Catalogue.Roster,
            new($"下级 {child} 没有 {year} 年数据", $"the nested authority {child} has no data for {year}"),
            new($"催报，或补上它的 data/{year}/；这一年还没有设立或已经撤销的，在本级名册中写明“自”“至”",
                $"ask for it, or add its data/{year}/; if it did not exist that year, give it a “自” or “至” in this authority's roster"))
        { Location = at };

        /// <summary>A nested authority of the same name as its parent: its file would pass for the parent's own totals.</summary>
        public static Diagnostic ChildIsParent(Location at, string authority, Location parent) => new(Catalogue.Roster,
            new($"下级的机关“{authority}”与本级同名", $"a nested authority is called “{authority}”, like the one it is nested in"),
            new("改正下级 reportc.yaml 的“机关”；本级自己的数据放在本级的 data/ 中",
                "correct “机关” in its reportc.yaml; this authority's own figures go into its own data/"))
        { Location = at, Related = [new("机关", authority, parent)] };

        /// <summary>Two nested authorities of one name.</summary>
        public static Diagnostic ChildTwice(Location at, string authority, Location first) => new(Catalogue.Roster,
            new($"两个下级的机关都是“{authority}”", $"two nested authorities are both called “{authority}”"),
            new("改正其中一个的“机关”，或从“下级”中去掉一个", "correct “机关” in one of them, or take one out of 下级"))
        { Location = at, Related = [new("机关", authority, first)] };

        /// <summary>A nested authority reports that year on another edition of the form.</summary>
        public static Diagnostic ChildOfOtherEdition(Location at, string child, string its, string ours) => new(Catalogue.Roster,
            new($"下级 {child} 用的是 {its} 版格式，本级是 {ours} 版，不能汇总",
                $"the nested authority {child} uses edition {its}, this one {ours}; they cannot be added"),
            new("在 reportc.yaml 的“格式”中改为同一版", "give both the same edition under “格式” in reportc.yaml"))
        { Location = at };

        private static string Range(int? from, int? to) =>
            $"{(from is { } f ? $"自 {f} 年" : "")}{(to is { } t ? $"至 {t} 年" : "起")}报送";

        private static string Gloss(int? from, int? to) => $"{(from is { } f ? $"from {f}" : "")}{(to is { } t ? $" to {t}" : "")}".Trim();
    }
}
