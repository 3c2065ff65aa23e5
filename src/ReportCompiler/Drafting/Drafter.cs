using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Drafting;

/// <summary>Drafts a year's data files: every row of the form, what the year before gives filled in.</summary>
public static class Drafter
{
    /// <summary>Who files for a year, in the order of the roster; if there is none, who filed the year before.</summary>
    /// <param name="project">The project.</param>
    /// <param name="year">The year.</param>
    /// <param name="last">The year before; null if it has no folder.</param>
    public static ImmutableArray<string> Due(Project project, int year, District? last)
    {
        List<string> due = project.Roster is not null ? [.. project.Due(year)!.Select(e => e.Name)]
            // Nested authorities make their own files: what they filed was not in the data folder.
            : [.. (last?.Units ?? []).Where(u => u.IsFile()).Select(u => u.Unit)];
        if (due.Count == 0 && project.Roster is null && project.Children.IsEmpty) return [project.Authority];
        // A figure that is no sum of the units' stands in the authority's own file alone.
        var own = last?.Own is not null || project.Indicators.Any(i => i.Summary == Summary.None);
        return own && !due.Contains(project.Authority) ? [.. due, project.Authority] : [.. due];
    }

    /// <summary>Drafts the files of a year.</summary>
    /// <param name="findings">Takes what is missing or faulty in the year before.</param>
    /// <param name="project">The project.</param>
    /// <param name="edition">The form of the year.</param>
    /// <param name="year">The year.</param>
    /// <param name="named">The units; none for all that are due.</param>
    /// <param name="pasts">The year before.</param>
    /// <param name="there">The files the year has already: they stay as they are.</param>
    internal static ImmutableArray<Draft> Draft(
        Findings findings, Project project, Edition edition, int year, IReadOnlyList<string> named, Pasts pasts,
        IReadOnlyList<Source> there)
    {
        var due = Due(project, year, pasts.District);
        var names = new YearFiles(there);
        var inherited = Inherited.Of(project.RulesOf(edition));
        var writer = new UnitDraft(project, edition, year, inherited);
        var isAmongOthers = !project.Children.IsEmpty || due.Concat(names.Units).Any(u => u != project.Authority);
        var statesTotals = project.Roster is null ? isAmongOthers : !project.IsOwnUnit;
        return [.. (named.Count == 0 ? due : named.Distinct(StringComparer.Ordinal)).Select(Of)];

        Draft Of(string unit)
        {
            if (names.FileOf(unit, pasts.FileOf(unit)) is { } there) return new Draft(unit, there, null);
            var name = names.Take(unit, pasts.FileOf(unit));
            var isOwn = unit == project.Authority && statesTotals;
            return new Draft(unit, name, isOwn ? writer.OfAuthority(name) : writer.OfUnit(unit, name, pasts.Of(findings, unit)))
            {
                // The first year of a project has none before it: nothing is wrong then.
                LacksLastYear = pasts.District is null && inherited.Count > 0,
            };
        }
    }

    /// <summary>Drafts a year's forms to be filled in as spreadsheets; the authority's own totals follow from those of its units.</summary>
    /// <param name="findings">Takes what is missing or faulty in the year before.</param>
    /// <param name="project">The project.</param>
    /// <param name="edition">The form of the year.</param>
    /// <param name="year">The year.</param>
    /// <param name="named">The units; none for all that are due.</param>
    /// <param name="pasts">The year before.</param>
    /// <param name="there">The names of the files that are there already: they stay as they are.</param>
    internal static ImmutableArray<DraftedForm> Forms(
        Findings findings, Project project, Edition edition, int year, IReadOnlyList<string> named, Pasts pasts,
        IReadOnlySet<string> there)
    {
        var writer = new UnitDraft(project, edition, year, Inherited.Of(project.RulesOf(edition)));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var due = named.Count > 0 ? named.Distinct(StringComparer.Ordinal)
            : Due(project, year, pasts.District).Where(u => u != project.Authority || project.IsOwnUnit);
        return [.. due.Select(Of)];

        DraftedForm Of(string unit)
        {
            var name = FileName.For(unit, names, ".xlsx");
            names.Add(name);
            return new DraftedForm(unit, name, there.Contains(name) ? null
                : CollectionForm.Of(project, edition, year, unit, writer, pasts.Of(findings, unit)));
        }
    }

    /// <summary>Whether it was read from the data folder, not made of a nested authority's totals.</summary>
    internal static bool IsFile(this Filing filing) => ProjectLayout.IsIn(filing.Source.Path, ProjectLayout.Data);
}
