using System.Globalization;

namespace ReportCompiler.Sources;

/// <summary>
/// How a project lies on disk: the one place that knows the names of its folders and files. Paths are relative to the project,
/// with <c>/</c>.
/// </summary>
public static class ProjectLayout
{
    /// <summary>The project's own file; a folder that holds it is a project.</summary>
    public const string ProjectFile = "reportc.yaml";

    /// <summary>The folder of the years' folders of data files.</summary>
    public const string Data = "data";

    /// <summary>The folder of the narratives, one file a year.</summary>
    public const string Narratives = "narrative";

    /// <summary>The folder of templates that replace built-in ones.</summary>
    public const string Templates = "templates";

    /// <summary>The folder of the project's own rules.</summary>
    public const string Rules = "rules";

    /// <summary>The folder of the project's own editions.</summary>
    public const string Editions = "editions";

    /// <summary>The folder that reports are written into, unless another is named.</summary>
    public const string Out = "out";

    /// <summary>The folder of what editors are given.</summary>
    public const string Schemas = ".reportc";

    /// <summary>The folders that are read.</summary>
    public static IReadOnlyList<string> Folders { get; } = [Data, Narratives, Templates, Rules, Editions];

    /// <summary>A year as folders and files are named by it.</summary>
    public static string Digits(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The folder of a year's data files.</summary>
    public static string DataOf(int year) => $"{Data}/{Digits(year)}";

    /// <summary>The narrative of a year.</summary>
    public static string NarrativeOf(int year) => $"{Narratives}/{Digits(year)}.md";

    /// <summary>A year written with four digits; null for anything else.</summary>
    public static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>Whether a file of data, rules or editions is read, by its ending.</summary>
    public static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path lies in a folder of the project, or below it.</summary>
    public static bool IsIn(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>The year a file belongs to; null for a file of no year.</summary>
    public static int? YearOf(string path) => path.Split('/') switch
    {
        [Data, var year, var name] when IsYaml(name) => Year(year),
        [Narratives, var name] when name.EndsWith(".md", StringComparison.Ordinal) => Year(name[..^3]),
        _ => null,
    };

    /// <summary>Whether a file makes part of the project as a whole.</summary>
    public static bool IsOfProject(string path) => path.Split('/') switch
    {
        [ProjectFile] or [Templates, _] => true,
        [Editions or Rules, var name] => IsYaml(name),
        _ => false,
    };
}
