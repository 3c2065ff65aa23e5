using ReportCompiler.Importing.Matching;

namespace ReportCompiler.Importing.Texts;

/// <summary>A label in a text, put together of the words that a narrow column broke it into.</summary>
/// <param name="words">From top to bottom.</param>
internal sealed class LayoutLabel(IReadOnlyList<LayoutWord> words)
{
    /// <summary>Over more lines no label is broken; between two of them a line of another column may stand.</summary>
    private const int MostLines = 9;
    private const int MostBetween = 2;

    public IReadOnlyList<LayoutWord> Words { get; } = words;

    public int First { get; } = words[0].Line;

    public int Last { get; } = words[^1].Line;

    public int From { get; } = words.Min(w => w.From);

    public int To { get; } = words.Max(w => w.To);

    public string Text { get; } = string.Concat(words.Select(w => w.Text));

    public LabelText Label => field ??= LabelText.Of(Text);

    /// <summary>The labels of an edition in a text, each of its words in one alone, from top to bottom.</summary>
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
            }
        return found;
    }

    /// <summary>The longest label that begins with some words; null if there is none.</summary>
    private static LayoutLabel? Longest(FormLabels labels, LayoutLines lines, HashSet<LayoutWord> taken, List<LayoutWord> words)
    {
        var label = new LayoutLabel(words);
        if (label.Label.Name.Length == 0) return null;
        LayoutLabel? best = labels.IsLabel(label.Label) ? label : null;
        if (words.Count >= MostLines || !labels.Begins(label.Label.Name)) return best;
        for (var line = label.Last + 1; line <= label.Last + MostBetween && line < lines.Count; line++)
        {
            // Below the last word, or below any of them where that one was the narrow end of a line.
            var below = lines[line].FindAll(w => w.From < label.To && label.From < w.To && w.Text.Any(char.IsLetter));
            if (below.Count == 0) continue;
            foreach (var next in below.Where(w => !taken.Contains(w)))
                if (Longest(labels, lines, taken, [.. words, next]) is { } longer && (
                    best is null || longer.Text.Length > best.Text.Length)) best = longer;
            break;
        }
        return best;
    }
}
