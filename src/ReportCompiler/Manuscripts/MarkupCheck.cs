using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Manuscripts;

/// <summary>narrative-markup: the prose holds nothing that would not be published as it was meant.</summary>
/// <param name="text">The rendered text.</param>
/// <param name="faults">Takes what was found.</param>
/// <param name="isName">Whether an expression may begin with a name.</param>
internal sealed class MarkupCheck(Rendered text, Faults faults, Func<string, bool> isName)
{
    private const int LongestShown = 40;

    private int _expressionEnd;

    /// <summary>Looks at every block and every word of it.</summary>
    public void Check(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<LeafBlock>()) Check(block);
    }

    private void Check(LeafBlock block)
    {
        switch (block)
        {
            case HtmlBlock html:
                Add(html.Span.Start, Tag(html.Span.Start), Errors.Manuscripts.Html);
                break;
            case FencedCodeBlock { ClosingFencedCharCount: 0 } fence:
                Add(fence.Span.Start, fence.OpeningFencedCharCount, Errors.Manuscripts.UnclosedFence);
                break;
            case CodeBlock and not FencedCodeBlock:
                Add(block.Span.Start, 1, Errors.Manuscripts.Indented);
                break;
            case { Inline: { } inlines }:
                if (block is ParagraphBlock) Hashes(block.Span);
                Check(inlines);
                break;
        }
    }

    private void Check(ContainerInline inlines)
    {
        // A brace that \{ opened may be closed without a backslash.
        var literally = 0;
        foreach (var inline in inlines.Descendants())
        {
            if (inline is HtmlInline html) Add(html.Span.Start, html.Span.Length, Errors.Manuscripts.Html);
            else if (inline is LiteralInline literal) Check(literal, ref literally);
        }
    }

    private void Check(LiteralInline literal, ref int literally)
    {
        var content = literal.Content.AsSpan();
        var start = Literals.Start(text.Text, literal);
        for (var i = 0; i < content.Length; i++)
        {
            if (i == 0 && literal.IsFirstCharacterEscaped)
            {
                if (content[0] == '{') literally++;
                continue;
            }
            var at = start + i;
            switch (content[i])
            {
                case '*':
                    var run = content[i..].IndexOfAnyExcept('*');
                    if (run < 0) run = content.Length - i;
                    Add(at, run, Errors.Manuscripts.LoneStars);
                    i += run - 1;
                    break;
                case '}' when literally > 0:
                    literally--;
                    break;
                case '{' or '}' or '｛' when at >= _expressionEnd && text.Origin(at) >= 0:
                    Expression(at, content[i]);
                    break;
                case '<' when i + 1 < content.Length && (char.IsAsciiLetter(content[i + 1]) || content[i + 1] is '/' or '!' or '?'):
                    Add(at, 1, Errors.Manuscripts.UnclosedTag);
                    break;
                case ']' when LooksLikeALink(at):
                    Add(at, 1, Errors.Manuscripts.NoLink);
                    break;
                case '＊' when i + 1 < content.Length && content[i + 1] == '＊':
                    Add(at, 2, Errors.Manuscripts.WideMarks);
                    i++;
                    break;
            }
        }
    }

    /// <summary>A brace that stands for itself would be printed; nearly always an expression was meant.</summary>
    private void Expression(int at, char brace)
    {
        var line = Rest(at);
        var close = brace == '}' ? 0 : line[1..].IndexOfAny('}', '｝') + 1;
        var inside = (close > 0 ? line[1..close] : line[1..]).Trim(" \u3000{｛%％");
        if (brace == '｛' && !(line.Length > 1 && line[1] is '｛' or '{' or '%' or '％') && !isName(FirstName(inside))) return;
        var length = close == 0 ? 1 : close + 1;
        while (line[length..].TrimStart(' ') is ['}' or '｝', ..] more) length = line.Length - more.Length + 1;
        _expressionEnd = at + length;
        var shown = line[..Math.Min(length, LongestShown)].ToString();
        var name = inside.Trim(" \u3000}｝%％").ToString();
        Add(at, length, place => Errors.Manuscripts.NoExpression(place, shown, isName(FirstName(name)) ? name : null));
    }

    /// <summary>What looks like a link: [附件](a b.pdf), whose address has a space, or [附件]（a.pdf）.</summary>
    private bool LooksLikeALink(int at)
    {
        var rest = Rest(at + 1);
        if (rest.StartsWith('(')) return true;
        if (!rest.StartsWith('（') || rest.IndexOf('）') is not (> 1 and var end)) return false;
        var dot = rest[..end].LastIndexOf('.');
        return dot > 0 && char.IsAsciiLetter(rest[dot + 1]);
    }

    /// <summary>The rest of the line from a place.</summary>
    private ReadOnlySpan<char> Rest(int at)
    {
        var rest = text.Text.AsSpan(at);
        return rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest;
    }

    private static string FirstName(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (text[end] == '_' || char.IsLetterOrDigit(text[end]))) end++;
        return text[..end].ToString();
    }

    /// <summary>##一、 without a space, and ＃＃, are no headings.</summary>
    private void Hashes(SourceSpan block)
    {
        for (var start = block.Start; start <= block.End;)
        {
            var end = text.Text.IndexOf('\n', start, block.End + 1 - start);
            if (end < 0) end = block.End + 1;
            var line = text.Text.AsSpan(start, end - start).TrimStart(' ');
            if (line.StartsWith("##", StringComparison.Ordinal) || line.StartsWith("＃＃", StringComparison.Ordinal))
                Add(end - line.Length, 2, Errors.Manuscripts.NoHeading);
            start = end + 1;
        }
    }

    private int Tag(int start)
    {
        var end = text.Text.AsSpan(start).IndexOfAny('>', '\n');
        return end < 0 ? text.Text.Length - start : end + 1;
    }

    private void Add(int start, int length, Func<Location, Diagnostic> finding) => faults.Add(text, start, length, finding);
}
