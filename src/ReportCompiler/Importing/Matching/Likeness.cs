using ReportCompiler.Syntax;

namespace ReportCompiler.Importing.Matching;

/// <summary>Whether a label is probably another, misspelt or shortened. It is never taken for it: it is proposed.</summary>
internal static class Likeness
{
    private const int ShortestPart = 4;

    /// <summary>How far two names are apart; null if one is not like the other.</summary>
    public static int? Distance(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2) return null;
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (shorter.Length >= ShortestPart && longer.Contains(shorter, StringComparison.Ordinal)) return longer.Length - shorter.Length;
        var most = Math.Max(1, longer.Length / 4);
        if (longer.Length - shorter.Length > most) return null;
        var distance = Names.Distance(a, b);
        return distance <= most && distance < longer.Length ? distance : null;
    }

    /// <summary>The one of some that a name is most like; null if none is, or several are.</summary>
    public static T? Nearest<T>(string name, IEnumerable<T> known, Func<T, IEnumerable<string>> names) where T : class
    {
        var found = known.Select(k => (Known: k, Distance: names(k).Select(n => Distance(name, n)).Min()))
            .Where(f => f.Distance is not null).OrderBy(f => f.Distance).Take(2).ToList();
        return found is [var first] || (found.Count == 2 && found[0].Distance < found[1].Distance) ? found[0].Known : null;
    }
}
