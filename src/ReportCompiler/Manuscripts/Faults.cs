using ReportCompiler.Diagnostics;

namespace ReportCompiler.Manuscripts;

/// <summary>
/// Takes what is wrong with the markup of a narrative. Beyond a number of them the rest is counted: the first hundred say what kind
/// of mistake it is.
/// </summary>
internal sealed class Faults
{
    private const int MostShown = 100;

    private readonly List<Diagnostic> _found = [];
    private int _more;

    /// <summary>Adds a fault of a stretch of the rendered text; its place is computed only if it is shown.</summary>
    public void Add(Rendered text, int start, int length, Func<Location, Diagnostic> finding)
    {
        if (_found.Count == MostShown) _more++;
        else _found.Add(finding(text.Place(start, length)));
    }

    /// <summary>Hands over what was found.</summary>
    public void Report(Findings findings)
    {
        findings.AddRange(_found);
        if (_more > 0) findings.Add(Errors.Manuscripts.More(_found[^1].Location!, _more));
    }
}
