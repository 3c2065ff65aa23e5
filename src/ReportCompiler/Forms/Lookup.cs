using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>Finding a thing by its key or label.</summary>
internal static class Lookup
{
    /// <summary>An index by every name and its fold; where two share a name the first wins.</summary>
    public static Dictionary<string, T> Index<T>(IEnumerable<T> things, Func<T, IEnumerable<string>> names)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        var all = things.ToList();
        foreach (var thing in all)
            foreach (var name in names(thing)) index.TryAdd(name, thing);
        foreach (var thing in all)
            foreach (var name in names(thing)) index.TryAdd(Names.Fold(name), thing);
        return index;
    }

    public static T? Find<T>(Dictionary<string, T> index, string name) where T : class =>
        index.GetValueOrDefault(name) ?? index.GetValueOrDefault(Names.Fold(name));
}
