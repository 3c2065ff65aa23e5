using ReportCompiler.Diagnostics;

namespace ReportCompiler.Input;

/// <summary>A reason on record for a cell.</summary>
public sealed record Note(string Reason, Location Location);
