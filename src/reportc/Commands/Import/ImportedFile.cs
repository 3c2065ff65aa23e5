using ReportCompiler.Diagnostics;
using ReportCompiler.Importing;

namespace Reportc.Commands.Import;

/// <summary>A file that was imported, or not.</summary>
/// <param name="file">As it was given.</param>
internal sealed class ImportedFile(string file)
{
    public string File { get; } = file;

    /// <summary>What was read of it; null if nothing was.</summary>
    public ImportedDocument? Document { get; set; }

    /// <summary>Whether it holds the reports of several, which stand before it.</summary>
    public bool IsBundle { get; set; }

    /// <summary>The unit it was taken for.</summary>
    public string? Unit { get; set; }

    /// <summary>The year it was taken for.</summary>
    public int? Year { get; set; }

    /// <summary>The exit status of a failure to read it; 0 for none.</summary>
    public int Failed { get; set; }

    /// <summary>The files that were written for it.</summary>
    public List<string> Written { get; } = [];

    /// <summary>What was found.</summary>
    public Findings Findings { get; } = new();
}
