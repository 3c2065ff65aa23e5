using ReportCompiler.Aggregation;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rules;

/// <summary>
/// Follows units from the year before through renaming, merger and split: whoever is linked by 前身 is compared together, the sum
/// over successors with the sum over their predecessors.
/// </summary>
internal static class YearBefore
{
    /// <summary>The lines of a year; if there is no roster each unit is its own predecessor.</summary>
    public static List<FollowedUnits> Lines(Project project, District district, District last)
    {
        var now = district.Units.ToDictionary(u => u.Unit, StringComparer.Ordinal);
        var before = last.Units.ToDictionary(u => u.Unit, StringComparer.Ordinal);
        if (project.Roster is not { } roster)
            return [.. district.Units.Select(u => new FollowedUnits([u], before.TryGetValue(u.Unit, out var own) ? [own] : null))];

        var lines = new List<FollowedUnits>();
        var entries = roster.ToDictionary(e => e.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var linked = Linked(roster, district.Year);
        foreach (var unit in district.Units)
        {
            if (seen.Contains(unit.Unit)) continue;
            if (!linked.Contains(unit.Unit))
            {
                var isBefore = !entries.TryGetValue(unit.Unit, out var own) || own.IsDue(last.Year);
                lines.Add(new FollowedUnits([unit], isBefore && before.TryGetValue(unit.Unit, out var then) ? [then] : null));
                continue;
            }
            var (successors, predecessors) = Group(unit.Unit, district.Year);
            seen.UnionWith(successors);
            var filed = successors.Where(now.ContainsKey).Select(s => now[s]).ToList();
            var whole = filed.Count == successors.Count && predecessors.All(before.ContainsKey);
            if (successors.Count == 1 || whole)
                lines.Add(new FollowedUnits(filed, whole ? [.. predecessors.Select(p => before[p])] : null));
            else lines.AddRange(filed.Select(f => new FollowedUnits([f], null)));
        }
        return lines;

        // All units linked with one by 前身, this year's and last year's, in the order they are found.
        (List<string> Successors, List<string> Predecessors) Group(string start, int year)
        {
            var successors = new List<string> { start };
            var predecessors = new List<string>();
            for (var (s, p) = (0, 0); s < successors.Count || p < predecessors.Count;)
            {
                if (s < successors.Count)
                {
                    var entry = entries[successors[s++]];
                    foreach (var name in entry.Predecessors.Append(entry.Name))
                    {
                        var isBefore = entries[name].IsDue(year - 1) && (name == entry.Name || entry.From == year);
                        if (isBefore && !predecessors.Contains(name)) predecessors.Add(name);
                    }
                    continue;
                }
                var from = predecessors[p++];
                foreach (var entry in roster.Where(e => e.IsDue(year) && !successors.Contains(e.Name)))
                {
                    var isAfter = entry.Name == from || (entry.From == year && entry.Predecessors.Contains(from, StringComparer.Ordinal));
                    if (isAfter) successors.Add(entry.Name);
                }
            }
            return (successors, predecessors);
        }
    }

    /// <summary>The units that took over others in a year, and those others. All the rest follow themselves.</summary>
    private static HashSet<string> Linked(IEnumerable<RosterEntry> roster, int year)
    {
        var linked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in roster)
        {
            if (entry.From != year || entry.Predecessors.IsEmpty) continue;
            linked.Add(entry.Name);
            linked.UnionWith(entry.Predecessors);
        }
        return linked;
    }

    /// <summary>The units of last year that ended and that nobody took over, with their filings.</summary>
    public static IEnumerable<(RosterEntry Entry, Filing Filing)> Abandoned(Project project, District district, District last)
    {
        if (project.Roster is not { } roster) return [];
        return from filing in last.Units
               let entry = roster.FirstOrDefault(e => e.Name == filing.Unit)
               where entry is not null && !entry.IsDue(district.Year)
               where !roster.Any(e => e.Predecessors.Contains(entry.Name, StringComparer.Ordinal))
               select (entry, filing);
    }
}
