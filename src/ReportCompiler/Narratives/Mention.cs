namespace ReportCompiler.Narratives;

/// <summary>A figure of a sentence with the words that belong to it; places are those of the sentence's words.</summary>
/// <param name="Figure">The figure, with the counting word that it shares with the last of several.</param>
/// <param name="Number">Where it stands.</param>
/// <param name="From">Where the words before it begin.</param>
/// <param name="Start">Where the part begins that they go on from; it lies before the comma if that part alone names what it is of.</param>
/// <param name="End">Where the words behind it end.</param>
/// <param name="Words">What the words say.</param>
internal sealed record Mention(Token Figure, int Number, int From, int Start, int End, FigureWords Words)
{
    /// <summary>Whether a row or column is named before the figure, and not behind it alone.</summary>
    public bool IsNamedBefore { get; init; }
}

/// <summary>What stands between two commas.</summary>
/// <param name="From">Where it begins among the sentence's words.</param>
/// <param name="To">Where the comma stands.</param>
/// <param name="Mentions">Its figures, in order.</param>
internal sealed record Part(int From, int To, IReadOnlyList<Mention> Mentions)
{
    /// <summary>The row that it names without a figure, and that columns behind it go on from; null if it names none, or several.</summary>
    public Forms.RowPhrase? Row { get; init; }

    /// <summary>Whether what follows is of that row alone: 复议后起诉的 7 件中.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether a word is not understood before the bracket that it goes on behind: 各县（区）共收到.</summary>
    public bool IsOfUnknown { get; init; }

    /// <summary>涉及行政处罚（5 件）: whether its figure stands in brackets behind words of the form that are not understood.</summary>
    public bool IsOfUnknownRow { get; init; }
}
