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
    public static ImmutableArray<YearFigure> Of(
        Project project, TracedFigure subject, int year, IEnumerable<int> years, Func<int, District?> districts)
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
                var lineage = Lineage.Of(form, edition);
                (same, joined) = edition == form ? (cells, default) : (lineage.Before(cells), lineage.JoinedWith(cells));
                if (!same.IsDefault) (form, cells) = (edition, same);
            }
        }
        found.Reverse();
        return [.. found];

        YearFigure At(int then, ImmutableArray<Cell> same, ImmutableArray<Cell> joined)
        {
            var district = districts(then);
            var paths = Paths(same);
            var isOther = !same.IsDefault && !paths.SequenceEqual(Paths(subject.Cells), StringComparer.Ordinal);
            var figure = district is null ? null : FigureOf(district, same);
            return new YearFigure(then, district?.Edition, figure, isOther ? paths : [], Paths(joined), district?.IsComplete ?? false);
        }

        Figure? FigureOf(District district, ImmutableArray<Cell> same)
        {
            if (subject.Indicator is not null) return subject.Of(district.Totals);
            return same.IsDefault ? null : TracedFigure.Of(district.Totals, same);
        }
    }

    private static ImmutableArray<string> Paths(ImmutableArray<Cell> cells) => cells.IsDefault ? [] : [.. cells.Select(c => c.Path)];
}
