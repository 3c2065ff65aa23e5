using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

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
