using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Manuscripts;

/// <summary>
/// The files of the project that a narrative names. An image is part of the report, a file that a link names is copied beside it:
/// under its path below the narrative's folder, or below the project's if it lies elsewhere.
/// </summary>
/// <param name="find">Gives a file by its path below the project's folder, with <c>/</c>, and the most bytes it may have.</param>
/// <param name="isBeside">Whether a path, relative to the report, is one of the project's own reports.</param>
internal sealed class Attachments(Func<string, long, NamedFile> find, Func<string, bool> isBeside)
{
    /// <summary>The folder that the paths of a narrative begin in.</summary>
    private const string Folder = ProjectLayout.Narratives + "/";

    private const long MostOfAnImage = 8 << 20;
    private const long MostOfAFile = 32 << 20;
    private const long MostTogether = 64 << 20;

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    private readonly Dictionary<string, (NamedFile File, string Path)> _found = new(StringComparer.Ordinal);
    private long _together;

    /// <summary>The images, by their path beside the report.</summary>
    public SortedDictionary<string, byte[]> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that links name, by their path beside the report.</summary>
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>What an image is in a page of its own; null, with a fault, if it cannot be shown.</summary>
    /// <param name="url">The image's address as written, its escapes resolved.</param>
    /// <param name="fault">Takes the fault.</param>
    public Attachment? Image(string url, Action<Func<Location, Diagnostic>> fault)
    {
        if (IsElsewhere(url))
        {
            fault(at => Errors.Manuscripts.ImageElsewhere(at, url));
            return Attachment.None;
        }
        if (Find(url, MostOfAnImage, fault) is not ({ } file, var path)) return null;
        if (file.State == NamedFileState.Absent) fault(at => Errors.Manuscripts.NoImage(at, url));
        if (file.State != NamedFileState.Read) return null;
        if (ImageType.Of(file.Bytes) is not { } type)
        {
            fault(at => Errors.Manuscripts.NotAnImage(at, url));
            return null;
        }
        Images[path] = file.Bytes;
        return new Attachment(path, $"data:{type};base64,{Convert.ToBase64String(file.Bytes)}");
    }

    /// <summary>Where a link leads from the report; null if that is where it is written to lead.</summary>
    /// <param name="url">The link's address as written, its escapes resolved.</param>
    /// <param name="fault">Takes the fault.</param>
    public Attachment? Link(string url, Action<Func<Location, Diagnostic>> fault)
    {
        if (!IsAllowed(url))
        {
            fault(at => Errors.Manuscripts.RefusedLink(at, url));
            return Attachment.None;
        }
        if (IsElsewhere(url) || isBeside(Decoded(url))) return null;
        if (Find(url, MostOfAFile, fault) is not ({ } file, var path)) return null;
        if (file.State == NamedFileState.Absent) fault(at => Errors.Manuscripts.NoFile(at, url));
        if (file.State != NamedFileState.Read) return null;
        Files[path] = file.Bytes;
        var rest = url.IndexOfAny(['?', '#']);
        return new Attachment(path, Encoded(path) + (rest < 0 ? "" : url[rest..]));
    }

    /// <summary>Whether an address is outside the project's folder by its form: a scheme, a root, or an anchor of the page.</summary>
    private static bool IsElsewhere(string url) =>
        url.Length == 0 || url[0] is '/' or '#' or '?' || url.StartsWith('\\') || SchemeOf(url) is not null;

    private static bool IsAllowed(string url) =>
        SchemeOf(url) is not { } scheme || Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);

    /// <summary>The scheme as a browser reads it, which passes over spaces and control characters; null if there is none.</summary>
    private static string? SchemeOf(string url)
    {
        var cleaned = string.Concat(url.Where(c => c > ' '));
        var colon = cleaned.IndexOf(':');
        var path = cleaned.IndexOfAny(['/', '?', '#']);
        return colon < 0 || (path >= 0 && path < colon) ? null : cleaned[..colon];
    }

    private (NamedFile File, string Path)? Find(string url, long most, Action<Func<Location, Diagnostic>> fault)
    {
        if (Resolved(Decoded(url)) is not { } path) return (NamedFile.Absent, "");
        var beside = path.StartsWith(Folder, StringComparison.Ordinal) ? path[Folder.Length..] : path;
        if (_found.TryGetValue(beside, out var known))
        {
            if (known.Path == path) return (known.File, beside);
            fault(at => Errors.Manuscripts.TwoOfOnePath(at, known.Path, path, beside));
            return null;
        }
        var file = find(path, most);
        _together += file.Bytes.Length;
        if (_together > MostTogether)
        {
            fault(at => Errors.Manuscripts.FilesTooLarge(at, _together, MostTogether));
            return null;
        }
        if (file.State == NamedFileState.TooLarge) fault(at => Errors.Manuscripts.FileTooLarge(at, url, file.Length, most));
        _found[beside] = (file, path);
        return (file, beside);
    }

    /// <summary>The path below the project's folder; null if it leads out of it.</summary>
    private static string? Resolved(string path)
    {
        var steps = new List<string>((Folder + path).Split('/'));
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is "" or ".") steps.RemoveAt(i--);
            else if (steps[i] == "..")
            {
                if (i == 0) return null;
                steps.RemoveRange(--i, 2);
                i--;
            }
        }
        return steps.Count == 0 ? null : string.Join('/', steps);
    }

    private static string Decoded(string url)
    {
        var rest = url.IndexOfAny(['?', '#']);
        return Uri.UnescapeDataString(rest < 0 ? url : url[..rest]);
    }

    /// <summary>A path as an address; what Markdown or a browser would read otherwise is escaped, Chinese characters are not.</summary>
    public static string Encoded(string path) =>
        string.Concat(path.Select(c => c <= ' ' || "%()<>[]\\\"'?#&*_`~".Contains(c) ? $"%{(int)c:X2}" : c.ToString()));
}
