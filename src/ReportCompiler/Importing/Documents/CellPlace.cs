namespace ReportCompiler.Importing.Documents;

/// <summary>A cell of a workbook as its program names it.</summary>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="Cell">Column and row, such as <c>D8</c>.</param>
public sealed record CellPlace(string Sheet, string Cell);
