using ReportCompiler;
using ReportCompiler.Aggregation;

namespace Reportc.Projects;

/// <summary>What a command does with what comes of the projects.</summary>
internal sealed record RunSteps
{
    /// <summary>The paths of a project's findings as they are shown.</summary>
    public required Func<ProjectFolder, Relocation> Relocation { get; init; }

    /// <summary>Hears which years will be compiled, before any is.</summary>
    public Action<ProjectFolder, IReadOnlyList<int>> Planned { get; init; } = static (_, _) => { };

    /// <summary>Hears that a year is begun; on any thread.</summary>
    public Action<ProjectFolder, int> Begin { get; init; } = static (_, _) => { };

    /// <summary>Takes a year that was asked for.</summary>
    public Action<ProjectFolder, ProjectResult, Compilation> OfYear { get; init; } = static (_, _, _) => { };

    /// <summary>
    /// Gives what can be made of the outermost project and the years asked for before it is known whether these are sound: on any thread,
    /// while the last of them are worked on. Null if there is nothing.
    /// </summary>
    public Func<ProjectFolder, CompilableProject, IReadOnlyCollection<int>, Action?>? Ahead { get; init; }

    /// <summary>Takes a project when its years are done: those asked for, each with whether it is without error.</summary>
    public Action<ProjectFolder, ProjectResult, CompilableProject, IReadOnlyDictionary<int, bool>> OfProject { get; init; } =
        static (_, _, _, _) => { };

    /// <summary>The totals of a year that a nested project's own build has left; null to compile nested projects.</summary>
    public Func<ProjectFolder, CompilableProject, int, ChildTotals>? Built { get; init; }

    /// <summary>
    /// Takes what became of a project's years so far: of the outermost project alone, after each year, while others are worked on.
    /// </summary>
    public Action<ProjectFolder, ProjectResult> TellYear { get; init; } = static (_, _) => { };

    /// <summary>Takes what became of a project; those nested in it come before it.</summary>
    public Action<ProjectFolder, ProjectResult> Tell { get; init; } = static (_, _) => { };
}
