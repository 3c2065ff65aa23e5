using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>A list.</summary>
public sealed class Sequence(IReadOnlyList<Node> items, Span span) : Node(span)
{
    /// <summary>The items in the order of the file.</summary>
    public IReadOnlyList<Node> Items { get; } = items;
}
