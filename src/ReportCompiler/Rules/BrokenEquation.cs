using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Rules;

/// <summary>Puts a broken equation into words: both sides with their figures, the difference, every addend with its place.</summary>
internal static class BrokenEquation
{
    public static Diagnostic Describe(
        Equation equation, Figures figures, Figures? last, decimal left, decimal right, Func<Cell, Location?> at, FollowedUnits? line)
    {
        var subject = equation.Subject;
        var (expected, actual) = equation.SubjectIsLeft ? (right, left) : (left, right);
        var others = equation.Operands.Where(o => !o.LastYear).SelectMany(o => o.Cells).Where(c => c != subject).Distinct().ToList();
        var rule = equation.Rule;
        var detailsMissing = rule.Derives && others.TrueForAll(c => figures[c].State == FigureState.Absent);
        var (leftSide, rightSide) = (Side(equation.Left, left, figures, last), Side(equation.Right, right, figures, last));
        var gap = Figure.Format(Math.Abs(left - right));
        var shown = others.Where(c => figures[c].State != FigureState.Absent);
        return Errors.Equations.Broken(
            rule.Rule, rule.Help, subject.Path, subject.Gloss, leftSide, rightSide, gap,
            equation.Relation == Relation.AtMost, detailsMissing) with
        {
            Note = new(
                rule.Basis.Length > 0 ? $"{rule.Formula}（{rule.Basis}）" : rule.Formula,
                $"{rule.Formula} ({rule.Rule.Title.English})"),
            Cell = subject.Path,
            Expected = Figure.Format(expected),
            Actual = Figure.Format(actual),
            // A total of which nothing is stated stands nowhere; the file is shown all the same.
            Location = at(subject) ?? others.Select(at).FirstOrDefault(l => l is not null),
            Related =
            [
                .. shown.Select(c => new Related(c.Path, Figure.Format(figures.Value(c)), at(c))),
                .. LastYear(equation, figures, line),
            ],
        };
    }

    /// <summary>Last year's figures, each in the file it was written in.</summary>
    private static IEnumerable<Related> LastYear(Equation equation, Figures figures, FollowedUnits? line) =>
        from operand in equation.Operands
        where operand.LastYear
        from filing in line?.Before ?? []
        from cell in EquationCheck.CellsBefore(operand, figures, filing.Figures)
        select new Related(cell.Path, Figure.Format(filing.Figures.Value(cell)), filing.At(cell), filing.Unit);

    /// <summary>A side as it is read aloud: <c>本年新收 11 + 上年结转 0 = 11</c>; in long sums the zeros are left out.</summary>
    private static string Side(ImmutableArray<Operand> operands, decimal sum, Figures figures, Figures? last)
    {
        var values = operands.Select(o => EquationCheck.Value(o, figures, last)).ToList();
        var isLong = operands.Length > 3 && values.Exists(v => v != 0);
        var text = new StringBuilder();
        var isSum = false;
        for (var i = 0; i < operands.Length; i++)
        {
            if (isLong && values[i] == 0) continue;
            isSum |= text.Length > 0 || operands[i].Sign < 0;
            text.Append(Sign(operands[i], isFirst: text.Length == 0)).Append(Named(operands[i]))
                .Append(' ').Append(Figure.Format(values[i]));
        }
        return (isSum ? text.Append(" = ").Append(Figure.Format(sum)) : text).ToString();

        static string Sign(Operand operand, bool isFirst) => (operand.Sign, isFirst) switch
        {
            (-1, true) => "-",
            (-1, false) => " - ",
            (_, true) => "",
            _ => " + ",
        };

        static string Named(Operand operand) => operand.LastYear ? $"上年.{operand.Name}" : operand.Name;
    }
}
