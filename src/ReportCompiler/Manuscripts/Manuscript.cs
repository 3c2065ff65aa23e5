using System.Collections.Immutable;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Manuscripts;

/// <summary>
/// The narrative read as Markdown, once for every output, so that they cannot differ in what they take it for. HTML is made of what
/// was read; for Markdown the clerk's own text stays, but for what another reader would take otherwise.
/// </summary>
internal sealed class Manuscript
{
    private const int SectionLevel = 2;

    // Markdig's work grows with the square of these in one paragraph; nobody writes as many.
    private const int MostMarks = 1000;

    private static readonly MarkdownPipeline AsMeant = Pipeline(isMeant: true);
    private static readonly MarkdownPipeline Standard = Pipeline(isMeant: false);

    private readonly Rendered _rendered;
    private readonly MarkdownDocument _document;
    private readonly List<TextEdit> _edits;

    private Manuscript(Rendered rendered, MarkdownDocument document, List<TextEdit> edits)
    {
        _rendered = rendered;
        _document = document;
        _edits = edits;
        Headings = [.. document.OfType<HeadingBlock>().Where(h => h.Level == SectionLevel).Select(Heading)];
        // What is no section's heading stands below one.
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Max(SectionLevel + 1, heading.Level);
    }

    /// <summary>The rendered text without comments: what the checks read.</summary>
    public Rendered Rendered => _rendered;

    /// <summary>The headings of level 2, in order.</summary>
    public ImmutableArray<ManuscriptHeading> Headings { get; }

    /// <summary>Reads the rendered narrative.</summary>
    /// <param name="findings">Takes what would not be published as it was meant.</param>
    /// <param name="rendered">The rendered text, comments and all.</param>
    /// <param name="attachments">The project's files.</param>
    /// <param name="isName">Whether an expression may begin with a name.</param>
    /// <param name="note">What a note that stands below its section's table begins with, up to the colon.</param>
    public static Manuscript Read(
        Findings findings, Rendered rendered, Attachments attachments, Func<string, bool> isName, string note = "注")
    {
        var faults = new Faults();
        var text = Cleaning.Clean(rendered, faults, note);
        var document = Parse(text, AsMeant, faults) ?? [];
        var edits = new MarkdownEdits(text.Text, document);
        new MarkupCheck(text, faults, isName).Check(document);
        new Addresses(text, faults, attachments, edits).Resolve(document);
        if (text.Text.AsSpan().ContainsAny('*', '_') && Parse(text, Standard, new Faults()) is { } standard) edits.Emphasis(standard);
        edits.Also();
        faults.Report(findings);
        return new Manuscript(text, document, edits.Sorted());
    }

    /// <summary>The text of a passage for Markdown.</summary>
    public string Markdown(int start, int end)
    {
        var text = new System.Text.StringBuilder(end - start);
        var from = start;
        foreach (var edit in Within(start, end))
        {
            if (edit.Start < from || edit.Start + edit.Length > end) continue;
            text.Append(_rendered.Text, from, edit.Start - from).Append(edit.With);
            from = edit.Start + edit.Length;
        }
        return Trimmed(text.Append(_rendered.Text, from, end - from).ToString());
    }

    /// <summary>The HTML of the blocks that begin in one of the stretches, which are in order.</summary>
    public string Html(ImmutableArray<(int Start, int End)> stretches)
    {
        if (stretches.IsEmpty) return "";
        var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new Markdig.Renderers.HtmlRenderer(writer);
        AsMeant.Setup(renderer);
        // A tag is a fault; a draft shows it, and no browser runs it.
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new EscapedHtmlBlock());
        renderer.ObjectRenderers.Replace<HtmlInlineRenderer>(new EscapedHtmlInline());
        foreach (var (block, _) in In(_document, stretches)) renderer.Render(block);
        return writer.ToString().TrimEnd('\n');
    }

    /// <summary>The same blocks for a Word document.</summary>
    /// <param name="stretches">The stretches.</param>
    /// <param name="parts">Takes the links, images and lists.</param>
    public string Word(ImmutableArray<(int Start, int End)> stretches, WordParts parts) =>
        WordWriter.Write(In(_document, stretches).Select(b => b.Block), parts);

    /// <summary>
    /// The notes, by what they begin with, among the blocks of stretches, which are in order: paragraphs that stand below the section's
    /// table.
    /// </summary>
    public IEnumerable<(int Start, int End)> Notes(IReadOnlyList<(int Start, int End)> stretches, string note) =>
        from found in In(_document.OfType<ParagraphBlock>(), stretches)
        where found.Block.Span.End < found.End && Cleaning.IsNote(_rendered.Text.AsSpan(found.Block.Span.Start), note)
        select (found.Block.Span.Start, found.Block.Span.End + 1);

    /// <summary>The blocks that begin in one of some stretches, each with that one's end; both are in order.</summary>
    private static IEnumerable<(Block Block, int End)> In(IEnumerable<Block> blocks, IReadOnlyList<(int Start, int End)> stretches)
    {
        var at = 0;
        foreach (var block in blocks)
        {
            while (at < stretches.Count && stretches[at].End <= block.Span.Start) at++;
            if (at < stretches.Count && block.Span.Start >= stretches[at].Start) yield return (block, stretches[at].End);
        }
    }

    private IEnumerable<TextEdit> Within(int start, int end)
    {
        var first = _edits.BinarySearch(new TextEdit(start, 0, ""), Comparer<TextEdit>.Create((a, b) => a.Start.CompareTo(b.Start)));
        if (first < 0) first = ~first;
        while (first > 0 && _edits[first - 1].Start == start) first--;
        return _edits.Skip(first).TakeWhile(e => e.Start < end);
    }

    private ManuscriptHeading Heading(HeadingBlock heading)
    {
        var start = heading.Inline?.FirstChild?.Span.Start ?? heading.Span.Start;
        var end = heading.Inline?.LastChild?.Span.End ?? heading.Span.End;
        return new ManuscriptHeading(PlainText(heading), heading.Span.Start, heading.Span.End + 1, _rendered.Place(start, end + 1 - start));
    }

    private static string PlainText(HeadingBlock heading) =>
        string.Concat(heading.Inline?.Descendants().Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LineBreakInline => " ",
            _ => "",
        }) ?? []).Trim();

    /// <summary>Without the blank lines around it; the first line keeps its indentation, which may make it part of a list.</summary>
    private static string Trimmed(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length && text[i] is ' ' or '\t' or '\n'; i++)
            if (text[i] == '\n') start = i + 1;
        return text[start..].TrimEnd(' ', '\t', '\n');
    }

    private static MarkdownPipeline Pipeline(bool isMeant)
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation();
        builder.InlineParsers.Replace<EmphasisInlineParser>(new FlankingEmphasis(isMeant));
        return builder.Build();
    }

    private static MarkdownDocument? Parse(Rendered text, MarkdownPipeline pipeline, Faults faults)
    {
        if (Density.Find(text.Text, MostMarks) is { } dense)
        {
            faults.Add(text, dense, 0, at => Errors.Manuscripts.TooDense(at, MostMarks));
            return null;
        }
        try
        {
            return Markdig.Markdown.Parse(text.Text, pipeline);
        }
        catch (ArgumentException)
        {
            // The reader's limit of 128 levels: quotations, lists or emphasis in each other.
            faults.Add(text, Density.Deepest(text.Text), 0, Errors.Manuscripts.TooDeep);
            return null;
        }
    }
}
