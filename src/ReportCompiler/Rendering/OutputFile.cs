namespace ReportCompiler.Rendering;

/// <summary>A file of a report: its name in the year's folder, and its bytes.</summary>
public sealed record OutputFile(string Name, byte[] Bytes);
