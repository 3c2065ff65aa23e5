using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>Words that name columns of a table; several are added.</summary>
public sealed record ColumnPhrase(ImmutableArray<string> Words, Table Table, ImmutableArray<string> Columns);
