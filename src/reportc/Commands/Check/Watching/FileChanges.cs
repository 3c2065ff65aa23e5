using Reportc.Files;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Check.Watching;

/// <summary>What happened to files between two looks at them.</summary>
internal static class FileChanges
{
    /// <summary>Whether nothing happened.</summary>
    public static bool None(Dictionary<string, Stamp> before, Dictionary<string, Stamp> after) =>
        before.Count == after.Count && !Of(before, after).Any();

    /// <summary>Whether a file looks as in the middle of a save: gone or empty though it was not before, or new and still empty.</summary>
    public static bool AreUnderWay(Dictionary<string, Stamp> before, Dictionary<string, Stamp> after) =>
        Of(before, after).Any(path => !after.TryGetValue(path, out var now) || now.IsEmpty);

    /// <summary>The changes in a few words; null if there is none.</summary>
    public static Text? Told(Dictionary<string, Stamp> before, Dictionary<string, Stamp> after)
    {
        var paths = Of(before, after).ToList();
        if (paths.Count == 0) return null;
        if (paths.Count > 1) return new($"{paths.Count} 个文件有改动", $"{paths.Count} files changed");
        var name = Path.GetFileName(paths[0]);
        return !after.ContainsKey(paths[0]) ? new($"{name} 已删除", $"{name} deleted")
            : before.ContainsKey(paths[0]) ? new($"{name} 已保存", $"{name} saved")
            : new($"{name} 已加入", $"{name} added");
    }

    private static IEnumerable<string> Of(Dictionary<string, Stamp> before, Dictionary<string, Stamp> after) =>
        before.Where(b => !after.TryGetValue(b.Key, out var now) || now != b.Value).Select(b => b.Key)
            .Concat(after.Keys.Where(path => !before.ContainsKey(path)));
}
