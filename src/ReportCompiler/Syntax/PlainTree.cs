namespace ReportCompiler.Syntax;

/// <summary>
/// Reads YAML as most files have it without the library, to the same tree: keys in lines, lists of lines, braces and brackets that end
/// on their line, scalars that are plain or in quotes without escapes. Whatever is more than that, or may be a fault, it does not read.
/// </summary>
internal sealed class PlainTree
{
    // Of a longer file, or one that is nested deeper, the library counts what it costs.
    private const int Longest = 1 << 17;
    private const int Deepest = 16;
    private const int ShortMap = 16;

    private readonly string _text;
    private int _next;
    private int _number;
    private PlainLine _line;
    private bool _isAtEnd;

    private PlainTree(string text) => _text = text;

    /// <summary>The tree of a text; null for a text that the library must look at.</summary>
    public static Mapping? Read(string text)
    {
        if (text.Length > Longest || PlainLine.HasOthers(text)) return null;
        var tree = new PlainTree(text);
        tree.Advance();
        return !tree._isAtEnd && tree._line.Indent == 0 && tree.ReadMapping(0) is { } root && tree._isAtEnd ? root : null;
    }

    /// <summary>Goes on to the next line with more in it than a remark.</summary>
    private void Advance()
    {
        do
        {
            _isAtEnd = _next >= _text.Length;
            if (_isAtEnd) return;
            var end = _text.IndexOf('\n', _next);
            if (end < 0) end = _text.Length;
            _line = new PlainLine(_text, _next, end > _next && _text[end - 1] == '\r' ? end - 1 : end, ++_number);
            _next = end + 1;
        }
        while (_line.IsEmpty);
    }

    private Mapping? ReadMapping(int depth)
    {
        var (entries, indent, start) = (new List<Entry>(), _line.Indent, _line.Place);
        HashSet<string>? seen = null;
        while (!_isAtEnd && _line.Indent == indent)
        {
            if (_line.Key() is not { } key || IsThere(key.Value, entries, ref seen)) return null;
            if (ReadValue(indent, depth) is not { } value) return null;
            entries.Add(new Entry(key, value));
        }
        return _isAtEnd || _line.Indent < indent ? new Mapping(entries, start) : null;
    }

    /// <summary>What stands behind a key, or in the lines below it.</summary>
    private Node? ReadValue(int indent, int depth)
    {
        if (!_line.IsEmpty)
        {
            var value = _line.Value(isInFlow: false);
            if (value is null || !_line.IsEmpty) return null;
            Advance();
            return value;
        }
        Advance();
        if (_isAtEnd || _line.Indent <= indent || depth == Deepest) return null;
        return _line.IsItem ? ReadSequence() : ReadMapping(depth + 1);
    }

    private Sequence? ReadSequence()
    {
        var (items, indent, start) = (new List<Node>(), _line.Indent, _line.Place);
        while (!_isAtEnd && _line.Indent == indent)
        {
            if (!_line.Item() || _line.Value(isInFlow: false) is not { } item || !_line.IsEmpty) return null;
            items.Add(item);
            Advance();
        }
        return _isAtEnd || _line.Indent < indent ? new Sequence(items, start) : null;
    }

    /// <summary>Whether a key is there already; the maps of a form are short.</summary>
    private static bool IsThere(string key, List<Entry> entries, ref HashSet<string>? seen)
    {
        if (entries.Count < ShortMap) return entries.Exists(e => e.Key.Value == key);
        seen ??= entries.Select(e => e.Key.Value).ToHashSet(StringComparer.Ordinal);
        return !seen.Add(key);
    }
}
