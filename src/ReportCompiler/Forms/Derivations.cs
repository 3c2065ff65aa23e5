using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>Puts the derivations of a form in an order in which each finds what it needs computed.</summary>
internal static class Derivations
{
    /// <summary>Which cells the rules compute, by path; of two rules for a cell the first does.</summary>
    public static Dictionary<string, CellRole> RolesOf(ImmutableArray<EquationRule> rules)
    {
        var roles = new Dictionary<string, CellRole>(StringComparer.Ordinal);
        foreach (var equation in Deriving(rules))
        {
            var isInRow = equation.Parts.All(o => o.Cells.All(c => c.Row == equation.Subject.Row));
            roles.TryAdd(equation.Subject.Path, isInRow ? CellRole.RowTotal : CellRole.Total);
        }
        return roles;
    }

    /// <summary>
    /// The first rule that gives a cell derives it. <paramref name="circle"/> is a cell that would need itself, if the rules of the
    /// edition are faulty, and where that is written.
    /// </summary>
    public static ImmutableArray<Derivation> Of(ImmutableArray<EquationRule> rules, out (Cell Total, Location At)? circle)
    {
        var of = new Dictionary<Cell, Equation>();
        foreach (var equation in Deriving(rules)) of.TryAdd(equation.Subject, equation);
        var ordered = ImmutableArray.CreateBuilder<Derivation>(of.Count);
        var isDone = new Dictionary<Cell, bool>();
        (Cell, Location)? found = null;
        foreach (var cell in of.Keys) Visit(cell);
        circle = found;
        return ordered.ToImmutable();

        void Visit(Cell cell)
        {
            if (!of.TryGetValue(cell, out var equation)) return;
            if (isDone.TryGetValue(cell, out var done))
            {
                if (!done) found ??= (cell, equation.Rule.SubjectAt);
                return;
            }
            isDone[cell] = false;
            foreach (var needed in equation.Parts.SelectMany(o => o.Cells)) Visit(needed);
            isDone[cell] = true;
            ordered.Add(new Derivation(cell, equation.Parts));
        }
    }

    private static IEnumerable<Equation> Deriving(ImmutableArray<EquationRule> rules) =>
        rules.Where(r => r.Derives).SelectMany(r => r.Equations);
}
