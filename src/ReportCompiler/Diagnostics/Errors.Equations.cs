namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>The rules written as equations.</summary>
    public static class Equations
    {
        /// <summary>The two sides differ.</summary>
        public static Diagnostic Broken(
            Rule rule, Text help, string path, string gloss, string left, string right, string gap, bool atMost, bool detailsMissing) =>
            new(rule,
                !atMost
                    ? new($"“{path}”不平：{left}，而 {right}，差 {gap}",
                        $"“{path}” ({gloss}) does not add up: {left}, but {right}; they differ by {gap}")
                    : new($"“{path}”超出：{left}，超过 {right}，多 {gap}",
                        $"“{path}” ({gloss}) is too large: {left}, more than {right} by {gap}"),
                detailsMissing ? new("只写了总计，各分项没有写：补上分项", "only the total is stated: add the columns it is made of")
                    : help);
    }
}
