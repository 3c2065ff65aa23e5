using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Drafting;

/// <summary>What an edition's equations say last year's figures give of a cell.</summary>
/// <param name="Before">The figures of last year in the equation.</param>
/// <param name="IsWhole">Whether they give the cell: 上年结转 = 上年.结转下年度. If not, this year's figures are added.</param>
internal sealed record Inherited(ImmutableArray<Operand> Before, bool IsWhole)
{
    /// <summary>What every cell inherits by the rules; a total inherits nothing, it is computed.</summary>
    public static Dictionary<Cell, Inherited> Of(IEnumerable<EquationRule> rules)
    {
        var inherited = new Dictionary<Cell, Inherited>();
        foreach (var equation in rules.SelectMany(r => r.Equations))
        {
            if (equation is not { NeedsLastYear: true, Relation: Relation.Equal, Subject.IsTotal: false }) continue;
            var (own, other) = equation.SubjectIsLeft ? (equation.Left, equation.Right) : (equation.Right, equation.Left);
            if (own is [{ LastYear: false, Sign: 1, Cells: [var cell] }] && cell == equation.Subject)
                inherited.TryAdd(cell, new Inherited([.. other.Where(o => o.LastYear)], other.All(o => o.LastYear)));
        }
        return inherited;
    }

    /// <summary>The names of last year's rows or columns, as the rule writes them.</summary>
    public string Names => string.Join('、', Before.Select(o => o.Name).Distinct(StringComparer.Ordinal));
}
