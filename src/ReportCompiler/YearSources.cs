using System.Collections.Immutable;
using ReportCompiler.Sources;

namespace ReportCompiler;

/// <summary>The files of one year of a project.</summary>
/// <param name="Year">The report's year.</param>
/// <param name="Data">The units' data files, in the order of their names.</param>
/// <param name="Narrative">The clerk's Markdown; null if there is none.</param>
public sealed record YearSources(int Year, ImmutableArray<Source> Data, Source? Narrative)
{
    /// <summary>
    /// The paths of what else lies in the data folder, and of data files in folders below it: a file sent in under another ending,
    /// or unpacked too deep, must not be passed over in silence.
    /// </summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>
    /// Gives a file that the narrative names by its path below the project's folder, with <c>/</c>; not read if it has more bytes than
    /// the number given.
    /// </summary>
    public Func<string, long, NamedFile> Named { get; init; } = (_, _) => NamedFile.Absent;
}
