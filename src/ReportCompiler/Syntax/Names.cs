using System.Text;

namespace ReportCompiler.Syntax;

/// <summary>
/// Matching of the form's names. Published labels vary in numbering, spaces, quotes and full or half width; the key behind them
/// does not. The fold is an own table because invariant globalization makes <c>Normalize(FormKC)</c> return its input.
/// </summary>
public static class Names
{
    // Nobody's name is as long; comparing two takes the product of their lengths.
    private const int LongestName = 400;

    private const string Numerals = "一二三四五六七八九十";

    /// <summary>The name without leading numbering ("一、", "（一）", "1."), spaces and quotes, in half width and lower case.</summary>
    public static string Fold(string name)
    {
        // Of Chinese characters alone, as most names are, nothing is folded: a number is followed by a mark.
        if (!name.AsSpan().ContainsAnyExceptInRange('\u4E00', '\u9FFF')) return name;
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
            if (HalfWidth(c) is var half && !Ignored(half)) folded.Append(char.ToLowerInvariant(half));
        var text = folded.ToString();
        return text[Numbering(text)..];
    }

    /// <summary>What names have in common that differ in width, case or spaces alone.</summary>
    public static string Alike(string name) =>
        // Of Chinese characters alone, as nearly all are, there is but one form.
        !name.AsSpan().ContainsAnyExceptInRange('\u4E00', '\u9FFF') ? name
        : string.Concat(name.Select(HalfWidth).Where(c => !char.IsWhiteSpace(c)).Select(char.ToLowerInvariant));

    /// <summary>The half-width form of a full-width character, or the character itself.</summary>
    public static char HalfWidth(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        '。' or '．' => '.',
        _ => c,
    };

    /// <summary>The nearest of the known names, where one is near enough to be meant; ties go to the first.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName) return null;
        var folded = Fold(name);
        string? best = null;
        // A third of the name may be wrong, at least one character: beyond that a proposal misleads.
        var limit = 2 * (Math.Max(1, folded.Length / 3) + 1);
        foreach (var candidate in known)
        {
            var target = Fold(candidate);
            // What a path is below of is no nearer to it than what it is beside.
            var isPart = IsPart(folded, target) || (IsPart(target, folded) && !folded.StartsWith(target + ".", StringComparison.Ordinal));
            // The distance is no less than what one is longer than the other: mostly it need not be computed.
            var longer = Math.Abs(folded.Length - target.Length);
            if (isPart ? longer > 1 && limit <= 3 : 2 * longer >= limit) continue;
            // One wrong character is nearer than a part of the name, and that nearer than two.
            var distance = longer > 1 && isPart ? longer : Distance(folded, target);
            var score = isPart && distance > 1 ? 3 : 2 * distance;
            if (score >= limit || (!isPart && distance >= Math.Max(folded.Length, target.Length))) continue;
            limit = score;
            best = candidate;
        }
        return best;
    }

    private static bool IsPart(string part, string whole) => part.Length >= 2 && whole.Contains(part, StringComparison.Ordinal);

    /// <summary>
    /// The one known name that a name abbreviates, as 卫健委 does 卫生健康委员会, or that abbreviates it; null if there is none, or
    /// more than one.
    /// </summary>
    public static string? Abbreviated(string name, IEnumerable<string> known)
    {
        var folded = Fold(name);
        if (folded.Length < 2) return null;
        var found = known.Where(IsMeant).Take(2).ToList();
        return found is [var only] ? only : null;

        bool IsMeant(string candidate) =>
            Fold(candidate) is { Length: > 1 } target && target[0] == folded[0] && (IsWithin(folded, target) || IsWithin(target, folded));
    }

    /// <summary>Whether the characters of one stand in the other, in their order.</summary>
    private static bool IsWithin(string part, string whole)
    {
        var at = 0;
        foreach (var c in whole)
            if (at < part.Length && part[at] == c) at++;
        return at == part.Length;
    }

    /// <summary>The edit distance of two strings with exchanges of neighbours (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        var older = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], older[j - 2] + 1);
            }
            (older, previous, current) = (previous, current, older);
        }
        return previous[b.Length];
    }

    /// <summary>Whether a character makes no difference: a space or a quote.</summary>
    internal static bool Ignored(char c) =>
        char.IsWhiteSpace(c) || c is '"' or '\'' or '“' or '”' or '‘' or '’' or '「' or '」' or '《' or '》';

    private static int Numbering(string text)
    {
        var i = 0;
        var open = text.Length > 0 && text[0] == '(';
        if (open) i++;
        var start = i;
        while (i < text.Length && (Numerals.Contains(text[i]) || char.IsAsciiDigit(text[i]))) i++;
        if (i == start || i >= text.Length) return 0;
        if (open) return text[i] == ')' && i + 1 < text.Length ? i + 1 : 0;
        return text[i] is '、' or '.' or ',' && i + 1 < text.Length ? i + 1 : 0;
    }
}
