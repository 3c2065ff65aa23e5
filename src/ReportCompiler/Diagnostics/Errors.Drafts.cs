namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>Data files drafted from the year before.</summary>
    public static class Drafts
    {
        /// <summary>The unit, or a predecessor of it, has no file in the year before from which a draft is filled in.</summary>
        public static Diagnostic NoFile(string unit, string missing, int last, int unreadable, string? nearest) => new(Catalogue.LastYear,
            new($"{last} 年没有“{missing}”的文件，{Of(unit, missing)}取自上年的数没有填",
                $"“{missing}” has no file in {last}; {Its(unit, missing)} are left to fill in"),
            unreadable > 0
                ? new($"{last} 年有 {unreadable} 个文件读不懂，其中可能有它的：运行 reportc check {last} 查看；没有就照台账填",
                    $"{unreadable} files of {last} cannot be read, perhaps its: run reportc check {last}; else take them from the records")
                : nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new("照台账填", "take them from the records"));

        /// <summary>The file of the year before has errors: nothing is taken over from it into a draft.</summary>
        public static Diagnostic Faulty(Location at, string unit, string wrong, int last) => new(Catalogue.LastYear,
            new($"{last} 年“{wrong}”的文件有错误，{Of(unit, wrong)}取自上年的数没有填",
                $"the file of “{wrong}” in {last} has errors; {Its(unit, wrong)} are left to fill in"),
            new($"运行 reportc check {last}，改正后照它填", $"run reportc check {last}, mend it and take them from there"))
        { Location = at };

        private static string Of(string unit, string before) => unit == before ? "" : $"“{unit}”";

        private static string Its(string unit, string before) =>
            unit == before ? "figures taken from the year before" : $"the figures that “{unit}” takes from it";
    }
}
