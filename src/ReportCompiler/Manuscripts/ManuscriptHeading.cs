using ReportCompiler.Diagnostics;

namespace ReportCompiler.Manuscripts;

/// <summary>A heading of level 2.</summary>
/// <param name="Text">Its words, without markup.</param>
/// <param name="Start">Where it begins in the rendered text.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="At">Its words in the clerk's file.</param>
internal sealed record ManuscriptHeading(string Text, int Start, int End, Location At);
