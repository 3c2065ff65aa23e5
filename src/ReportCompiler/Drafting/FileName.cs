using System.Buffers;

namespace ReportCompiler.Drafting;

/// <summary>A file's name made of a unit's, the same on every system: what Windows refuses is replaced on Linux too.</summary>
public static class FileName
{
    /// <summary>A name of 60 Chinese characters is 180 bytes; file systems allow 255, and a suffix must fit.</summary>
    private const int Longest = 60;

    private static readonly SearchValues<char> Refused = SearchValues.Create("<>:\"/\\|?*");

    // With or without an extension, in whatever case; the superscript digits count as digits there.
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];
    private static readonly string[] Ports = ["COM", "LPT"];

    /// <summary>A name for the unit's file that none of those taken has.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="taken">Names that are taken; the set ignores the case of letters, as Windows does.</param>
    /// <param name="ending">Its ending.</param>
    public static string For(string unit, IReadOnlySet<string> taken, string ending = ".yaml")
    {
        var stem = Stem(unit);
        var name = stem + ending;
        for (var i = 2; taken.Contains(name); i++)
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{i}{ending}");
        return name;
    }

    private static string Stem(string unit)
    {
        var safe = string.Concat(unit.Select(c => Refused.Contains(c) || char.IsControl(c) ? '_' : c));
        if (safe.Length > Longest) safe = safe[..(char.IsHighSurrogate(safe[Longest - 1]) ? Longest - 1 : Longest)];
        // Windows drops dots and spaces at the end; a dot or ~$ at the beginning marks what is passed over in a data folder.
        safe = safe.TrimEnd('.', ' ').TrimStart(' ');
        if (safe.Length == 0 || safe[0] == '.' || safe.StartsWith("~$", StringComparison.Ordinal) || IsDevice(safe)) safe = "_" + safe;
        // Such a name would say that a nested authority's build wrote the file.
        return safe.EndsWith("totals", StringComparison.OrdinalIgnoreCase) ? safe + "_" : safe;
    }

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4 && Ports.Contains(stem[..3], StringComparer.OrdinalIgnoreCase) && "0123456789¹²³".Contains(stem[3]));
    }
}
