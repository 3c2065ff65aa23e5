using System.Collections.Immutable;
using ReportCompiler.Input;
using ReportCompiler.Rules;

namespace ReportCompiler.Repairs;

/// <summary>The repairs of a unit whose equations are broken.</summary>
/// <param name="Unit">The unit that has the findings.</param>
/// <param name="Year">The report's year.</param>
/// <param name="Localisation">The smallest sets of cells that mend what is broken.</param>
public sealed record UnitRepairs(string Unit, int Year, Localisation Localisation)
{
    /// <summary>The repairs of all units that can be mended, in their order.</summary>
    public static ImmutableArray<UnitRepairs> Of(IEnumerable<UnitCheck> units) =>
        [.. units.Where(u => !u.IsSound)
            .Select(u => (Unit: u, Found: Localiser.Find(u.Now, u.Before)))
            .Where(p => !IsDoubtful(p.Unit, p.Found))
            .Select(p => new UnitRepairs(p.Unit.Now[0].Unit, p.Unit.Now[0].Year, p.Found))
            .Where(r => !r.Localisation.Repairs.IsEmpty)];

    /// <summary>Whether a figure may be wrong only because it stands under the wrong name: that is mended first.</summary>
    private static bool IsDoubtful(UnitCheck unit, Localisation found) =>
        unit.Now.Concat(unit.Before).Any(f => found.Repairs.Any(r => r.Edits.Any(e => IsDoubtful(f, e))));

    private static bool IsDoubtful(Filing filing, CellEdit edit) =>
        edit.Unit == filing.Unit && edit.Year == filing.Year && filing.Doubtful.Contains(edit.Cell.Split('.')[0]);
}
