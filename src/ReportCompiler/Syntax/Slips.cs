using System.Text;
using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>
/// Finds the slips of a Chinese input method before YAML sees them (its own messages for them are useless), and the text as it
/// would be without them, so that everything else in the file can be checked in the same run.
/// </summary>
public sealed class Slips
{
    private readonly List<Slip> _found = [];
    private readonly Stack<(char Bracket, bool OuterHasColon)> _flow = new();
    private char _quote;
    private bool _hasColon;
    private int _block = -1;
    private int _continues = int.MaxValue;
    private bool _isBelowFigure;
    private int _value;
    private Lookahead _keyEnd;
    private Lookahead _listEnd;
    private (int From, int To) _unseen;
    private (int From, int To) _run;
    private bool _isRunDispensable;
    private readonly TabWidth _tab;

    private Slips(TabWidth tab) => _tab = tab;

    /// <summary>All slips of a text in reading order; empty for nearly every file, after one fast look.</summary>
    public static IReadOnlyList<Slip> Find(SourceText source)
    {
        if (!MayHold(source.Text)) return [];
        var slips = new Slips(source.Text.Contains('\t') ? TabWidth.Of(source) : default);
        for (var line = 1; line <= source.LineCount; line++) slips.ScanLine(source.Line(line), line);
        return slips._found;
    }

