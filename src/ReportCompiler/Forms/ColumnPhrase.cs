using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>What names columns of a table; several are added.</summary>
public sealed record ColumnPhrase(Table Table, ImmutableArray<string> Columns);
