namespace ReportCompiler.Sources;

/// <summary>What became of a file that a narrative names.</summary>
public enum NamedFileState
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>There is none in the project: no file, a folder, or a way out of the project.</summary>
    Absent,

    /// <summary>It is larger than the limit that was given.</summary>
    TooLarge,
}
