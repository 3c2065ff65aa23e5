using System.Collections.Immutable;
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
            .Select(u => new UnitRepairs(u.Now[0].Unit, u.Now[0].Year, Localiser.Find(u.Now, u.Before)))
            .Where(r => !r.Localisation.Repairs.IsEmpty)];
}
