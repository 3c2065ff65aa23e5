namespace ReportCompiler.Narratives;

/// <summary>
/// 行政复议、行政诉讼分别为 85 件和 55 件: as many figures behind 分别 as things are listed before it, in the same order; one behind 均.
/// </summary>
internal static class Respective
{
    /// <summary>What is listed between two places, each with the place of its figure; empty if they do not go together.</summary>
    public static List<(List<Token> Words, int Number, Token Figure)> Pairs(Sentence sentence, int from, int to)
    {
        var tokens = sentence.Tokens;
        var word = from;
        while (word < to && tokens[word].Kind != Kind.Each) word++;
        if (word == to || tokens.FindIndex(from, word - from, t => t.Kind is Kind.Number or Kind.Unknown) >= 0) return [];
        var items = Items(tokens, from, word);
        var numbers = new List<int>();
        for (var i = word + 1; i < to; i++)
        {
            if (tokens[i].Kind == Kind.Number) numbers.Add(i);
            // 分别提出申请 5 件、3 件 and 分别比上年增加, too; what stands between the figures only lists them.
            else if (tokens[i].Kind is not (Kind.Neutral or Kind.List)
                && (numbers.Count > 0 || tokens[i].Kind is not (Kind.Compare or Kind.Object or Kind.Row))) return [];
        }
        // 行政复议、行政诉讼均为 0 件: the one figure is every one's.
        if (word < to && sentence.Word(tokens[word]) != "分别" && numbers.Count == 1) numbers = [.. items.Select(_ => numbers[0])];
        var isEach = items.Count > 1 && items.Count == numbers.Count && items.TrueForAll(i => i.Exists(t => t.Phrase is not null));
        // How much more each is: the words behind 分别 are said of every one.
        foreach (var item in items) item.AddRange(tokens.Skip(word + 1).Take(Math.Max(0, numbers.FirstOrDefault() - word - 1)));
        return isEach ? [.. items.Zip(numbers, (words, number) => (words, number, Counted(tokens[number], tokens[numbers[^1]])))] : [];
    }

    private static List<List<Token>> Items(List<Token> tokens, int from, int to)
    {
        var items = new List<List<Token>> { new() };
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind == Kind.List) items.Add([]);
            // ……，分别为: the comma parts no item.
            else if (tokens[i].Kind != Kind.Break) items[^1].Add(tokens[i]);
        }
        return items;
    }

    /// <summary>A figure with the counting word of the last, which alone need have one: 分别为 85、55 件.</summary>
    private static Token Counted(Token number, Token last) => number.Quantity!.Unit.Length > 0
        ? number : number with { Quantity = number.Quantity with { Unit = last.Quantity!.Unit } };
}
