namespace ReportCompiler.Drafting;

/// <summary>What a drafted file says of a row.</summary>
/// <param name="Value">What stands after the colon.</param>
/// <param name="Remark">What is said behind the row's label; null for nothing.</param>
internal sealed record DraftedRow(string Value, string? Remark = null);
