using ReportCompiler.Diagnostics;
using ReportCompiler.Narratives;

namespace ReportCompiler.Rendering;

/// <summary>What an output is made of.</summary>
/// <param name="Findings">Takes faults of the output.</param>
/// <param name="Templates">The templates.</param>
/// <param name="Year">The year.</param>
/// <param name="Prose">The narrative; null if it has faults: then only an internal output is made.</param>
internal sealed record Report(Findings Findings, Templates Templates, CheckedYear Year, Narrative? Prose);
