using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;

namespace ReportCompiler.CommandLine.Folders;

/// <summary>What a command asks of every project.</summary>
/// <param name="Years">The years.</param>
/// <param name="Formats">What to render.</param>
/// <param name="Draft">Whether to render in spite of errors.</param>
internal sealed record Order(YearSelection Years, OutputFormats Formats, bool Draft);

/// <summary>A project that can be compiled.</summary>
/// <param name="Project">Its description.</param>
/// <param name="Compiler">Its compiler.</param>
/// <param name="Formats">What may be rendered of what was asked for.</param>
internal sealed record Opened(Project Project, Compiler Compiler, OutputFormats Formats);

/// <summary>Compiles the years of one project; a year that fails does not hold up the others.</summary>
internal static class ProjectRun
{
    /// <summary>Reads the project, compiles every year asked for and hands each to <paramref name="finish"/>.</summary>
    public static ProjectResult Run(Session session, ProjectFolder folder, Order order, Relocation relocation, Action<ProjectResult, Compilation> finish)
    {
        var result = new ProjectResult();
        Guard(result, () =>
        {
            if (Open(result, folder, relocation, order.Formats) is not { } opened) return;
            foreach (var year in order.Years.Of(folder.Years, result.Add))
            {
                session.Cancellation.ThrowIfCancellationRequested();
                Guard(result, () =>
                {
                    var compilation = opened.Compiler.Compile(year, opened.Formats, order.Draft);
                    result.Add(relocation.Of(compilation.Diagnostics));
                    result.Add(compilation.Repairs.Select(relocation.Of));
                    result.Counts.Add(year, compilation.Files, compilation.Units, compilation.Tally);
                    finish(result, compilation);
                }, year);
            }
        });
        return result;
    }

    /// <summary>The compiler of a project; null, with findings and status 2, where reportc.yaml or a file it stands on is faulty.</summary>
    /// <remarks>A faulty template stops the report but not the check of the figures: those are compiled with the built-in ones.</remarks>
    public static Opened? Open(ProjectResult result, ProjectFolder folder, Relocation relocation, OutputFormats formats)
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
        return new Opened(project, new Compiler(project, folder.Sources, templates ?? Templates.BuiltIn), templates is null ? OutputFormats.None : formats);
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
