using System.Collections.Immutable;
using System.Text;
using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Drafting;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Import;

/// <summary>Where imported files go: the folders of a project, or one folder, or standard output.</summary>
internal sealed class ImportTarget
{
    private readonly Session _session;
    private readonly SingleProject? _project;
    private readonly string? _out;
    private readonly Dictionary<int, Dictionary<string, List<string>>> _files = [];
    private readonly Dictionary<string, byte[]> _pending = new(StringComparer.Ordinal);

    private ImportTarget(Session session, SingleProject? project, string? @out) => (_session, _project, _out) = (session, project, @out);

    /// <summary>Finds it; outside a project a folder must be named.</summary>
    public static ImportTarget Find(Session session, string? named, string? @out)
    {
        var isInProject = named is not null || ProjectFolder.Around(session.Host.Folder) is not null;
        if (!isInProject && @out is null)
            throw Failure.OfUsage(new("这里不是项目，不知道写到哪里", "this is no project; nobody knows where to write"),
                new("用 -o 写明文件夹（- 为标准输出），或用 -p 写明项目",
                    "name a folder with -o (- for standard output), or a project with -p"));
        return new ImportTarget(session, isInProject ? SingleProject.Open(session, named) : null, @out);
    }

    /// <summary>The project; null outside any.</summary>
    public Project? Project => _project?.Project;

    /// <summary>The editions a document may be of.</summary>
    public Editions Editions => Project?.Editions ?? Editions.OfForm;

    /// <summary>The indicators a document may state; null outside a project.</summary>
    public ImmutableArray<Indicator>? Indicators => Project?.Indicators;

    /// <summary>Whether all goes to standard output.</summary>
    public bool IsStream => _out == "-";

    /// <summary>The unit of the project that a document's title names.</summary>
    public string UnitOf(string stated)
    {
        if (Project is not { } project) return stated;
        var plain = Names.Fold(stated);
        if (plain == Names.Fold(project.Authority) || plain == Names.Fold(project.ShortName)) return project.Authority;
        if (project.Roster is not { } roster) return stated;
        if (roster.FirstOrDefault(e => Names.Fold(e.Name) == plain) is { } same) return same.Name;
        // 水磨沟区教育局 is what the roster of the district calls 区教育局.
        var ends = roster.Where(e => e.Name.TrimStart('省', '市', '区', '县', '州') is { Length: > 2 } rest
            && plain.EndsWith(Names.Fold(rest), StringComparison.Ordinal)).Take(2).ToList();
        return ends is [var only] ? only.Name : stated;
    }

    /// <summary>Whether the roster of the project knows a unit, or there is none.</summary>
    public bool Knows(string unit) =>
        Project is not { Roster: { } roster } project || unit == project.Authority || roster.Any(e => e.Name == unit);

    /// <summary>The first line of a data file of an edition; null outside a project, which has no schemas.</summary>
    public string? Modeline(Edition edition) =>
        _out is null && Project is not null ? ReportCompiler.Schemas.Schema.DataModeline(edition) : null;

    /// <summary>The paths of a unit's data files: of those it has, or one made of its name.</summary>
    public IReadOnlyList<string> DataPaths(string unit, int year)
    {
        var folder = _out is null ? Path.Join(_project!.Root, ProjectLayout.DataOf(year)) : Path.Join(
            _session.Full(_out), ProjectLayout.Digits(year));
        if (!_files.TryGetValue(year, out var files)) _files.Add(year, files = FilesOf(folder));
        if (!files.TryGetValue(unit, out var names))
            files.Add(unit, names = [FileName.For(unit, files.Values.SelectMany(n => n).ToHashSet(StringComparer.OrdinalIgnoreCase))]);
        return names.ConvertAll(name => Path.Join(folder, name));
    }

    /// <summary>The path of a year's narrative; outside a project of a unit's.</summary>
    public string NarrativePath(string unit, int year) => _out is null
        ? Path.Join(_project!.Root, ProjectLayout.NarrativeOf(year)) : Path.ChangeExtension(DataPaths(unit, year)[0], ".md");

    private static Dictionary<string, List<string>> FilesOf(string folder)
    {
        var files = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (!Disk.HasFolder(folder)) return files;
        foreach (var name in Disk.Files(folder).Where(ProjectLayout.IsYaml))
            if (FilingReader.UnitOf(new Source(name, Disk.Read(Path.Join(folder, name)))) is { } unit)
            {
                if (files.TryGetValue(unit, out var names)) names.Add(name);
                else files.Add(unit, [name]);
            }
        return files;
    }

    /// <summary>What a path holds, or will hold; null if nothing.</summary>
    public byte[]? There(string path) => _pending.GetValueOrDefault(path) ?? (Disk.HasFile(path) ? Disk.Read(path) : null);

    /// <summary>Notes a file to be written with all others.</summary>
    public void Put(string path, string text) => _pending[path] = Encoding.UTF8.GetBytes(text);

    /// <summary>Writes all that was noted, folder by folder; the schemas that the files name too.</summary>
    public void Write(IEnumerable<Edition> editions)
    {
        foreach (var folder in _pending.GroupBy(f => Path.GetDirectoryName(f.Key)!, StringComparer.Ordinal).OrderBy(
            f => f.Key, StringComparer.Ordinal))
        {
            var place = _out is null ? _project!.Folder.Bounds.Folder(folder.Key) : folder.Key;
            var fresh = folder.Where(f => !Disk.HasFile(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
            if (fresh.Count > 0) DiskWriter.Create(place, [.. fresh.Select(f => (Path.GetFileName(f.Key), f.Value))]);
            foreach (var file in folder.Where(f => !fresh.Contains(f))) DiskWriter.Replace(
                Path.Join(place, Path.GetFileName(file.Key)), file.Value);
        }
        if (_out is not null || _project is null || _pending.Count == 0) return;
        foreach (var edition in editions.Distinct())
            foreach (var _ in SchemaFiles.Refresh(_project.Folder, _project.Project, edition)) continue;
    }

    /// <summary>Adds lines under 格式 of reportc.yaml.</summary>
    public void WriteEditions(IReadOnlyDictionary<int, string> editions)
    {
        if (_project is null || editions.Count == 0) return;
        var path = Path.Join(_project.Root, ProjectLayout.ProjectFile);
        var text = Encoding.UTF8.GetString(Disk.Read(path));
        foreach (var (year, edition) in editions.OrderBy(e => e.Key)) text = EditionLines.Add(text, year, edition);
        DiskWriter.Replace(path, Encoding.UTF8.GetBytes(text));
    }
}
