using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Rules;

/// <summary>What became of an equation.</summary>
public enum Outcome
{
    /// <summary>It says nothing here: its total is not stated, a cell could not be read, or it merely follows from others.</summary>
    NotApplicable,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It is broken.</summary>
    Broken,
}

/// <summary>Evaluates one equation on one unit's figures, or on the district's.</summary>
public static class EquationCheck
{
    /// <summary>Whether the equation holds; with both sides' sums.</summary>
    public static (Outcome Outcome, decimal Left, decimal Right) Evaluate(Equation equation, Figures figures)
    {
        if (!Applies(equation, figures)) return (Outcome.NotApplicable, 0, 0);
        var left = Sum(equation.Left, figures);
        var right = Sum(equation.Right, figures);
        var holds = equation.Relation == Relation.Equal ? left == right : left <= right;
        return (holds ? Outcome.Holds : Outcome.Broken, left, right);
    }

    private static bool Applies(Equation equation, Figures figures)
    {
        if (equation.Rule.Derives && !figures.Stated(equation.Subject).IsStated) return false;
        var anyExplicit = false;
        foreach (var cell in equation.Cells)
        {
            if (!figures[cell].IsUsable) return false;
            anyExplicit |= figures.Stated(cell).IsExplicit;
        }
        return anyExplicit || !equation.FollowsWhenDerived;
    }

    private static decimal Sum(ImmutableArray<Operand> operands, Figures figures)
    {
        var sum = 0m;
        foreach (var operand in operands) sum += operand.Sign * figures.Value(operand);
        return sum;
    }
}
