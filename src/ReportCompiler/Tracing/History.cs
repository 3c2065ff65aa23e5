using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Tracing;

/// <summary>A figure over the years, followed from form to form through 沿革.</summary>
public static class History
{
    /// <summary>The figure in these years, in their order.</summary>
    /// <param name="project">The project.</param>
    /// <param name="subject">The figure, of the form of <paramref name="year"/>.</param>
    /// <param name="year">The year that is traced; no year is after it.</param>
    /// <param name="years">The years, ascending.</param>
    /// <param name="districts">Gives a year's totals.</param>
    public static ImmutableArray<YearFigure> Of(Project project, TracedFigure subject, int year, IEnumerable<int> years, Func<int, District?> districts)
    {
        var found = new List<YearFigure>();
        // Where a form between has no such cell the one before may: the last that had it is compared with.
        var (form, cells) = (project.EditionFor(year), subject.Cells);
        var next = year;
        foreach (var then in years.Reverse())
        {
            ImmutableArray<Cell> same = default, joined = default;
            // Year by year: a form may have been in force in years without data.
            for (; next > then; next--) Follow(next - 1);
            Follow(then);
            found.Add(At(then, same, joined));

            void Follow(int y)
            {
                if (form is null || project.EditionFor(y) is not { } edition) return;
                (same, joined) = edition == form ? (cells, default) : (Lineage.Of(form, edition).Before(cells), Lineage.Of(form, edition).JoinedWith(cells));
                if (!same.IsDefault) (form, cells) = (edition, same);
            }
        }
        found.Reverse();
        return [.. found];

        YearFigure At(int then, ImmutableArray<Cell> same, ImmutableArray<Cell> joined)
        {
            var district = districts(then);
            var figure = district is null ? (Figure?)null : subject.Indicator is not null ? subject.Of(district.Totals) : same.IsDefault ? null : TracedFigure.Of(district.Totals, same);
            var isOther = !same.IsDefault && !same.Select(c => c.Path).SequenceEqual(subject.Cells.Select(c => c.Path), StringComparer.Ordinal);
            return new YearFigure(then, district?.Edition, figure, isOther ? [.. same.Select(c => c.Path)] : [], joined.IsDefault ? [] : [.. joined.Select(c => c.Path)], district?.IsComplete ?? false);
        }
    }
}
