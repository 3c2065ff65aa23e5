using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;

namespace ReportCompiler.Fixes;

/// <summary>What can be fixed in a file without a decision. Nothing is written here: the bytes are the caller's to store.</summary>
/// <param name="Before">The file as it is.</param>
/// <param name="After">The file as it would be, in UTF-8; the same object if there is nothing to fix.</param>
/// <param name="Edits">
/// The edits in the order of the lines. A later one may stand in text that an earlier one has fixed; only an edit of a pasted row
/// whose group no line names adds a line, above it.
/// </param>
/// <param name="Totals">The totals made anew, where that was asked for.</param>
/// <param name="Doubt">
/// Another change as small that repairs a detail instead of a total: then the total may be the right one. Null if there is none.
/// </param>
public sealed record FixedFile(Source Before, Source After, ImmutableArray<Edit> Edits, ImmutableArray<TotalChange> Totals, Repair? Doubt)
{
    /// <summary>Whether the file would become another.</summary>
    public bool IsChanged => !ReferenceEquals(Before, After);

    /// <summary>
    /// Whether it was in another encoding than UTF-8. Which one is told by its bytes: only the file as it was can prove that wrong.
    /// </summary>
    public bool IsRecoded => !Before.HasMark && Edits.Any(e => e.IsOfWholeFile);
}
