using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>How a total is computed if it is not stated.</summary>
/// <param name="Total">The cell.</param>
/// <param name="Operands">What it is the sum of.</param>
public sealed record Derivation(Cell Total, ImmutableArray<Operand> Operands);
