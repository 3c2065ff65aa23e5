using System.Collections.Immutable;

namespace ReportCompiler.Repairs;

/// <summary>A smallest set of cells whose change makes every equation hold.</summary>
/// <param name="Edits">The cells in the order of the form, this year's file first.</param>
/// <param name="Rules">The names of the rules that were broken and then hold, in the order of the rules.</param>
/// <param name="Equations">How many broken equations then hold.</param>
/// <param name="Reason">The edits' common reason; <see cref="Reasons.Several"/> where they have different ones.</param>
public sealed record Repair(ImmutableArray<CellEdit> Edits, ImmutableArray<string> Rules, int Equations, string Reason);
