using System.Collections.Immutable;
using Reportc.Shell;
using ReportCompiler;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace Reportc.Projects;

/// <summary>The one project a command looks into without building it.</summary>
internal sealed class SingleProject
{
    private readonly Session _session;
    private readonly Target _target;
    private readonly CompilableProject _opened;
    private readonly string? _named;
    private readonly Dictionary<int, int> _errors = [];

    private SingleProject(Session session, Target target, CompilableProject opened, string? named) =>
        (_session, _target, _opened, _named) = (session, target, opened, named);

    /// <summary>The project.</summary>
    public Project Project => _opened.Project;

    /// <summary>Its compiler.</summary>
    public Compiler Compiler => _opened.Compiler;

    /// <summary>Its folder.</summary>
    public ProjectFolder Folder => _target.Folder;

    /// <summary>Its absolute path.</summary>
    public string Root => Folder.Root;

    /// <summary>The years with data, ascending.</summary>
    public IReadOnlyList<int> Years => _target.Folder.Years;

    /// <summary>Opens the project the command runs in or names.</summary>
    public static SingleProject Open(Session session, string? named)
    {
        var targets = Targets.Find(session, named);
        if (targets.Projects is not [var target])
            throw Several(named!, targets.Projects);
        var result = new ProjectResult();
        var relocation = new Relocation(path => session.Shown(Path.Join(target.Folder.Root, path)), keepText: true);
        if (ProjectRun.Open(result, target.Folder, relocation, []) is { } opened) return new SingleProject(session, target, opened, named);
        throw new Failure(ExitStatus.Usage, result.Findings.First(f => f.Severity == Severity.Error));
    }

    private static Failure Several(string named, IReadOnlyList<Target> projects)
    {
        var example = ShownCommand.InProject($"{named}/{projects[0].Name}");
        return Failure.OfUsage(
            new($"{named} 下有 {projects.Count} 个项目，这个命令一次只看一个",
                $"{named} has {projects.Count} projects; this command looks into one"),
            new($"写明是哪一个，例如{example}", $"name it, such as{example}"));
    }

    /// <summary>The years asked for; those of a range that are not there are skipped with a note.</summary>
    public List<int> Select(IReadOnlyList<string> words, bool all) => YearSelection.Parse(words, all).Of(Years, _session.Note);

    /// <summary>One year; the newest if none is asked for.</summary>
    public int Year(string? word)
    {
        if (word?.Contains("..", StringComparison.Ordinal) == true)
            throw Failure.OfUsage(
                new($"这里只能写一个年度，不能写 {word}", $"one year is wanted here, not {word}"),
                new($"写 {word[..4]}", $"write {word[..4]}"));
        return Select(word is null ? [] : [word], all: false)[0];
    }

    /// <summary>Stops if no edition of the form is for a year.</summary>
    public void RequireEdition(int year)
    {
        if (Project.EditionFor(year) is null) throw NoEdition(year);
    }

    /// <summary>A year's units and totals.</summary>
    public District District(int year) => Compiler.DistrictOf(year) ?? throw NoEdition(year);

    /// <summary>The form of a year.</summary>
    public Edition EditionFor(int year) => Project.EditionFor(year) ?? throw NoEdition(year);

    /// <summary>The same project with the totals of those nested in it at hand.</summary>
    public CompilableProject With(Func<int, ImmutableArray<ChildTotals>> below) =>
        ProjectRun.Open(new ProjectResult(), Folder, new Relocation(static path => path, keepText: false), [], below: below)!;

    /// <summary>A file as it is shown to people.</summary>
    public string Shown(string path) => _session.Shown(Path.Join(Root, path));

    /// <summary>A file as programs are told it: relative to the folder of <c>-p</c>.</summary>
    public string InJson(string path) => _target.Prefix(_target.Folder) + path;

    /// <summary>Findings at the paths that are shown to people.</summary>
    public IEnumerable<Diagnostic> Relocated(Findings findings) => new Relocation(Shown, keepText: true).Of(findings.Sorted());

    /// <summary>Whether a year's figures are in doubt: its data are incomplete, or a rule that must hold is broken in them.</summary>
    public bool IsInDoubt(District district) => !district.IsComplete || ErrorsOf(district.Year) > 0;

    /// <summary>How many errors a year's data have.</summary>
    private int ErrorsOf(int year)
    {
        if (!_errors.TryGetValue(year, out var errors))
            _errors[year] = errors = Compiler.Compile(year, [], draft: false).Diagnostics
                .Count(d => d.Severity == Severity.Error && !IsOfProse(d));
        return errors;
    }

    private static bool IsOfProse(Diagnostic finding) =>
        finding.Location is { File: var file } && ProjectLayout.IsIn(file, ProjectLayout.Narratives);

    /// <summary>Says that a year's figures are in doubt.</summary>
    public void Doubt(District district)
    {
        if (!IsInDoubt(district)) return;
        var (year, errors) = (district.Year, ErrorsOf(district.Year));
        Doubt(year, errors == 0 ? DoubtOf(year) : new($"{year} 年的数据有 {errors} 个错误，数字可能会变",
            $"the data of {year} have {errors} error{(errors == 1 ? "" : "s")} and figures may change"));
    }

    /// <summary>Says that a year's figures are in doubt.</summary>
    public void Doubt(int year, bool isComplete)
    {
        if (!isComplete) Doubt(year, DoubtOf(year));
    }

    private void Doubt(int year, Text doubt)
    {
        var check = $"reportc check {year}{ShownCommand.InProject(_named)}";
        _session.Note(new($"注意：{doubt.Chinese}；运行 {check} 查看", $"note: {doubt.English}; run {check}"));
    }

    /// <summary>What a file that holds figures of such a year says of them.</summary>
    public static Text DoubtOf(int year) => new(
        $"{year} 年的数据不全或有误，数字可能会变", $"the data of {year} are incomplete or faulty and figures may change");

    // The compiler says it best.
    private Failure NoEdition(int year) => new(ExitStatus.Usage, Compiler.Compile(year, [], draft: false).Diagnostics[0]);
}
