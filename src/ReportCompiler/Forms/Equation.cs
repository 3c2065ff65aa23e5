using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>How the two sides of an equation relate.</summary>
public enum Relation
{
    /// <summary>Both sides are the same.</summary>
    Equal,

    /// <summary>The left side is not more than the right.</summary>
    AtMost,
}

/// <summary>A name in an equation: one cell, or a group standing for the sum of the rows below it.</summary>
/// <param name="Name">As the rule writes it.</param>
/// <param name="Sign">1 or -1.</param>
/// <param name="Cells">The cells it stands for.</param>
/// <param name="LastYear">Whether last year's figures are meant.</param>
public sealed record Operand(string Name, int Sign, ImmutableArray<Cell> Cells, bool LastYear);

/// <summary>One equation over cells: a rule of the form applied to one row or column.</summary>
/// <param name="Rule">The rule it is an instance of.</param>
/// <param name="Subject">The cell a finding is about.</param>
/// <param name="Left">The operands left of the relation.</param>
/// <param name="Right">The operands right of it.</param>
/// <param name="Relation">How the sides relate.</param>
public sealed record Equation(EquationRule Rule, Cell Subject, ImmutableArray<Operand> Left, ImmutableArray<Operand> Right, Relation Relation)
{
    /// <summary>All operands.</summary>
    public ImmutableArray<Operand> Operands { get; } = [.. Left, .. Right];

    /// <summary>All cells of both sides.</summary>
    public ImmutableArray<Cell> Cells { get; } = [.. Left.Concat(Right).SelectMany(o => o.Cells)];

    /// <summary>Whether the subject stands on the left; the other side is then what is expected of it.</summary>
    public bool SubjectIsLeft { get; } = Left.Any(o => o.Cells.Contains(Subject));

    /// <summary>Whether it names last year's figures.</summary>
    public bool NeedsLastYear { get; } = Left.Concat(Right).Any(o => o.LastYear);

    /// <summary>
    /// Whether the same rule's equations over the columns that make up this one's column already say the same, as long as none of
    /// its own cells is stated (the balance of 总计 where no 总计 is stated).
    /// </summary>
    public bool FollowsWhenDerived { get; internal set; }
}

/// <summary>A rule of the form written as an equation, applied to every row, every column or once.</summary>
public sealed class EquationRule(Rule rule, Text help, string basis, string formula, bool derives)
{
    /// <summary>Code, name, severity and title.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>The remedy.</summary>
    public Text Help { get; } = help;

    /// <summary>The legal basis, in Chinese.</summary>
    public string Basis { get; } = basis;

    /// <summary>Where its name is written.</summary>
    public required Location At { get; init; }

    /// <summary>As the edition writes it.</summary>
    public string Formula { get; } = formula;

    /// <summary>Whether the subject is computed by it where it is not stated; then it is checked only where it is stated.</summary>
    public bool Derives { get; } = derives;

    /// <summary>Its equations in the order of the cells.</summary>
    public ImmutableArray<Equation> Equations { get; internal set; } = [];
}
