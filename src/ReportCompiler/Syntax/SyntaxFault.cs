using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>
/// Says what is wrong where YAML gives up. The library's own words ("while scanning a simple key …") help nobody; the line
/// itself nearly always shows what happened.
/// </summary>
internal static class SyntaxFault
{
    public static Diagnostic Explain(SourceText source, Span at)
    {
        if (Marker(source) is { } marker) return marker;
        var (open, quote) = Unclosed(source);
        if (quote is { } q) return Errors.Syntax.UnclosedQuote(source, q);
        if (open is { } o) return Errors.Syntax.UnclosedBracket(source, o.Span, o.Bracket);
        foreach (var line in new[] { at.Line, at.Line - 1 })
            if (AfterBracket(source, line) is { } rest)
                return Errors.Syntax.AfterBracket(source, rest);
        foreach (var line in new[] { at.Line, at.Line - 1 })
            if (IsWithoutDash(source, line)) return Errors.Syntax.NoDash(source, line);
        if (NoTextStart(source, at.Line) is { } sign) return Errors.Syntax.NoTextStart(source, sign.Span, sign.Sign);
        foreach (var line in new[] { at.Line, at.Line - 1 })
            if (MissingColon(source, line) is { } word) return WithoutColon(source, word);
        if (SecondColon(source, at.Line) is { } colon) return TwoEntries(source, colon);
        if (FirstItem(source, at.Line) is { } first) return Errors.Syntax.Indentation(source, first);
        if (Misindented(source, at.Line)) return Errors.Syntax.Indentation(source, at.Line);
        return Errors.Syntax.Unreadable(source, at);
    }

