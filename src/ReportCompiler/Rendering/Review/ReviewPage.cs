using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Rendering.Review;

/// <summary>review.html: every figure of a year with where it comes from, what was found and what would mend it.</summary>
internal static class ReviewPage
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "review.html";

    /// <summary>Renders the page; none, with a finding, where its template fails. A draft then has the built-in one, which shows that too.</summary>
    public static ImmutableArray<OutputFile> Render(Report report)
    {
        if (Run(report, report.Templates) is { } page) return [page];
        return report.Year.IsDraft && Run(report, Templates.BuiltIn) is { } builtIn ? [builtIn] : [];
    }

    private static OutputFile? Run(Report report, Templates templates)
    {
        var found = report.Year with { Findings = Findings.Sort(report.Year.Findings.Concat(report.Findings.All).Concat(report.Year.Beside)) };
        var units = found.District.Units.Length + found.Findings.Length;
        return Script.Page(report.Findings, templates, FileName, ReviewModel.Of(found), units) is { } bytes ? new OutputFile(FileName, bytes) : null;
    }
}
