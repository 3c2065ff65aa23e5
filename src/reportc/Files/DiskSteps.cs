namespace Reportc.Files;

/// <summary>The changes a replacement makes on disk: each is one step, taken or not.</summary>
/// <param name="before">Hears of every step before it is taken.</param>
internal sealed class DiskSteps(Action<string> before)
{
    /// <summary>Makes a folder and those above it.</summary>
    public void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        before($"folder {folder}");
        Directory.CreateDirectory(folder);
    }

    /// <summary>Writes a new file.</summary>
    public void Write(string path, byte[] bytes)
    {
        before($"write {path}");
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(bytes);
    }

    /// <summary>Moves a file to a place where none is.</summary>
    public void Move(string from, string to)
    {
        before($"move {to}");
        File.Move(from, to);
    }

    /// <summary>Moves a file into the place of another, which is kept.</summary>
    public void Replace(string from, string to, string kept)
    {
        before($"replace {to}");
        File.Replace(from, to, kept);
    }

    /// <summary>Lets the system write to the medium whatever it has only remembered so far of these files and of their folders.</summary>
    public void Flush(IReadOnlyList<string> files)
    {
        before("flush");
        Medium.Flush(files);
    }

    /// <summary>Removes a file if it is there.</summary>
    public void Delete(string path)
    {
        before($"delete {path}");
        File.Delete(path);
    }

    /// <summary>Removes a folder with all that is in it.</summary>
    public void DeleteFolder(string folder)
    {
        before($"delete {folder}");
        Directory.Delete(folder, recursive: true);
    }
}
