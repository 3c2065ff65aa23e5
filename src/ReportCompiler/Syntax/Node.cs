using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>A node of a YAML file that knows its place.</summary>
public abstract class Node(Span span)
{
    /// <summary>Where it stands.</summary>
    public Span Span { get; } = span;
}
