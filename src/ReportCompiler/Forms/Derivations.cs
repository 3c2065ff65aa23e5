using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>How a total is computed where it is not stated.</summary>
/// <param name="Total">The cell.</param>
/// <param name="Operands">What it is the sum of.</param>
public sealed record Derivation(Cell Total, ImmutableArray<Operand> Operands);

/// <summary>Puts the derivations of a form in an order in which each finds what it needs computed.</summary>
internal static class Derivations
{
    /// <summary>
    /// The first rule that gives a cell derives it. <paramref name="circle"/> is a cell that would need itself, where the rules of
    /// the edition are faulty.
    /// </summary>
    public static ImmutableArray<Derivation> Of(ImmutableArray<EquationRule> rules, out Cell? circle)
    {
        var of = new Dictionary<Cell, Derivation>();
        foreach (var equation in rules.Where(r => r.Derives).SelectMany(r => r.Equations))
            of.TryAdd(equation.Subject, new Derivation(equation.Subject, equation.SubjectIsLeft ? equation.Right : equation.Left));
        foreach (var total in of.Keys) total.IsTotal = true;
        var ordered = ImmutableArray.CreateBuilder<Derivation>(of.Count);
        var state = new Dictionary<Cell, bool>();
        Cell? found = null;
        foreach (var cell in of.Keys) Visit(cell);
        circle = found;
        // A rule that stands alone (每 left out) follows from nothing, whatever its cells are made of.
        foreach (var equation in rules.Where(r => !r.Derives && r.Equations.Length > 1).SelectMany(r => r.Equations))
            equation.FollowsWhenDerived = equation.Cells.All(IsSumAlongItsRow);
        return ordered.ToImmutable();

        bool IsSumAlongItsRow(Cell cell) =>
            of.TryGetValue(cell, out var derivation) && derivation.Operands.All(o => o.Cells.All(c => c.Row == cell.Row));

        void Visit(Cell cell)
        {
            if (!of.TryGetValue(cell, out var derivation)) return;
            if (state.TryGetValue(cell, out var done))
            {
                if (!done) found ??= cell;
                return;
            }
            state[cell] = false;
            foreach (var needed in derivation.Operands.SelectMany(o => o.Cells)) Visit(needed);
            state[cell] = true;
            ordered.Add(derivation);
        }
    }
}
