using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>How a scalar was written.</summary>
public enum ScalarStyle : byte
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single or double quotes.</summary>
    Quoted,

    /// <summary>As a block after <c>|</c> or <c>&gt;</c>.</summary>
    Block,
}

/// <summary>A node of a YAML file that knows its place.</summary>
public abstract class Node(Span span)
{
    /// <summary>Where it stands.</summary>
    public Span Span { get; } = span;
}

/// <summary>A scalar, exactly as written: no type is guessed.</summary>
public sealed class Scalar(string value, ScalarStyle style, Span span) : Node(span)
{
    /// <summary>The characters between the quotes, if any.</summary>
    public string Value { get; } = value;

    /// <summary>How it was written.</summary>
    public ScalarStyle Style { get; } = style;

    /// <summary>Whether nothing, <c>~</c> or <c>null</c> stands there.</summary>
    public bool IsNull => Style == ScalarStyle.Plain ? Value is "" or "~" or "null" or "Null" or "NULL" : Value.Length == 0;
}

/// <summary>A key and its value.</summary>
public readonly record struct Entry(Scalar Key, Node Value);

/// <summary>A mapping in the order of the file; keys are unique.</summary>
public sealed class Mapping(IReadOnlyList<Entry> entries, Span span) : Node(span)
{
    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<Entry> Entries { get; } = entries;

    /// <summary>Whether a key stood there twice; only the first is among the entries.</summary>
    public bool HasRepeats { get; init; }

    /// <summary>The value of a key; null where it is not there.</summary>
    public Node? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
                if (entry.Key.Value == key) return entry.Value;
            return null;
        }
    }
}

/// <summary>A list.</summary>
public sealed class Sequence(IReadOnlyList<Node> items, Span span) : Node(span)
{
    /// <summary>The items in the order of the file.</summary>
    public IReadOnlyList<Node> Items { get; } = items;
}

/// <summary>A YAML file: its text and its root.</summary>
public sealed record Document(SourceText Source, Node Root)
{
    /// <summary>The place of a node.</summary>
    public Location At(Node node) => new(Source, node.Span);

    /// <summary>The finding that a scalar is no date; mended where one is meant beyond doubt.</summary>
    internal Diagnostic NotADate(Scalar scalar, string example) => Dates.Meant(scalar.Value) is { } meant
        ? Errors.Fields.DateWritten(At(scalar), scalar.Value, meant) with { Edits = Edits(scalar, meant, Errors.Fields.Date) }
        : Errors.Fields.NotADate(At(scalar), scalar.Value, example);

    /// <summary>
    /// The edit that writes a scalar as another text: no more than the characters that differ. None where the scalar is not
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

/// <summary>A node that was refused with a finding of its own; nothing more is said about it.</summary>
public sealed class Faulty(Span span) : Node(span);
