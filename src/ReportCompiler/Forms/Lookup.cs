using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>
/// Finds things of a form by key or label; numbering, spaces, quotes and width are ignored where nothing has the very name, and where
/// two share a name the first wins. Levels of a form are short, and most names are written as they are: the folds are made when first
/// needed.
/// </summary>
/// <param name="things">The things of one level.</param>
/// <param name="names">The names of a thing.</param>
internal sealed class Lookup<T>(T[] things, Func<T, string[]> names) where T : class
{
    private readonly string[][] _names = new string[things.Length][];
    private Dictionary<string, T>? _folded;

    /// <summary>The thing of a name; null if there is none.</summary>
    public T? Find(string name)
    {
        for (var i = 0; i < things.Length; i++)
            foreach (var own in NamesOf(i))
                if (own == name) return things[i];
        return (_folded ??= Fold()).GetValueOrDefault(Names.Fold(name));
    }

    private string[] NamesOf(int i) => _names[i] ??= names(things[i]);

    private Dictionary<string, T> Fold()
    {
        var folded = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var i = 0; i < things.Length; i++)
            foreach (var name in NamesOf(i)) folded.TryAdd(Names.Fold(name), things[i]);
        // A name that is the very fold of another thing's stays that thing's.
        for (var i = things.Length - 1; i >= 0; i--)
            foreach (var name in NamesOf(i)) folded[name] = things[i];
        return folded;
    }
}
