using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Input;

/// <summary>Files of a data folder that are not read, for their ending or their place, but look as if a unit had sent them in.</summary>
public static class Unread
{
    // What clerks fill in and send: text, documents, spreadsheets, pages, archives. Windows hides the last ending of 公安.yaml.txt.
    private static readonly string[] Endings =
    [
        "", ".txt", ".doc", ".docx", ".wps", ".wpt", ".rtf", ".odt", ".xls", ".xlsx", ".xlsm", ".et", ".ett", ".ods", ".csv", ".pdf",
        ".zip", ".rar", ".7z", ".bak", ".json",
    ];

    private static readonly string[] YamlEndings = [".yaml", ".yml"];

    /// <summary>How many forms of a folder are told one by one: one that waits is news, all that were sent out are not.</summary>
    private const int MostTold = 5;

    /// <summary>Warns of files that were surely meant to be read; of those in a folder below once, at the first.</summary>
    /// <param name="findings">Takes them.</param>
    /// <param name="paths">The files.</param>
    /// <param name="read">The data files: a form that lies beside its own, or that one was read from, is no news.</param>
    /// <param name="sourceOf">Tells which document a data file says that it was read from; null if it says none.</param>
    /// <param name="year">The year of the folder.</param>
    public static void Find(Findings findings, IReadOnlyList<string> paths, IReadOnlyList<Source> read, Func<Source, string?> sourceOf,
        int year)
    {
        if (paths.Count == 0) return;
        foreach (var folder in Waiting(paths, read, sourceOf).GroupBy(Folder, StringComparer.Ordinal))
        {
            if (folder.Key.Count('/') > 1)
            {
                var first = new SourceText(folder.First(), "");
                findings.Add(Errors.Files.TooDeep(first, folder.Key, folder.Count(), year) with { Year = year });
            }
            else Find(findings, [.. folder], year);
        }
    }

    /// <summary>Those of the files that no data file lies beside or was read from.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="read">The data files.</param>
    /// <param name="sourceOf">Tells which document a data file says that it was read from; null if it says none.</param>
    public static IEnumerable<string> Waiting(IReadOnlyList<string> paths, IReadOnlyList<Source> read, Func<Source, string?> sourceOf)
    {
        var all = paths.Where(p => !ProjectLayout.IsYaml(p)).Concat(read.Select(d => d.Path)).ToList();
        // Of forms of one name in several folders it cannot be told which were read, unless all were.
        var sources = read.Select(sourceOf).OfType<string>().CountBy(n => n, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var named = paths.CountBy(Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return paths.Where(p => !OfficeFile.IsImported(p, all) && sources.GetValueOrDefault(Name(p)) < named[Name(p)]);
    }

    private static void Find(Findings findings, List<string> paths, int year)
    {
        var forms = paths.FindAll(p => OfficeFile.IsImportable(p) && !WasYaml(p));
        var isMany = forms.Count > MostTold;
        if (isMany) findings.Add(Errors.Files.NotImported(new SourceText(forms[0], ""), forms.Count, year) with { Year = year });
        foreach (var path in isMany ? paths.Except(forms, StringComparer.Ordinal) : paths) Find(findings, path, year);
    }

    private static bool WasYaml(string path) => YamlEndings.Any(e => Name(path).Contains(e, StringComparison.OrdinalIgnoreCase));

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static void Find(Findings findings, string path, int year)
    {
        var ending = Path.GetExtension(path);
        var wasYaml = WasYaml(path);
        if (!wasYaml && (OfficeFile.IsImportable(path) || OfficeFile.SavedAs(path) is not null))
            findings.Add(Errors.Files.NotImported(new SourceText(path, ""), OfficeFile.SavedAs(path)) with { Year = year });
        else if (wasYaml || Endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
            findings.Add(Errors.Files.NotRead(new SourceText(path, ""), ending) with { Year = year });
    }

    /// <summary>The finding on data files in a folder whose name holds a year and is none; null if it holds no year.</summary>
    /// <param name="first">The first of them, by its path.</param>
    /// <param name="folder">The name of the folder.</param>
    /// <param name="files">How many there are.</param>
    public static Diagnostic? YearFolder(string first, string folder, int files)
    {
        var at = 0;
        while (at + 4 <= folder.Length && folder.AsSpan(at, 4).ContainsAnyExceptInRange('0', '9')) at++;
        return at + 4 > folder.Length ? null : Errors.Files.NotAYearFolder(new SourceText(first, ""), folder, files, folder[at..(at + 4)]);
    }

    private static string Folder(string path) => path[..path.LastIndexOf('/')];
}
