namespace ReportCompiler.Syntax;

/// <summary>A key and its value.</summary>
public readonly record struct Entry(Scalar Key, Node Value);
