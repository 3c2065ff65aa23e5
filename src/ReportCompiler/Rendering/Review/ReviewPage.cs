using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Rendering.Review;

/// <summary>review.html: every figure of a year with where it comes from, what was found and what would mend it.</summary>
internal static class ReviewPage
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "review.html";

    /// <summary>Renders the page; none, with a finding, where its template fails. A draft then has the built-in one, which shows that too.</summary>
    /// <param name="findings">Everything found; takes faults of the template.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="beside">What was found in the project as a whole.</param>
    /// <param name="draft">Whether the page is wanted in spite of errors.</param>
    /// <param name="review">Gives the year with its findings.</param>
    public static ImmutableArray<OutputFile> Render(Findings findings, Templates templates, IEnumerable<Diagnostic> beside, bool draft, Func<ImmutableArray<Diagnostic>, ReviewedYear> review)
    {
        if (Run(templates) is { } page) return [page];
        return draft && Run(Templates.BuiltIn) is { } builtIn ? [builtIn] : [];

        OutputFile? Run(Templates of) =>
            Script.Bytes(findings, of, FileName, ReviewModel.Of(review(Findings.Sort(findings.All.Concat(beside))))) is { } bytes ? new OutputFile(FileName, bytes) : null;
    }
}
