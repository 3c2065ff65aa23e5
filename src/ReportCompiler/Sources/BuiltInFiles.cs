using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ReportCompiler.Sources;

/// <summary>
/// The program's own templates and editions as files: a project may have a copy of one and change it. A copy says in its first line
/// what it was made of, so that it can be told when that has changed since.
/// </summary>
public static class BuiltInFiles
{
    private const string MarkWords = "自带的 ";
    private const string PrintWords = " 的副本，指纹 ";
    private const int PrintLength = 16;

    /// <summary>The paths in a project that they have as copies: <c>templates/report.html</c>, <c>editions/2021.yaml</c>.</summary>
    public static ImmutableArray<string> Paths { get; } =
    [
        .. typeof(BuiltInFiles).Assembly.GetManifestResourceNames().Where(n => ProjectLayout.IsIn(n, ProjectLayout.Templates)
            || ProjectLayout.IsIn(n, ProjectLayout.Editions)).Order(StringComparer.Ordinal),
    ];

    /// <summary>A file's text, line breaks LF.</summary>
    public static string Text(string path)
    {
        using var reader = new StreamReader(typeof(BuiltInFiles).Assembly.GetManifestResourceStream(path)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The copy of a file, its mark in the first line.</summary>
    public static string Copy(string path)
    {
        var mark = $"{MarkWords}{path}{PrintWords}{PrintOf(path)}";
        // The comment of a template, and the line break behind it, print nothing.
        return (ProjectLayout.IsYaml(path) ? $"# {mark}\n" : $"{{{{~ ## {mark} ## ~}}}}\n") + Text(path);
    }

    /// <summary>What a file is known by.</summary>
    public static string PrintOf(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(path))))[..PrintLength];

    /// <summary>What a copy was made of, by its first line; null if that does not say.</summary>
    /// <param name="path">The copy's path in the project.</param>
    /// <param name="text">The copy.</param>
    public static string? PrintIn(string path, string text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        var words = $"{MarkWords}{path}{PrintWords}";
        var at = line.IndexOf(words, StringComparison.Ordinal) + words.Length;
        return at < words.Length || at + PrintLength > line.Length ? null : line.Substring(at, PrintLength);
    }
}
