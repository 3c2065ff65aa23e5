namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>District totals.</summary>
    public static class Totals
    {
        /// <summary>A figure in the authority's own file is not the sum of its units'.</summary>
        public static Diagnostic Stated(string path, string gloss, string stated, string computed, int units, bool isListed) =>
            new(Catalogue.StatedTotal,
                new($"“{path}”所报汇总数是 {stated}，{units} 个单位合计是 {computed}",
                    $"“{path}” ({gloss}) is stated as {stated}; the {units} units add up to {computed}"),
                isListed
                    ? new("核对各单位所报的数；名册中和别的单位列在一起的本机关，文件只供核对、不参加汇总，"
                + "本机关自己的数要计入的，换一个名称列入名册和报送",
                    "compare with the units' figures; the file of an authority that the roster lists among others is compared and not "
                    + "added: for figures of its own that count, list and file them under another name")
                    : new("核对本机关文件中的这个数和各单位所报的数", "compare the authority's own figure with those of the units"));

        /// <summary>The units' figures of a cell add up to more than 64 bits hold.</summary>
        public static Diagnostic TooLarge(string path, string sum, IEnumerable<Related> largest) => new(Catalogue.TooLarge,
            new($"“{path}”各单位合计 {sum}，数字太大，程序不能计算（超过 64 位整数）",
                $"the units' figures of “{path}” add up to {sum}, too large to be computed with (beyond 64 bits)"),
            new("核对下列最大的几个数，多半多打了数字", "check the largest figures, listed here: most likely digits too many"))
        { Cell = path, Related = [.. largest] };
    }
}
