using System.Globalization;
using System.Text;
using Xunit;

namespace Tests.Shared;

/// <summary>
/// Files that a test expects, whole. With REPORTC_ACCEPT=1 what came becomes what is expected; a build server refuses that. A test
/// that compares so is a <c>[Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]</c>, so that one command accepts everything.
/// </summary>
internal static class ExpectedFiles
{
    public const string Trait = "expected";
    public const string Kept = "files";

    /// <summary>The command that a broken case prints.</summary>
    public const string Accept = $"REPORTC_ACCEPT=1 dotnet test --filter-trait {Trait}={Kept}";

    private static bool IsAccepting
    {
        get
        {
            if (Environment.GetEnvironmentVariable("REPORTC_ACCEPT") != "1") return false;
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "a build server accepts nothing");
            return true;
        }
    }

    /// <summary>Fails with every file that differs, its first differing line and the command that accepts them all.</summary>
    /// <param name="folder">Where the expected files lie, and no others; a folder that is not there expects none.</param>
    /// <param name="actual">What came: paths below the folder, with <c>/</c>, and their bytes.</param>
    public static void AreEqual(string folder, IReadOnlyDictionary<string, byte[]> actual)
    {
        if (IsAccepting)
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Write(folder, actual);
        }
        Judge(folder, Read(folder), actual);
    }

    /// <summary>The same for one file among others.</summary>
    public static void IsEqual(string file, string actual)
    {
        var (folder, name) = (Path.GetDirectoryName(file)!, Path.GetFileName(file));
        var came = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [name] = Encoding.UTF8.GetBytes(actual) };
        if (IsAccepting) Write(folder, came);
        Judge(folder, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [name] = File.ReadAllBytes(file) }, came);
    }

    private static void Judge(string folder, IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> actual)
    {
        if (Complaint(Path.GetRelativePath(Repository.Root, folder), expected, actual) is { } complaint) Assert.Fail(complaint);
    }

    /// <summary>What is said of a broken case; null of one that holds.</summary>
    public static string? Complaint(string folder, IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> actual)
    {
        var differences = Differences(expected, actual);
        return differences.Count == 0 ? null : $"{folder}\n{string.Concat(differences)}To accept all of it: {Accept}";
    }

    /// <summary>One entry for each file that differs, in the order of their paths.</summary>
    private static List<string> Differences(IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> actual)
    {
        var differences = new List<string>();
        foreach (var file in expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal))
        {
            var difference = (expected.GetValueOrDefault(file), actual.GetValueOrDefault(file)) switch
            {
                (_, null) => $"{file} is expected and did not come\n",
                (null, _) => $"{file} came and is not expected\n",
                var (before, after) => before.AsSpan().SequenceEqual(after) ? null : FirstDifference(file, before, after),
            };
            if (difference is not null) differences.Add(difference);
        }
        return differences;
    }

    private static string FirstDifference(string file, byte[] expected, byte[] actual)
    {
        var at = expected.AsSpan().CommonPrefixLength(actual);
        if (expected.Contains((byte)0) || actual.Contains((byte)0))
            return $"{file} differs from byte {at}: {expected.Length} bytes expected, {actual.Length} came\n";
        var line = 1 + expected.AsSpan(0, at).Count((byte)'\n');
        return string.Create(CultureInfo.InvariantCulture, $"{file}:{line}\n  - {Line(expected, at)}\n  + {Line(actual, at)}\n");
    }

    /// <summary>The line that a byte belongs to; a return, a byte order mark and the like are shown, not obeyed.</summary>
    private static string Line(byte[] text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        if (start == text.Length) return "(the end of the file)";
        var length = text.AsSpan(start).IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(text, start, length < 0 ? text.Length - start : length);
        return string.Concat(line.Select(c => char.IsControl(c) || c == '\uFEFF' ? $"\\u{(int)c:X4}" : $"{c}"))
            + (length < 0 ? " (no line break)" : "");
    }

    private static Dictionary<string, byte[]> Read(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    private static void Write(string folder, IReadOnlyDictionary<string, byte[]> actual)
    {
        foreach (var (file, bytes) in actual)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllBytes(Path.Combine(folder, file), bytes);
        }
    }
}
