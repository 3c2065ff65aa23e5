using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>A YAML file: its text and its root.</summary>
public sealed record Document(SourceText Source, Node Root)
{
    /// <summary>The place of a node.</summary>
    public Location At(Node node) => new(Source, node.Span);

    /// <summary>The remark at the end of a scalar's line; null if there is none.</summary>
    internal string? RemarkBehind(Scalar scalar)
    {
        var start = Source.OffsetAt(scalar.Span.EndLine, scalar.Span.EndColumn);
        var line = Source.Text.AsSpan(start);
        if (line.IndexOfAny('\r', '\n') is >= 0 and var end) line = line[..end];
        var quote = '\0';
        for (var i = 1; i < line.Length; i++)
        {
            if (quote != '\0') quote = line[i] == quote ? '\0' : quote;
            else if (line[i] is '"' or '\'') quote = line[i];
            else if (line[i] == '#' && line[i - 1] is ' ' or '\t')
                return line[(i + 1)..].Trim().ToString() is { Length: > 0 } said ? said : null;
        }
        return null;
    }

    /// <summary>What stands before a scalar that has its line to itself, but for a remark, such as <c>行政处罚: </c>; else null.</summary>
    internal string? AloneOnLine(Scalar scalar)
    {
        var (line, span) = (Source.Line(scalar.Span.Line), scalar.Span);
        var start = Source.OffsetAt(span.Line, span.Column) - Source.OffsetAt(span.Line, 1);
        var end = Source.OffsetAt(span.Line, span.EndColumn) - Source.OffsetAt(span.Line, 1);
        var rest = span.EndLine == span.Line ? line.AsSpan(end) : default;
        var before = line[..start].TrimStart();
        var isAlone = before.EndsWith(": ", StringComparison.Ordinal) && !before.AsSpan().ContainsAny('{', '[');
        return isAlone && (rest.TrimStart() is [] or ['#', ..]) ? before : null;
    }

    /// <summary>The finding that a name, or a text that is printed, holds what nobody sees; null if it does not.</summary>
    internal Diagnostic? Unseen(Scalar scalar, bool isName)
    {
        if (Invisible.Find(scalar.Value, mayBreak: !isName) is not var (offset, length, codePoint)) return null;
        var start = Source.OffsetAt(scalar.Span.Line, scalar.Span.Column) + (scalar.Style == ScalarStyle.Quoted ? 1 : 0);
        // Not where it was written as an escape: then the whole is pointed at.
        var isThere = string.CompareOrdinal(Source.Text, start + offset, scalar.Value, offset, length) == 0;
        var at = isThere ? new Location(Source, Source.SpanAt(start + offset, length)) : At(scalar);
        return Errors.Fields.Unseen(at, Invisible.Show(scalar.Value), codePoint);
    }

    /// <summary>The finding that a scalar is no date; mended where one is meant beyond doubt.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="example">A date such as belongs there.</param>
    /// <param name="year">The year of a date that does not say it; null if that cannot be known.</param>
    internal Diagnostic NotADate(Scalar scalar, string example, int? year = null) => Dates.Meant(scalar.Value) is { } meant
        ? Errors.Fields.DateWritten(At(scalar), scalar.Value, meant) with { Edits = Edits(scalar, meant, Errors.Fields.Date) }
        : year is { } known && Dates.Probably(scalar.Value, known) is { } probably
            ? Errors.Fields.DateWritten(At(scalar), scalar.Value, probably)
        : Errors.Fields.NotADate(At(scalar), scalar.Value, example);

    /// <summary>
    /// The edit that writes a scalar as another text: no more than the characters that differ. None if the scalar is not
    /// written out on one line as it reads (escapes, a slip within): then there is nothing to be sure of.
    /// </summary>
    public ImmutableArray<Edit> Edits(Scalar scalar, string with, Text reason)
    {
        if (scalar.Span.EndLine != scalar.Span.Line) return [];
        var raw = Source.Slice(scalar.Span);
        var quote = scalar.Style == ScalarStyle.Quoted && raw.Length > 1 ? 1 : 0;
        if (scalar.Style == ScalarStyle.Block || raw[quote..^quote] != scalar.Value) return [];
        var (old, start, end) = (scalar.Value, 0, 0);
        while (start < Math.Min(old.Length, with.Length) && old[start] == with[start]) start++;
        while (end < Math.Min(old.Length, with.Length) - start && old[^(end + 1)] == with[^(end + 1)]) end++;
        var from = Source.OffsetAt(scalar.Span.Line, scalar.Span.Column) + quote;
        return [new Edit(new Location(Source, Source.SpanAt(from + start, old.Length - start - end)), with[start..^end], reason)];
    }
}
