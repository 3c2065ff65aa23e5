using System.Text.RegularExpressions;

namespace Reportc.Tests;

/// <summary>A page of documentation in the repository; its path from the top, with <c>/</c>.</summary>
internal sealed partial record Guide(string Path)
{
    public static readonly Guide English = new("README.md");
    public static readonly Guide Chinese = new("README.zh-CN.md");
    public static readonly Guide OfSource = new("src/README.md");
    public static readonly Guide OfCommands = new("src/reportc/README.md");
    public static readonly Guide OfEditions = new("src/ReportCompiler/Forms/Editions/README.md");

    /// <summary>The folders at the top that hold guides and what guides name.</summary>
    private static readonly string[] Tops = [".ci", "samples", "src", "templates", "tests"];

    /// <summary>The English guides, README.md and those of the folders.</summary>
    public static IEnumerable<string> OfFolders { get; } =
        [English.Path, .. Tops.SelectMany(t => Files(t, "README.md")).Order(StringComparer.Ordinal)];

    public string Text { get; } = File.ReadAllText(System.IO.Path.Join(Repository.Root, Path)).ReplaceLineEndings("\n");

    public string[] Lines => Text.Split('\n');

    /// <summary>Where its links lead, as written.</summary>
    public IEnumerable<string> Links => LinksOf(Text);

    /// <summary>Where the links of a piece of Markdown lead, as written.</summary>
    public static IEnumerable<string> LinksOf(string text) => Link().Matches(text).Select(m => m.Groups["to"].Value);

    /// <summary>What it writes as code, within a line.</summary>
    public IEnumerable<string> Codes => Code().Matches(Text).Select(m => m.Groups["code"].Value);

    /// <summary>The paths among its code that must exist: no pattern, no command, no file that a build makes.</summary>
    public IEnumerable<string> Paths => Codes.Where(c =>
        Tops.Any(t => c.StartsWith(t + "/", StringComparison.Ordinal)) && c.IndexOfAny(['<', '*', ' ', '…']) < 0 && !c.Contains("/out/"));

    /// <summary>What GitHub makes of the headings: letters, digits and hyphens.</summary>
    public IEnumerable<string> Anchors => Lines.Where(l => l.StartsWith('#')).Select(l => l.TrimStart('#').Trim().Replace(' ', '-'))
        .Select(l => string.Concat(l.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == '-')));

    /// <summary>The path of something beside the guide, from the top of the repository.</summary>
    public string Beside(string path) =>
        FromTop(System.IO.Path.GetFullPath(System.IO.Path.Join(Repository.Root, System.IO.Path.GetDirectoryName(Path), path)));

    /// <summary>The files of a folder and those below it that belong to the repository, from its top.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(System.IO.Path.Join(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(FromTop).Where(f => !f.Split('/').Any(part => part is "bin" or "obj"));

    private static string FromTop(string path) => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/').TrimEnd('/');

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<code>[^`\r\n]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
