using ReportCompiler.Sources;
using Scriban.Parsing;

namespace ReportCompiler.Rendering;

/// <summary>
/// Finds a <c>{{</c> that is not closed. The library takes the end of a file for its end, and where more expressions follow it
/// stumbles lines later.
/// </summary>
internal static class Braces
{
    /// <summary>The place of the first <c>{{</c> that is not closed; null if all are.</summary>
    /// <param name="source">The template.</param>
    /// <param name="isFaulty">Whether the template cannot be parsed: then a <c>{{</c> in a comment begins the next expression.</param>
    public static Span? Unclosed(SourceText source, bool isFaulty)
    {
        Token? open = null;
        Token? before = null;
        foreach (var token in new Lexer(source.Text, source.Path))
        {
            if (token.Type == TokenType.CodeEnter) open = token;
            // In an expression two braces side by side have no meaning: the next expression has begun.
            if (open is { } first && (token.Type == TokenType.Eof || OpensAgain(before, token) || (isFaulty && Swallows(source, token))))
                return At(source, first.Start.Offset);
            if (token.Type == TokenType.CodeExit) open = null;
            before = token;
        }
        return null;
    }

    private static bool OpensAgain(Token? before, Token token) =>
        token.Type == TokenType.OpenBrace && before is { Type: TokenType.OpenBrace } brace && brace.End.Offset + 1 == token.Start.Offset;

    /// <summary>
    /// Whether a comment of several lines holds an expression: the <c>##</c> of a heading begins one where an expression before it
    /// is not closed.
    /// </summary>
    private static bool Swallows(SourceText source, Token token) =>
        token.Type == TokenType.CommentMulti
            && source.Text.AsSpan(token.Start.Offset..(token.End.Offset + 1)).Contains("{{", StringComparison.Ordinal);

    private static Span At(SourceText source, int start) => source.SpanAt(start, 2);
}
