namespace ReportCompiler.Narratives;

/// <summary>
/// Tells of the figures that are no claim which stand beside words of the form, and so were not read, and which are of something else.
/// Figures are asked about in the order of the sentence.
/// </summary>
internal sealed class Nearness(Sentence sentence, TableMatter matter)
{
    /// <summary>Whether the figure before is of the form, read or not: those in a list behind it are of it too.</summary>
    private bool _isBeside;

    /// <summary>A figure that was understood.</summary>
    public void Take() => _isBeside = true;

    /// <summary>A semicolon, behind which nothing goes on.</summary>
    public void Break() => _isBeside = false;

    /// <summary>What is known of a figure that is no claim.</summary>
    public Knowledge Of(Mention mention, Scope scope)
    {
        var (words, token) = (mention.Words, sentence.Tokens[mention.Number]);
        if (scope.IsOther) return Knowledge.Outside;
        // 办结率 100% is no share of the tables' figures: it is of those whose term has come.
        if (sentence.IsRate(token)) return Knowledge.Outside;
        if (IsWay(mention)) return Knowledge.Outside;
        // Behind 其中, in brackets and in a list a figure goes on from the one before; so does how much more it is.
        var goesOn = scope.IsAmong || scope.IsInBrackets || mention.From > mention.Start || words.IsDifference
            || token.Quantity!.Unit == "%";
        var isNamed = words.NamesForm || (words.MayNameForm && (_isBeside || matter.IsOfApplications()));
        var isBeside = isNamed ? words.Row is not { } row || matter.Holds(row, mention) : goesOn && _isBeside;
        if (!words.IsDifference) _isBeside = isBeside;
        return isBeside ? Knowledge.Unread : Knowledge.Outside;
    }

    /// <summary>网络申请 11 件, 3 件为信函申请: by which way applications came in, where the form has no row for it.</summary>
    private bool IsWay(Mention mention)
    {
        if (mention.Words is not { Row: null or { IsVerb: true }, Column: null }) return false;
        var (tokens, text) = (sentence.Tokens, sentence.Text);
        var before = text.AsSpan(tokens[mention.From].Start..mention.Figure.Start);
        var end = mention.End < tokens.Count ? tokens[mention.End].Start : text.Length;
        return Ways.Are($"{before}{text.AsSpan(mention.Figure.End..end)}");
    }
}
