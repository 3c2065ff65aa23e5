using Reportc.Shell;

namespace Reportc.Files;

/// <summary>Files of one folder that are replaced together: those of a year, or the page over the years.</summary>
/// <param name="Folder">The absolute path of the folder.</param>
/// <param name="Year">The year they are of; null if they are of none.</param>
/// <param name="Names">The names of the files.</param>
internal sealed record FileSet(string Folder, int? Year, IReadOnlyList<string> Names)
{
    /// <summary>The number of the first file among those that are staged; the others follow.</summary>
    public int First { get; set; }

    /// <summary>Why none of them was replaced; null as long as nothing has gone wrong.</summary>
    public Failure? Failure { get; set; }

    /// <summary>The absolute paths of the files that are replaced: none if anything went wrong.</summary>
    public IEnumerable<string> Paths => Failure is null ? Names.Select(name => Path.Join(Folder, name)) : [];

    /// <summary>How many those are.</summary>
    public int Count => Failure is null ? Names.Count : 0;
}
