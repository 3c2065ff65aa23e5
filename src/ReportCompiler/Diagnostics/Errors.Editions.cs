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

        /// <summary>Two rows or columns of one level with the same key.</summary>
        public static Diagnostic TwoCellsOfOnePath(Location at, string path) => Fault(at,
            new($"有两格同为“{path}”", $"two cells are “{path}”"), new("同一层的键不能相同", "keys of one level must differ"));

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

        /// <summary>A project's edition bears the name of a built-in one and begins in another year.</summary>
        public static Diagnostic OtherBeginning(Location at, string key, int from, int builtIn) => Fault(at,
            new($"“{key}”是自带的格式，自 {builtIn} 年起，这里写的是自 {from} 年", $"“{key}” is a built-in edition from {builtIn}; this one is from {from}"),
            new($"要替换自带的，写“自: {builtIn}”；是另一版，另起版本名", $"to replace the built-in one write “自: {builtIn}”; else give it another “版本”"));

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

        /// <summary>The 式 of a rule is no equation.</summary>
        public static Diagnostic NotAFormula(Location at, string formula, int offset) => Fault(at,
            new($"“{formula}”不是等式，第 {offset + 1} 个字符处读不懂", $"“{formula}” is no equation; it cannot be read at character {offset + 1}"),
            new("写成“甲 + 乙 = 丙”或“甲 <= 乙”", "write “a + b = c” or “a <= b”"));

        /// <summary>A rule whose 表, 每 and names leave no row or column to apply to.</summary>
        public static Diagnostic NeverApplies(Location at, string rule) => Fault(at,
            new($"规则“{rule}”不适用于任何一行或一列", $"the rule “{rule}” applies to no row or column"),
            new("核对“表”“每”和式中的名称", "check “表”, “每” and the names of the formula"));

        /// <summary>Totals that the rules derive from each other.</summary>
        public static Diagnostic Circle(Location at, string path) => Fault(at,
            new($"“{path}”要由它自己算出", $"“{path}” would have to be computed from itself"), new("改正规则中的“得出”", "correct “得出” in the rules"));

        private static Diagnostic Fault(Location at, Text message, Text help) => new(Catalogue.Edition, message, help) { Location = at };
    }
}
