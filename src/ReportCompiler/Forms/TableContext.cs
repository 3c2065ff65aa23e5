using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>Words that show that a table's matter is meant.</summary>
public sealed record TableContext(Table Table, ImmutableArray<string> Words);
