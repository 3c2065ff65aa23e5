using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Tracing;

/// <summary>A figure in one of the years.</summary>
/// <param name="Year">The report's year.</param>
/// <param name="Edition">The form of that year; null if there is none.</param>
/// <param name="Figure">The figure; null if the form has none that compares.</param>
/// <param name="Paths">The cells it is the sum of, where they are other ones than are traced.</param>
/// <param name="JoinedWith">Cells of that year's form which hold the traced one together with others; none if it has its own.</param>
/// <param name="IsComplete">Whether the year's data are without fault.</param>
public sealed record YearFigure(
    int Year, Edition? Edition, Figure? Figure, ImmutableArray<string> Paths, ImmutableArray<string> JoinedWith, bool IsComplete);
