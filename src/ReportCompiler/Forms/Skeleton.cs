using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Forms;

/// <summary>The prose of a report whose year has no narrative, as the edition has it under 叙述: Markdown with expressions.</summary>
/// <param name="Text">The text.</param>
/// <param name="At">Where it is written.</param>
public sealed record Skeleton(string Text, Location At)
{
    /// <summary>The text at its lines of the edition, so that a fault in it is told there.</summary>
    public SourceText Source { get; } = new(At.File, new string('\n', Math.Max(0, At.Span.Line)) + Text);
}
