namespace Reportc.Shell;

/// <summary>A command line that is shown to be copied: each of its words is one word to the shell that it is pasted into.</summary>
internal static class ShownCommand
{
    // What no shell that we know gives a meaning, beside letters and digits.
    private const string Plain = "_-./:,=+@";

    // What means something between double quotes; to PowerShell the Chinese quotation marks are such quotes themselves.
    private const string OnlyBetweenSingle = "\"$`!\\“”„";

    /// <summary>A command line.</summary>
    public static string Of(params IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    /// <summary>What is added to a command for it to be about the same project: nothing if none was named.</summary>
    public static string InProject(string? named) => named is null ? "" : $" -p {Quoted(named)}";

    /// <summary>A word, in quotes if it needs them: double ones, which every shell knows, unless a sign has a meaning there.</summary>
    public static string Quoted(string word)
    {
        if (word.Length > 0 && word.All(IsPlain)) return word;
        // Backslashes are separators to Windows, whose shells leave them alone.
        var needsSingle = word.Any(c => OnlyBetweenSingle.Contains(c, StringComparison.Ordinal) && c != Path.DirectorySeparatorChar);
        return needsSingle ? $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'" : $"\"{word}\"";
    }

    // Surrogates are halves of rare characters of names.
    private static bool IsPlain(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || Plain.Contains(c, StringComparison.Ordinal) || c == Path.DirectorySeparatorChar;
}
