using System.Runtime.CompilerServices;

namespace Tests.Shared;

/// <summary>Where the sources of the repository are, for tests that read cases and samples.</summary>
internal static class Repository
{
    /// <summary>The top folder.</summary>
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string here = "")
    {
        // Deterministic builds map source paths away; then the test's own folder lies below the repository.
        var start = File.Exists(here) ? Path.GetDirectoryName(here) : AppContext.BaseDirectory;
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "ReportCompiler.sln"))) return folder;
        throw new InvalidOperationException("ReportCompiler.sln is not above the tests");
    }
}
