using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Check.Formats;

/// <summary>Writes a check in one format: project by project, or as one whole at the end.</summary>
internal abstract class CheckWriter(Session session)
{
    /// <summary>The run.</summary>
    protected Session Session => session;

    /// <summary>Says before the findings of a project that most of them can be mended at once; only people are told.</summary>
    public virtual void Lead(ProjectResult result)
    {
    }

    /// <summary>Tells, or keeps, what became of a project.</summary>
    /// <param name="project">Its name if there are several; empty for a single one.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="home">The file a finding of no place is shown at if the format wants a place for each.</param>
    public abstract void Add(string project, ProjectResult result, string home);

    /// <summary>Tells, or keeps, what stopped a project or the run.</summary>
    public abstract void Add(Failure failure);

    /// <summary>What goes into a file as it is, when all was added; null for what was written to standard output.</summary>
    public virtual byte[]? File => null;

    /// <summary>Writes the end; the exit status.</summary>
    public abstract int Finish(CheckTotals totals);
}
