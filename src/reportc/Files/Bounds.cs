using System.Collections.Concurrent;
using Reportc.Shell;

namespace Reportc.Files;

/// <summary>
/// How far the links of a project may lead, for reading and for writing: anywhere within the folder that is worked on, and to the
/// folders outside it that reportc.yaml names, nowhere else. So that a project from a stranger cannot publish what is none of its own.
/// </summary>
/// <param name="folder">The folder that is worked on. It may itself be a link: it was named by the user.</param>
/// <param name="shared">The folders outside it, asked for only when a link leads out.</param>
internal sealed class Bounds(string folder, Func<IEnumerable<string>> shared)
{
    private readonly ConcurrentDictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly string _real = Links.Real(folder);

    /// <summary>Bounds with no folder outside.</summary>
    public Bounds(string folder) : this(folder, static () => []) { }

    /// <summary>A folder with its links followed.</summary>
    /// <exception cref="Failure">A link leads out, or the links go round in a circle.</exception>
    public string Folder(string path)
    {
        if (_folders.TryGetValue(path, out var known)) return known;
        var real = path.Length <= folder.Length ? Guarded(path, static p => Links.Real(p)) : Within(path, Follow(path));
        return _folders[path] = real;
    }

    /// <summary>A file with its links followed.</summary>
    /// <exception cref="Failure">A link leads out, or the links go round in a circle.</exception>
    public string Place(string path) => Within(path, Follow(path));

    /// <summary>The bytes of a file.</summary>
    public byte[] Read(string path)
    {
        var place = Path.Join(Folder(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        if (QuickFile.Read(place) is { } bytes) return bytes;
        // One question to the system for the two things that are to be known of every file: whether it is a link, and its length.
        var file = new FileInfo(place);
        return Links.Is(file) ? Disk.Read(new FileInfo(Place(path))) : Disk.Read(file);
    }

    private string Follow(string path)
    {
        var above = Folder(Path.GetDirectoryName(path)!);
        return Guarded(path, p => Links.Step(above, Path.GetFileName(p)));
    }

    private string Within(string path, string real) =>
        IsIn(real, _real) || shared().Any(s => IsIn(real, Guarded(s, Links.Real))) ? real : throw DiskFailure.LeadsOut(path, real);

    private static string Guarded(string path, Func<string, string> follow)
    {
        try
        {
            return follow(path);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            throw DiskFailure.CannotRead(path, e);
        }
    }

    private static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(WithSeparator(folder), StringComparison.Ordinal);

    private static string WithSeparator(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
}
