using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Grids;

namespace ReportCompiler.Rendering;

/// <summary>An output of <c>build</c>.</summary>
public sealed record ReportFormat
{
    internal ReportFormat(string name, string file, Func<Report, ImmutableArray<OutputFile>> render) =>
        (Name, File, Render) = (name, file, render);

    /// <summary>What it is asked for by.</summary>
    public string Name { get; }

    /// <summary>Its file in the year's folder.</summary>
    public string File { get; }

    /// <summary>
    /// Whether it is for the office alone. It is made of everything found, faults of the other outputs too, and for a draft also
    /// where the narrative or a template stops the report.
    /// </summary>
    public bool IsInternal { get; init; }

    /// <summary>
    /// Reads the tables of its file that look like a form's by their first rows; they are held to the totals. Null if it has none
    /// for people.
    /// </summary>
    internal Func<byte[], SoughtTables, List<TableGrid>>? Tables { get; init; }

    /// <summary>The tables of its pages that were read and right.</summary>
    internal KnownTables Known { get; } = new();

    /// <summary>Makes what is the same in every file of an edition; null if that is not worth a word.</summary>
    internal Action<Templates, Edition>? Prepare { get; init; }

    /// <summary>Makes its files, the named one first; none, with a finding, where that fails.</summary>
    internal Func<Report, ImmutableArray<OutputFile>> Render { get; }
}
