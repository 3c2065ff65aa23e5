namespace ReportCompiler.Narratives;

/// <summary>A year of the prose.</summary>
/// <param name="Year">The year.</param>
/// <param name="Start">Where its word begins in the sentence.</param>
/// <param name="From">Where it begins in the rendered text.</param>
/// <param name="To">Where it ends there.</param>
internal readonly record struct YearMention(int Year, int Start, int From, int To);
