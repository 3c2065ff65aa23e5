namespace ReportCompiler.Explaining;

/// <summary>A file of an example.</summary>
/// <param name="Name">Its path in a project, or what else it shows: a command line, the screen.</param>
/// <param name="Content">Its text, ending in a line break.</param>
public sealed record ExampleFile(string Name, string Content);
