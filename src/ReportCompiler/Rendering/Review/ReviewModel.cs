using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;

namespace ReportCompiler.Rendering.Review;

/// <summary>The data of the review page under the names that its template uses, escaped.</summary>
internal static class ReviewModel
{
    /// <summary>The whole page. The tables are HTML already.</summary>
    public static Fields Of(CheckedYear review)
    {
        var sections = ReviewSection.Of(review);
        var (district, year) = (review.District, review.District.Year);
        var last = review.Last is null ? null : new LastYear(review.Project, district, review.Last);
        return new Fields(
            ("标题", Escape.Html(district.Edition.TitleOf(review.Project.ShortName, year))),
            ("机关", Escape.Html(review.Project.Authority)),
            ("年度", year),
            ("上年", review.Last?.Year),
            ("依据", Escape.Html(district.Edition.Basis)),
            ("错误", Count(review, Severity.Error)),
            ("警告", Count(review, Severity.Warning)),
            ("提示", Count(review, Severity.Info)),
            ("齐全", district.IsComplete),
            ("单位数", district.Units.Length),
            ("文件数", district.Files),
            ("勾稽", review.Tally.Equations),
            ("不成立", review.Tally.Broken),
            ("自报", district.Own is { } own ? Escape.Html(own.Source.Path) : null),
            ("问题", new Items(sections.SelectMany(s => s.Findings, (s, f) => (s, f)).OrderBy(p => p.f.Number).Select(p => FindingView.Of(review, p.s, p.f)))),
            ("汇总", SectionView(review, sections[0], Tables(review, sections, last))),
            ("单位", new Items(sections.Skip(1).Select(s => SectionView(review, s, Tables(review, s, last))))));
    }

    private static int Count(CheckedYear review, Severity severity) => review.Findings.Count(f => f.Severity == severity);

    private static string Tables(CheckedYear review, List<ReviewSection> sections, LastYear? last)
    {
        var text = new StringBuilder();
        new FigureTables(text, review, sections[0], review.District.Totals, last, new ShareLists(text, review.District, sections.Skip(1))).Write();
        return text.ToString();
    }

    private static string Tables(CheckedYear review, ReviewSection unit, LastYear? last)
    {
        if (unit.Filing is null) return "";
        var text = new StringBuilder();
        new FigureTables(text, review, unit, unit.Filing.Figures, last, null).Write();
        return text.ToString();
    }

    private static Fields SectionView(CheckedYear review, ReviewSection section, string tables) => new Fields(
        ("号", section.Id),
        ("名称", Escape.Html(section.Name)),
        ("错误", section.Count(Severity.Error)),
        ("警告", section.Count(Severity.Warning)),
        ("提示", section.Count(Severity.Info)),
        ("文件", section.Filing is { } filing ? Escape.Html(filing.Source.Path) : null),
        ("报送日期", section.Filing?.Submitted?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("勾稽", review.Tallies.GetValueOrDefault(section.Name).Equations),
        ("不成立", review.Tallies.GetValueOrDefault(section.Name).Broken),
        ("问题", new Items(section.Findings.Select(f => FindingView.Of(review, section, f)))),
        ("改法", section.Repairs is { } repairs ? new Items(repairs.Localisation.Repairs.Select(r => RepairView(section, repairs, r))) : null),
        ("另有", section.Repairs is { } more ? more.Localisation.Count - more.Localisation.Repairs.Length : 0),
        ("查遍", section.Repairs?.Localisation.IsExhaustive ?? true),
        ("表", tables));

    private static Fields RepairView(ReviewSection section, UnitRepairs repairs, Repair repair) => new Fields(
        ("格数", repair.Edits.Length),
        ("条数", repair.Equations),
        ("原因", repair.Reason == Reasons.Other ? null : Escape.Html(RepairWords.Reason(repair.Reason).Chinese)),
        ("文", Escape.Html(RepairWords.Edits(repairs, repair).Chinese)),
        ("处", new Items(repair.Edits.Where(e => e.Location is not null).Select(e => FindingView.Place(e.Location!)).Distinct(StringComparer.Ordinal))),
        ("格", new Items(repair.Edits.Where(e => e.Unit == section.Name && e.Year == repairs.Year).Select(e => section.Filing?.Figures.Edition.Find(e.Cell) is { } cell
            ? string.Create(CultureInfo.InvariantCulture, $"{section.Id}-{cell.Index}") : null).OfType<string>())));
}
