using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Aggregation;

/// <summary>
/// The nested authorities of a year as filings. They are due every year without a roster entry; one that began, ended or was
/// merged has an entry, whose 自, 至 and 前身 hold for it as for a unit.
/// </summary>
public static class Children
{
    /// <summary>The totals that count, and those that should and do not; what is wrong with these is found.</summary>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="parent">The authority they are nested in.</param>
    /// <param name="edition">Its form for the year.</param>
    /// <param name="below">The nested authorities, whether or not they have the year.</param>
    public static (List<Filing> Filings, ImmutableArray<ChildTotals> Absent) Read(
        Findings findings, Project parent, Edition edition, ImmutableArray<ChildTotals> below)
    {
        var filings = new List<Filing>();
        var absent = ImmutableArray.CreateBuilder<ChildTotals>();
        var seen = new Dictionary<string, ChildTotals>(StringComparer.Ordinal);
        foreach (var child in below)
        {
            if (!child.HasYear && !IsDue(parent, child)) continue;
            var before = filings.Count;
            if (child.Authority == parent.Authority)
                findings.Add(Errors.Roster.ChildIsParent(child.At, parent.Authority, parent.AuthorityAt) with { Year = child.Year });
            else if (!seen.TryAdd(child.Authority, child))
                findings.Add(Errors.Roster.ChildTwice(child.At, child.Authority, seen[child.Authority].At) with { Year = child.Year });
            else if (child.AsFiling(findings, parent, edition) is { } filing) filings.Add(filing);
            if (filings.Count == before) absent.Add(child);
        }
        return (filings, absent.DrainToImmutable());
    }

    private static bool IsDue(Project parent, ChildTotals child) =>
        parent.Roster?.FirstOrDefault(e => e.Name == child.Authority) is not { } entry || entry.IsDue(child.Year);
}
