using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportCompiler.Manuscripts;

/// <summary>
/// Emphasis with stars as a clerk means it: stars before a character open, stars after one close, be it a letter or a punctuation
/// mark. By the standard a run after punctuation closes only before a space or punctuation, so that in Chinese, which has no spaces,
/// the bold of <c>**一是加强领导。**明确</c> goes on to the next stars.
/// </summary>
internal sealed class StarEmphasis : EmphasisInlineParser
{
    private const char Star = '*';
    private const int MostStars = 3;

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != Star) return base.Match(processor, ref slice);
        var before = slice.PeekCharExtra(-1);
        var start = slice.Start;
        while (slice.CurrentChar == Star) slice.SkipChar();
        var count = slice.Start - start;
        var run = new StringSlice(slice.Text, start, slice.Start - 1);
        var span = new SourceSpan(processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(run.End));
        var type = DelimiterType.Undefined;
        if (!slice.CurrentChar.IsWhiteSpaceOrZero()) type |= DelimiterType.Open;
        if (!before.IsWhiteSpaceOrZero()) type |= DelimiterType.Close;
        processor.Inline = count > MostStars || type == DelimiterType.Undefined
            ? new LiteralInline(run) { Span = span, Line = line, Column = column }
            : new EmphasisDelimiterInline(this, EmphasisDescriptors.First(d => d.Character == Star))
            {
                Content = run,
                DelimiterCount = count,
                Type = type,
                Span = span,
                Line = line,
                Column = column,
            };
        return true;
    }
}
