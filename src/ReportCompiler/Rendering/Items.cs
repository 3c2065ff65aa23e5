using System.Collections;

namespace ReportCompiler.Rendering;

/// <summary>A list as a template sees it; made once, never changed. The library's own lists can be written to whatever they say.</summary>
internal sealed class Items(IEnumerable<object?> values) : IList
{
    private readonly object?[] _values = [.. values];

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <inheritdoc/>
    public bool IsFixedSize => true;

    /// <inheritdoc/>
    public bool IsSynchronized => true;

    /// <inheritdoc/>
    public object SyncRoot => this;

    /// <inheritdoc/>
    public object? this[int index]
    {
        get => _values[index];
        set => throw new ReadOnlyException();
    }

    /// <inheritdoc/>
    public bool Contains(object? value) => IndexOf(value) >= 0;

    /// <inheritdoc/>
    public int IndexOf(object? value) => Array.IndexOf(_values, value);

    /// <inheritdoc/>
    public void CopyTo(Array array, int index) => _values.CopyTo(array, index);

    /// <inheritdoc/>
    public IEnumerator GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    public int Add(object? value) => throw new ReadOnlyException();

    /// <inheritdoc/>
    public void Clear() => throw new ReadOnlyException();

    /// <inheritdoc/>
    public void Insert(int index, object? value) => throw new ReadOnlyException();

    /// <inheritdoc/>
    public void Remove(object? value) => throw new ReadOnlyException();

    /// <inheritdoc/>
    public void RemoveAt(int index) => throw new ReadOnlyException();
}
