using Markdig;

namespace ReportCompiler.Tests.Manuscripts;

/// <summary>A reader of Markdown by the standard, with tables as GitHub has them and nothing of the product's own.</summary>
internal static class CommonMark
{
    private static readonly MarkdownPipeline Standard = new MarkdownPipelineBuilder().UsePipeTables().Build();

    // GitHub's: what a reader beyond the standard takes for struck out.
    private static readonly MarkdownPipeline GitHub =
        new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().UseTaskLists().Build();

    /// <summary>What a reader by the standard shows.</summary>
    public static string ToHtml(string markdown) => Markdown.ToHtml(markdown, Standard);

    /// <summary>What a reader with GitHub's additions shows.</summary>
    public static string ToGitHubHtml(string markdown) => Markdown.ToHtml(markdown, GitHub);
}
