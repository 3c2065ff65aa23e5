using ReportCompiler.Sources;

namespace ReportCompiler.Diagnostics;

/// <summary>
/// A replacement that makes a finding go away without changing what the file says; never across a line break of the file.
/// </summary>
/// <param name="At">The stretch that is replaced; empty to insert, or if no character changes but the encoding.</param>
/// <param name="With">What is written there.</param>
/// <param name="Reason">What was wrong there, in a word or two to count by.</param>
public sealed record Edit(Location At, string With, Text Reason)
{
    /// <summary>Whether no character changes, only the bytes they are stored as.</summary>
    public bool IsOfWholeFile => With.Length == 0 && At.Span == Span.Start;
}
