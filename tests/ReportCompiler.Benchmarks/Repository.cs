namespace ReportCompiler.Benchmarks;

/// <summary>Where the repository lies: above the program, wherever a benchmark runs it.</summary>
internal static class Repository
{
    /// <summary>The top folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "ReportCompiler.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
