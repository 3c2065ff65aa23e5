using ReportCompiler.Importing.Matching;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Texts;

/// <summary>A label in a text, put together of the words that a narrow column broke it into.</summary>
/// <param name="words">From top to bottom.</param>
internal sealed class LayoutLabel(IReadOnlyList<LayoutWord> words)
{
    /// <summary>Over more lines no label is broken; between two of them a line of another column may stand.</summary>
    private const int MostLines = 9;
    private const int MostBetween = 2;
    private const int MostLabels = 20_000;

    /// <summary>How far a word may be pushed.</summary>
    private const int Slack = 2;

    public IReadOnlyList<LayoutWord> Words { get; } = words;

    public int First { get; } = words[0].Line;

    public int Last { get; } = words[^1].Line;

    public int From { get; } = words.Min(w => w.From);

    public int To { get; } = words.Max(w => w.To);

    public string Text { get; } = string.Concat(words.Select(w => w.Text));

    public LabelText Label => field ??= LabelText.Of(Text);

    /// <summary>
    /// The labels of an edition in a text, each of its words in one alone, from top to bottom; what has more than dozens of reports
    /// have together is none.
    /// </summary>
    public static List<LayoutLabel> Find(FormLabels labels, LayoutLines lines)
    {
        var found = new List<LayoutLabel>();
        var taken = new HashSet<LayoutWord>(ReferenceEqualityComparer.Instance);
        for (var line = 0; line < lines.Count; line++)
            foreach (var word in lines[line])
            {
                if (taken.Contains(word) || Longest(labels, lines, taken, [word]) is not { } label) continue;
                taken.UnionWith(label.Words);
                found.Add(label);
                if (found.Count > MostLabels) throw new UnreadableException(PackageFault.TooLarge);
            }
        return found;
    }

    /// <summary>The longest label that begins with some words; null if there is none.</summary>
    private static LayoutLabel? Longest(FormLabels labels, LayoutLines lines, HashSet<LayoutWord> taken, List<LayoutWord> words)
    {
        var label = new LayoutLabel(words);
        var isNumber = words.Count == 1 && IsNumber(words[0].Text);
        LayoutLabel? best = !isNumber && labels.IsLabel(label.Label) ? label : null;
        if (words.Count >= MostLines || (!isNumber && (label.Label.Name.Length == 0 || !labels.Begins(label.Label.Name)))) return best;
        foreach (var next in Nexts(lines, label, words[^1]))
        {
            if (taken.Contains(next) || Longest(labels, lines, taken, [.. words, next]) is not { } longer) continue;
            if (best is null || longer.Text.Length > best.Text.Length) best = longer;
        }
        return best;
    }

    /// <summary>Whether a word is only the number before a label.</summary>
    private static bool IsNumber(string word) =>
        word.Length < 6 && word.All("()（）〔〕、.．，一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧".Contains)
        && word.Any(c => char.IsLetterOrDigit(c) || c is >= '①' and <= '⑧') && !word.All(char.IsAsciiDigit);

    /// <summary>
    /// The words that may go on with a label: the next of its line; those below it, and where none is, those nearly below, for a long
    /// line pushes what stands behind it to the right.
    /// </summary>
    private static List<LayoutWord> Nexts(LayoutLines lines, LayoutLabel label, LayoutWord last)
    {
        var right = lines[last.Line].Find(w => w.From >= last.To);
        var nexts = new List<LayoutWord>();
        if (right is { Gap: 1 } && right.Text.Any(char.IsLetter)) nexts.Add(right);
        foreach (var slack in (ReadOnlySpan<int>)[0, Slack])
            for (var line = label.Last + 1; line <= label.Last + MostBetween && line < lines.Count; line++)
            {
                var below = lines[line].FindAll(w => w.From < label.To + slack && label.From < w.To + slack && w.Text.Any(char.IsLetter));
                if (below.Count == 0) continue;
                nexts.AddRange(below);
                return nexts;
            }
        return nexts;
    }
}
