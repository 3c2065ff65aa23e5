namespace Reportc.Commands.Completions;

/// <summary>
/// The scripts that make a shell ask the program what may stand where the cursor is. They know nothing of its commands, and so
/// cannot go stale.
/// </summary>
internal static class Scripts
{
    /// <summary>The script of a shell.</summary>
    public static string Of(string shell)
    {
        using var reader = new StreamReader(typeof(Scripts).Assembly.GetManifestResourceStream($"completions/reportc.{Ending(shell)}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Ending(string shell) => shell == "powershell" ? "ps1" : shell;
}
