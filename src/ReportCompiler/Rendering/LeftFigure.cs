using ReportCompiler.Diagnostics;

namespace ReportCompiler.Rendering;

/// <summary>A verified figure of the prose that no expression takes the place of.</summary>
/// <param name="Line">Its line in the narrative.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Why">Why it is left.</param>
public sealed record LeftFigure(int Line, string Text, Text Why);
