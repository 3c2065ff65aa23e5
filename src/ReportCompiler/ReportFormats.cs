using System.Collections.Immutable;
using ReportCompiler.Grids;
using ReportCompiler.Rendering;
using ReportCompiler.Rendering.Review;

namespace ReportCompiler;

/// <summary>The outputs of <c>build</c>: a new one is a file that makes it, and a line here.</summary>
public static class ReportFormats
{
    /// <summary>All of them, in the order in which they are made.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new("md", "report.md", report => ReportPage.Render(report, "report.md", Markup.Markdown)) { Tables = MarkdownTables.Read },
        new("html", "report.html", report => ReportPage.Render(report, "report.html", Markup.Html)) { Tables = HtmlTables.Read },
        new("totals", TotalsWriter.FileName, TotalsWriter.Render),
        new("review", ReviewPage.FileName, ReviewPage.Render) { IsInternal = true },
    ];

    /// <summary>The outputs of some names, in the order of <see cref="All"/>.</summary>
    public static ImmutableArray<ReportFormat> Named(params IEnumerable<string> names) =>
        [.. All.Where(f => names.Contains(f.Name, StringComparer.Ordinal))];
}
