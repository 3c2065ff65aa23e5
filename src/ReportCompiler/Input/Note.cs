using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Input;

/// <summary>A reason on record for a cell.</summary>
public sealed record Note(string Reason, Location Location);
