using ReportCompiler.Diagnostics;

namespace ReportCompiler.Rendering.Review;

/// <summary>A finding and the number it has on the page.</summary>
internal sealed record Numbered(int Number, Diagnostic Finding);
