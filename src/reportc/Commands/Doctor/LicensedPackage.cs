using System.Text;

namespace Reportc.Commands.Doctor;

/// <summary>Somebody else's work and its licence, as the build wrote it into the program.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its licence as an SPDX expression.</param>
/// <param name="IsCarried">Whether the program carries it; otherwise it only served to build.</param>
internal sealed record LicensedPackage(string Name, string Version, string Licence, bool IsCarried)
{
    private const string Folder = "licences/";

    /// <summary>The texts of the licence and of the notices that go with it; none for what is not carried.</summary>
    public IReadOnlyList<string> Texts { get; } = TextsOf(Name);

    /// <summary>All of them: what is carried, then what served to build, each by name.</summary>
    public static IReadOnlyList<LicensedPackage> All() =>
        [.. Read(Folder + "packages.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Of)];

    // "carried Markdig 1.6.0 BSD-2-Clause": an expression may be several words.
    private static LicensedPackage Of(string line) =>
        line.Split(' ', 4) is [var use, var name, var version, var licence]
            ? new(name, version, licence, use == "carried")
            : throw new InvalidOperationException($"packages.txt: {line}");

    private static IReadOnlyList<string> TextsOf(string name) =>
        [.. typeof(LicensedPackage).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith($"{Folder}{name}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(LicensedPackage).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
