using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>A figure of the prose and what is known of it.</summary>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Start">Where its number begins in the sentence.</param>
/// <param name="Digits">How many characters the number has.</param>
/// <param name="Length">How many it has with its counting word.</param>
/// <param name="Knowledge">What is known of it.</param>
internal sealed record ProseFigure(Sentence Sentence, int Start, int Digits, int Length, Knowledge Knowledge)
{
    /// <summary>Whose figure it is; null if that is not understood, or if it is no cell's.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The readings of the claim that the figure fits.</summary>
    public ImmutableArray<ImmutableArray<Cell>> Fitting { get; init; } = [];

    /// <summary>Where the number begins in the rendered text.</summary>
    public int From => Sentence.At[Start];

    /// <summary>Where it ends there, its counting word included.</summary>
    public int To => Sentence.At[Start + Length - 1] + 1;

    /// <summary>Where the number ends there.</summary>
    public int DigitsTo => Sentence.At[Start + Digits - 1] + 1;
}
