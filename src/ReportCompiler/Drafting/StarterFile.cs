namespace ReportCompiler.Drafting;

/// <summary>A file of a new project.</summary>
/// <param name="Path">Its path in the project, with <c>/</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record StarterFile(string Path, string Text);
