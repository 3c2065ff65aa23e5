namespace ReportCompiler.Rendering;

/// <summary>A template writes to the report's data.</summary>
internal sealed class ReadOnlyException : Exception;
