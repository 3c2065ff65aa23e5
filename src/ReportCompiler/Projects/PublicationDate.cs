using ReportCompiler.Diagnostics;

namespace ReportCompiler.Projects;

/// <summary>The date beside a report's signature.</summary>
/// <param name="Date">The date.</param>
/// <param name="At">Where it stands in reportc.yaml.</param>
public sealed record PublicationDate(DateOnly Date, Location At);
