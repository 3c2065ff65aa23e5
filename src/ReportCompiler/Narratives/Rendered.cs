namespace ReportCompiler.Narratives;

/// <summary>The rendered narrative, and where each character of it was typed: what an expression made was typed nowhere.</summary>
/// <param name="text">The rendered Markdown.</param>
/// <param name="starts">Where each stretch begins, in order.</param>
/// <param name="origins">The offset of each stretch in the clerk's file; −1 for one that an expression made.</param>
internal sealed class Rendered(string text, int[] starts, int[] origins)
{
    /// <summary>The rendered Markdown.</summary>
    public string Text { get; } = text;

    /// <summary>The offset in the clerk's file of a rendered character; −1 where an expression made it.</summary>
    public int Origin(int index)
    {
        var stretch = Array.BinarySearch(starts, index);
        if (stretch < 0) stretch = ~stretch - 1;
        return stretch < 0 || origins[stretch] < 0 ? -1 : origins[stretch] + index - starts[stretch];
    }
}
