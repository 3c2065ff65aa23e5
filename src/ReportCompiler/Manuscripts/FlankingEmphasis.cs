using System.Buffers;
using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportCompiler.Manuscripts;

/// <summary>
/// Which marks of emphasis open and which close. As a clerk means it, stars before a character open and stars after one close, be it a
/// letter or a punctuation mark. By the standard a run after punctuation closes only before a space or punctuation, so that in
/// Chinese, which has no spaces, the bold of <c>**一是加强领导。**明确</c> goes on to the next stars. The library's own reading is a
/// little kinder than the standard's, so the standard's is written out here too.
/// </summary>
/// <param name="isMeant">Whether stars are read as they are meant, not by the standard.</param>
internal sealed class FlankingEmphasis(bool isMeant) : EmphasisInlineParser
{
    private const char Space = ' ';
    private const char Star = '*';
    private const int MostStars = 3;

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (mark, start) = (slice.CurrentChar, slice.Start);
        while (slice.CurrentChar == mark) slice.SkipChar();
        var count = slice.Start - start;
        var run = new StringSlice(slice.Text, start, slice.Start - 1);
        var span = new SourceSpan(processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(run.End));
        var type = Type(mark, Before(slice.Text, start), slice.IsEmpty ? new Rune(Space) : After(slice.Text, slice.Start));
        processor.Inline = type == DelimiterType.Undefined || (mark == Star && count > MostStars)
            ? new LiteralInline(run) { Span = span, Line = line, Column = column }
            : new EmphasisDelimiterInline(this, EmphasisDescriptors.First(d => d.Character == mark))
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

    private DelimiterType Type(char mark, Rune before, Rune after)
    {
        if (mark == Star && isMeant) return Of(!Rune.IsWhiteSpace(after), !Rune.IsWhiteSpace(before));
        // Readers differ in these, so by the standard they make no emphasis that one could rely on.
        if (!isMeant && (IsDoubtful(before) || IsDoubtful(after))) return DelimiterType.Undefined;
        var isLeft = !Rune.IsWhiteSpace(after) && (!IsPunctuation(after) || Rune.IsWhiteSpace(before) || IsPunctuation(before));
        var isRight = !Rune.IsWhiteSpace(before) && (!IsPunctuation(before) || Rune.IsWhiteSpace(after) || IsPunctuation(after));
        return mark == Star
            ? Of(isLeft, isRight)
            : Of(isLeft && (!isRight || IsPunctuation(before)), isRight && (!isLeft || IsPunctuation(after)));
    }

    private static DelimiterType Of(bool opens, bool closes) =>
        (opens ? DelimiterType.Open : DelimiterType.Undefined) | (closes ? DelimiterType.Close : DelimiterType.Undefined);

    /// <summary>
    /// A symbol is punctuation by the standard since 0.31, and was none before; GitHub looks past a tilde; some readers take an entity
    /// such as a space for the character it is, some for its first and last.
    /// </summary>
    private static bool IsDoubtful(Rune rune) => rune.Value is '~' or '&' or ';' || (!rune.IsAscii && Rune.IsSymbol(rune));

    private static bool IsPunctuation(Rune rune) => Rune.IsPunctuation(rune) || (rune.IsAscii && Rune.IsSymbol(rune));

    private static Rune Before(string text, int index)
    {
        if (index == 0) return new Rune(Space);
        var status = Rune.DecodeLastFromUtf16(text.AsSpan(0, index), out var rune, out _);
        return status == OperationStatus.Done ? rune : new Rune('a');
    }

    private static Rune After(string text, int index) =>
        Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out _) == OperationStatus.Done ? rune : new Rune('a');
}
