using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Repairs;

namespace ReportCompiler.Rendering.Review;

/// <summary>A part of the review page that can be shown alone: a unit, or the district as a whole.</summary>
/// <param name="Id">The anchor, which begins the anchors of its cells.</param>
/// <param name="Name">The unit; the authority for the district.</param>
/// <param name="Filing">The unit's file; null for the district, and for a unit that has none that can be read.</param>
internal sealed record ReviewSection(string Id, string Name, Filing? Filing)
{
    /// <summary>What was found in it, gravest first.</summary>
    public List<Numbered> Findings { get; } = [];

    /// <summary>What mends its equations; null if nothing is to be mended.</summary>
    public UnitRepairs? Repairs { get; set; }

    /// <summary>How many findings have a severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Finding.Severity == severity);

    /// <summary>
    /// The sections of a year, the district first, then the units in the order of the roster, those without a file too. Findings are
    /// numbered through in the order in which they are listed: by severity.
    /// </summary>
    public static List<ReviewSection> Of(CheckedYear review)
    {
        var district = new ReviewSection("total", review.District.Authority, null);
        var filings = review.District.Units.ToDictionary(u => u.Unit, StringComparer.Ordinal);
        var due = review.Project.Due(review.District.Year)?.Select(e => e.Name) ?? [];
        var found = review.Findings.Where(f => !IsOfDistrict(f, review, filings)).Select(f => f.Unit!);
        var names = due.Concat(filings.Keys).Concat(found).Distinct(StringComparer.Ordinal).ToList();
        var units = names.Select((n, i) => new ReviewSection($"u{Figure.Format(i + 1)}", n, filings.GetValueOrDefault(n)))
            .ToDictionary(s => s.Name, StringComparer.Ordinal);
        var number = 0;
        foreach (var finding in review.Findings.OrderByDescending(f => f.Severity))
            (IsOfDistrict(finding, review, filings) ? district : units[finding.Unit!]).Findings.Add(new Numbered(++number, finding));
        foreach (var repairs in review.Repairs) units[repairs.Unit].Repairs = repairs;
        return [district, .. names.Select(n => units[n])];
    }

    /// <summary>The authority's own file states the district's totals, unless it is a unit's.</summary>
    private static bool IsOfDistrict(Diagnostic finding, CheckedYear review, Dictionary<string, Filing> filings) =>
        finding.OfDistrict || finding.Unit is null || (finding.Unit == review.District.Authority && !filings.ContainsKey(finding.Unit));
}
