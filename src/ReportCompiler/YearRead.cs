using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler;

/// <summary>A year that was read and aggregated, with what was found on the way.</summary>
internal sealed record YearRead(
    District District, ImmutableArray<Diagnostic> Found, Source? Narrative, Func<string, long, NamedFile> Named);
