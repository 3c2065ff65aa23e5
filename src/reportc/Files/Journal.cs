using System.Globalization;
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
    /// <remarks>Put together by hand: a writer of JSON takes a million instructions to make ready, for some ten strings.</remarks>
    public static byte[] Of(string root, IEnumerable<FileSet> sets)
    {
        var json = new StringBuilder("{\"version\": 1, \"folders\": {");
        var separator = "\n";
        foreach (var set in sets)
        {
            json.Append(separator).Append(Quoted(Session.Slashed(Path.GetRelativePath(root, set.Folder))))
                .Append(": {\"first\": ").Append(set.First).Append(", \"files\": [")
                .AppendJoin(", ", set.Names.Select(Quoted)).Append("]}");
            separator = ",\n";
        }
        return Encoding.UTF8.GetBytes(json.Append("\n}}\n").ToString());
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c < ' ') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else quoted.Append(c is '"' or '\\' ? "\\" : "").Append(c);
        }
        return quoted.Append('"').ToString();
    }

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
