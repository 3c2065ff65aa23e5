using ReportCompiler.Syntax;

namespace Reportc.Commands.Doctor;

/// <summary>What names of files tell: copies, lock files, names that another system takes for one.</summary>
internal static class FileNames
{
    // Composed letters by mark. Culture data are left out of the program, so that Normalize does nothing; these are the letters
    // of pinyin and of European names, the ones that macOS takes apart.
    private static readonly (char Mark, string Letters, string Composed)[] Marks =
    [
        ('\u0300', "aeiounü", "àèìòùǹǜ"), ('\u0301', "aeiouynü", "áéíóúýńǘ"), ('\u0302', "aeiou", "âêîôû"),
        ('\u0303', "ano", "ãñõ"), ('\u0304', "aeiouü", "āēīōūǖ"), ('\u0308', "aeiouy", "äëïöüÿ"),
        ('\u030A', "a", "å"), ('\u030C', "aeiounü", "ǎěǐǒǔňǚ"), ('\u0327', "c", "ç"),
    ];

    private static readonly string[] SignsOfCopies = ["副本", "冲突", "备份", " - copy", "(copy)", "copy of ", "conflict", "backup"];

    /// <summary>Names that a system may take for one and the same: alike but for case, width and composed letters.</summary>
    public static IEnumerable<IReadOnlyList<string>> Alike(IEnumerable<string> names) =>
        names.GroupBy(Fold, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Order(StringComparer.Ordinal).ToList());

    /// <summary>Whether a name looks like that of a copy: what file managers and file-sharing programs call theirs.</summary>
    public static bool IsCopy(string name)
    {
        var stem = Stem(name);
        var folded = new string([.. stem.Select(Names.HalfWidth)]).ToLowerInvariant();
        return SignsOfCopies.Any(s => folded.Contains(s, StringComparison.Ordinal)) || IsNumbered(folded);
    }

    /// <summary>The document that a lock file of WPS or Word belongs to; null for any other file.</summary>
    public static string? Locked(string name) => name is ['~', '$', ..] or ['.', '~', ..] ? name[2..] : null;

    private static string Stem(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;

    // 公安(1), 公安 (2): at most two digits, for (2021) is a year.
    private static bool IsNumbered(string stem)
    {
        var open = stem.LastIndexOf('(');
        if (open <= 0 || !stem.EndsWith(')')) return false;
        var number = stem.AsSpan(open + 1, stem.Length - open - 2);
        return number.Length is 1 or 2 && !number.ContainsAnyExceptInRange('0', '9');
    }

    private static string Fold(string name)
    {
        var folded = new List<char>(name.Length);
        foreach (var c in name)
        {
            var lower = char.ToLowerInvariant(Names.HalfWidth(c));
            if (folded.Count > 0 && Composed(folded[^1], lower) is { } composed) folded[^1] = composed;
            else folded.Add(lower);
        }
        return new string([.. folded]);
    }

    private static char? Composed(char letter, char mark)
    {
        foreach (var (known, letters, composed) in Marks)
            if (known == mark && letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at) return composed[at];
        return null;
    }
}
