namespace ReportCompiler.Importing.Documents;

/// <summary>What a form that this program wrote says of itself, whatever became of its looks.</summary>
/// <param name="Unit">The unit it is for; null if what says so got lost, as of the two that follow.</param>
/// <param name="Year">The year.</param>
/// <param name="Edition">The edition of the form.</param>
/// <param name="Cells">What stands in the places of cell paths: input cells alone, those of formulas are not read.</param>
/// <param name="Fields">Other fields of the data file, such as 填报人; a table's key with 无 where the form says so of all of it.</param>
internal sealed record FormFacts(
    string? Unit, int? Year, string? Edition, IReadOnlyDictionary<string, PaperCell> Cells, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Where on its sheets the cell paths are, those of formulas too.</summary>
    public required IReadOnlyDictionary<string, CellPlace> Places { get; init; }
}
