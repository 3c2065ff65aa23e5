using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Repairs;

/// <summary>
/// Names the wrong cells: the smallest sets of cells whose change makes every equation hold (Fellegi and Holt 1976), among equals
/// the likelier slip of the hand first. Exact, and the same for the same figures on every machine.
/// </summary>
public static class Localiser
{
    /// <summary>The bound on work, in coefficients looked at: some tens of milliseconds, whatever the figures are.</summary>
    private const long MostWork = 2_000_000;

    /// <summary>Finds the repairs of one unit's file.</summary>
    /// <param name="unit">This year's file.</param>
    /// <param name="before">Last year's, where there is one: the carry-over may find the wrong cell there.</param>
    /// <param name="joins">Which rules a repair must make hold; without it, those that are errors by nature.</param>
    public static Localisation Find(Filing unit, Filing? before = null, Func<EquationRule, bool>? joins = null) =>
        Find([unit], before is null ? [] : [before], joins);

    /// <summary>
    /// Finds the repairs of files that must hold together: successors of renamed, merged or split units, and the files they carry
    /// on from. The equations within a file are each file's own; those with last year's figures bind the sums.
    /// </summary>
    /// <param name="units">This year's files, of one edition.</param>
    /// <param name="before">Last year's, maybe of another edition: their cells are found by their paths.</param>
    /// <param name="joins">Which rules a repair must make hold; without it, those that are errors by nature.</param>
    public static Localisation Find(ImmutableArray<Filing> units, ImmutableArray<Filing> before, Func<EquationRule, bool>? joins = null)
    {
        if (units.IsDefaultOrEmpty) return Localisation.Nothing;
        var system = LinearSystem.Of(units, before.IsDefault ? [] : before, joins ?? (static r => r.Rule.Severity == Severity.Error));
        var components = Component.BrokenOf(system);
        BestRepairs? all = null;
        var work = MostWork;
        var isExhaustive = true;
        foreach (var component in components)
        {
            var best = new BestRepairs();
            isExhaustive &= Search.Run(component, best, ref work);
            all = all is null ? best : BestRepairs.Combine(all, best);
        }
        return all is null ? Localisation.Nothing : Describe(components, all, isExhaustive);
    }

    private static Localisation Describe(List<Component> components, BestRepairs best, bool isExhaustive)
    {
        var rules = new List<EquationRule>();
        var equations = 0;
        foreach (var sum in components.SelectMany(c => c.Sums).Where(s => s.IsBroken))
        {
            equations++;
            if (!rules.Contains(sum.Rule)) rules.Add(sum.Rule);
        }
        var byCode = rules.Select(r => r.Rule).OrderBy(r => r.Code, StringComparer.Ordinal);
        ImmutableArray<string> names = [.. byCode.Select(r => r.Name).Distinct(StringComparer.Ordinal)];
        var repairs = best.All.Select(f => new Repair(Edits(f), names, equations, Reason(f)));
        return new Localisation([.. repairs], best.Count, isExhaustive);
    }

    private static ImmutableArray<CellEdit> Edits(FoundRepair found) =>
        [.. found.Cells.Select((c, i) => Edit(c, found.To[i], found.Reasons[i]))];

    private static CellEdit Edit(Unknown unknown, Int128 to, string reason)
    {
        var (filing, cell) = (unknown.Filing, unknown.Cell);
        var at = filing.At(cell);
        return new CellEdit(filing.Unit, filing.Year, cell.Path, Figure(unknown.Value), Figure(to), reason, at)
        {
            Beside = at is null ? Whereabouts.Of(filing, cell) : null,
        };
    }

    private static decimal Figure(Int128 value) => (decimal)value / LinearSystem.Scale;

    private static string Reason(FoundRepair found) =>
        Array.TrueForAll(found.Reasons, r => r == found.Reasons[0]) ? found.Reasons[0] : Reasons.Several;
}
