using Reportc.Projects;

namespace Reportc.Commands.Trace;

/// <summary>A traced figure, to be written.</summary>
/// <param name="Project">The project it is of.</param>
/// <param name="Traced">Where it comes from.</param>
/// <param name="Depth">How many levels of nested authorities are opened; 1 opens none.</param>
internal sealed record TracedInProject(SingleProject Project, Traced Traced, int Depth);
