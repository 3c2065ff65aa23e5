using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Sources;

namespace Reportc.Commands.Check;

/// <summary>
/// Checks files named on the command line: one of a project by that project's rules, any other by those that need no other file.
/// </summary>
/// <param name="session">The run.</param>
/// <param name="keepText">Whether findings keep the text of their files.</param>
/// <param name="placed">How a path is shown by its absolute one; null to show files as they were given.</param>
internal sealed class FileCheck(Session session, bool keepText, Func<string, string>? placed = null)
{
    private readonly Dictionary<string, Home> _projects = new(StringComparer.Ordinal);
    private readonly HashSet<Diagnostic> _shown = new(ReferenceEqualityComparer.Instance);
    private readonly ProjectResult _result = new();

    /// <summary>A project some of the files lie in; nothing is opened if it is faulty.</summary>
    private sealed record Home(ProjectFolder Folder, ProjectResult Reading, CompilableProject? Opened, Relocation Relocation)
    {
        private readonly Dictionary<(int Year, bool WithProse), Compilation> _compilations = [];

        /// <summary>A year, compiled once; nothing in the prose is a finding on a data file.</summary>
        public Compilation Compilation(int year, bool withProse)
        {
            if (!_compilations.TryGetValue((year, withProse), out var compilation))
                _compilations[(year, withProse)] = compilation = Opened!.Compiler.Compile(year, [], draft: false, withProse: withProse);
            return compilation;
        }
    }

    /// <summary>Checks the files; findings on several are told once.</summary>
    public ProjectResult Run(IReadOnlyList<string> files)
    {
        var byPath = files.Where(f => f != CheckedWords.Stdin).GroupBy(session.Full, StringComparer.Ordinal);
        var given = byPath.ToDictionary(g => g.Key, g => placed?.Invoke(g.Key) ?? Session.Slashed(g.First()), StringComparer.Ordinal);
        foreach (var file in files.Distinct(StringComparer.Ordinal))
        {
            session.Cancellation.ThrowIfCancellationRequested();
            ProjectRun.Guard(_result, () => Check(file, given));
        }
        return _result;
    }

    private void Check(string file, Dictionary<string, string> given)
    {
        if (file == CheckedWords.Stdin)
        {
            var name = keepText ? session.Say(new("标准输入", "standard input")) : file;
            Alone(name, Disk.ReadAll(session.Host.In, session.Cancellation));
            return;
        }
        var full = session.Full(file);
        if (ProjectFolder.Around(Path.GetDirectoryName(full)) is { } folder
            && Session.Slashed(Path.GetRelativePath(folder.Root, full)) is var path && ProjectFolder.Knows(path))
        {
            if (!Disk.HasFile(full)) Disk.Read(full, given[full], session.Cancellation);
            InProject(Open(folder, given), path);
        }
        else Alone(given[full], Disk.Read(full, given[full], session.Cancellation));
    }

    private void Alone(string path, byte[] bytes)
    {
        var compilation = Compiler.CheckFile(new Source(path, bytes));
        _result.Add(compilation.Diagnostics);
        foreach (var repairs in compilation.Repairs) _result.Add(repairs);
        _result.Counts.Add(compilation.Year, compilation.Files, compilation.Units, compilation.Tally);
    }

    private void InProject(Home home, string path)
    {
        if (home.Opened is null)
        {
            // What the file is worth cannot be told without the project: its faults are shown whichever file was asked for.
            Tell(home, home.Reading.Findings);
            _result.Raise(home.Reading.Status);
            return;
        }
        Tell(home, home.Reading.Findings.Where(d => d.Location?.File == path));
        var year = ProjectLayout.YearOf(path) ?? (home.Folder.Years.Count > 0 ? home.Folder.Years[^1] : 0);
        if (home.Folder.Years.Contains(year)) OfYear(home, path, year);
    }

    private void OfYear(Home home, string path, int year)
    {
        var isData = ProjectLayout.IsIn(path, ProjectLayout.Data);
        var compilation = home.Compilation(year, withProse: !isData);
        var filing = isData ? Filing(home, path, year) : null;
        Tell(home, compilation.Diagnostics.Where(d => d.Location?.File == path
            || (filing is { Unit.Length: > 0 } && d.Unit == filing.Unit && d.Year == year && !d.OfDistrict)));
        foreach (var repairs in compilation.Repairs.Where(r => r.Unit == filing?.Unit)) _result.Add(home.Relocation.Of(repairs));
        var tally = filing is null ? default : compilation.Tallies.GetValueOrDefault(filing.Unit);
        _result.Counts.Add(year, isData ? 1 : 0, filing is null ? 0 : 1, tally);
        if (ProjectLayout.IsIn(path, ProjectLayout.Narratives)) _result.Counts.Add(compilation.Prose);
    }

    /// <summary>The data file itself, for its unit and its own equations: the compilation is the whole year's.</summary>
    private static Filing? Filing(Home home, string path, int year) =>
        home.Opened!.Project is var project && project.EditionFor(year) is { } edition
            ? FilingReader.Read(new Findings(), home.Folder.Source(path), edition, project.Indicators, year) : null;

    private void Tell(Home home, IEnumerable<Diagnostic> findings) =>
        _result.Add(findings.Where(_shown.Add).Select(home.Relocation.Of));

    /// <summary>Opens a project once; its files are shown as they were given, others as seen from the working folder.</summary>
    private Home Open(ProjectFolder folder, Dictionary<string, string> given)
    {
        if (_projects.TryGetValue(folder.Root, out var home)) return home;
        var reading = new ProjectResult();
        var asIs = new Relocation(static path => path, keepText: true);
        var opened = ProjectRun.Open(reading, folder, asIs, []);
        return _projects[folder.Root] = new Home(folder, reading, opened, new Relocation(Shown, keepText));

        string Shown(string path)
        {
            var full = Path.Join(folder.Root, path);
            return given.GetValueOrDefault(Path.GetFullPath(full)) ?? (placed ?? session.Shown)(full);
        }
    }
}
