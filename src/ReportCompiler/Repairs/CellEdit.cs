using ReportCompiler.Diagnostics;

namespace ReportCompiler.Repairs;

/// <summary>One cell of a repair: what stands there and what it should be.</summary>
/// <param name="Unit">The unit whose file it is.</param>
/// <param name="Year">The file's year: this year's, or last year's where the carry-over points there.</param>
/// <param name="Cell">The cell path.</param>
/// <param name="From">What stands there; 0 if nothing is stated.</param>
/// <param name="To">What makes the equations hold.</param>
/// <param name="Reason">The slip of the hand that explains the change, one of <see cref="Reasons"/>.</param>
/// <param name="Location">Where it is written; null if the file does not state the cell.</param>
public sealed record CellEdit(string Unit, int Year, string Cell, decimal From, decimal To, string Reason, Location? Location)
{
    /// <summary>Where to write a cell that the file does not state: its row, or what of the form above it the file has.</summary>
    public Location? Beside { get; init; }
}
