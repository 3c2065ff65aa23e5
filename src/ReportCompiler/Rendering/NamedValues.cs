namespace ReportCompiler.Rendering;

/// <summary>
/// Data by name, as a template sees it; made once, never changed. A value given as a promise is made when it is first asked for:
/// most templates ask for few.
/// </summary>
internal sealed class NamedValues : ReadOnlyView
{
    private readonly Dictionary<string, object?> _values;

    /// <summary>Takes the values; where two have a name the first wins.</summary>
    public NamedValues(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        _values = new Dictionary<string, object?>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values) _values.TryAdd(name, value);
    }

    /// <summary>The same with more.</summary>
    public NamedValues With(params ReadOnlySpan<(string Name, object? Value)> more) =>
        new([.. _values.Select(v => (v.Key, v.Value)), .. more]);

    /// <summary>The value of a name that it has.</summary>
    public object? this[string name] => Made(_values[name]);

    /// <inheritdoc/>
    public override bool Contains(string member) => _values.ContainsKey(member);

    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => _values.Keys;

    /// <inheritdoc/>
    protected override bool TryGet(string name, out object? value)
    {
        var isThere = _values.TryGetValue(name, out value);
        value = Made(value);
        return isThere;
    }

    private static object? Made(object? value) => value is Lazy<object?> promise ? promise.Value : value;
}
