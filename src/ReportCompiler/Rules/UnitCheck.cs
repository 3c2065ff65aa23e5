using System.Collections.Immutable;
using ReportCompiler.Input;

namespace ReportCompiler.Rules;

/// <summary>What the equations say of one unit and its year before.</summary>
/// <param name="Now">The unit's filing, or those of several units that are compared together; the first has the findings.</param>
/// <param name="Before">Last year's, where they are to be had.</param>
/// <param name="Tally">How many equations were evaluated.</param>
/// <param name="IsSound">Whether no rule that is an error is broken.</param>
public sealed record UnitCheck(ImmutableArray<Filing> Now, ImmutableArray<Filing> Before, Tally Tally, bool IsSound);
