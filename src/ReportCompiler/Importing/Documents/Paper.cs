namespace ReportCompiler.Importing.Documents;

/// <summary>A document as others made it, of whatever format: what a reader sees of it, in order. What is hidden is not in it.</summary>
/// <param name="Blocks">Its paragraphs and tables.</param>
internal sealed record Paper(IReadOnlyList<Block> Blocks)
{
    /// <summary>The title that the file has beside its text, as a page's head; null if there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The sheets that are shown, where it is a workbook: it may hold a report on each.</summary>
    public IReadOnlyList<PaperSheet> Sheets { get; init; } = [];

    /// <summary>The names of the sheets of its workbook that list units and are no part of a report.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>What a form that this program wrote says of itself; null for any other document.</summary>
    public FormFacts? Form { get; init; }
}
