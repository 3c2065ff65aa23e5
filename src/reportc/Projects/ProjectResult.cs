using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Repairs;
using Reportc.Files;
using Reportc.Messages;
using Reportc.Shell;

namespace Reportc.Projects;

/// <summary>What came of a year: what was looked at and found in it, and how many files were written (or differ).</summary>
internal sealed record YearResult(int Year, Counts Counts, int Written);

/// <summary>What became of one project: small enough to keep while the others are worked on.</summary>
internal sealed class ProjectResult
{
    private readonly List<Diagnostic> _findings = [];
    private readonly List<UnitRepairs> _repairs = [];
    private readonly List<Failure> _failures = [];
    private readonly List<Text> _notes = [];

    /// <summary>Everything found, in order.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>The repairs of units whose equations are broken.</summary>
    public IReadOnlyList<UnitRepairs> Repairs => _repairs;

    /// <summary>What stopped a year, or the project.</summary>
    public IReadOnlyList<Failure> Failures => _failures;

    /// <summary>What the user should know of the selection of years.</summary>
    public IReadOnlyList<Text> Notes => _notes;

    /// <summary>What came of each year, in order.</summary>
    public List<YearResult> Years { get; } = [];

    /// <summary>What was looked at and found.</summary>
    public Counts Counts { get; } = new();

    /// <summary>Files that were written, or that differ where nothing is to be written.</summary>
    public List<string> Changed { get; } = [];

    /// <summary>Files that are already as they should be.</summary>
    public List<string> Unchanged { get; } = [];

    /// <summary>The years with a review page; the page itself where it is not written to disk.</summary>
    public Dictionary<int, byte[]> Pages { get; } = [];

    /// <summary>The exit status.</summary>
    public int Status { get; private set; }

    /// <summary>Takes findings.</summary>
    public void Add(IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            _findings.Add(finding);
            Counts.Add(finding);
            if (finding.Severity == Severity.Error) Raise(ExitStatus.Errors);
        }
    }

    /// <summary>Takes repairs.</summary>
    public void Add(IEnumerable<UnitRepairs> repairs) => _repairs.AddRange(repairs);

    /// <summary>Takes a failure; it counts as an error.</summary>
    public void Add(Failure failure)
    {
        _failures.Add(failure);
        Counts.Add(failure.Diagnostic);
        Raise(failure.Status);
    }

    /// <summary>Takes a note.</summary>
    public void Add(Text note) => _notes.Add(note);

    /// <summary>Writes the files of a folder where they are not on disk already, or only tells them apart.</summary>
    public void Put(string folder, IReadOnlyList<OutputFile> files, bool check)
    {
        var changed = new List<(string Name, byte[] Bytes)>();
        foreach (var (name, bytes) in files)
        {
            if (Disk.Holds(Path.Join(folder, name), bytes)) Unchanged.Add(Path.Join(folder, name));
            else changed.Add((name, bytes));
        }
        if (check && changed.Count > 0) Raise(ExitStatus.Errors);
        else if (changed.Count > 0) DiskWriter.Replace(folder, changed);
        foreach (var (name, _) in changed) Changed.Add(Path.Join(folder, name));
    }

    /// <summary>Sets the status, unless it is graver already.</summary>
    public void Raise(int status) => Status = Math.Max(Status, status);
}
