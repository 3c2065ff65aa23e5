namespace ReportCompiler.Drafting;

/// <summary>A form for a unit to fill in as a spreadsheet, or one that is there already and stays as it is.</summary>
/// <param name="Unit">The unit it is for.</param>
/// <param name="Name">The name of its file.</param>
/// <param name="Bytes">What to write; null if the file is there.</param>
public sealed record DraftedForm(string Unit, string Name, byte[]? Bytes);
