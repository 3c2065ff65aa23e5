using ReportCompiler.Aggregation;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rules;

/// <summary>
/// Follows units between any two years. Unlike <see cref="YearBefore"/> it passes over several reorganisations at once: whoever is
/// linked by 前身 that took effect between the two belongs together.
/// </summary>
internal static class Succession
{
    /// <summary>The units of both years, in the order of the roster (by name if there is none); each in one line.</summary>
    public static List<(List<Filing> Before, List<Filing> After)> Between(Project project, District before, District after)
    {
        var group = Groups(project, Math.Min(before.Year, after.Year), Math.Max(before.Year, after.Year));
        var lines = new Dictionary<string, (List<Filing> Before, List<Filing> After)>(StringComparer.Ordinal);
        foreach (var unit in after.Units) Line(unit).After.Add(unit);
        foreach (var unit in before.Units) Line(unit).Before.Add(unit);
        return [.. lines.Values];

        (List<Filing> Before, List<Filing> After) Line(Filing filing)
        {
            var name = group.GetValueOrDefault(filing.Unit, filing.Unit);
            if (!lines.TryGetValue(name, out var line)) lines.Add(name, line = ([], []));
            return line;
        }
    }

    /// <summary>For every unit of the roster the first name of its group.</summary>
    public static Dictionary<string, string> Groups(Project project, int from, int to)
    {
        var roster = project.Roster ?? [];
        var group = roster.ToDictionary(e => e.Name, e => e.Name, StringComparer.Ordinal);
        foreach (var entry in roster.Where(e => e.From > from && e.From <= to))
            foreach (var predecessor in entry.Predecessors) Join(group[entry.Name], group.GetValueOrDefault(predecessor, entry.Name));
        return group;

        void Join(string one, string other)
        {
            foreach (var name in group.Where(g => g.Value == other).Select(g => g.Key).ToList()) group[name] = one;
        }
    }
}
