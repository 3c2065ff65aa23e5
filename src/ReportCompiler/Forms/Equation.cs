using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>One equation over cells: a rule of the form applied to one row or column.</summary>
/// <param name="Rule">The rule it is an instance of.</param>
/// <param name="Subject">The cell a finding is about.</param>
/// <param name="Left">The operands left of the relation.</param>
/// <param name="Right">The operands right of it.</param>
/// <param name="Relation">How the sides relate.</param>
public sealed record Equation(
    EquationRule Rule, Cell Subject, ImmutableArray<Operand> Left, ImmutableArray<Operand> Right, Relation Relation)
{
    /// <summary>All operands.</summary>
    public ImmutableArray<Operand> Operands { get; } = [.. Left, .. Right];

    /// <summary>All cells of both sides.</summary>
    public ImmutableArray<Cell> Cells { get; } = [.. Left.Concat(Right).SelectMany(o => o.Cells)];

    /// <summary>The cells of both sides as bits, by their index.</summary>
    internal ulong[] Bits { get; } = CellBits.Of(Left.Concat(Right).SelectMany(o => o.Cells));

    /// <summary>Whether the subject stands on the left; the other side is then what is expected of it.</summary>
    public bool SubjectIsLeft { get; } = Left.Any(o => o.Cells.Contains(Subject));

    /// <summary>The side the subject is not on: what is expected of it.</summary>
    public ImmutableArray<Operand> Parts => SubjectIsLeft ? Right : Left;

    /// <summary>Whether it names last year's figures.</summary>
    public bool NeedsLastYear { get; } = Left.Concat(Right).Any(o => o.LastYear);

    /// <summary>
    /// Whether the same rule's equations over the columns that make up this one's column already say the same, as long as none of
    /// its own cells is stated (the balance of 总计 if no 总计 is stated).
    /// </summary>
    public bool FollowsWhenDerived { get; init; }
}
