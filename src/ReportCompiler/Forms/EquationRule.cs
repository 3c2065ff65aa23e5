using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>A rule of the form written as an equation, applied to every row, every column or once.</summary>
public sealed class EquationRule
{
    /// <summary>A rule whose equations know it.</summary>
    /// <param name="equations">Makes its equations.</param>
    internal EquationRule(Func<EquationRule, ImmutableArray<Equation>> equations) => Equations = equations(this);

    /// <summary>Code, name, severity and title.</summary>
    public required Rule Rule { get; init; }

    /// <summary>The remedy.</summary>
    public required Text Help { get; init; }

    /// <summary>The legal basis, in Chinese.</summary>
    public required string Basis { get; init; }

    /// <summary>Where its name is written.</summary>
    public required Location At { get; init; }

    /// <summary>Where its equation is written.</summary>
    public required Location FormulaAt { get; init; }

    /// <summary>Where its subject is written; if nowhere, where its equation is.</summary>
    public required Location SubjectAt { get; init; }

    /// <summary>Whether it is applied to every row that has its columns.</summary>
    public required bool IsOfEachRow { get; init; }

    /// <summary>As the edition writes it.</summary>
    public required string Formula { get; init; }

    /// <summary>Whether the subject is computed by it if it is not stated; then it is checked only if it is stated.</summary>
    public required bool Derives { get; init; }

    /// <summary>Its equations in the order of the cells.</summary>
    public ImmutableArray<Equation> Equations { get; }
}
