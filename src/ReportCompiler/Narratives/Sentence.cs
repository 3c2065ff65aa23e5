using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>A sentence of the narrative, without spaces, quotes and titles, its years as 上年, 本年, 下年.</summary>
internal sealed class Sentence
{
    private static readonly string[] Bounds = ["以上", "以下", "以内", "左右", "上下"];

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The place in the rendered text of every character, and of the end.</summary>
    public required int[] At { get; init; }

    /// <summary>The years it names in figures.</summary>
    public required IReadOnlyList<YearMention> Years { get; init; }

    /// <summary>The section it stands in; null in the preamble.</summary>
    public required Section? Section { get; init; }

    /// <summary>The heading below the section's that it stands under.</summary>
    public required string Heading { get; init; }

    /// <summary>Which block of text it stands in.</summary>
    public required int Paragraph { get; init; }

    /// <summary>Whether it opens its section.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>Whether it stands in the table's own section, or under a heading of the form with one of the words.</summary>
    public bool IsUnder(Table table, IEnumerable<string> words) =>
        Section is not null && (Section.Table == table.Key || words.Any(w => Section.Heading.Contains(w, StringComparison.Ordinal)));

    /// <summary>Its words; empty if the edition says nothing about prose.</summary>
    public List<Token> Tokens { get; set; } = [];

    /// <summary>Whether a number stands in it, in digits or words, counted or not.</summary>
    public bool HasFigures => Tokens.Exists(t => t.Quantity is not null);

    /// <summary>What is understood of its figures.</summary>
    public List<Claim> Claims { get; set; } = [];

    /// <summary>How much more or less there was than the year before, where the words name of what.</summary>
    public List<Claim> Changes { get; } = [];

    /// <summary>What its figures can be at most that are not understood in full.</summary>
    public List<Claim> Limits { get; } = [];

    /// <summary>What is known of its figures, by where their numbers begin.</summary>
    public Dictionary<int, Knowledge> Known { get; } = [];

    /// <summary>The figures that say how much another has changed, or what it was the year before, by where their numbers begin.</summary>
    public HashSet<int> OfLastYear { get; } = [];

    /// <summary>Takes what a check has come to about a figure; what contradicts it outweighs what bears it out.</summary>
    public void Judge(Token number, bool holds)
    {
        var judged = holds ? Knowledge.Verified : Knowledge.Contradicted;
        if (Known.GetValueOrDefault(number.Start) < judged) Known[number.Start] = judged;
    }

    /// <summary>A word as it stands in the text.</summary>
    public string Word(Token token) => Text.Substring(token.Start, token.Length);

    /// <summary>
    /// 以自然人为主（9 件）: where the figure stands that a bracket holds alone, and so is of the words before it; −1 if it does not.
    /// </summary>
    /// <param name="open">Where the bracket opens among the words.</param>
    public int FigureIn(int open)
    {
        if (open < 0 || open + 2 >= Tokens.Count || Text[Tokens[open].Start] is not ('（' or '(')) return -1;
        return Tokens[open + 1].Quantity is { Unit: not ("" or "%") } && Text[Tokens[open + 2].Start] is '）' or ')' ? open + 1 : -1;
    }

    /// <summary>Whether a figure is a rate of something: 办结率 100%.</summary>
    public bool IsRate(Token number) => Text.AsSpan(0, number.Start).TrimEnd("为达到是均").EndsWith("率");

    /// <summary>95%以上, 50%左右: whether it is not said how much a figure is, but that it is more, less or about as much.</summary>
    public bool IsBound(Token number)
    {
        foreach (var word in Bounds)
            if (Text.AsSpan(number.End).StartsWith(word)) return true;
        return false;
    }

    /// <summary>Whether any of the words stands in it or in its heading.</summary>
    public bool Mentions(IEnumerable<string> words)
    {
        foreach (var word in words)
            if (Text.Contains(word, StringComparison.Ordinal) || Heading.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
