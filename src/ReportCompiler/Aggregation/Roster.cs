using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;

namespace ReportCompiler.Aggregation;

/// <summary>Who has filed: sorts a year's filings into those that count and the authority's own, and names who is missing.</summary>
public static class Roster
{
    /// <summary>The filings that count, in the order of the roster (by name if there is none), and the authority's own file.</summary>
    /// <param name="findings">Takes who is missing, unknown, twice there or not due, and a year of nobody; has what the files gave.</param>
    /// <param name="project">The project.</param>
    /// <param name="year">The report's year.</param>
    /// <param name="filings">What was read, in the order of the files.</param>
    /// <param name="children">The totals of nested authorities; due without a roster entry.</param>
    /// <param name="nested">The names of all nested authorities: of one that is not there it is said already why.</param>
    /// <param name="unreadable">How many files could not be read at all: one of them may be a missing unit's.</param>
    public static (List<Filing> Units, Filing? Own, bool IsComplete) Sort(
        Findings findings, Project project, int year, IReadOnlyList<Filing> filings, IReadOnlyList<Filing> children,
        IReadOnlySet<string> nested, int unreadable)
    {
        var found = new Findings();
        var first = new Dictionary<string, Filing>(StringComparer.Ordinal);
        // Of a file and its copy the copy is the one too many, wherever its name sorts.
        foreach (var filing in children.Concat(filings.OrderBy(IsCopy)).Where(f => f.Unit.Length > 0))
        {
            if (first.TryAdd(filing.Unit, filing)) continue;
            var other = first[filing.Unit];
            var isNested = children.Contains(other) && !children.Contains(filing);
            found.Add((isNested ? Errors.Roster.FiledAndNested(filing.Location, filing.Unit, other.Location)
                : Errors.Roster.FiledTwice(filing.Location, filing.Unit, other.Location)) with
            { Unit = filing.Unit });
        }
        FindAlike(found, first.Values, project);
        Filing? own = null;
        // Without a roster the authority's file is the only unit's, unless others have filed: then it states their totals.
        if (!project.IsOwnUnit || (project.Roster is null && first.Count > 1) || children.Count > 0)
            first.Remove(project.Authority, out own);
        var units = project.Roster is { } roster ? Rostered(roster) : [.. first.Values.OrderBy(f => f.Unit, StringComparer.Ordinal)];
        // Sums over nobody would be a report full of zeros. Where something else was wrong, that is why nobody is there.
        if (units.Count == 0 && !findings.HasErrors && !found.HasErrors)
            found.Add(project.Roster is null ? Errors.Roster.Nobody(project.AuthorityAt, year)
                : Errors.Roster.NobodyDue(project.AuthorityAt, year, own is not null));
        foreach (var finding in found.All) findings.Add(finding with { Year = year });
        return (units, own, !found.HasErrors);

        List<Filing> Rostered(IReadOnlyList<RosterEntry> roster)
        {
            var due = new List<Filing>();
            foreach (var entry in roster)
            {
                if (first.Remove(entry.Name, out var filing))
                {
                    if (entry.IsDue(year)) due.Add(filing);
                    else found.Add(Errors.Roster.NotDue(filing.Location, entry.Name, entry.From, entry.To) with { Unit = entry.Name });
                }
                // The authority's own file states totals, whether or not the roster lists it among others: it is not missing.
                else if (entry.IsDue(year) && entry.Name != own?.Unit && !nested.Contains(entry.Name))
                    found.Add(Errors.Roster.Missing(entry.Location, entry.Name, year, unreadable) with { Unit = entry.Name });
            }
            foreach (var child in children)
                if (first.Remove(child.Unit)) due.Add(child);
            foreach (var filing in first.Values)
            {
                var names = roster.Select(r => r.Name).ToList();
                var nearest = Names.Nearest(filing.Unit, names) ?? Names.Abbreviated(filing.Unit, names);
                found.Add(Errors.Roster.Unknown(filing.Location, filing.Unit, nearest) with { Unit = filing.Unit });
            }
            return due;
        }
    }

    /// <summary>Whether a file is a copy by its name, as Windows and WPS give it.</summary>
    private static bool IsCopy(Filing filing)
    {
        var name = filing.Source.Path.AsSpan()[(filing.Source.Path.LastIndexOf('/') + 1)..];
        foreach (var word in Copies)
            if (name.Contains(word, StringComparison.Ordinal)) return true;
        return name.Contains("copy", StringComparison.OrdinalIgnoreCase);
    }

    private static readonly string[] Copies = ["副本", "复件", "备份", "(1)", "(2)", "（1）", "（2）"];

    /// <summary>Two units, or a unit and the authority, whose names are one to a reader: both would be counted.</summary>
    private static void FindAlike(Findings found, IEnumerable<Filing> filings, Project project)
    {
        var seen = new Dictionary<string, (string Name, Location At)>(StringComparer.Ordinal)
        {
            [Names.Alike(project.Authority)] = (project.Authority, project.AuthorityAt),
        };
        foreach (var filing in filings)
        {
            if (seen.TryAdd(Names.Alike(filing.Unit), (filing.Unit, filing.Location))) continue;
            var (name, at) = seen[Names.Alike(filing.Unit)];
            if (name != filing.Unit) found.Add(Errors.Roster.Alike(filing.Location, filing.Unit, name, at) with { Unit = filing.Unit });
        }
    }
}
