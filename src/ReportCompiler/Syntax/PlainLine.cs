using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>A line of plain YAML, read from left to right. What is not plain is null, and the place behind it says nothing.</summary>
internal struct PlainLine
{
    private const int LongestKey = 200;
    private const int DeepestFlow = 8;

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly int _number;
    private int _at;
    private int _depth;

    /// <summary>A line, its indentation passed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="end">Where it ends, before its break.</param>
    /// <param name="number">Its number, from 1.</param>
    public PlainLine(string text, int start, int end, int number)
    {
        (_text, _start, _end, _number, _at) = (text, start, end, number, start);
        PassSpaces();
        Indent = _at - start;
    }

    /// <summary>How many spaces it begins with.</summary>
    public int Indent { get; }

    /// <summary>Whether nothing follows but a remark.</summary>
    public readonly bool IsEmpty => _at == _end || (_text[_at] == '#' && (_at == _start || _text[_at - 1] == ' '));

    /// <summary>Whether an item of a list follows.</summary>
    public readonly bool IsItem => _at + 1 < _end && _text[_at] == '-' && _text[_at + 1] == ' ';

    /// <summary>The place of the next character.</summary>
    public readonly Span Place => Span.OnLine(_number, _at - _start + 1, 1);

    /// <summary>Whether a text has characters whose columns or lines the library counts otherwise, or that it may refuse.</summary>
    public static bool HasOthers(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~' or >= '\u2030' and < '\uD800' or '\n' or (>= '\uFF01' and <= '\uFF5E')) continue;
            if (c is >= '\u2010' and <= '\u2027' or >= '\u00A1' and <= '\u02FF') continue;
            if (c != '\r' || i + 1 == text.Length || text[i + 1] != '\n') return true;
        }
        return false;
    }

    /// <summary>A key and its colon, which a space or the end of the line follows.</summary>
    public Scalar? Key()
    {
        var start = _at;
        var key = At('"') || At('\'') ? Quoted() : Plain(isInFlow: true);
        if (key is null || _at - start > LongestKey || !At(':') || (_at + 1 < _end && _text[_at + 1] != ' ')) return null;
        _at++;
        PassSpaces();
        return key;
    }

    /// <summary>Passes the mark of an item.</summary>
    public bool Item()
    {
        if (!IsItem) return false;
        _at++;
        PassSpaces();
        return true;
    }

    /// <summary>A scalar, a list in brackets or a map in braces, and the spaces behind it.</summary>
    public Node? Value(bool isInFlow)
    {
        if (_at == _end) return null;
        Node? value = _text[_at] switch
        {
            '"' or '\'' => Quoted(),
            '{' => Braces(),
            '[' => Brackets(),
            _ => Plain(isInFlow),
        };
        // What follows a quotation or a bracket without a space between is no remark.
        PassSpaces();
        return value;
    }

    private Mapping? Braces()
    {
        var (entries, start) = (new List<Entry>(), Place);
        if (!Open()) return null;
        while (!Closes('}', entries.Count == 0, out var isFaulty))
        {
            if (isFaulty || Key() is not { } key || entries.Exists(e => e.Key.Value == key.Value)) return null;
            if (Value(isInFlow: true) is not { } value) return null;
            entries.Add(new Entry(key, value));
        }
        return new Mapping(entries, start);
    }

    private Sequence? Brackets()
    {
        var (items, start) = (new List<Node>(), Place);
        if (!Open()) return null;
        while (!Closes(']', items.Count == 0, out var isFaulty))
        {
            if (isFaulty || Value(isInFlow: true) is not { } item) return null;
            items.Add(item);
        }
        return new Sequence(items, start);
    }

    private bool Open()
    {
        if (++_depth > DeepestFlow) return false;
        _at++;
        PassSpaces();
        return true;
    }

    /// <summary>Passes the end of a bracket, or else the comma before what is next.</summary>
    private bool Closes(char bracket, bool isFirst, out bool isFaulty)
    {
        isFaulty = false;
        if (At(bracket))
        {
            _at++;
            _depth--;
            return true;
        }
        if (isFirst) return false;
        isFaulty = !At(',');
        _at++;
        PassSpaces();
        return false;
    }

    private Scalar? Quoted()
    {
        var (start, quote) = (_at, _text[_at]);
        var length = _text.AsSpan(start + 1, _end - start - 1).IndexOfAny(quote, '\\');
        if (length < 0 || _text[start + 1 + length] != quote) return null;
        _at = start + length + 2;
        // Two single quotes stand for one.
        return At(quote) ? null : Scalar(_text.Substring(start + 1, length), ScalarStyle.Quoted, start);
    }

    private Scalar? Plain(bool isInFlow)
    {
        var (start, end) = (_at, _at);
        for (var i = _at; i < _end; i++)
        {
            var c = _text[i];
            if (c == ' ')
            {
                if (i + 1 < _end && _text[i + 1] == '#') break;
                continue;
            }
            if (!MayHold(c, isFirst: i == start) && (isInFlow || i == start || !MayHoldInLine(i))) break;
            end = i + 1;
        }
        _at = end;
        return end == start ? null : Scalar(_text[start..end], ScalarStyle.Plain, start);
    }

    private readonly Scalar Scalar(string value, ScalarStyle style, int start) =>
        new(value, style, Span.OnLine(_number, start - _start + 1, _at - start));

    /// <summary>Whether a character may stand in a plain scalar wherever that stands.</summary>
    private static bool MayHold(char c, bool isFirst) =>
        char.IsAsciiLetterOrDigit(c) || (c > '~' && c != '\u3000')
        || (!isFirst && c is '-' or '.' or '/' or '_' or '*' or '(' or ')' or '+');

    /// <summary>Whether it may hold a character where no bracket is open: a comma, the colon of an address.</summary>
    private readonly bool MayHoldInLine(int at) => _text[at] == ',' || (_text[at] == ':' && at + 1 < _end && _text[at + 1] == '/');

    private readonly bool At(char c) => _at < _end && _text[_at] == c;

    private void PassSpaces()
    {
        while (_at < _end && _text[_at] == ' ') _at++;
    }
}
