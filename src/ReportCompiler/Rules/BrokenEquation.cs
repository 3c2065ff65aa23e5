using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Rules;

/// <summary>Puts a broken equation into words: both sides with their figures, the difference, every addend with its place.</summary>
internal static class BrokenEquation
{
    public static Diagnostic Describe(Equation equation, Figures figures, decimal left, decimal right, Func<Cell, Location?> at)
    {
        var subject = equation.Subject;
        var (expected, actual) = equation.SubjectIsLeft ? (right, left) : (left, right);
        var others = equation.Cells.Where(c => c != subject).Distinct();
        var detailsMissing = equation.Rule.Derives && others.All(c => figures.Stated(c).State == FigureState.Absent && figures[c].State == FigureState.Absent);
        return Errors.Equations.Broken(equation, Side(equation.Left, left, figures), Side(equation.Right, right, figures), left - right, detailsMissing) with
        {
            Cell = subject.Path,
            Expected = Figure.Format(expected),
            Actual = Figure.Format(actual),
            Location = at(subject),
            Related = [.. others.Where(c => figures[c].State != FigureState.Absent || figures[c].Value != 0).Select(c => new Related(c.Path, Figure.Format(figures.Value(c)), at(c)))],
        };
    }

    /// <summary>A side as it is read aloud: <c>本年新收 11 + 上年结转 0 = 11</c>; in long sums the zeros are left out.</summary>
    private static string Side(ImmutableArray<Operand> operands, decimal sum, Figures figures)
    {
        var shown = operands.Where(o => operands.Length <= 3 || figures.Value(o) != 0).ToList();
        if (shown.Count == 0) return "0";
        var text = string.Concat(shown.Select((o, i) => $"{(i == 0 ? o.Sign < 0 ? "-" : "" : o.Sign < 0 ? " - " : " + ")}{o.Name} {Figure.Format(figures.Value(o))}"));
        return shown.Count == 1 && shown[0].Sign > 0 ? text : $"{text} = {Figure.Format(sum)}";
    }
}
