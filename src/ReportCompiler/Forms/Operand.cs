using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>A name in an equation: one cell, or a group standing for the sum of the rows below it.</summary>
/// <param name="Name">As the rule writes it.</param>
/// <param name="Sign">1 or -1.</param>
/// <param name="Cells">The cells it stands for.</param>
/// <param name="LastYear">Whether last year's figures are meant.</param>
public sealed record Operand(string Name, int Sign, ImmutableArray<Cell> Cells, bool LastYear);
