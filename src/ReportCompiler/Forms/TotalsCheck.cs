using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>
/// Holds every total that an edition computes to be the sum of all that stands beside it, each part once: a form that forgets a
/// column must never publish a sum without it. One finding for each rule and fault, at the rule's equation.
/// </summary>
internal sealed class TotalsCheck
{
    private readonly Findings _findings;
    private readonly FormReader _form;
    private readonly Dictionary<Cell, Reach> _totals = [];

    // A total stands after all that it needs.
    private readonly Dictionary<Cell, int> _order = [];
    private readonly ILookup<Cell, Equation> _equations;
    private readonly Dictionary<Cell, EquationRule> _givenBy = [];

    private TotalsCheck(Findings findings, FormReader form, ImmutableArray<EquationRule> rules, ImmutableArray<Derivation> derivations)
    {
        (_findings, _form) = (findings, form);
        _equations = rules.Where(r => r.Derives).SelectMany(r => r.Equations).ToLookup(e => e.Subject);
        foreach (var derivation in derivations)
        {
            _order.Add(derivation.Total, _order.Count);
            _totals.Add(derivation.Total, new Reach(derivation.Operands, _totals));
        }
    }

    /// <summary>Checks the rules of an edition that compute totals.</summary>
    /// <param name="findings">Takes the faults.</param>
    /// <param name="form">Knows where rows and columns are written.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="derivations">How each total is computed, after those it needs.</param>
    public static void Run(Findings findings, FormReader form, ImmutableArray<EquationRule> rules, ImmutableArray<Derivation> derivations)
    {
        var check = new TotalsCheck(findings, form, rules, derivations);
        var missing = new List<MissingPart>();
        foreach (var rule in rules.Where(r => r.Derives))
            if (check.AreSums(rule)) missing.AddRange(rule.Equations.SelectMany(check.Missing));
        // What a subtotal forgets its total lacks too: the smallest that forgets it is named.
        foreach (var part in missing.GroupBy(m => m.Part, ReferenceEqualityComparer.Instance)) check.Add(part.MinBy(p => p.Beside)!);
    }

    /// <summary>A row, a group of rows or a column that a total leaves out.</summary>
    private sealed record MissingPart(Equation Equation, object Part, int Beside);

    private bool AreSums(EquationRule rule)
    {
        foreach (var equation in rule.Equations)
        {
            var reach = new Reach(equation.Parts, _totals);
            if (FaultOf(equation, reach) is not { } fault) continue;
            _findings.Add(fault);
            return false;
        }
        if (rule.IsOfEachRow && WithoutEquation(rule) is { } cell)
            _findings.Add(Errors.Editions.NoEquation(_form.At(cell.Row), cell.Path, rule.Rule.Name, rule.FormulaAt));
        return true;
    }

    private void Add(MissingPart missing)
    {
        var name = missing.Part is Row row ? row.Path[(row.Path.IndexOf('.') + 1)..] : NameOf((Column)missing.Part);
        var equation = missing.Equation;
        _findings.Add(Errors.Editions.Incomplete(equation.Rule.FormulaAt, equation.Subject.Path, name, _form.At(missing.Part)));
    }

    /// <summary>What makes an equation no sum of different parts; null if it is one.</summary>
    private Diagnostic? FaultOf(Equation equation, Reach reach)
    {
        var (rule, total) = (equation.Rule, equation.Subject);
        if (reach.Repeated is { } twice) return Errors.Editions.CountedTwice(rule.FormulaAt, total.Path, twice.Path);
        if (equation.Parts.SelectMany(p => p.Cells).FirstOrDefault(c => c.Kind != total.Kind) is { } other)
            return Errors.Editions.OtherKind(rule.FormulaAt, total.Path, other.Path);
        if (_givenBy.TryAdd(total, rule)) return null;
        return reach.Difference(_totals[total]) is { } cell
            ? Errors.Editions.OtherSum(rule.FormulaAt, total.Path, cell.Path, _givenBy[total].FormulaAt) : null;
    }

    /// <summary>The rows and columns beside a total that are neither in it nor said to be left out.</summary>
    private IEnumerable<MissingPart> Missing(Equation equation)
    {
        var total = equation.Subject;
        var scope = new Scope(equation);
        var beside = scope.Cells.ToHashSet();
        var reach = new Reach(equation.Parts, _totals);
        // Beside 小计 stand the parts of another 小计: the total of both holds them, if there is one.
        List<Reach> sums = [reach, .. Largest(scope.Cells.Where(c => _totals.TryGetValue(c, out var larger) && larger.Includes(total)))];
        var missing = scope.Cells.Where(c => !scope.IsUncounted(c) && !IsMadeOf(c, beside) && !sums.Exists(r => r.Holds(c))).ToList();
        // A column outside the heading that has the total stands beside it all the same, unless it is in another total of the row.
        List<Cell> outside = scope.IsInRow ? [.. total.Row.Cells.Where(c => c != total && !beside.Contains(c) && IsInNoTotal(c))] : [];
        var rows = missing.Select(c => c.Row).ToHashSet();
        return missing.Concat(outside)
            .Select(c => new MissingPart(equation, scope.NameOf(c, rows), beside.Contains(c) ? beside.Count : int.MaxValue));
    }

    /// <summary>Of some totals those that are in no other: what one holds they hold.</summary>
    private List<Reach> Largest(IEnumerable<Cell> totals)
    {
        var largest = new List<Reach>();
        foreach (var total in totals.OrderByDescending(t => _order[t]))
            if (!largest.Exists(r => r.Includes(total))) largest.Add(_totals[total]);
        return largest;
    }

    /// <summary>Whether a cell is itself a total of what stands beside: its parts are to be in the sum, not it.</summary>
    private bool IsMadeOf(Cell cell, HashSet<Cell> beside) =>
        _equations[cell].Any(e => e.Parts.Any(p => p.Cells.Any(beside.Contains)));

    private bool IsInNoTotal(Cell cell) =>
        !IsUncounted(cell) && !_totals.ContainsKey(cell) && !cell.Row.Cells.Any(c => _totals.GetValueOrDefault(c)?.Holds(cell) == true);

    /// <summary>Whether a column or a heading above it says that totals leave it out.</summary>
    private static bool IsUncounted(Cell cell)
    {
        return cell.Table.BandOf(cell.Row).Columns.Any(c => Says(c, above: false));

        bool Says(Column column, bool above)
        {
            var says = above || column.IsUncounted;
            return column.Children.IsEmpty ? says && ReferenceEquals(column, cell.Column) : column.Children.Any(c => Says(c, says));
        }
    }

    /// <summary>A cell under the same column that no rule computes: its row lacks one of the columns the equation names.</summary>
    private Cell? WithoutEquation(EquationRule rule)
    {
        if (rule.Equations.FirstOrDefault()?.Subject is not { Column.Key: { } key } total) return null;
        return total.Table.Leaves.SelectMany(r => r.Cells).FirstOrDefault(c => c.Column.Key == key && !_totals.ContainsKey(c));
    }

    private static string NameOf(Column column) => column.Key ?? column.Label;
}
