using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rules;

/// <summary>Evaluates the rules on every unit, on units and their predecessors, and on the district.</summary>
public static class Checker
{
    /// <summary>Checks a year: each unit's own figures, the figures against the year before, and the district's totals.</summary>
    /// <param name="findings">Takes what is broken.</param>
    /// <param name="project">The project.</param>
    /// <param name="district">The year.</param>
    /// <param name="last">The year before; null if it has no folder.</param>
    /// <param name="units">Takes what is said of every unit, in the order of the units.</param>
    public static Tally Check(Findings findings, Project project, District district, District? last, ICollection<UnitCheck> units)
    {
        var broken = new HashSet<EquationRule>();
        var tally = default(Tally);
        var lines = last is not null ? YearBefore.Lines(project, district, last)
            : [.. district.Units.Select(u => new FollowedUnits([u], null))];
        var rules = project.RulesOf(district.Edition);
        foreach (var line in lines)
        {
            var found = new Findings();
            var own = default(Tally);
            foreach (var unit in line.Now) own += CheckUnit(found, rules, unit, broken);
            if (line.Last is not null) own += CheckLine(found, rules, line, broken);
            units.Add(new UnitCheck([.. line.Now], [.. line.Before ?? []], own, !found.HasErrors));
            tally += own;
            if (!found.IsEmpty) findings.AddRange(found.All);
        }
        if (last is not null) CheckLastYear(findings, project, district, last);
        var followed = last is not null && lines.All(l => l.Last is not null) && last.IsComplete;
        tally += CheckTotals(findings, project, district, followed ? last!.Totals : null, broken);
        Comparisons.Rounded(findings, project, district);
        // A report of a year is made when the year is over (art. 49).
        if (project.Published.TryGetValue(district.Year, out var published) && published.Date.Year <= district.Year)
            findings.Add(Errors.Prose.PublishedTooEarly(published.At, district.Year, published.Date));
        if (district is { Own: { } stated, IsComplete: true }) tally += StatedTotals.Check(findings, project, district, stated);
        return tally;
    }

    /// <summary>Checks one unit's figures by the rules that need no other file.</summary>
    public static Tally CheckUnit(Findings findings, ImmutableArray<EquationRule> rules, Filing unit, ISet<EquationRule>? broken = null)
    {
        var tally = default(Tally);
        var found = new Findings();
        Func<Cell, Location?> at = unit.At;
        foreach (var rule in rules)
            foreach (var equation in rule.Equations)
                if (!equation.NeedsLastYear) tally += Evaluate(found, equation, unit.Figures, null, at, broken);
        Comparisons.Unstated(found, unit);
        Take(findings, found, unit);
        return tally;
    }

    private static Tally CheckLine(
        Findings findings, ImmutableArray<EquationRule> rules, FollowedUnits line, ISet<EquationRule> broken)
    {
        var tally = default(Tally);
        var found = new Findings();
        Func<Cell, Location?> at = line.Now[0].At;
        foreach (var rule in rules)
            foreach (var equation in rule.Equations)
                if (equation.NeedsLastYear) tally += Evaluate(found, equation, line.Figures, line, at, broken);
        Comparisons.Jumps(found, line);
        Comparisons.Copied(found, line);
        Take(findings, found, line.Now[0]);
        return tally;
    }

    /// <summary>Checks a file of no project.</summary>
    public static UnitCheck CheckAlone(Findings findings, Filing unit)
    {
        var found = new Findings();
        var tally = CheckUnit(found, unit.Figures.Edition.Rules, unit);
        findings.AddRange(found.All);
        return new UnitCheck([unit], [], tally, !found.HasErrors);
    }

    /// <summary>Adds a unit's findings; a reason on record turns a warning about its cell into a hint that shows the reason.</summary>
    private static void Take(Findings findings, Findings found, Filing unit)
    {
        foreach (var finding in found.All)
        {
            var named = finding with { Unit = unit.Unit, Year = unit.Year };
            findings.Add(named is { Severity: Severity.Warning, Cell: { } cell } && unit.Notes.TryGetValue(cell, out var note)
                ? Errors.Comparisons.Explained(named, note.Reason) : named);
        }
    }

    /// <summary>
    /// The district's totals. Where a unit breaks the same rule, or one that its totals are made by, the district's would only
    /// repeat it; where a unit is missing or unreadable the totals are in doubt anyway, and that is an error already.
    /// </summary>
    private static Tally CheckTotals(Findings findings, Project project, District district, Figures? last, HashSet<EquationRule> broken)
    {
        if (!district.IsComplete) return default;
        var tally = default(Tally);
        var anyTotal = broken.Any(r => r.Derives);
        foreach (var rule in project.RulesOf(district.Edition))
        {
            foreach (var equation in rule.Equations)
            {
                var found = new Findings();
                var one = Evaluate(found, equation, district.Totals, equation.NeedsLastYear ? last : null, _ => null);
                if (one.Broken > 0 && (anyTotal || broken.Contains(rule))) continue;
                tally += one;
                foreach (var finding in found.All)
                    findings.Add(finding with { Unit = district.Authority, Year = district.Year, OfDistrict = true });
            }
        }
        return tally;
    }

    private static void CheckLastYear(Findings findings, Project project, District district, District last)
    {
        var at = Location.AtStart(project.Source);
        if (last.Unreadable > 0)
            findings.Add(Errors.Comparisons.LastYearUnreadable(at, last.Year, last.Unreadable) with { Year = district.Year });
        else if (last is { IsComplete: false, Units.IsEmpty: false })
            findings.Add(Errors.Comparisons.LastYearInDoubt(at, last.Year) with { Year = district.Year });
        var carryOver = project.RulesOf(district.Edition).Where(r => r.Rule.Name == Catalogue.CarryOver).SelectMany(r => r.Equations);
        var carried = carryOver.SelectMany(e => e.Operands).Where(o => o.LastYear).SelectMany(o => o.Cells).ToList();
        foreach (var (entry, filing) in YearBefore.Abandoned(project, district, last))
        {
            var pending = carried.Select(c => filing.Figures.Edition.Find(c.Path)).OfType<Cell>()
                .Where(c => !c.IsTotal && filing.Figures.Value(c) != 0).ToList();
            if (pending.Count == 0) continue;
            var sum = Figure.Format(pending.Sum(filing.Figures.Value));
            findings.Add(Errors.Roster.Abandoned(entry.Location, entry.Name, last.Year, sum, filing.At(pending[0])) with
            {
                Unit = entry.Name,
                Year = district.Year,
            });
        }
    }

    private static Tally Evaluate(
        Findings findings, Equation equation, Figures figures, FollowedUnits? line, Func<Cell, Location?> at, ISet<EquationRule>? broken) =>
        Evaluate(findings, equation, figures, line?.Last, at, broken, line);

    private static Tally Evaluate(
        Findings findings, Equation equation, Figures figures, Figures? last, Func<Cell, Location?> at,
        ISet<EquationRule>? broken = null, FollowedUnits? line = null)
    {
        var (outcome, left, right) = EquationCheck.Evaluate(equation, figures, last);
        if (outcome == Outcome.NotApplicable) return default;
        if (outcome == Outcome.Holds) return new Tally(1, 0);
        broken?.Add(equation.Rule);
        findings.Add(BrokenEquation.Describe(equation, figures, last, left, right, at, line));
        return new Tally(1, 1);
    }
}
