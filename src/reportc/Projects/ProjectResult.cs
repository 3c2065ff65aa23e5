using Reportc.Files;
using Reportc.Messages;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Repairs;

namespace Reportc.Projects;

/// <summary>What came of a year: what was looked at and found in it, and which files are to be written (or differ).</summary>
internal sealed record YearResult(int Year, Counts Counts, IReadOnlyList<FileSet> Files)
{
    /// <summary>How many files were written, or differ.</summary>
    public int Written => Files.Sum(f => f.Count);
}

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

    /// <summary>Files that are to be written, or that differ if nothing is: a set for each year, and one for the page over them.</summary>
    public List<FileSet> Changed { get; } = [];

    /// <summary>Files that are already as they should be.</summary>
    public List<string> Unchanged { get; } = [];

    /// <summary>The years with a review page; the page itself if it is not written to disk.</summary>
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
    public void Add(UnitRepairs repairs) => _repairs.Add(repairs);

    /// <summary>Takes a failure; it counts as an error.</summary>
    public void Add(Failure failure)
    {
        _failures.Add(failure);
        Counts.Add(failure.Diagnostic);
        Raise(failure.Status);
    }

    /// <summary>Takes a note.</summary>
    public void Add(Text note) => _notes.Add(note);

    /// <summary>Stages the files of a folder that are not on disk already, or only tells them apart.</summary>
    /// <param name="into">What replaces them together; null to write nothing.</param>
    /// <param name="folder">The absolute path of the folder.</param>
    /// <param name="year">The year they are of; null if they are of none.</param>
    /// <param name="files">The files.</param>
    public void Put(Replacement? into, string folder, int? year, IReadOnlyList<OutputFile> files)
    {
        // What is compared now is what will be replaced.
        into?.Prepare(folder, files.Select(f => f.Name));
        var changed = new List<OutputFile>();
        foreach (var file in files)
        {
            var path = Path.Join(folder, file.Name);
            if (Disk.Holds(path, file.Bytes)) Unchanged.Add(path);
            else changed.Add(file);
        }
        if (changed.Count == 0) return;
        var set = new FileSet(Path.TrimEndingDirectorySeparator(folder), year, changed.ConvertAll(f => f.Name));
        if (into is null) Raise(ExitStatus.Errors);
        else into.Stage(set, changed.ConvertAll(f => f.Bytes));
        Changed.Add(set);
    }

    /// <summary>Sets the status, unless it is graver already.</summary>
    public void Raise(int status) => Status = Math.Max(Status, status);
}
