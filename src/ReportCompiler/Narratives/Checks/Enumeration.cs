using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>Finds the whole that the parts listed in a sentence are of, where the sentence before has told it.</summary>
internal static class Enumeration
{
    private static readonly string[] Views = ["从公开", "从申请"];

    /// <summary>
    /// 主动公开信息 138 条。其中，概况 3 条，…; 在主动公开的信息中，…: the whole, the sentence it stands in, and the word that the parts
    /// begin with; null if the sentence does not go on so, or if what was counted before is not one figure.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="paragraph">The sentences of its paragraph before it.</param>
    public static (Token Whole, Sentence Of, int From)? Opening(Sentence sentence, IReadOnlyList<Sentence> paragraph)
    {
        if (paragraph.Count == 0 || Begin(sentence) is not (> 0 and var from)) return null;
        var isOfAll = IsOfDisclosed(sentence.Text.AsSpan(0, sentence.Tokens[from - 1].Start));
        // 公开信息 138 条。其中规范性文件 34 条。公开的信息中，…: of all that were disclosed, and not of a part that was told between.
        var of = paragraph.LastOrDefault(s => s.Tokens.Exists(t => t.Quantity is { IsCounted: true })
            && (s.Tokens[0].Kind != Kind.Among || !isOfAll));
        if (of is null) return null;
        var counts = of.Tokens.FindAll(t => t.Quantity is { IsCounted: true } && !of.OfLastYear.Contains(t.Start));
        // 25 个领域的信息共 90 条: what the information is of.
        if (counts is [var first, .., var last]
            && !of.Tokens.Exists(t => t.Kind == Kind.Break && t.Start > first.Start && t.Start < last.Start))
            counts.RemoveAll(t => t.Start < last.Start && t.Quantity!.Unit != last.Quantity!.Unit);
        return counts is [{ Quantity.Slack: 0 } whole] ? (whole, of, from) : null;
    }

    /// <summary>
    /// 在主动公开的信息中，机构职能类信息 4 条; 从公开渠道看，网站 4 条: whether the sentence says itself what it goes on from, so that the
    /// paragraph before may have told it.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="last">The paragraph before.</param>
    public static bool IsOnward(Sentence sentence, IReadOnlyList<Sentence> last)
    {
        if (sentence.Tokens is [{ Start: 0, Kind: Kind.Neutral } view, ..] && sentence.Text[0] is '从'
            && Array.Find(Views, v => sentence.Word(view).StartsWith(v, StringComparison.Ordinal)) is { } of)
            return last[^1].Text.Contains(of.AsSpan(1), StringComparison.Ordinal);
        if (!sentence.Text.StartsWith('在') || Begin(sentence) is not (> 1 and var from)) return false;
        var whole = sentence.Text.AsSpan(0, sentence.Tokens[from - 1].Start);
        return IsOfDisclosed(whole);
    }

    private static bool IsOfDisclosed(ReadOnlySpan<char> whole) => whole.IndexOf("公开") >= 0 && whole.TrimEnd("当之中里").EndsWith("信息");

    /// <summary>2.申请信息不存在 3 件: whether a paragraph opens with a row, and so may go on with those before it.</summary>
    /// <param name="sentence">The sentence that opens the paragraph.</param>
    public static bool IsItem(Sentence sentence) =>
        sentence.Tokens.Find(t => t.Kind != Kind.Neutral) is { Phrase: RowPhrase { IsVerb: false } };

    /// <summary>Where the parts begin behind 其中 or 在……中, without a figure before; 0 if the sentence does not open with that.</summary>
    private static int Begin(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var isOpened = tokens is [{ Kind: Kind.Among }, ..];
        var next = isOpened ? 1 : 0;
        while (isOpened && next < tokens.Count && tokens[next].Kind == Kind.Break) next++;
        var end = tokens.FindIndex(next, t => t.Kind is Kind.Break or Kind.Number);
        var isWhole = end > next && tokens[end].Kind == Kind.Break && Words.IsIn(sentence.Word(tokens[end - 1]));
        return isWhole ? end + 1 : isOpened ? next : 0;
    }
}
