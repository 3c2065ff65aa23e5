using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>A mapping in the order of the file; keys are unique.</summary>
public sealed class Mapping(IReadOnlyList<Entry> entries, Span span) : Node(span)
{
    // The maps of a form are short: a look along them is cheaper than a dictionary.
    private const int Short = 16;

    private Dictionary<string, Node>? _byKey;

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<Entry> Entries { get; } = entries;

    /// <summary>Whether a key stood there twice; only the first is among the entries.</summary>
    public bool HasRepeats { get; init; }

    /// <summary>The value of a key; null if it is not there.</summary>
    public Node? this[string key]
    {
        get
        {
            if (Entries.Count > Short)
            {
                _byKey ??= Entries.ToDictionary(e => e.Key.Value, e => e.Value, StringComparer.Ordinal);
                return _byKey.GetValueOrDefault(key);
            }
            foreach (var entry in Entries)
                if (entry.Key.Value == key) return entry.Value;
            return null;
        }
    }
}
