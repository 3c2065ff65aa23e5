using System.Collections.Immutable;

namespace ReportCompiler.Rendering;

/// <summary>A part of a printed table's body: all of it, or one band of several.</summary>
/// <param name="Attributes">The HTML attributes of the part, with a leading space each: what it is read as, and its name.</param>
/// <param name="LineAttributes">Those of each of its lines.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record TablePart(string Attributes, string LineAttributes, ImmutableArray<ImmutableArray<PrintedCell>> Lines);
