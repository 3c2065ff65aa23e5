namespace ReportCompiler.Importing.Documents;

/// <summary>A document as others made it, of whatever format: what a reader sees of it, in order. What is hidden is not in it.</summary>
/// <param name="Blocks">Its paragraphs and tables.</param>
internal sealed record Paper(IReadOnlyList<Block> Blocks)
{
    /// <summary>The title that the file has beside its text, as a page's head; null if there is none.</summary>
    public string? Title { get; init; }

    /// <summary>What a form that this program wrote says of itself; null for any other document.</summary>
    public FormFacts? Form { get; init; }
}
