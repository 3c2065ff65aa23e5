using System.Text;

namespace Tests.Shared;

/// <summary>C# without its comments and the text of its literals; what stands in the holes of an interpolated string stays.</summary>
internal sealed class CodeText
{
    private readonly string _source;
    private readonly StringBuilder _code = new();
    private int _at;

    private CodeText(string source) => _source = source;

    /// <summary>The code of a source file, its lines where they were.</summary>
    public static string Of(string source)
    {
        var text = new CodeText(source);
        text.Code(closing: 0);
        return text._code.ToString();
    }

    /// <summary>Code to the end of the file, or of a hole that so many braces close.</summary>
    private void Code(int closing)
    {
        var depth = 0;
        while (_at < _source.Length)
        {
            if (Is("//")) Skip(_source.IndexOf('\n', _at));
            else if (Is("/*")) Skip(_source.IndexOf("*/", _at, StringComparison.Ordinal) + 2);
            else if (_source[_at] == '\'') Character();
            else if (IsLiteral(out var dollars, out var isVerbatim)) Literal(dollars, isVerbatim);
            else if (closing > 0 && depth == 0 && _source[_at] == '}') return;
            else
            {
                depth += _source[_at] is '{' or '(' or '[' ? 1 : _source[_at] is '}' or ')' or ']' ? -1 : 0;
                // The format of a hole is no code.
                if (closing > 0 && depth == 0 && _source[_at] == ':' && !Is("::") && _source[_at - 1] != ':')
                    Skip(_source.IndexOf('}', _at));
                else _code.Append(_source[_at++]);
            }
        }
    }

    private bool Is(string start) => string.CompareOrdinal(_source, _at, start, 0, start.Length) == 0;

    private void Skip(int to)
    {
        var end = to < _at ? _source.Length : to;
        _code.Append(' ').Append('\n', _source.AsSpan(_at, end - _at).Count('\n'));
        _at = end;
    }

    private void Character() => Skip(_source.IndexOf('\'', _at + (_source[_at + 1] == '\\' ? 3 : 2)) + 1);

    private bool IsLiteral(out int dollars, out bool isVerbatim)
    {
        var at = _at;
        while (_source[at] is '$' or '@' && at + 1 < _source.Length) at++;
        (dollars, isVerbatim) = (_source.AsSpan(_at, at - _at).Count('$'), _source.AsSpan(_at, at - _at).Contains('@'));
        return _source[at] == '"';
    }

    private void Literal(int dollars, bool isVerbatim)
    {
        _at += dollars + (isVerbatim ? 1 : 0);
        var quotes = 0;
        while (_at + quotes < _source.Length && _source[_at + quotes] == '"') quotes++;
        var isRaw = quotes >= 3 && !isVerbatim;
        if (quotes == 2)
        {
            _at += 2;
            _code.Append("\"\"");
            return;
        }
        var closing = isRaw ? new string('"', quotes) : "\"";
        var braces = isRaw ? dollars : 1;
        _code.Append("\"\"");
        for (_at += closing.Length; !Is(closing) || (isVerbatim && Is("\"\"")); _at++)
        {
            if (_source[_at] == '\n') _code.Append('\n');
            if (isVerbatim && Is("\"\"")) _at++;
            else if (!isRaw && !isVerbatim && _source[_at] == '\\') _at++;
            else if (dollars > 0 && !isRaw && Is("{{")) _at++;
            else if (dollars > 0 && Is(new string('{', braces)))
            {
                _at += braces;
                _code.Append(' ');
                Code(braces);
                _code.Append(' ');
                _at += braces - 1;
            }
        }
        _at += closing.Length;
    }
}
