namespace ReportCompiler.Importing.Documents;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Blocks">What is seen on it, in order.</param>
internal sealed record PaperSheet(string Name, IReadOnlyList<Block> Blocks);
