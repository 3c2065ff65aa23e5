using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Drafting;

/// <summary>What is known of a unit's year before: the figures of its predecessors together, or why they are not to be had.</summary>
/// <param name="Year">The year before.</param>
/// <param name="Figures">The figures; null if they are not to be had.</param>
/// <param name="From">Whose they are, where not the unit's own alone.</param>
/// <param name="Sharing">The units they are to be divided among, this one included; empty if they are all its.</param>
/// <param name="Reason">Why there are no figures, as the file says it.</param>
internal sealed record Past(int Year, Figures? Figures, ImmutableArray<string> From, ImmutableArray<string> Sharing, Text? Reason)
{
    /// <summary>No figures.</summary>
    public static Past None(int year, Text reason) => new(year, null, [], [], reason);

    /// <summary>What last year gives of a cell of this year's edition; null if it is not to be had.</summary>
    public decimal? Value(Inherited inherited, Edition edition)
    {
        if (Figures is null) return null;
        var sum = 0m;
        foreach (var operand in inherited.Before)
        {
            var cells = edition == Figures.Edition ? operand.Cells : Lineage.Of(edition, Figures.Edition).Before(operand.Cells);
            if (cells.IsDefault) return null;
            foreach (var cell in cells)
            {
                if (!Figures[cell].IsUsable) return null;
                sum += operand.Sign * Figures.Value(cell);
            }
        }
        return sum;
    }
}
