using System.Text;
using System.Text.Json;
using Reportc.Shell;

namespace Reportc.Files;

/// <summary>Which staged file belongs where, written down before the first is moved.</summary>
internal static class Journal
{
    /// <summary>Its name in the output folder.</summary>
    public const string FileName = ".reportc.journal";

    /// <summary>The journal's text.</summary>
    /// <param name="root">The output folder.</param>
    /// <param name="sets">The files, each set a folder.</param>
    public static byte[] Of(string root, IEnumerable<FileSet> sets) => Encoding.UTF8.GetBytes(JsonText.Of(json =>
    {
        json.WriteStartObject("folders");
        foreach (var set in sets)
        {
            json.WriteStartObject(Session.Slashed(Path.GetRelativePath(root, set.Folder)));
            json.WriteNumber("first", set.First);
            json.WriteStartArray("files");
            foreach (var name in set.Names) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }));

    /// <summary>
    /// What the journal of an output folder says; null if there is none. One that does not read as a whole is as good as none:
    /// it was still being written, and nothing was moved yet. So is one that names a place outside the folder, for none of ours does.
    /// </summary>
    public static List<FileSet>? Read(string root)
    {
        var path = Path.Join(root, FileName);
        if (!Disk.HasFile(path)) return null;
        try
        {
            using var json = JsonDocument.Parse(Disk.Read(path));
            var sets = new List<FileSet>();
            foreach (var folder in json.RootElement.GetProperty("folders").EnumerateObject())
            {
                List<string> names = [.. folder.Value.GetProperty("files").EnumerateArray().Select(n => n.GetString()!)];
                if (!IsBelow(folder.Name) || !names.TrueForAll(IsBelow)) return null;
                var first = folder.Value.GetProperty("first").GetInt32();
                sets.Add(new FileSet(Path.GetFullPath(folder.Name, root), null, names) { First = first });
            }
            return sets;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static bool IsBelow(string folder) => folder == "." || folder.Split('/').All(IsName);

    private static bool IsName(string name) =>
        name is not ("" or "." or "..") && !name.Contains('\0') && Path.GetFileName(name) == name && !Path.IsPathRooted(name);
}
