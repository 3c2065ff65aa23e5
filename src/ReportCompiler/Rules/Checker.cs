using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rules;

/// <summary>How many equations were evaluated, and how many of them are broken.</summary>
public readonly record struct Tally(int Equations, int Broken)
{
    /// <summary>The tally of both.</summary>
    public static Tally operator +(Tally a, Tally b) => new(a.Equations + b.Equations, a.Broken + b.Broken);
}

/// <summary>Evaluates the rules of the form on every unit and on the district.</summary>
public static class Checker
{
    /// <summary>Checks a year: each unit's own figures, the district's totals, and the totals the authority states itself.</summary>
    public static Tally Check(Findings findings, Project project, District district)
    {
        var tally = default(Tally);
        var inconsistent = new HashSet<Filing>();
        foreach (var unit in district.Units)
        {
            var found = new Findings();
            var own = CheckUnit(found, district.Edition, unit);
            if (own.Broken > 0) inconsistent.Add(unit);
            tally += own;
            findings.AddRange(found.All);
        }
        tally += CheckTotals(findings, district, inconsistent);
        if (district is { Own: { } stated, IsComplete: true }) tally += StatedTotals.Check(findings, project, district, stated);
        return tally;
    }

    /// <summary>Checks one unit's figures by the rules of the form alone.</summary>
    public static Tally CheckUnit(Findings findings, Edition edition, Filing unit)
    {
        var tally = default(Tally);
        foreach (var equation in edition.Rules.SelectMany(r => r.Equations))
        {
            var (outcome, left, right) = EquationCheck.Evaluate(equation, unit.Figures);
            if (outcome == Outcome.NotApplicable) continue;
            tally += new Tally(1, outcome == Outcome.Broken ? 1 : 0);
            if (outcome == Outcome.Broken)
                findings.Add(BrokenEquation.Describe(equation, unit.Figures, left, right, unit.At) with { Unit = unit.Unit, Year = unit.Year });
        }
        return tally;
    }

    /// <summary>
    /// The district's totals. Where every unit that is out of balance has a finding of its own, the district's would only repeat it.
    /// </summary>
    private static Tally CheckTotals(Findings findings, District district, HashSet<Filing> inconsistent)
    {
        var tally = default(Tally);
        foreach (var equation in district.Edition.Rules.SelectMany(r => r.Equations))
        {
            var (outcome, left, right) = EquationCheck.Evaluate(equation, district.Totals);
            if (outcome == Outcome.NotApplicable) continue;
            if (outcome == Outcome.Broken && (!district.IsComplete || inconsistent.Count > 0)) continue;
            tally += new Tally(1, outcome == Outcome.Broken ? 1 : 0);
            if (outcome == Outcome.Broken)
                findings.Add(BrokenEquation.Describe(equation, district.Totals, left, right, _ => null) with { Unit = district.Authority, Year = district.Year, OfDistrict = true });
        }
        return tally;
    }
}
