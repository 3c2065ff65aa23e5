using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Repairs;

/// <summary>One cell of a repair: what stands there and what it should be.</summary>
/// <param name="Unit">The unit whose file it is.</param>
/// <param name="Year">The file's year: this year's, or last year's where the carry-over points there.</param>
/// <param name="Cell">The cell path.</param>
/// <param name="From">What stands there; 0 where nothing is stated.</param>
/// <param name="To">What makes the equations hold.</param>
/// <param name="Reason">The slip of the hand that explains the change, one of <see cref="Reasons"/>.</param>
/// <param name="Location">Where it is written; null where the file does not state the cell.</param>
public sealed record CellEdit(string Unit, int Year, string Cell, decimal From, decimal To, string Reason, Location? Location)
{
    /// <summary>Where to write a cell that the file does not state: its row, or what of the form above it the file has.</summary>
    public Location? Beside { get; init; }
}

/// <summary>A smallest set of cells whose change makes every equation hold.</summary>
/// <param name="Edits">The cells in the order of the form, this year's file first.</param>
/// <param name="Rules">The names of the rules that were broken and then hold, in the order of the rules.</param>
/// <param name="Equations">How many broken equations then hold.</param>
/// <param name="Reason">The edits' common reason; <see cref="Reasons.Several"/> where they have different ones.</param>
public sealed record Repair(ImmutableArray<CellEdit> Edits, ImmutableArray<string> Rules, int Equations, string Reason);

/// <summary>All that the equations say about where the mistake is.</summary>
/// <param name="Repairs">The smallest repairs, best first, at most <see cref="MostListed"/>.</param>
/// <param name="Count">How many smallest repairs were found, listed or not.</param>
/// <param name="IsExhaustive">
/// Whether the search was finished. Otherwise it reached the bound on work: there may be more repairs of this size, or a smaller one.
/// </param>
public sealed record Localisation(ImmutableArray<Repair> Repairs, long Count, bool IsExhaustive)
{
    /// <summary>How many repairs are listed at most.</summary>
    public const int MostListed = 20;

    /// <summary>Where nothing is broken, or nothing can mend it.</summary>
    public static Localisation Nothing { get; } = new([], 0, true);
}
