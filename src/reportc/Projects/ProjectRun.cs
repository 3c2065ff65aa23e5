using System.Collections.Immutable;
using Reportc.Messages;
using Reportc.Shell;
using ReportCompiler;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace Reportc.Projects;

/// <summary>
/// Compiles the years of a project and of those nested in it; a year that fails does not hold up the others. Of a nested project
/// only the totals are kept, so that memory is bounded by the depth of the tree.
/// </summary>
/// <param name="order">What is asked for.</param>
/// <param name="steps">What is done with what comes of it.</param>
/// <param name="isAlone">Whether no other project is worked on at the same time: then nested ones may be.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class ProjectRun(RunRequest order, RunSteps steps, bool isAlone, CancellationToken cancellation)
{
    /// <summary>Compiles every year asked for.</summary>
    public void Run(ProjectFolder folder)
    {
        var result = new ProjectResult();
        Guard(result, () =>
        {
            // The years are those of the whole tree; what stops the project itself is found below.
            if (folder.Read(new Findings()) is null) Open(result, folder, steps.Relocation(folder), [], below: static _ => []);
            else
            {
                var years = order.Years.Of(folder.Years, result.Add);
                steps.Planned(folder, years);
                Compile(folder, result, years, years);
            }
        });
        steps.Tell(folder, result);
    }

    /// <summary>The totals of the projects nested in one, whatever else is asked for.</summary>
    public static ImmutableArray<ChildTotals> TotalsBelow(ProjectFolder folder, int year) =>
        [.. TotalsBelow(folder, [year], static (_, _) => { }, CancellationToken.None).Select(t => t[year])];

    /// <summary>The same of several years, each project read once, and looked into while it is open: the nested ones first.</summary>
    public static List<Dictionary<int, ChildTotals>> TotalsBelow(
        ProjectFolder folder, IReadOnlyCollection<int> years, Action<ProjectFolder, CompilableProject> look,
        CancellationToken cancellation)
    {
        var asIs = new Relocation(static path => path, keepText: false);
        var steps = new RunSteps
        {
            Relocation = _ => asIs,
            OfProject = (of, _, opened, _) => look(of, opened),
            Tell = static (_, result) =>
            {
                // What cannot be read fails its project alone; a fault of the program is not to be lost.
                if (result.Failures.FirstOrDefault(f => f.Diagnostic.Rule == Catalogue.Internal) is { } fault) throw fault;
            },
        };
        var request = new RunRequest(YearSelection.Newest, [], Draft: false);
        return new ProjectRun(request, steps, isAlone: true, cancellation).Below(folder, [], years);
    }

    /// <summary>Compiles the projects nested in one, all years of one after the other.</summary>
    private List<Dictionary<int, ChildTotals>> Below(ProjectFolder folder, IReadOnlyCollection<int> asked, IReadOnlyCollection<int> needed)
    {
        var totals = new List<Dictionary<int, ChildTotals>>();
        // Whoever has nested projects of its own tells theirs before its own: one after the other.
        if (isAlone && folder.Children.Count > 1 && folder.Children.All(c => c.Children.Count == 0))
            InOrder.Run(folder.Children.Count, i => Nested(folder.Children[i], asked, needed), Take);
        else
        {
            foreach (var child in folder.Children) Take(Nested(child, asked, needed));
        }
        return totals;

        void Take((ProjectFolder Folder, ProjectResult Result, Dictionary<int, ChildTotals> Totals) done)
        {
            // Of totals that were only read there is nothing to tell, unless they are not there.
            if (steps.Built is null || done.Result.Status != ExitStatus.Fine) steps.Tell(done.Folder, done.Result);
            totals.Add(done.Totals);
        }
    }

    private (ProjectFolder Folder, ProjectResult Result, Dictionary<int, ChildTotals> Totals) Nested(
        ProjectFolder folder, IReadOnlyCollection<int> asked, IReadOnlyCollection<int> needed)
    {
        var result = new ProjectResult();
        Dictionary<int, ChildTotals>? totals = null;
        Guard(result, () => totals = steps.Built is null ? Compile(folder, result, asked, needed) : Built(folder, result, needed));
        folder.Forget();
        return (folder, result, totals ?? Failed(folder, needed));
    }

    /// <summary>The totals that a project's own build has left; null if it cannot be opened.</summary>
    private Dictionary<int, ChildTotals>? Built(ProjectFolder folder, ProjectResult result, IReadOnlyCollection<int> needed)
    {
        if (Open(result, folder, steps.Relocation(folder), [], below: static _ => []) is not { } opened) return null;
        return needed.ToDictionary(y => y, y => At(folder, folder.Years.Contains(y)
            ? steps.Built!(folder, opened, y) : opened.Compiler.Totals(y, hasErrors: false)));
    }

    /// <summary>What the parent sees of a project that cannot be opened: errors in every year.</summary>
    private static Dictionary<int, ChildTotals> Failed(ProjectFolder folder, IReadOnlyCollection<int> needed)
    {
        var source = new SourceText($"{folder.Below}/{ProjectLayout.ProjectFile}", "");
        return needed.ToDictionary(y => y, y => new ChildTotals(folder.Below, y, source, null, [], HasErrors: true));
    }

    /// <summary>Compiles a project's years and makes their totals; null if it cannot be opened.</summary>
    /// <param name="folder">The project.</param>
    /// <param name="result">What becomes of it.</param>
    /// <param name="asked">The years the user wants.</param>
    /// <param name="needed">Those and the ones its parent compares them with: these are checked, nothing is told of them.</param>
    private Dictionary<int, ChildTotals>? Compile(
        ProjectFolder folder, ProjectResult result, IReadOnlyCollection<int> asked, IReadOnlyCollection<int> needed)
    {
        var below = Below(folder, asked, [.. needed.Concat(needed.Select(y => y - 1)).Distinct()]);
        // The page over the years looks at those that nobody asked for, too.
        ImmutableArray<ChildTotals> BelowIn(int year) =>
            below.TrueForAll(t => t.ContainsKey(year)) ? [.. below.Select(t => t[year])] : TotalsBelow(folder, year);
        if (Open(result, folder, steps.Relocation(folder), order.Formats, order.Draft, BelowIn) is not { } opened) return null;
        result.Add(folder.FoldersOfNoYear().Select(steps.Relocation(folder).Of));
        if (steps.Built is not null && below.Count > 0)
            result.Add(new Text($"{below.Count} 个下级用的是输出文件夹中已有的 totals.yaml，没有重新检查它们的数据",
                $"{below.Count} nested projects: the totals.yaml in the output folder are used as they are, their data were not checked"));
        var sound = needed.ToDictionary(y => y, _ => false);
        List<int> years = [.. folder.Years.Where(sound.ContainsKey)];
        var isOutermost = isAlone && folder.Below.Length == 0;
        var ahead = isOutermost ? steps.Ahead?.Invoke(folder, opened, [.. asked.Where(folder.Years.Contains)]) : null;
        // Of several projects at once each has a processor for itself already.
        if (isOutermost && years.Count == 1 && Environment.ProcessorCount > 1)
        {
            using var side = new SideThread();
            side.Post(Prepare);
            if (ahead is not null) side.Post(ahead);
            Take(Compiled(0, side.Post));
        }
        else if (isOutermost)
            InOrder.Run(ahead is null ? years.Count : years.Count + 1, i => i < years.Count ? Compiled(i) : Ahead(), Take, Prepare);
        else
        {
            for (var i = 0; i < years.Count; i++) Take(Compiled(i));
        }
        var soundOfAsked = asked.Where(folder.Years.Contains).ToDictionary(y => y, y => sound[y]);
        Guard(result, () => steps.OfProject(folder, result, opened, soundOfAsked));
        return needed.ToDictionary(y => y, y => Of(folder, opened, y, sound[y]));

        void Prepare()
        {
            if (years.Count > 0) opened.Compiler.Prepare(years[0], opened.Formats);
        }

        (int Year, Task<Compilation>? Compilation) Ahead()
        {
            SideThread.Try(ahead!);
            return default;
        }

        // What stops a year is told when its turn comes.
        (int Year, Task<Compilation>? Compilation) Compiled(int index, Action<Action>? beside = null)
        {
            var year = years[index];
            cancellation.ThrowIfCancellationRequested();
            steps.Begin(folder, year);
            var compilation = new Task<Compilation>(() => asked.Contains(year)
                ? opened.Compiler.Compile(year, opened.Formats, order.Draft, beside: beside)
                : opened.Compiler.Compile(year, [], draft: false));
            compilation.RunSynchronously(TaskScheduler.Default);
            return (year, compilation);
        }

        void Take((int Year, Task<Compilation>? Compilation) done)
        {
            if (done.Compilation is null) return;
            sound[done.Year] = asked.Contains(done.Year)
                ? IsSound(folder, result, done.Year, done.Compilation) : !done.Compilation.GetAwaiter().GetResult().HasErrors;
            if (isOutermost) steps.TellYear(folder, result);
        }
    }

    private static ChildTotals Of(ProjectFolder folder, CompilableProject opened, int year, bool isSound) =>
        At(folder, opened.Compiler.Totals(year, hasErrors: !isSound && folder.Years.Contains(year)));

    /// <summary>Totals where the parent sees the project.</summary>
    private static ChildTotals At(ProjectFolder folder, ChildTotals totals) =>
        totals with { Source = totals.Source.At($"{folder.Below}/{totals.Source.Path}") };

    private bool IsSound(ProjectFolder folder, ProjectResult result, int year, Task<Compilation> compiled)
    {
        var before = (result.Changed.Count, result.Failures.Count);
        var counts = new Counts();
        var sound = false;
        Guard(result, () =>
        {
            var compilation = compiled.GetAwaiter().GetResult();
            var relocation = steps.Relocation(folder);
            var told = compilation.Diagnostics.Where(d => IsToldOf(d.Unit)).ToImmutableArray();
            foreach (var diagnostic in told) counts.Add(diagnostic);
            result.Add(relocation.Of(told));
            foreach (var repairs in compilation.Repairs.Where(r => IsToldOf(r.Unit))) result.Add(relocation.Of(repairs));
            counts.Add(year, compilation.Files, compilation.Units, compilation.Tally);
            result.Counts.Add(year, compilation.Files, compilation.Units, compilation.Tally);
            result.Counts.Add(compilation.Prose);
            steps.OfYear(folder, result, compilation);
            sound = !compilation.HasErrors;
        }, year);
        foreach (var failure in result.Failures.Skip(before.Item2)) counts.Add(failure.Diagnostic);
        result.Years.Add(new YearResult(year, counts, [.. result.Changed.Skip(before.Item1)]));
        return sound;
    }

    private bool IsToldOf(string? unit) => order.Units.Count == 0 || (unit is not null && order.Units.Contains(unit));

    /// <summary>The compiler of a project; null, with findings and status 2, if reportc.yaml or a file it stands on is faulty.</summary>
    /// <remarks>
    /// A faulty template stops the report but neither the check of the figures nor the review of a draft: those are made with the
    /// built-in ones.
    /// </remarks>
    public static CompilableProject? Open(
        ProjectResult result, ProjectFolder folder, Relocation relocation, ImmutableArray<ReportFormat>? asked,
        bool draft = false, Func<int, ImmutableArray<ChildTotals>>? below = null)
    {
        var findings = new Findings();
        if (folder.Read(findings) is not { } project)
        {
            result.Add(relocation.Of(findings.Sorted()));
            result.Raise(ExitStatus.Usage);
            return null;
        }
        var templates = folder.ReadTemplates(findings);
        result.Add(relocation.Of(findings.Sorted()));
        below ??= year => TotalsBelow(folder, year);
        var compiler = new Compiler(project, folder.Sources, templates ?? Templates.BuiltIn, below)
        {
            Years = folder.Years,
            Beside = findings.All,
        };
        var formats = asked ?? ReportFormats.Named(project.Outputs);
        if (templates is null) formats = [.. formats.Where(f => draft && f.IsInternal)];
        return new CompilableProject(project, compiler, formats, below);
    }

    /// <summary>Runs a part of the work; what stops it becomes part of the result.</summary>
    public static void Guard(ProjectResult result, Action work, int? year = null)
    {
        try
        {
            work();
        }
        catch (Failure failure)
        {
            result.Add(year is { } of ? failure.Of(of) : failure);
        }
        // The program must not lose the other years and projects to a fault of its own in one.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            result.Add(year is { } of ? Failure.OfProgram(e).Of(of) : Failure.OfProgram(e));
        }
    }
}
