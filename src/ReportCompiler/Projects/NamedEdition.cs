namespace ReportCompiler.Projects;

/// <summary>An edition that reportc.yaml names under 格式 for a year, or for years in a row.</summary>
/// <param name="From">The first year.</param>
/// <param name="To">The last year; null if the years go on.</param>
/// <param name="Key">The name of the edition.</param>
public sealed record NamedEdition(int From, int? To, string Key)
{
    /// <summary>Whether it is for a year.</summary>
    public bool IsFor(int year) => year >= From && (To is null || year <= To);

    /// <summary>Whether it is of one year alone: that beats the years in a row.</summary>
    internal bool IsOfOne => To == From;
}
