using ReportCompiler.Diagnostics;

namespace ReportCompiler.Projects;

/// <summary>Folders of nested projects, below the project's own.</summary>
/// <param name="Pattern">The path with <c>/</c>; <c>*</c> stands for any part of a name.</param>
/// <param name="Location">Where 下级 names it.</param>
public sealed record NestedFolders(string Pattern, Location Location)
{
    /// <summary>The finding if a project is found that is there already under another path.</summary>
    public Diagnostic FoundTwice(string path, string same) => Errors.Projects.NestedTwice(Location, path, same);

    /// <summary>The finding if no project is there.</summary>
    public Diagnostic NoneFound() => Errors.Projects.NoneNested(Location, Pattern);
}
