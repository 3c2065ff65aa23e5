using System.Globalization;
using System.Text;
using Reportc.Shell;

namespace Reportc.Files;

/// <summary>Which staged file belongs where, written down before the first is moved.</summary>
internal static class Journal
{
    /// <summary>Its name in the output folder.</summary>
    public const string FileName = ".reportc.journal";

    private const string Head = "reportc journal 1";
    private const string End = "end";

    /// <summary>
    /// The journal's text, a line for each folder with the number of its first staged file, and one for each of its files: nothing is
    /// needed to write it that a build does not need anyway.
    /// </summary>
    /// <param name="root">The output folder.</param>
    /// <param name="sets">The files, each set a folder.</param>
    public static byte[] Of(string root, IEnumerable<FileSet> sets)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var set in sets)
        {
            var folder = OneLine(Session.Slashed(Path.GetRelativePath(root, set.Folder)));
            text.Append(CultureInfo.InvariantCulture, $"{set.First} {folder}\n");
            foreach (var name in set.Names) text.Append(' ').Append(OneLine(name)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.Append(End).Append('\n').ToString());
    }

    /// <summary>
    /// What the journal of an output folder says; null if there is none. One that does not read as a whole is as good as none:
    /// it was still being written, and nothing was moved yet. So is one that names a place outside the folder, for none of ours does.
    /// </summary>
    public static List<FileSet>? Read(string root)
    {
        var path = Path.Join(root, FileName);
        if (!Disk.HasFile(path)) return null;
        var lines = Encoding.UTF8.GetString(Disk.Read(path)).Split('\n');
        if (lines is not [Head, .. var sets, End, ""]) return null;
        var read = new List<FileSet>();
        List<string>? names = null;
        foreach (var line in sets)
        {
            if (line.StartsWith(' ') && names is not null) names.Add(Written(line[1..]));
            else if (line.Split(' ', 2) is [var first, var folder] && Number(first) is { } number && IsBelow(Written(folder)))
                read.Add(new FileSet(Path.GetFullPath(Written(folder), root), null, names = []) { First = number });
            else return null;
        }
        return read.TrueForAll(s => s.Names.All(IsBelow)) ? read : null;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string OneLine(string name) => name.Replace("\\", "\\\\").Replace("\n", "\\n");

    private static string Written(string line) => line.Replace("\\\\", "\0").Replace("\\n", "\n").Replace('\0', '\\');

    private static bool IsBelow(string folder) => folder == "." || folder.Split('/').All(IsName);

    private static bool IsName(string name) =>
        name is not ("" or "." or "..") && !name.Contains('\0') && Path.GetFileName(name) == name && !Path.IsPathRooted(name);
}
