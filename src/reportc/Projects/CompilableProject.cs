using System.Collections.Immutable;
using ReportCompiler;
using ReportCompiler.Aggregation;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;

namespace Reportc.Projects;

/// <summary>A project that can be compiled.</summary>
/// <param name="Project">Its description.</param>
/// <param name="Compiler">Its compiler.</param>
/// <param name="Formats">What may be rendered of what was asked for.</param>
/// <param name="Below">The totals of the projects nested in it for a year, in their order.</param>
internal sealed record CompilableProject(
    Project Project, Compiler Compiler, ImmutableArray<ReportFormat> Formats, Func<int, ImmutableArray<ChildTotals>> Below);
