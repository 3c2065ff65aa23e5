using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Narratives;
using ReportCompiler.Repairs;

namespace ReportCompiler.Rendering.Review;

/// <summary>The data of the review page under the names that its template uses, escaped.</summary>
internal static class ReviewModel
{
    /// <summary>The whole page. The tables are HTML already.</summary>
    public static NamedValues Of(CheckedYear review, Narrative? prose)
    {
        var sections = ReviewSection.Of(review);
        var (district, year) = (review.District, review.District.Year);
        var language = district.Edition.Language;
        var last = review.Last is null ? null : new LastYearFigures(review.Project, district, review.Last);
        var findings = sections.SelectMany(s => Told(s), (s, f) => (Section: s, f.Finding, f.More)).OrderBy(p => p.Finding.Number);
        return new NamedValues(
            ("英", language == Diagnostics.Language.English),
            ("语言", language == Diagnostics.Language.Chinese ? "zh-CN" : "en"),
            ("字", new NamedValues(("错", Marks.Sign(Severity.Error, language)), ("警", Marks.Sign(Severity.Warning, language)),
                ("示", Marks.Sign(Severity.Info, language)))),
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
            ("正文", ProseView.Of(review, prose)),
            ("问题", new Items(findings.Select(p => FindingView.Of(review, p.Section, p.Finding, p.More)))),
            ("汇总", SectionView(review, sections[0], Tables(review, sections, last))),
            ("单位", new Items(sections.Skip(1).Select(s => SectionView(review, s, Tables(review, s, last))))));
    }

    /// <summary>A section's findings for the list at the top, where a form that is still blank is one line.</summary>
    private static IEnumerable<(Numbered Finding, int More)> Told(ReviewSection section)
    {
        const int Few = 3;
        var open = section.Findings.Count(f => f.Finding.Rule == Catalogue.Unfilled);
        var isTold = open <= Few;
        foreach (var finding in section.Findings)
        {
            if (finding.Finding.Rule != Catalogue.Unfilled || open <= Few) yield return (finding, 0);
            else if (!isTold)
            {
                isTold = true;
                yield return (finding, open - 1);
            }
        }
    }

    private static int Count(CheckedYear review, Severity severity) => review.Findings.Count(f => f.Severity == severity);

    private static string Tables(CheckedYear review, List<ReviewSection> sections, LastYearFigures? last)
    {
        var text = new StringBuilder();
        var shares = new ShareLists(text, review.District, sections.Skip(1));
        new FigureTables(text, review, sections[0], review.District.Totals, last, shares).Write();
        return text.ToString();
    }

    private static string Tables(CheckedYear review, ReviewSection unit, LastYearFigures? last)
    {
        if (unit.Filing is null) return "";
        var text = new StringBuilder();
        new FigureTables(text, review, unit, unit.Filing.Figures, last, null).Write();
        return text.ToString();
    }

    private static NamedValues SectionView(CheckedYear review, ReviewSection section, string tables) => new NamedValues(
        ("号", section.Id),
        ("名称", Escape.Html(section.Name)),
        ("错误", section.Count(Severity.Error)),
        ("警告", section.Count(Severity.Warning)),
        ("提示", section.Count(Severity.Info)),
        ("文件", section.Filing is { } filing ? Escape.Html(filing.Source.Path) : null),
        ("报送日期", section.Filing?.Submitted?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("填报", section.Filing is { Signers: { } signers } && signers != Signers.None
            ? Escape.Html(Said(signers, review.District.Edition.Language)) : null),
        ("勾稽", review.Tallies.GetValueOrDefault(section.Name).Equations),
        ("不成立", review.Tallies.GetValueOrDefault(section.Name).Broken),
        ("问题", new Items(section.Findings.Select(f => FindingView.Of(review, section, f)))),
        ("改法", section.Repairs is { Localisation: var found } repairs
            ? new Items(found.Repairs.Select(r => RepairView(section, repairs, r, review.District.Edition.Language)))
            : null),
        ("另有", section.Repairs is { Localisation: var more } ? more.Count - more.Repairs.Length : 0),
        ("查遍", section.Repairs?.Localisation.IsExhaustive ?? true),
        ("表", tables));

    private static string Said(Signers signers, Diagnostics.Language language) => string.Join(new Text("，", ", ").In(language),
        Signers.Keys.Where(k => signers[k] is not null).Select(k => $"{Signers.Named(k).In(language)} {signers[k]}"));

    private static NamedValues RepairView(
        ReviewSection section, UnitRepairs repairs, Repair repair, Diagnostics.Language language) => new NamedValues(
        ("格数", repair.Edits.Length),
        ("条数", repair.Equations),
        ("原因", repair.Reason == Reasons.Other ? null : Escape.Html(RepairWords.Reason(repair.Reason).In(language))),
        ("文", Escape.Html(RepairWords.Edits(repairs, repair).In(language))),
        ("处", new Items(repair.Edits.Select(e => e.Location).OfType<Location>().Select(FindingView.Place)
            .Distinct(StringComparer.Ordinal))),
        ("格", new Items(repair.Edits.Where(e => e.Unit == section.Name && e.Year == repairs.Year)
            .Select(e => section.Filing?.Figures.Edition.Find(e.Cell)).OfType<Cell>()
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{section.Id}-{c.Index}")))));
}
