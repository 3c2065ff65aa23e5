using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Rules;

/// <summary>Evaluates one equation on one unit's figures, or on the district's, and last year's where the equation names them.</summary>
public static class EquationCheck
{
    /// <summary>Whether the equation holds; with both sides' sums. It is not applicable where figures of it are not to be had.</summary>
    /// <param name="equation">The equation.</param>
    /// <param name="figures">This year's figures.</param>
    /// <param name="last">Last year's, perhaps on another edition; null if there are none.</param>
    public static (Outcome Outcome, decimal Left, decimal Right) Evaluate(Equation equation, Figures figures, Figures? last)
    {
        if (equation.Rule.Derives && !figures.IsStated(equation.Subject)) return default;
        if (equation.NeedsLastYear && last is null) return default;
        // Nobody says anything of it: both sides are 0.
        if (!equation.NeedsLastYear && !CellBits.Meet(figures.Said, equation.Bits))
            return equation.FollowsWhenDerived ? default : (Outcome.Holds, 0, 0);
        var (left, right, anyExplicit) = (0m, 0m, !equation.FollowsWhenDerived);
        if (!Add(ref left, equation.Left, figures, last, ref anyExplicit) || !Add(ref right, equation.Right, figures, last, ref anyExplicit)
            || !anyExplicit)
            return default;
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

    /// <summary>Adds up a side, and whether a cell of it is written itself; false if a cell has no figure to go by.</summary>
    private static bool Add(ref decimal sum, ImmutableArray<Operand> operands, Figures figures, Figures? last, ref bool anyExplicit)
    {
        foreach (var operand in operands)
        {
            var of = operand.LastYear ? last! : figures;
            var cells = operand.LastYear ? CellsBefore(operand, figures, of) : operand.Cells;
            // A cell that last year's edition has not: nothing to compare with.
            if (cells.IsDefault) return false;
            // Most cells say nothing, or the 无 of their row; and a product of decimals would cost ten sums.
            for (var i = of.NextSaid(cells, 0); i < cells.Length; i = of.NextSaid(cells, i + 1))
            {
                var cell = cells[i];
                var state = of.State(cell);
                if (state >= FigureState.Unfilled) return false;
                anyExplicit |= of.IsExplicit(cell);
                if (state == FigureState.None) continue;
                if (operand.Sign > 0) sum += of.Value(cell);
                else sum -= of.Value(cell);
            }
        }
        return true;
    }
}
