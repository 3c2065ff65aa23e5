namespace ReportCompiler.Importing.Matching;

/// <summary>A row of a document whose label is none of the form's.</summary>
/// <param name="Row">The row of the document.</param>
/// <param name="Label">Its label.</param>
/// <param name="Fits">Whether a row of the form may stand there.</param>
internal sealed record UnknownRow(int Row, SeenCell Label, Func<FormRow, bool> Fits);
