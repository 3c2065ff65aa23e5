using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;

namespace ReportCompiler.CommandLine.Folders;

/// <summary>The one project a command looks into without building it.</summary>
internal sealed class Lookback
{
    private readonly Session _session;
    private readonly Target _target;
    private readonly Opened _opened;

    private Lookback(Session session, Target target, Opened opened) => (_session, _target, _opened) = (session, target, opened);

    /// <summary>The project.</summary>
    public Project Project => _opened.Project;

    /// <summary>Its compiler.</summary>
    public Compiler Compiler => _opened.Compiler;

    /// <summary>Its absolute path.</summary>
    public string Root => _target.Folder.Root;

    /// <summary>The years with data, ascending.</summary>
    public IReadOnlyList<int> Years => _target.Folder.Years;

    /// <summary>Opens the project the command runs in or names.</summary>
    public static Lookback Open(Session session, string? named)
    {
        var targets = Targets.Find(session, named);
        if (targets.Projects is not [var target])
            throw Failure.OfUsage(new($"{named} 下有 {targets.Projects.Count} 个项目，这个命令一次只看一个", $"{named} has {targets.Projects.Count} projects; this command looks into one"),
                new($"写明是哪一个，例如 -p {named}/{targets.Projects[0].Name}", $"name it, such as -p {named}/{targets.Projects[0].Name}"));
        var result = new ProjectResult();
        var relocation = new Relocation(path => session.Shown(Path.Join(target.Folder.Root, path)), keepText: true);
        if (ProjectRun.Open(result, target.Folder, relocation, OutputFormats.None) is { } opened) return new Lookback(session, target, opened);
        throw new Failure(ExitStatus.Usage, result.Findings.First(f => f.Severity == Severity.Error));
    }

    /// <summary>The years asked for; those of a range that are not there are skipped with a note.</summary>
    public List<int> Select(IReadOnlyList<string> words, bool all) => YearSelection.Parse(words, all).Of(Years, _session.Note);

    /// <summary>One year; the newest where none is asked for.</summary>
    public int Year(string? word)
    {
        if (word?.Contains("..", StringComparison.Ordinal) == true)
            throw Failure.OfUsage(new($"这里只能写一个年度，不能写 {word}", $"one year is wanted here, not {word}"), new($"写 {word[..4]}", $"write {word[..4]}"));
        return Select(word is null ? [] : [word], all: false)[0];
    }

    /// <summary>A year's units and totals.</summary>
    public District District(int year) => Compiler.DistrictOf(year) ?? throw NoEdition(year);

    /// <summary>A file as it is shown to people.</summary>
    public string Shown(string path) => _session.Shown(Path.Join(Root, path));

    /// <summary>A file as programs are told it: relative to the folder of <c>-p</c>.</summary>
    public string InJson(string path) => _target.Prefix(_target.Folder) + path;

    /// <summary>Says that a year's figures are in doubt.</summary>
    public void Doubt(District district)
    {
        if (!district.IsComplete)
            _session.Note(new($"注意：{district.Year} 年的数据不全或有误，数字可能会变；运行 reportc check {district.Year} 查看",
                $"note: the data of {district.Year} are incomplete or faulty and figures may change; run reportc check {district.Year}"));
    }

    // The compiler says it best.
    private Failure NoEdition(int year) => new(ExitStatus.Usage, Compiler.Compile(year, OutputFormats.None, draft: false).Diagnostics[0]);
}
