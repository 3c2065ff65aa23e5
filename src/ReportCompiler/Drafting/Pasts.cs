using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rules;
using ReportCompiler.Syntax;

namespace ReportCompiler.Drafting;

/// <summary>The year before of every unit.</summary>
/// <param name="project">The project.</param>
/// <param name="year">The year that is drafted.</param>
/// <param name="last">The year before; null if it has no folder.</param>
/// <param name="faulty">The units with errors in it: their figures are in doubt.</param>
internal sealed class Pasts(Project project, int year, District? last, IReadOnlySet<string> faulty)
{
    private readonly int _year = year - 1;
    private readonly Dictionary<string, Filing> _filings = (last?.Units ?? []).ToDictionary(u => u.Unit, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groups = Succession.Groups(project, year - 1, year);

    /// <summary>The year before; null if it has no folder.</summary>
    public District? District => last;

    /// <summary>The name of the file a unit had in the data folder; null if it had none.</summary>
    public string? FileOf(string unit)
    {
        var own = last?.Own?.Unit == unit ? last.Own : null;
        if ((_filings.GetValueOrDefault(unit) ?? own) is not { } filing || !filing.IsFile()) return null;
        return filing.Source.Path[(filing.Source.Path.LastIndexOf('/') + 1)..];
    }

    /// <summary>What is known of a unit's year before; what is missing or faulty is a finding.</summary>
    public Past Of(Findings findings, string unit)
    {
        if (last is null) return Past.None(_year, new($"没有 {_year} 年的数据，照台账填", $"no data of {_year}: see your records"));
        var (from, sharing) = Kin(unit);
        if (from.Count == 0) return Past.None(_year, new($"{_year} 年还没有这个单位：接办别的单位的申请照台账填，没有就写 无",
            $"there was no such unit in {_year}: what it took over see your records, else 0"));
        if (from.Find(f => !_filings.ContainsKey(f)) is { } missing)
        {
            var nearest = project.Roster is null ? Names.Nearest(unit, _filings.Keys) : null;
            findings.Add(Errors.Drafts.NoFile(unit, missing, _year, last.Unreadable, nearest) with { Unit = unit, Year = year });
            return Past.None(_year, new(
                $"{_year} 年没有 {missing} 的文件，照台账填", $"no file of {missing} in {_year}: see your records"));
        }
        if (from.Find(f => faulty.Contains(f) || !_filings[f].IsSound) is { } wrong)
        {
            findings.Add(Errors.Drafts.Faulty(_filings[wrong].Location, unit, wrong, _year) with { Unit = unit, Year = year });
            return Past.None(_year, new($"{_year} 年 {wrong} 的文件有错误，改正后照它填",
                $"the file of {wrong} of {_year} has errors: correct it, and fill this in from it"));
        }
        var figures = from.Count == 1 ? _filings[from[0]].Figures : Figures.Sum(last.Edition, from.ConvertAll(f => _filings[f].Figures));
        return new Past(_year, figures, from is [var only] && only == unit ? [] : [.. from], sharing.Count > 1 ? [.. sharing] : [], null);
    }

    /// <summary>Whose figures of last year a unit's continue, and with whom it shares them.</summary>
    private (List<string> From, List<string> Sharing) Kin(string unit)
    {
        if (project.Roster is not { } roster || !_groups.TryGetValue(unit, out var group)) return ([unit], [unit]);
        var kin = roster.Where(e => _groups[e.Name] == group).ToList();
        return ([.. kin.Where(e => e.IsDue(_year)).Select(e => e.Name)], [.. kin.Where(e => e.IsDue(year)).Select(e => e.Name)]);
    }
}
