using System.Globalization;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Rendering.Review;

/// <summary>A finding as the template sees it, escaped.</summary>
internal static class FindingView
{
    private const int LongestLine = 160;

    /// <summary>The finding of a section.</summary>
    /// <param name="review">The year.</param>
    /// <param name="section">The section.</param>
    /// <param name="numbered">The finding.</param>
    /// <param name="more">How many of its kind it stands for, besides itself.</param>
    public static NamedValues Of(CheckedYear review, ReviewSection section, Numbered numbered, int more = 0)
    {
        var (finding, language) = (numbered.Finding, review.District.Edition.Language);
        return new NamedValues(
            ("号", numbered.Number),
            ("同类", more),
            ("级别", finding.Severity.Name().In(language)),
            ("字", Marks.Sign(finding.Severity, language)),
            ("类", Marks.Class(finding.Severity)),
            ("编号", finding.Rule.Code),
            ("规则", Escape.Html(finding.Rule.Name)),
            ("部分", section.Id),
            ("名称", Escape.Html(section.Name)),
            ("文", Escape.Html(finding.Message.In(language))),
            ("依据", finding.Note is { } note ? Escape.Html(note.In(language)) : null),
            ("改法", finding.Help is { } help ? Escape.Html(help.In(language)) : null),
            ("格", finding.Cell is { } path && Anchor(review, section, path) is { } anchor ? anchor : null),
            ("路径", finding.Cell is { } cell ? Escape.Html(cell) : null),
            ("处", finding.Location is { } at ? Place(at) : null),
            ("行", finding.Location is { } place ? Line(place) : ""),
            ("数", new Items(finding.Related.Where(r => r.Value is not ("" or "0")).Select(r => new NamedValues(
                ("格", Escape.Html(r.Unit is null ? r.Cell : $"{r.Unit} {r.Cell}")),
                ("值", Escape.Html(r.Value)),
                ("处", r.Location is null ? null : Place(r.Location)))))));
    }

    /// <summary>The file and the line.</summary>
    public static string Place(Location at) => string.Create(CultureInfo.InvariantCulture, $"{Escape.Html(at.File)}:{at.Span.Line}");

    /// <summary>The anchor of the cell that carries the mark; null if the tables have no such cell.</summary>
    private static string? Anchor(CheckedYear review, ReviewSection section, string path)
    {
        if (section is { Filing: null, Id: not "total" }) return null;
        var edition = review.District.Edition;
        var indicator = review.Project.Indicators.FirstOrDefault(i => i.Path == path);
        var index = edition.Find(path)?.Index ?? edition.Cells.Length + indicator?.Index;
        return index is null ? null : string.Create(CultureInfo.InvariantCulture, $"{section.Id}-{index}");
    }

    private static string Line(Location at)
    {
        var line = at.Source.Line(at.Span.Line).Trim();
        return Escape.Html(line.Length > LongestLine ? line[..LongestLine] + "…" : line);
    }
}
