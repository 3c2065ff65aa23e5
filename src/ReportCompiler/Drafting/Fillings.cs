using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Drafting;

/// <summary>Tells how far files are filled in. Of a year, so that the rules are gone through once.</summary>
/// <param name="project">The project.</param>
public sealed class Fillings(Project project)
{
    private Dictionary<Forms.Cell, Inherited>? _inherited;

    /// <summary>How far a file is filled in.</summary>
    /// <param name="filing">The file, read.</param>
    /// <param name="open">How many places the check finds 待填 or 待核.</param>
    /// <param name="states">Whether it states the authority's totals: then they may all be left out.</param>
    public Filling Of(Filing filing, int open, bool states)
    {
        // A nested authority's totals were never a form.
        if (!filing.IsFile()) return Filling.Complete;
        if ((open > 0 || !states) && !IsTouched(filing.Figures)) return Filling.Untouched;
        return open > 0 ? Filling.Partial : Filling.Complete;
    }

    /// <summary>Whether anything is said that a new file does not say by itself: what last year gives stands in it already.</summary>
    private bool IsTouched(Figures figures)
    {
        var inherited = _inherited ??= Inherited.Of(project.RulesOf(figures.Edition));
        return figures.Indicators.Any(f => Says(f.State))
            || figures.Edition.Cells.Any(c => Says(figures.Stated(c).State) && inherited.GetValueOrDefault(c) is not { IsWhole: true }
                && !IsTotalOfInherited(c));

        // 无 for the row says it of the row's total too.
        bool IsTotalOfInherited(Forms.Cell cell) => cell.IsTotal
            && cell.Row.Cells.All(c => c.IsTotal || inherited.GetValueOrDefault(c) is { IsWhole: true });
    }

    private static bool Says(FigureState state) => state is not (FigureState.Absent or FigureState.Unfilled);
}