    /// <summary>Lines that other programs put around a text: Git at a conflict, chats and pages around code.</summary>
    public static Diagnostic? Marker(SourceText source)
    {
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.Line(number);
            var span = Span.OnLine(number, 1, Math.Max(1, line.Length));
            if (line.StartsWith("<<<<<<< ", StringComparison.Ordinal) || line.StartsWith(">>>>>>> ", StringComparison.Ordinal))
                return Errors.Syntax.Conflict(source, span);
            if (line.StartsWith("```", StringComparison.Ordinal)) return Errors.Syntax.Fence(source, span);
        }
        return null;
    }

    private static Diagnostic WithoutColon(SourceText source, Span at)
    {
        var word = source.Slice(at);
        var above = at.Line > 1 ? source.Line(at.Line - 1).Trim() : "";
        return word.All(static c => char.IsAsciiDigit(c) || c == '.') && above is [_, .., ':']
            ? Errors.Syntax.FigureBelow(source, at, above[..^1], word) : Errors.Syntax.NoColon(source, at, word);
    }

    /// <summary>The first bracket or quote that is never closed.</summary>
    private static ((Span Span, char Bracket)? Open, Span? Quote) Unclosed(SourceText source)
    {
        var open = new Stack<(Span, char)>();
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.Line(number);
            var (quote, first, isClosed) = (-1, line.IndexOf(':'), line.Contains('}'));
            for (var i = 0; i < line.Length; i++)
            {
                var c = line[i];
                if (quote >= 0)
                {
                    if (c == '\\' && line[quote] == '"') i++;
                    else if (c == line[quote]) quote = -1;
                    continue;
                }
                if (c == '#' && (i == 0 || line[i - 1] == ' ')) break;
                if (c is '"' or '\'' && StartsToken(line, i)) quote = i;
                else if (c is '{' or '[' && (open.Count > 0 || StartsToken(line, i)))
                    open.Push((source.CodePointColumn(number, i) is var column ? Span.OnLine(number, column, 1) : default, c));
                else if (c is '}' or ']' && open.Count > 0) open.Pop();
                // A block key at the start of a line inside braces: the brace above was forgotten.
                else if (i == first && open.Count > 0 && open.Peek().Item1.Line < number && !isClosed && IsBlockKey(line, i))
                    return (open.Peek(), null);
            }
            if (quote >= 0) return (null, Span.OnLine(number, source.CodePointColumn(number, quote), 1));
        }
        return (open.Count > 0 ? open.Peek() : null, null);
    }

    private static bool StartsToken(string line, int i)
    {
        var before = line.AsSpan(0, i).TrimEnd();
        return before.Length == 0 || before[^1] is ':' or ',' or '{' or '[' or '-';
    }

    private static bool IsBlockKey(string line, int colon) =>
        line[..colon].Trim() is { Length: > 0 } key && !key.AsSpan().ContainsAny(",{")
        && (colon + 1 == line.Length || line[colon + 1] == ' ') && !line.TrimEnd().EndsWith(',');

    /// <summary>A line that holds a word alone where a key with its colon is expected.</summary>
    private static Span? MissingColon(SourceText source, int number)
    {
        var line = source.Line(number);
        var content = line.TrimStart();
        var hash = content.IndexOf(" #", StringComparison.Ordinal);
        if (hash >= 0) content = content[..hash];
        content = content.TrimEnd();
        if (content.Length == 0 || content[0] is '#' or '-' or '{' or '}' || content.Contains(':')) return null;
        var indent = line.Length - line.TrimStart().Length;
        return Span.OnLine(number, indent + 1, source.CodePointColumn(number, indent + content.Length) - indent - 1);
    }

    /// <summary>What stands after the bracket that ends a value: a bracket too many, or text.</summary>
    private static Span? AfterBracket(SourceText source, int number)
    {
        var line = source.Line(number);
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '{' or '[' && (depth > 0 || StartsToken(line, i))) depth++;
            else if (line[i] is '}' or ']' && depth > 0 && --depth == 0)
            {
                var rest = line[(i + 1)..];
                var start = i + 1 + rest.Length - rest.TrimStart().Length;
                if (rest.Trim().Length == 0 || line[start] is '#' or ',' or ':') return null;
                var column = source.CodePointColumn(number, start);
                return Span.OnLine(number, column, source.CodePointColumn(number, start + rest.Trim().Length) - column);
            }
        }
        return null;
    }

    /// <summary>A value that begins with a sign YAML keeps for itself.</summary>
    private static (Span Span, char Sign)? NoTextStart(SourceText source, int number)
    {
        var line = source.Line(number);
        for (var i = 0; i < line.Length; i++)
            if (line[i] is '%' or '@' or '`' && StartsToken(line, i))
                return (Span.OnLine(number, source.CodePointColumn(number, i), 1), line[i]);
        return null;
    }

    /// <summary>The second colon of a line that holds no brackets and no quotes.</summary>
    private static Span? SecondColon(SourceText source, int number)
    {
        var line = source.Line(number);
        if (line.AsSpan().ContainsAny("{[\"'")) return null;
        var first = line.IndexOf(": ", StringComparison.Ordinal);
        var second = first < 0 ? -1 : line.IndexOf(": ", first + 1, StringComparison.Ordinal);
        var hash = line.IndexOf(" #", StringComparison.Ordinal);
        return second < 0 || (hash >= 0 && hash < second) ? null : Span.OnLine(number, source.CodePointColumn(number, second), 1);
    }

    private static Diagnostic TwoEntries(SourceText source, Span colon)
    {
        var line = source.Line(colon.Line);
        var at = source.OffsetAt(colon.Line, colon.Column) - source.OffsetAt(colon.Line, 1);
        var between = line.LastIndexOfAny([',', '，', ';', '；', ' '], at - 1) + 1;
        return Errors.Syntax.SecondColon(source, colon, line[..between].Trim(' ', ',', '，', ';', '；'), line[between..].Trim());
    }

    /// <summary>A line further in below a line that has its value already, or one that goes back to no level above.</summary>
    private static bool Misindented(SourceText source, int number)
    {
        if (number < 1) return false;
        var indent = Indent(source.Line(number));
        var nearest = true;
        for (var above = number - 1; above >= 1; above--)
        {
            var line = source.Line(above);
            if (line.Trim().Length == 0 || line.TrimStart()[0] == '#') continue;
            if (Indent(line) == indent) return false;
            if (nearest && Indent(line) < indent) return !line.TrimEnd().EndsWith(':');
            if (Indent(line) < indent) return true;
            nearest = false;
        }
        return indent > 0 || !nearest;
    }

    /// <summary>Whether a line in braces lacks the dash that the line above or below, of the same indentation, begins with.</summary>
    private static bool IsWithoutDash(SourceText source, int number)
    {
        if (number < 1 || number > source.LineCount || !source.Line(number).TrimStart(' ').StartsWith('{')) return false;
        var indent = Indent(source.Line(number));
        return new[] { number - 1, number + 1 }.Any(n =>
            n >= 1 && n <= source.LineCount && Indent(source.Line(n)) == indent && IsItem(source.Line(n)));
    }

    /// <summary>
    /// The first item of a list, if it alone is further in than all that follow: where a line goes back to no level above, that item
    /// is out, not the line.
    /// </summary>
    private static int? FirstItem(SourceText source, int number)
    {
        if (number < 2 || !IsItem(source.Line(number)) || !IsItem(source.Line(number - 1))) return null;
        var (indent, first) = (Indent(source.Line(number)), Indent(source.Line(number - 1)));
        var key = number > 2 ? source.Line(number - 2) : "";
        var next = number < source.LineCount ? source.Line(number + 1) : "";
        var isFirst = key.TrimEnd().EndsWith(':') && Indent(key) < indent && first > indent;
        return isFirst && IsItem(next) && Indent(next) == indent ? number - 1 : null;
    }

    private static bool IsItem(string line) => line.TrimStart(' ').StartsWith("- ", StringComparison.Ordinal);

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
