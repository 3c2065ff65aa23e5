using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Rules;

/// <summary>Evaluates one equation on one unit's figures, or on the district's, and last year's where the equation names them.</summary>
public static class EquationCheck
{
    /// <summary>Whether the equation holds; with both sides' sums.</summary>
    /// <param name="equation">The equation.</param>
    /// <param name="figures">This year's figures.</param>
    /// <param name="last">Last year's, perhaps on another edition; null if there are none.</param>
    public static (Outcome Outcome, decimal Left, decimal Right) Evaluate(Equation equation, Figures figures, Figures? last)
    {
        if (!Applies(equation, figures, last)) return (Outcome.NotApplicable, 0, 0);
        var left = Sum(equation.Left, figures, last);
        var right = Sum(equation.Right, figures, last);
        var holds = equation.Relation == Relation.Equal ? left == right : left <= right;
        return (holds ? Outcome.Holds : Outcome.Broken, left, right);
    }

    /// <summary>The value of an operand, without its sign.</summary>
    public static decimal Value(Operand operand, Figures figures, Figures? last)
    {
        return operand.LastYear ? last!.Value(CellsBefore(operand, figures, last)) : figures.Value(operand.Cells);
    }

    /// <summary>Last year's cells that an operand names, on last year's edition; default where that has none.</summary>
    internal static ImmutableArray<Cell> CellsBefore(Operand operand, Figures figures, Figures last) =>
        figures.Edition == last.Edition ? operand.Cells : Lineage.Of(figures.Edition, last.Edition).Before(operand.Cells);

    private static bool Applies(Equation equation, Figures figures, Figures? last)
    {
        if (equation.Rule.Derives && !figures.IsStated(equation.Subject)) return false;
        if (equation.NeedsLastYear && last is null) return false;
        var anyExplicit = false;
        foreach (var operand in equation.Operands)
        {
            var of = operand.LastYear ? last! : figures;
            var cells = operand.LastYear ? CellsBefore(operand, figures, of) : operand.Cells;
            // A cell that last year's edition has not: nothing to compare with.
            if (cells.IsDefault) return false;
            foreach (var cell in cells)
            {
                if (of.State(cell) >= FigureState.Unfilled) return false;
                anyExplicit |= of.IsExplicit(cell);
            }
        }
        return anyExplicit || !equation.FollowsWhenDerived;
    }

    private static decimal Sum(ImmutableArray<Operand> operands, Figures figures, Figures? last)
    {
        var sum = 0m;
        foreach (var operand in operands)
        {
            var of = operand.LastYear ? last! : figures;
            foreach (var cell in operand.LastYear ? CellsBefore(operand, figures, of) : operand.Cells)
            {
                // Most cells have no number; and a product of decimals would cost ten sums.
                if (of.State(cell) <= FigureState.None) continue;
                if (operand.Sign > 0) sum += of.Value(cell);
                else sum -= of.Value(cell);
            }
        }
        return sum;
    }
}
