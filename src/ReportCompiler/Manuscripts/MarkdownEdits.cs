using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportCompiler.Manuscripts;

/// <summary>What is changed in the clerk's text for report.md, so that every reader of Markdown shows what report.html shows.</summary>
/// <param name="text">The text.</param>
/// <param name="document">The same as it is meant.</param>
internal sealed class MarkdownEdits(string text, MarkdownDocument document)
{
    private const int BelowSections = 3;

    // GitHub strikes out between two of the first and takes what stands between two of the second for a formula.
    private static readonly char[] Extensions = ['~', '$'];

    private readonly Dictionary<int, TextEdit> _edits = [];

    /// <summary>Adds a change; of two at one place, what is inserted comes before what is replaced.</summary>
    public void Add(int start, int length, string with)
    {
        var there = _edits.GetValueOrDefault(start);
        var isBeside = there.With is not null && (there.Length == 0) != (length == 0);
        var both = there.Length == 0 ? there.With + with : with + there.With;
        _edits[start] = new TextEdit(start, Math.Max(length, there.Length), isBeside ? both : with);
    }

    /// <summary>If a reader by the standard would take other words for emphasised, the block has tags in place of its marks.</summary>
    public void Emphasis(MarkdownDocument standard)
    {
        var differing = new HashSet<(int, int, int)>(document.Descendants<EmphasisInline>().Select(Key));
        differing.SymmetricExceptWith(standard.Descendants<EmphasisInline>().Select(Key));
        var places = differing.Select(d => d.Item1).Order().ToArray();
        foreach (var block in document.Descendants<LeafBlock>().Where(b => b.Inline is not null && (IsIn(b) || !IsPlain(b))))
        {
            foreach (var emphasis in block.Inline!.Descendants<EmphasisInline>()) Tags(emphasis);
            foreach (var place in Places(block, '_')) Add(place, 0, "\\");
        }

        static (int, int, int) Key(EmphasisInline e) => (e.Span.Start, e.Span.End, e.DelimiterCount);

        bool IsIn(LeafBlock block)
        {
            var first = Array.BinarySearch(places, block.Span.Start);
            if (first < 0) first = ~first;
            return first < places.Length && places[first] <= block.Span.End;
        }
    }

    /// <summary>Whether no emphasis touches another or stands in one: there readers differ.</summary>
    private bool IsPlain(LeafBlock block) => block.Inline!.Descendants<EmphasisInline>().All(e =>
        e.Parent is not EmphasisInline && e.Descendants<EmphasisInline>().FirstOrDefault() is null
        && !IsMark(e.Span.Start - 1) && !IsMark(e.Span.End + 1));

    private bool IsMark(int at) => at >= 0 && at < text.Length && text[at] is '*' or '_';

    /// <summary>What else is not the standard's: two headings that would be sections, and marks of GitHub's own.</summary>
    public void Also()
    {
        foreach (var heading in document.Descendants<HeadingBlock>().Where(h => h.Level < BelowSections)) Lower(heading);
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is null) continue;
            // After an escaped one the library takes a backtick for text where the standard begins code.
            foreach (var place in Places(block, '`')) Add(place, 0, "\\");
            foreach (var mark in Extensions)
            {
                var places = Places(block, mark);
                if (places.Count > 1)
                    foreach (var place in places) Add(place, 0, "\\");
            }
        }
    }

    /// <summary>The changes in order.</summary>
    public List<TextEdit> Sorted() => [.. _edits.Values.OrderBy(e => e.Start)];

    /// <summary>A heading of the first two levels is one of the third: the title's and the sections' are the form's own.</summary>
    private void Lower(HeadingBlock heading)
    {
        if (!heading.IsSetext)
        {
            Add(heading.Span.Start, heading.Level, new string('#', BelowSections));
            return;
        }
        Add(heading.Span.Start, 0, new string('#', BelowSections) + " ");
        foreach (var line in heading.Inline!.Descendants<LineBreakInline>()) Add(line.Span.Start, 1, " ");
        var end = text.LastIndexOf('\n', heading.Span.End);
        Add(end, heading.Span.End + 1 - end, "");
    }

    private void Tags(EmphasisInline emphasis)
    {
        var (tag, count) = (emphasis.DelimiterCount == 2 ? "strong" : "em", emphasis.DelimiterCount);
        Add(emphasis.Span.Start, count, $"<{tag}>");
        Add(emphasis.Span.End + 1 - count, count, $"</{tag}>");
    }

    /// <summary>Where a mark stands for itself.</summary>
    private List<int> Places(LeafBlock block, char mark) => text.Contains(mark, StringComparison.Ordinal)
        ? [.. block.Inline!.Descendants<LiteralInline>().SelectMany(l => Places(l, mark))] : [];

    private IEnumerable<int> Places(LiteralInline literal, char mark)
    {
        var content = literal.Content;
        var start = Literals.Start(text, literal);
        // Where the library has widened a tab, a literal's place is not that of its text: a change there would be in the wrong place.
        for (var i = literal.IsFirstCharacterEscaped ? 1 : 0; i < content.Length; i++)
            if (content.Text[content.Start + i] == mark && start + i < text.Length && text[start + i] == mark) yield return start + i;
    }
}
