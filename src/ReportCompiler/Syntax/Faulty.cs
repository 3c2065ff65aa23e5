using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>A node that was refused with a finding of its own; nothing more is said about it.</summary>
public sealed class Faulty(Span span) : Node(span);
