namespace ReportCompiler.Sources;

/// <summary>Files that offices send in instead of data files, told by their endings.</summary>
public static class OfficeFile
{
    private static readonly string[] Importable = [".xlsx", ".docx", ".xls", ".csv", ".html", ".htm"];
    private static readonly string[] Sheets = [".et", ".ett", ".ods"];
    private static readonly string[] Documents = [".doc", ".wps", ".wpt", ".rtf", ".odt"];

    /// <summary>Whether the import reads such a file.</summary>
    public static bool IsImportable(string path) => Is(path, Importable);

    /// <summary>The ending under which its own program must save it for the import; null if none is known, or needed.</summary>
    public static string? SavedAs(string path) => Is(path, Sheets) ? ".xlsx" : Is(path, Documents) ? ".docx" : null;

    /// <summary>Whether it lies beside the data file that the import writes of it, by its name.</summary>
    public static bool IsImported(string path, IEnumerable<string> dataFiles) =>
        (IsImportable(path) || SavedAs(path) is not null) && dataFiles.Any(d => Stem(d) == Stem(path));

    /// <summary>The file's name without its ending.</summary>
    public static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }

    private static bool Is(string path, string[] endings) => endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
