using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Grids;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Rendering.Review;

namespace ReportCompiler;

/// <summary>The outputs of <c>build</c>: a new one is a file that makes it, and a line here.</summary>
public static class ReportFormats
{
    /// <summary>All of them, in the order in which they are made.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new(Outputs.Markdown, "report.md", report => ReportPage.Render(report, "report.md", Markup.Markdown))
        {
            Prepare = (templates, edition) => ReportPage.Prepare(templates, edition, "report.md", Markup.Markdown),
            Tables = (page, sought) => MarkdownTables.Read(Encoding.UTF8.GetString(page), sought),
        },
        new(Outputs.Html, "report.html", report => ReportPage.Render(report, "report.html", Markup.Html))
        {
            Prepare = (templates, edition) => ReportPage.Prepare(templates, edition, "report.html", Markup.Html),
            Tables = (page, sought) => HtmlTables.Read(Encoding.UTF8.GetString(page), sought),
        },
        new(Outputs.Word, WordReport.FileName, WordReport.Render) { Tables = (page, _) => WordTables.Read(page) },
        new(Outputs.Totals, TotalsWriter.FileName, TotalsWriter.Render),
        new(Outputs.Review, ReviewPage.FileName, ReviewPage.Render) { IsInternal = true },
    ];

    /// <summary>The outputs of some names, in the order of <see cref="All"/>.</summary>
    public static ImmutableArray<ReportFormat> Named(params IEnumerable<string> names) =>
        [.. All.Where(f => names.Contains(f.Name, StringComparer.Ordinal))];
}
