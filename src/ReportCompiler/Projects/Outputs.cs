using System.Collections.Immutable;

namespace ReportCompiler.Projects;

/// <summary>The names of what <c>build</c> writes: 输出 of reportc.yaml and <c>--format</c> have them.</summary>
public static class Outputs
{
    /// <summary>The report in Markdown.</summary>
    public const string Markdown = "md";

    /// <summary>The report as a page.</summary>
    public const string Html = "html";

    /// <summary>The report for Word.</summary>
    public const string Word = "docx";

    /// <summary>The totals as a data file.</summary>
    public const string Totals = "totals";

    /// <summary>The review page.</summary>
    public const string Review = "review";

    /// <summary>All of them, in the order in which they are made.</summary>
    public static ImmutableArray<string> All { get; } = [Markdown, Html, Word, Totals, Review];

    /// <summary>Those of a project that does not say.</summary>
    public static ImmutableArray<string> Default { get; } = [Markdown, Html, Totals, Review];
}
