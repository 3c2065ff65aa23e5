namespace ReportCompiler.Narratives;

/// <summary>A word of a sentence.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Phrase">The phrase of the edition, for a row or a column.</param>
/// <param name="Quantity">The figure, for a number.</param>
internal readonly record struct Token(Kind Kind, int Start, int Length, object? Phrase = null, Quantity? Quantity = null)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}