    /// <summary>The text with the slips mended, and for each mended line the old offset of every new one.</summary>
    public static (string Text, Dictionary<int, int[]> Offsets) Fix(SourceText source, IReadOnlyList<Slip> slips)
    {
        var text = new StringBuilder(source.Text.Length + slips.Count);
        var offsets = new Dictionary<int, int[]>();
        var next = 0;
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.Line(number);
            if (next >= slips.Count || slips[next].Line != number)
            {
                text.Append(line).Append('\n');
                continue;
            }
            var map = new List<int>();
            var at = 0;
            for (; next < slips.Count && slips[next].Line == number; next++)
            {
                var slip = slips[next];
                for (; at < slip.Offset; at++) Put(line[at], at);
                foreach (var c in slip.With) Put(c, slip.Offset);
                at = slip.Offset + slip.Length;
            }
            for (; at < line.Length; at++) Put(line[at], at);
            map.Add(line.Length);
            offsets[number] = [.. map];
            text.Append('\n');

            void Put(char c, int old)
            {
                text.Append(c);
                map.Add(old);
            }
        }
        return (text.ToString(), offsets);
    }

    // Ranges, not a set: a set of Chinese characters falls back to a hash for every character.
    private static readonly (char First, char Last)[] Suspects =
    [
        ('\uFF0C', '\uFF5D'), ('\u3000', '\u3001'), ('\u007F', '\u00A0'), ('\u2028', '\u202E'), ('\u200B', '\u200F'), ('\u2060', '\u2069'),
        ('＃', '＃'),
        ('\0', '\t'), ('\u000B', '\u000C'), ('\u000E', '\u001F'),
    ];

    private static bool MayHold(ReadOnlySpan<char> text)
    {
        foreach (var (first, last) in Suspects)
            if (text.IndexOfAnyInRange(first, last) >= 0) return true;
        if (text.Contains('\u00AD') || text.Contains('\uFEFF') || text.IndexOf(": -") >= 0) return true;
        for (var at = text.IndexOfAny(':', ','); at >= 0;)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\n';
            if (text[at] == ':' ? next is not (' ' or '\n' or '\r') : char.IsAsciiDigit(next)) return true;
            var more = text[(at + 1)..].IndexOfAny(':', ',');
            if (more < 0) return false;
            at += 1 + more;
        }
        return false;
    }

    private void ScanLine(string line, int number)
    {
        (_keyEnd, _listEnd, _unseen, _run) = (new Lookahead(":：,}｝\""), new Lookahead("］]"), default, default);
        var indent = Indentation(line);
        if (_block >= 0)
        {
            if (indent == line.Length || indent > _block) return;
            _block = -1;
        }
        if (indent == line.Length) return;
        var level = Level(line, indent);
        var continued = _flow.Count == 0 && _quote == 0 && level > _continues;
        if (continued && IsTabbedIn(line, indent))
        {
            Add(SlipKind.Tab, number, _continues, indent - _continues, "");
            level = _continues;
            continued = false;
        }
        else if (_quote == 0) ScanIndentation(line, number, indent);
        if (_flow.Count == 0 && !continued) _hasColon = false;
        _value = indent;
        var tokenStart = !continued;
        var valueIsPlain = false;
        for (var i = indent; i < line.Length; i++)
        {
            var c = line[i];
            if (_quote != 0)
            {
                if (c == '\\' && _quote == '"') i++;
                else if (c == _quote) _quote = '\0';
                continue;
            }
            if (c is '#' or '＃' && (i == 0 || line[i - 1] is ' ' or '\t' or '\u3000' or '\u00A0') && BeginsRemark(line, i, indent))
            {
                ScanRemark(line, number, i, indent);
                break;
            }
            if (c is '"' or '\'' && tokenStart)
            {
                _quote = c;
                tokenStart = false;
                continue;
            }
            if (c is '|' or '>' && tokenStart && _flow.Count == 0 && _hasColon)
            {
                _block = indent + Items(line, indent);
                break;
            }
            if (c == '-' && tokenStart && _flow.Count == 0 && !_hasColon && (i + 1 == line.Length || line[i + 1] == ' ')) continue;
            if (c == '-' && tokenStart && _hasColon && IsAlone(line, i))
            {
                Add(SlipKind.Dash, number, i, 1, "\"-\"");
                tokenStart = false;
                continue;
            }
            if (c == ' ') continue;
            tokenStart = ScanCharacter(line, number, i, tokenStart, continued);
            valueIsPlain |= _hasColon && !tokenStart && _flow.Count == 0;
        }
        if (continued) return;
        _continues = valueIsPlain ? level + Items(line, indent) : int.MaxValue;
        _isBelowFigure = valueIsPlain && IsFigure(line.AsSpan(_value));
    }

    /// <summary>
    /// Whether a tab alone sets an entry deeper than the one above it, which has its figure already: however wide the tab is meant,
    /// the two are neighbours.
    /// </summary>
    private bool IsTabbedIn(string line, int indent) =>
        // With a tab in it a margin is as many columns as characters.
        _isBelowFigure && line.AsSpan(0, indent).Contains('\t') && !line.AsSpan(0, _continues).ContainsAnyExcept(' ')
        && line.AsSpan(_continues, indent - _continues).Contains('\t')
        && line[indent] != '#' && line.AsSpan(indent).IndexOfAny(':', '：') > 0;

    /// <summary>A full-width sign may be part of a text: it begins a remark where nothing or a whole value stands before it.</summary>
    private bool BeginsRemark(string line, int i, int indent) =>
        line[i] == '#' || i == indent || (_flow.Count == 0 && IsFigure(line.AsSpan(_value..i)));

    /// <summary>Makes the number sign before a remark, and the spaces before it, such as YAML knows.</summary>
    private void ScanRemark(string line, int number, int i, int indent)
    {
        var start = i;
        while (start > indent && line[start - 1] is ' ' or '\t' or '\u3000' or '\u00A0') start--;
        for (var at = start; at < i; at++)
            if (line[at] is '\u3000' or '\u00A0' && !_found.Exists(s => s.Line == number && s.Offset == at))
                Add(SlipKind.WideSpace, number, at, 1, " ");
        if (line[i] == '＃') Add(SlipKind.Hash, number, i, 1, "#");
    }

    private void ScanIndentation(string line, int number, int indent)
    {
        for (var (i, column) = (0, 0); i < indent; i++)
        {
            var after = _tab.After(line[i], column);
            if (line[i] == '\t') Add(SlipKind.Tab, number, i, 1, new string(' ', after - column), _tab.IsSure || _flow.Count > 0);
            else if (line[i] != ' ') Add(SlipKind.WideSpace, number, i, 1, new string(' ', after - column));
            column = after;
        }
    }

    /// <summary>Looks at one character outside quotes; says whether a token may begin after it.</summary>
    private bool ScanCharacter(string line, int number, int i, bool tokenStart, bool continued)
    {
        var c = line[i];
        var next = NextVisible(line, i + 1);
        var flow = _flow.Count > 0;
        switch (c)
        {
            case '{' or '[' when tokenStart || flow:
                Open(c);
                return true;
            case '｛' or '［' when tokenStart && (c == '｛' || IsWholeValue(line, i)):
                Add(SlipKind.Bracket, number, i, 1, c == '｛' ? "{" : "[");
                Open(c == '｛' ? '{' : '[');
                return true;
            case '}' or ']' when flow:
                _hasColon = _flow.Pop().OuterHasColon;
                return false;
            case '｝' or '］' when flow:
                Add(SlipKind.Bracket, number, i, 1, c == '｝' ? "}" : "]");
                _hasColon = _flow.Pop().OuterHasColon;
                return false;
            case ',' or '，' when flow && IsGrouping(line, i):
                Add(SlipKind.Grouping, number, i, 1, "");
                return false;
            case ',' when flow:
                _hasColon = false;
                return true;
            case '，' or '；' or '、' or ';' when flow && Separates(line, i):
                Add(SlipKind.Comma, number, i, 1, next == ' ' ? "," : ", ", InList || IsFigure(line.AsSpan(_value..i)));
                _hasColon = false;
                return true;
            case '：' when !_hasColon && IsOfLabel(line, i):
                return false;
            case '：' when !_hasColon && !continued && !InList:
                // A second colon on the line: the first may be part of a name.
                Add(SlipKind.Colon, number, i, 1, next is ' ' or '\n' ? ":" : ": ", flow || !HasColonBehind(line, i));
                _value = i + 1;
                return _hasColon = true;
            case ':' when next is ' ' or '\n' or '\t' or '\u3000' or '\u00A0' || (flow && next is ',' or '}' or ']'):
                if (!continued) _hasColon = true;
                _value = i + 1;
                return true;
            case ':' when !_hasColon && !continued && next != '/' && !InList && !(i > 0 && line[i - 1] is '"' or '\''):
                Add(SlipKind.Space, number, i, 1, ": ");
                _value = i + 1;
                return _hasColon = true;
            case '\t':
                Add(SlipKind.Tab, number, i, 1, " ");
                return tokenStart;
            case '\u3000' or '\u00A0' when tokenStart || next is ':' or '：' or ',' or '}' or '\n':
                Add(SlipKind.WideSpace, number, i, 1, " ");
                return tokenStart;
            case var _ when Invisible.Is(c):
                Add(SlipKind.Control, number, i, 1, "", IsDispensable(line, i));
                return tokenStart;
            default:
                return false;
        }
    }

    /// <summary>
    /// Whether a full-width colon belongs to a label as the form prints it, the colon that ends the name behind it: 其中：规范性文件数,
    /// 本年收费金额（单位：万元）.
    /// </summary>
    private static bool IsOfLabel(string line, int i)
    {
        var end = i + 1;
        while (end < line.Length && line[end] is not (':' or '{' or '[' or '｛' or '［' or '"' or '\'' or '#' or ',' or '，')) end++;
        if (end == line.Length || line[end] != ':' || (end + 1 < line.Length && line[end + 1] != ' ')) return false;
        if (line.AsSpan(0, i).EndsWith("其中", StringComparison.Ordinal)) return true;
        var (open, close) = (line.AsSpan(0, i).LastIndexOfAny('（', '('), line.AsSpan(i, end - i).IndexOfAny('）', ')'));
        return open >= 0 && close > 0 && line.AsSpan(open, i - open).IndexOfAny('）', ')') < 0;
    }

    /// <summary>Whether another key follows on the line of a block: a colon before anything that may hold one.</summary>
    private static bool HasColonBehind(string line, int i)
    {
        for (; i < line.Length && line[i] is not ('{' or '[' or '｛' or '［' or '"' or '\'' or '#'); i++)
            if (line[i] == ':' && i + 1 < line.Length && line[i + 1] == ' ') return true;
        return false;
    }

    /// <summary>The next character that is seen, or a tab. A run of those that are not is gone through once.</summary>
    private char NextVisible(string line, int i)
    {
        if (i < _unseen.From || i >= _unseen.To)
        {
            _unseen = (i, i);
            while (_unseen.To < line.Length && line[_unseen.To] != '\t' && Invisible.Is(line[_unseen.To])) _unseen.To++;
        }
        return _unseen.To < line.Length ? line[_unseen.To] : '\n';
    }

    /// <summary>Whether a comma in braces divides thousands: one to three digits before it, three and the end after it.</summary>
    private bool IsGrouping(string line, int i)
    {
        if (!_hasColon || InList) return false;
        var before = 0;
        while (before < 4 && before < i && IsDigit(line[i - 1 - before])) before++;
        var after = i + 1;
        while (after < line.Length && IsDigit(line[after])) after++;
        if (before is 0 or 4 || after != i + 4 || !IsFigure(line.AsSpan(_value..i))) return false;
        var rest = line.AsSpan(after).TrimStart(' ');
        return rest.IsEmpty || rest[0] is ',' or '，' or '；' or ';' or '、' or '}' or '｝' or '.' or '．' or '件' or '万' or '#';
    }

    /// <summary>Whether what stands before a comma is a figure, or said to be none: then the comma is no part of a text.</summary>
    private static bool IsFigure(ReadOnlySpan<char> value)
    {
        var text = value.Trim(" \u3000\u00A0");
        if (text.IsEmpty || text[^1] is '}' or '｝' or '"' or '\'') return true;
        if (text is "无" or "待填" or "待核" or "/" or "-" or "—" or "——") return true;
        return IsDigit(text[0]) || (text.Length > 1 && text[0] is '-' or '+' && IsDigit(text[1]));
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    /// <summary>
    /// Whether a bracket that begins here is closed where the value ends: otherwise it may begin a text, as that of a document's
    /// number does.
    /// </summary>
    private bool IsWholeValue(string line, int i)
    {
        var close = _listEnd.From(line, i);
        var rest = close == line.Length ? default : line.AsSpan(close + 1).TrimStart(' ');
        return close < line.Length && (rest.IsEmpty || rest[0] is '#' or ',' or '，' or '}');
    }

    /// <summary>
    /// Whether the line says the same without its invisible character: what it stands between might be two words or two figures.
    /// </summary>
    private bool IsDispensable(string line, int i)
    {
        if (i < _run.From || i >= _run.To)
        {
            _run = (i, i + 1);
            while (_run.From > 0 && Invisible.Is(line[_run.From - 1])) _run.From--;
            while (_run.To < line.Length && Invisible.Is(line[_run.To])) _run.To++;
            _isRunDispensable = IsDispensable(line, _run.From, _run.To);
        }
        return _isRunDispensable;
    }

    private static bool IsDispensable(string line, int from, int to) =>
        line.AsSpan(from, to - from).ContainsAny("\v\f\u0085\u2028\u2029")
            ? line.AsSpan(0, from).IsWhiteSpace() || line.AsSpan(to).IsWhiteSpace()
            : from == 0 || to == line.Length || !IsDigit(line[from - 1]) || !IsDigit(line[to]);

    private bool InList => _flow.TryPeek(out var top) && top.Bracket == '[';

    private void Open(char bracket)
    {
        _flow.Push((bracket, _hasColon));
        _hasColon = false;
    }

    /// <summary>Whether a Chinese comma stands between two entries rather than inside a text: another key must follow it.</summary>
    private bool Separates(string line, int i)
    {
        // “、” stands in labels and names too; between the items of a list it may be text.
        if (InList) return line[i] != '、';
        if (!_hasColon) return false;
        var next = i + 1;
        while (next < line.Length && line[next] is ' ' or '\u3000') next++;
        // A key in quotes.
        if (next < line.Length && line[next] is '"' or '\'')
            return line.IndexOf(line[next], next + 1) is > 0 and var quote && line.AsSpan(quote + 1).TrimStart(' ') is [':' or '：', ..];
        var end = _keyEnd.From(line, next);
        return end < line.Length && line[end] is (':' or '：');
    }

    /// <summary>Whether nothing else stands in the value that begins here.</summary>
    private bool IsAlone(string line, int i)
    {
        var rest = line.AsSpan(i + 1);
        var text = rest.TrimStart(' ');
        return text.IsEmpty || (text[0] == '#' && text.Length < rest.Length) || (_flow.Count > 0 && text[0] is ',' or '}' or '，' or '｝');
    }

    private void Add(SlipKind kind, int line, int offset, int length, string with, bool isSure = true) =>
        _found.Add(new Slip(kind, line, offset, length, with, isSure));

    /// <summary>How far in a line stands: an ideographic space is two columns, and beside a tab nobody knows.</summary>
    private static int Level(string line, int indent)
    {
        var margin = line.AsSpan(0, indent);
        return margin.Contains('\t') ? indent : indent + margin.Count('\u3000');
    }

    /// <summary>How much further in the key stands that a line begins with behind the dashes of items.</summary>
    private static int Items(string line, int indent)
    {
        var i = indent;
        while (i + 1 < line.Length && line[i] == '-' && line[i + 1] == ' ')
            for (i++; i < line.Length && line[i] == ' ';) i++;
        return i - indent;
    }

    private static int Indentation(string line)
    {
        var i = 0;
        while (i < line.Length && (line[i] is ' ' or '\t' or '\u3000' or '\u00A0')) i++;
        return i;
    }
}
