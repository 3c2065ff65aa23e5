using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Rendering.Review;

/// <summary>review.html: every figure of a year with where it comes from, what was found and what would mend it.</summary>
internal static class ReviewPage
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "review.html";

    /// <summary>
    /// Renders the page; none, with a finding, where its template fails: then a draft has the built-in one, which shows that too.
    /// </summary>
    public static ImmutableArray<OutputFile> Render(Report report)
    {
        if (Run(report, report.Templates) is { } page) return [page];
        return report.Year.IsDraft && Run(report, Templates.BuiltIn) is { } builtIn ? [builtIn] : [];
    }

    private static OutputFile? Run(Report report, Templates templates)
    {
        var found = report.Year.Findings.Concat(report.Findings.All).Concat(report.Year.Beside);
        var year = report.Year with { Findings = Findings.Sort(found) };
        // A finding has its lines like a unit.
        var units = year.District.Units.Length + year.Findings.Length;
        var page = Script.Page(report.Findings, templates, FileName, ReviewModel.Of(year, report.Prose), units);
        return page is null ? null : new OutputFile(FileName, page);
    }
}
