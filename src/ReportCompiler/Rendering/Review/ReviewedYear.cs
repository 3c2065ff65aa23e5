using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Repairs;
using ReportCompiler.Rules;

namespace ReportCompiler.Rendering.Review;

/// <summary>All that is known of a year, for the office that answers for every figure.</summary>
/// <param name="Project">The project.</param>
/// <param name="District">The year.</param>
/// <param name="Last">The year before; null where there is none.</param>
/// <param name="Findings">Everything found, sorted.</param>
/// <param name="Repairs">What mends the broken equations.</param>
/// <param name="Tally">How many equations were evaluated.</param>
/// <param name="Tallies">The same of every unit.</param>
internal sealed record ReviewedYear(
    Project Project, District District, District? Last, ImmutableArray<Diagnostic> Findings, ImmutableArray<UnitRepairs> Repairs, Tally Tally, ImmutableDictionary<string, Tally> Tallies);
