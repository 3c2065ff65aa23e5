using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Rendering;

/// <summary>The totals of a nested authority as its own build wrote them, for a parent that does not compile it.</summary>
public static class TotalsReader
{
    /// <summary>
    /// Reads the file. Null if it is not to the letter what a build without errors writes: faulty data's draft, another authority's or
    /// year's, another edition's, or one whose totals are no sums.
    /// </summary>
    /// <param name="project">The nested authority.</param>
    /// <param name="year">The report's year.</param>
    /// <param name="file">Its totals.yaml.</param>
    public static ChildTotals? Read(Project project, int year, Source file)
    {
        if (project.EditionFor(year) is not { } edition) return null;
        if (FilingReader.Read(new Findings(), file, edition, project.Indicators, year) is not { IsSound: true } written) return null;
        // The totals are made anew from the details, as its own build made them: none is stated, none has a place in a file.
        var totals = Figures.Sum(edition, [written.Figures])
            .WithIndicators([.. written.Figures.Indicators.Select(i => new Figure(i.State, i.Value, default))]);
        if (!file.Bytes.AsSpan().SequenceEqual(TotalsWriter.Write(project, year, totals))) return null;
        return new ChildTotals(project.Authority, year, project.Source, totals, project.Indicators, HasErrors: false)
        {
            Span = project.AuthorityAt.Span,
        };
    }
}
