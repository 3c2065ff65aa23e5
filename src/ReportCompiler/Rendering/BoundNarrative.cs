using ReportCompiler.Sources;

namespace ReportCompiler.Rendering;

/// <summary>A narrative whose typed figures have become expressions, as far as that is certain; nothing is written here.</summary>
/// <param name="Before">The file as it is.</param>
/// <param name="After">The file as it would be; the same object if there is nothing to bind.</param>
/// <param name="Figures">How many figures became expressions.</param>
/// <param name="Years">How many years did.</param>
/// <param name="Left">The figures that were verified and stay as they are typed, with the reason.</param>
public sealed record BoundNarrative(Source Before, Source After, int Figures, int Years, IReadOnlyList<LeftFigure> Left)
{
    /// <summary>Whether the file would become another.</summary>
    public bool IsChanged => !ReferenceEquals(Before, After);
}
