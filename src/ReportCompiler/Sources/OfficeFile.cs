namespace ReportCompiler.Sources;

/// <summary>Files that offices send in instead of data files, told by their endings.</summary>
public static class OfficeFile
{
    private static readonly string[] Importable = [".xlsx", ".xlsm", ".docx", ".docm", ".xls", ".csv", ".html", ".htm"];
    private static readonly string[] Sheets = [".et", ".ett", ".ods"];
    private static readonly string[] Documents = [".doc", ".wps", ".wpt", ".rtf", ".odt"];

    /// <summary>Whether the import reads such a file.</summary>
    public static bool IsImportable(string path) => Is(path, Importable);

    /// <summary>The ending under which its own program must save it for the import; null if none is known, or needed.</summary>
    public static string? SavedAs(string path) => Is(path, Sheets) ? ".xlsx" : Is(path, Documents) ? ".docx" : null;

    /// <summary>
    /// Whether it lies beside the data file that the import writes of it, by its name; what the import cannot read, also beside what
    /// was saved of it for that.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="files">The files of its folder.</param>
    public static bool IsImported(string path, IReadOnlyCollection<string> files) => (IsImportable(path) || IsSaved(path, files))
        && files.Any(d => ProjectLayout.IsYaml(d) && Stem(d) == Stem(path));

    /// <summary>Whether a file that the import cannot read lies beside one that it can, saved of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="files">The files of its folder.</param>
    public static bool IsSaved(string path, IEnumerable<string> files) =>
        SavedAs(path) is { } ending && files.Any(f => Stem(f) == Stem(path) && f.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The file's name without its ending.</summary>
    public static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }

    private static bool Is(string path, string[] endings) => endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
