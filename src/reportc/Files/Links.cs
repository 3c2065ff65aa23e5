namespace Reportc.Files;

/// <summary>Where links lead.</summary>
internal static class Links
{
    // As many as Linux follows before it says that they go round in a circle.
    private const int MostFollowed = 40;

    /// <summary>Whether a path is itself a link.</summary>
    public static bool Is(string path) => Is(new FileInfo(path));

    /// <summary>Whether a file is a link. What cannot be looked at is none: who reads it hears why.</summary>
    public static bool Is(FileInfo file)
    {
        try
        {
            // All bits are set where there is nothing.
            return file.Attributes is var attributes && (int)attributes != -1 && attributes.HasFlag(FileAttributes.ReparsePoint);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            return false;
        }
    }

    /// <summary>The first link strictly below a folder on the way to a path in it; null if there is none.</summary>
    public static string? FirstBelow(string folder, string path)
    {
        for (var (at, first) = (path, (string?)null); ; at = Path.GetDirectoryName(at)!)
        {
            if (at.Length <= folder.Length) return first;
            if (Is(at)) first = at;
        }
    }

    /// <summary>An absolute path with every link on its way followed; what is not there stands for itself.</summary>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    public static string Real(string path) => Follow(Path.GetPathRoot(path)!, path[Path.GetPathRoot(path)!.Length..], 0);

    /// <summary>The same of a name in a folder on whose way there is no link any more.</summary>
    public static string Step(string folder, string name) => Step(folder, name, 0);

    private static string Step(string folder, string name, int followed)
    {
        if (name is "." or "") return folder;
        if (name == "..") return Path.GetDirectoryName(folder) ?? folder;
        var path = Path.Join(folder, name);
        if (new FileInfo(path).LinkTarget is not { } target) return path;
        if (followed == MostFollowed) throw new IOException("too many levels of links");
        var root = Path.GetPathRoot(target)!;
        return Follow(root.Length > 0 ? root : folder, target[root.Length..], followed + 1);
    }

    private static string Follow(string from, string path, int followed)
    {
        foreach (var name in path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)) from = Step(from, name, followed);
        return from;
    }
}
